/** `capstack docs`: which documents are in the book? */

import { askedBook } from "../../store/asked-book.ts";
import { countDocuments, documentsPage } from "../../store/documents.ts";
import { documentCells, documentColumns, documentJson } from "../../views/document-rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readPaging } from "../paging.ts";
import { documentsText } from "../render/documents.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack docs`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands } = call;
  const format = readFormat(call, "capstack docs");
  if (typeof format === "object") return { misuse: format };
  const paging = readPaging(call, format === "table" || format === "wide");
  if ("code" in paging) return { misuse: paging };
  if (operands.length > 0) return { misuse: noOperand };

  return inBook(call, {}, async (book) => {
    const { page, counts, asked } = await book.ask(async (inside) => ({
      page: await documentsPage(inside, paging),
      counts: await countDocuments(inside),
      asked: await askedBook(inside, book.settings, { firmness: null, asOf: null, knownOn: null }),
    }));
    const rows = page.items.map((document) => ({ document, number: asked.names.document(document.id) }));
    if (format === "json")
      printJson(terminal, {
        schema: "capstack/documents/1",
        data: asked.data,
        rows: rows.map(({ document, number }) => documentJson(document, number)),
        next: page.next,
        problems: [],
      });
    else if (format === "csv" || format === "plain")
      printLines(
        terminal,
        format,
        documentColumns,
        rows.map(({ document, number }) => documentCells(document, number)),
      );
    else
      terminal.out(
        documentsText(
          { rows, next: page.next, counts, data: asked.data, command: book.command },
          terminal,
          format === "wide",
        ),
      );
    return exitCodes.done;
  });
}

const noOperand = {
  code: "no-operand",
  message: "capstack docs takes no file.",
  fix: "capstack claims 'document:01' lists the claims of one document",
};
