/** `capstack import`: take the records of an export into this book. */

import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { join } from "node:path";
import { unreadable } from "../../intake/read-file.ts";
import type { Problem } from "../../model/problem.ts";
import { bookData } from "../../store/book-data.ts";
import { type Imported, importLines } from "../../store/import.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { problemText } from "../render/problem.ts";
import { counted } from "../render/reading.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack import FILE…`. Each file is one change: it is taken wholly, or not at all. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  if (operands.length === 0) return { misuse: noExport };
  const problems: Problem[] = [];
  const there: string[] = [];
  for (const file of operands) {
    const problem = file === "-" ? null : await problemWith(file);
    if (problem) problems.push(problem);
    else there.push(file);
  }
  for (const problem of problems) terminal.note(problemText(problem));
  if (there.length === 0) return exitCodes.input;

  return inBook(call, { begin: true }, async (book) => {
    const rows: (Imported & { file: string })[] = [];
    for (const file of there) {
      const taken = await importFile(book, file);
      problems.push(...taken.problems);
      for (const problem of taken.problems) terminal.note(problemText(problem));
      rows.push({ file, ...taken.value });
    }
    const data = await book.ask((inside) => bookData(inside, book.settings.registers));
    if (switches.has("json")) printJson(terminal, { schema: "capstack/imported/1", data, rows, problems });
    else terminal.out(`${rows.map(importedText).join("")} data ${data}\n`);
    return problems.length > 0 ? exitCodes.input : exitCodes.done;
  });
}

const noExport: Problem = {
  code: "no-export",
  message: "capstack import needs the file of an export.",
  fix: "capstack export -o book.jsonl makes one, in the other book",
};

async function problemWith(file: string): Promise<Problem | null> {
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isDirectory() ? aFolder(file) : null;
  } catch (error) {
    return unreadable(file, error as NodeJS.ErrnoException);
  }
}

function aFolder(file: string): Problem {
  return {
    code: "no-export",
    message: "this is a folder.",
    place: { file },
    fix: `capstack import ${join(file, "*.jsonl")}`,
  };
}

async function importFile(book: OpenBook, file: string) {
  return book.write((inside) => importLines(inside, linesOf(file), file === "-" ? "stdin" : file, book.writer));
}

/** Parts at `\n` alone: the lines of readline end at U+2028 too, which may stand in a text. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin.setEncoding("utf8") : createReadStream(file, "utf8");
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function importedText({ file, added, known }: Imported & { file: string }): string {
  return `  ${file}: ${counted(added, "record")} added · ${known.toLocaleString("en-US")} here already\n`;
}
