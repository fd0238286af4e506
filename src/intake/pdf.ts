/** What does a PDF say? Its text layer; a scan has none and is refused. */

import { extractTextItems, getDocumentProxy, getMeta } from "unpdf";
import { dayOf, type PartialDay, parseDay } from "../model/day.ts";
import { type Document, type DocumentOrigin, documentOf } from "../model/document.ts";
import type { Problem, Result } from "../model/problem.ts";
import { textOfPages } from "./pdf-text.ts";
import { toldBefore } from "./told.ts";

/** Makes a document of the bytes of a PDF. */
export async function documentOfPdf(
  bytes: Uint8Array,
  file: string,
  told: DocumentOrigin,
): Promise<Result<Document | null>> {
  const refused = (problem: Omit<Problem, "place">): Result<null> => ({
    value: null,
    problems: [{ ...problem, place: { file } }],
  });
  try {
    // A copy, because the library takes the bytes away; verbosity 0, because its warnings would go to stdout.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { info } = await getMeta(pdf);
    const { items, totalPages } = await extractTextItems(pdf);
    const text = textOfPages(items);
    if (text === "") return refused(scan(totalPages, file));
    return {
      value: documentOf(
        text,
        toldBefore(told, { title: titleOf(info.Title), published: dayOfStamp(info.CreationDate) }),
      ),
      problems: [],
    };
  } catch (error) {
    const { name, message } = error as Error;
    return refused(name === "PasswordException" ? locked(file) : broken(message, file));
  }
}

/** Programs that print to PDF put the name of a file where a title belongs. */
function titleOf(title: unknown): string | null {
  if (
    typeof title !== "string" ||
    title.trim() === "" ||
    /\.\w{2,5}$|^(untitled|microsoft word - )/i.test(title.trim())
  )
    return null;
  return title.trim();
}

/** The day of a stamp such as `D:20251217083000Z`. */
function dayOfStamp(stamp: unknown): PartialDay | null {
  const match = typeof stamp === "string" ? /^(?:D:)?(\d{4})(\d\d)(\d\d)/.exec(stamp) : null;
  return match ? parseDay(dayOf(Number(match[1]), Number(match[2]), Number(match[3]))) : null;
}

function scan(pages: number, file: string): Omit<Problem, "place"> {
  return {
    code: "scanned-pdf",
    message: `${pages} ${pages === 1 ? "page" : "pages"}, no text on ${pages === 1 ? "it" : "any"} (a scan). Capstack reads text only.`,
    fix: `Run OCR first, e.g. ocrmypdf ${file} out.pdf`,
  };
}

function locked(file: string): Omit<Problem, "place"> {
  return {
    code: "locked-pdf",
    message: "the PDF is locked with a password.",
    fix: `qpdf --decrypt --password=… ${file} out.pdf`,
  };
}

function broken(reason: string, file: string): Omit<Problem, "place"> {
  return {
    code: "broken-pdf",
    message: `this is no readable PDF (${reason.replace(/\.$/, "")}).`,
    fix: `Fetch it again, or repair it, e.g. qpdf ${file} out.pdf`,
  };
}
