/** `capstack log`: what was done in this book, by whom, when? */

import type { Registers } from "../../model/party.ts";
import { bookData } from "../../store/book-data.ts";
import { dataAfter } from "../../store/history.ts";
import { logPage } from "../../store/log.ts";
import type { Book } from "../../store/tables.ts";
import { type LogRow, logCells, logColumns, logJson } from "../../views/log-rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { type Paging, readPaging } from "../paging.ts";
import { logText } from "../render/log.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack log`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands } = call;
  const format = readFormat(call, "capstack log");
  if (typeof format === "object") return { misuse: format };
  const paging = readPaging(call, format === "table" || format === "wide");
  if ("code" in paging) return { misuse: paging };
  if (operands.length > 0)
    return { misuse: { code: "no-operand", message: "capstack log takes no id.", fix: `capstack why ${operands[0]}` } };

  return inBook(call, {}, async (book) => {
    const { page, data } = await book.ask(async (inside) => ({
      page: await pageWithData(inside, paging, book.settings.registers),
      data: await bookData(inside, book.settings.registers),
    }));
    const { items, next } = page;
    if (format === "json")
      printJson(terminal, {
        schema: "capstack/log/1",
        data,
        rows: items.map((row) => ({ ...logJson(row), data: row.data })),
        next,
        problems: [],
      });
    else if (format === "csv" || format === "plain") printLines(terminal, format, logColumns, items.map(logCells));
    else terminal.out(logText({ rows: items, next, data, command: book.command }, terminal, format === "wide"));
    return exitCodes.done;
  });
}

async function pageWithData(
  book: Book,
  paging: Paging,
  registers: Registers,
): Promise<{ items: LogRow[]; next: string | null }> {
  const { items, next } = await logPage(book, paging);
  const own = items.filter(({ imported }) => !imported);
  const after = await dataAfter(
    book,
    registers,
    own.map(({ at }) => at),
  );
  return { items: items.map((write) => ({ ...write, data: write.imported ? null : after.get(write.at)! })), next };
}
