/** `capstack export`: the whole book as lines of JSON. */

import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Problem } from "../../model/problem.ts";
import { exportLines } from "../../store/export.ts";
import { refuse } from "../../store/fault.ts";
import type { Book } from "../../store/tables.ts";
import { exitCodes } from "../exit-codes.ts";
import { inBook } from "../open-book.ts";
import { counted } from "../render/reading.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack export [-o FILE]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  if (operands.length > 0) return { misuse: noOperand(operands[0]!) };

  return inBook(call, {}, async (book) => {
    const file = texts.output;
    if (file === undefined) {
      await book.ask((inside) =>
        pipeline(chunksOf(inside, { lines: 0 }), process.stdout, { end: false }).then(() => true),
      );
      return exitCodes.done;
    }
    const lines = await book.ask((inside) => writeFile(inside, file));
    terminal.note(`${counted(lines, "record")} in ${file}. Elsewhere: ${terminal.program} import ${file}\n`);
    return exitCodes.done;
  });
}

function noOperand(operand: string): Problem {
  return {
    code: "no-operand",
    message: "capstack export takes no name but with -o.",
    fix: `capstack export -o ${operand}`,
  };
}

/** The file takes its name only when it is whole: what stood there before stays until then. */
async function writeFile(book: Book, file: string): Promise<number> {
  const part = `${file}.part`;
  const count = { lines: 0 };
  try {
    await pipeline(chunksOf(book, count), createWriteStream(part));
    await rename(part, file);
    return count.lines;
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Errors of the store are told as such by whoever opened it.
    if (code === undefined || syscall === undefined) throw error;
    return refuse(cannotExport(file, code));
  }
}

/** As much as is written at a time: a line alone would cost a system call each. */
const chunkLength = 65_536;

async function* chunksOf(book: Book, count: { lines: number }): AsyncGenerator<string> {
  let chunk = "";
  for await (const line of exportLines(book)) {
    count.lines++;
    chunk += line;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

function cannotExport(file: string, code: string): Problem {
  return {
    code: "cannot-export",
    message: `this file cannot be written (${code}). Nothing was exported.`,
    place: { file },
    fix: "capstack export -o ~/book.jsonl",
  };
}
