/** Texts that a browser sends: what they would add, and adding them. */

import { parseDay } from "../model/day.ts";
import type { DocumentId } from "../model/id.ts";
import { allClaims } from "../store/claims.ts";
import { findDocument, refusalsOf } from "../store/documents.ts";
import type { Book } from "../store/tables.ts";
import type { AddedFile } from "../views/added-files.ts";
import { isAgainstOthers } from "../views/against-others.ts";
import { titleOf } from "../views/document-rows.ts";
import type { PreviewAnswer } from "../views/page-answers.ts";
import { asked } from "./asked.ts";
import { cardsOf } from "./cards.ts";
import { given, misasked, textIn } from "./request.ts";
import type { SentText, ServedBook } from "./served-book.ts";

type Body = Readonly<Record<string, unknown>>;

/** The answer to `preview`: nothing of it is kept. All documents of the book count, whatever day is asked about. */
export async function previewAnswer(served: ServedBook, body: Body): Promise<PreviewAnswer> {
  const text = sentText(body);
  const result = await served.rehearse(text, (added, book) => previewOf(book, served, added));
  const preview = given(result);
  return { ...preview, problems: [...preview.problems, ...result.problems] };
}

async function previewOf(book: Book, served: ServedBook, added: AddedFile): Promise<PreviewAnswer> {
  const { news, number, document, repeats, repeatsMost, problems } = added;
  const none = { title: added.file, published: null, sentences: 0, cards: [], conflicts: 0, nearMisses: [] };
  const told = { news, number, repeats, repeatsMost, problems };
  if (document === null) return { ...none, ...told };
  const around = {
    ...(await asked(book, served, new URLSearchParams())),
    question: { firmness: null, asOf: null, knownOn: null },
  };
  const { shown } = await findDocument(book, document);
  const own = await allClaims(book, { kind: "word", field: "document", values: [document as DocumentId] });
  const cards = await cardsOf(book, own, around);
  return {
    ...told,
    title: titleOf(shown),
    published: shown.published,
    sentences: shown.sentences,
    cards,
    conflicts: cards.filter(isAgainstOthers).length,
    nearMisses: shown.reading === null ? [] : await refusalsOf(book, shown.reading),
  };
}

/** The answer to `add`. */
export async function addedAnswer(served: ServedBook, body: Body): Promise<AddedFile> {
  return given(await served.add(sentText(body)));
}

function sentText(body: Body): SentText {
  const { base64, text, published } = body;
  const bytes =
    typeof base64 === "string" ? Buffer.from(base64, "base64") : typeof text === "string" ? Buffer.from(text) : null;
  if (bytes === null) throw misasked("a text or a file must be sent");
  const day = typeof published === "string" && published !== "" ? parseDay(published) : null;
  if (typeof published === "string" && published !== "" && day === null) throw misasked(`“${published}” is no day`);
  const title = typeof body.title === "string" && body.title !== "" ? body.title : null;
  const publisher = typeof body.publisher === "string" && body.publisher !== "" ? body.publisher : null;
  return { name: textIn(body, "name"), bytes, told: { title, publisher, published: day } };
}
