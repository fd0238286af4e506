/** `capstack undo`: take back the last write, or any one; nothing is deleted. */

import { bookData } from "../../store/book-data.ts";
import { findWrite } from "../../store/find-write.ts";
import { shownReadingsOf } from "../../store/imports.ts";
import { firstOf } from "../../store/log.ts";
import { redoLast, undoLast, undoWrite } from "../../store/undo.ts";
import { type ListedWrite, logJson, timeText, writeText } from "../../views/log-rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook } from "../open-book.ts";
import { counted, tableWidth } from "../render/reading.ts";
import { wrapText } from "../render/table.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack undo [WRITE]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  const [id, more] = operands;
  const redo = switches.has("redo");
  if (more !== undefined || (id !== undefined && redo)) return { misuse: oneWrite };

  return inBook(call, {}, async (book) => {
    const { write, staying, data } = await book.write(async (inside) => {
      const done = redo
        ? await redoLast(inside, book.writer)
        : id === undefined
          ? await undoLast(inside, book.writer)
          : await undoWrite(inside, await findWrite(inside, id), book.writer);
      const { in_effect, ...fields } = done;
      const write: ListedWrite = { ...fields, inEffect: in_effect === 1, first: await firstOf(inside, done.id) };
      const staying = redo || write.verb !== "import" ? 0 : await shownReadingsOf(inside, done.id);
      return { write, staying, data: await bookData(inside, book.settings.registers) };
    });
    if (switches.has("json")) {
      const value = { did: redo ? "redo" : "undo", write: logJson(write) };
      printJson(terminal, { schema: "capstack/undo/1", data, value, problems: [] });
      return exitCodes.done;
    }
    const did = book.rehearsal ? (redo ? "Would do again" : "Would undo") : redo ? "Done again" : "Undone";
    const told = `${did}: ${writeText(write)} (${write.by}, ${timeText(write.at)}) · data ${data}`;
    terminal.out(`${wrapText(told, tableWidth - 2).join("\n  ")}\n`);
    if (staying > 0)
      terminal.note(
        `Not undone: ${counted(staying, "reading")} that came with it, of documents that are here\n  in another way too. No undo reaches a reading.\n`,
      );
    if (!book.rehearsal)
      terminal.note(`Back: ${book.command(write.undoes !== null || redo ? "undo" : "undo --redo")}\n`);
    return exitCodes.done;
  });
}

const oneWrite = {
  code: "one-write",
  message: "capstack undo takes one write, or --redo alone.",
  fix: "capstack undo; again and again it goes further back",
};
