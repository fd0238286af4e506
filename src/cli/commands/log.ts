/** `capstack log`: what was done in this book, by whom, when? */

import { bookData } from "../../store/book-data.ts";
import { logPage } from "../../store/log.ts";
import { logCells, logColumns, logJson } from "../../views/log-rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readPaging } from "../paging.ts";
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
      page: await logPage(inside, paging),
      data: await bookData(inside, book.settings.registers),
    }));
    const { items, next } = page;
    if (format === "json")
      printJson(terminal, { schema: "capstack/log/1", data, rows: items.map(logJson), next, problems: [] });
    else if (format === "csv" || format === "plain") printLines(terminal, format, logColumns, items.map(logCells));
    else terminal.out(logText({ rows: items, next, data, command: book.command }, terminal, format === "wide"));
    return exitCodes.done;
  });
}
