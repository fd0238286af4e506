/** `capstack export`: the whole book as lines of JSON, or its ledger for other programs. */

import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { isAtLeast } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { exportLines } from "../../store/export.ts";
import { refuse } from "../../store/fault.ts";
import type { Book } from "../../store/tables.ts";
import { beancountLines } from "../../views/beancount.ts";
import { csvLine } from "../../views/csv-line.ts";
import { type LedgerRow, ledgerCells, ledgerColumns, ledgerRows } from "../../views/ledger-rows.ts";
import { nearest } from "../../views/suggest.ts";
import { askedLedger } from "../asked-ledger.ts";
import { exitCodes } from "../exit-codes.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { type Question, readQuestion } from "../question.ts";
import { counted } from "../render/reading.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack export [-o FILE]` and `capstack export --ledger FORM [-o FILE]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  if (operands.length > 0) return { misuse: noOperand(operands[0]!) };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const form = texts.ledger ?? null;
  if (form !== null && !isLedgerForm(form)) return { misuse: badForm(form) };
  const narrowed = ["firm", "at", "as-of", "known-on"].find((flag) => texts[flag] !== undefined);
  if (form === null && narrowed !== undefined) return { misuse: wholeBook(narrowed) };

  return inBook(call, {}, async (book) => {
    const linesOf = async (inside: Book): Promise<Lines> =>
      form === null ? exportLines(inside) : ledgerLines(inside, book, asked, form);
    const file = texts.output;
    if (file === undefined) {
      await book.ask(async (inside) =>
        pipeline(chunksOf(await linesOf(inside), { lines: 0 }), process.stdout, { end: false }).then(() => true),
      );
      return exitCodes.done;
    }
    const lines = await book.ask(async (inside) => writeFile(await linesOf(inside), file));
    terminal.note(
      form === null
        ? `${counted(lines, "record")} in ${file}. Elsewhere: ${terminal.program} import ${file}\n`
        : `${counted(lines, "line")} in ${file}.${form === "beancount" ? ` Check it: bean-check ${file}` : ""}\n`,
    );
    return exitCodes.done;
  });
}

type Lines = AsyncIterable<string> | Iterable<string>;

const ledgerForms = ["jsonl", "csv", "beancount"] as const;
type LedgerForm = (typeof ledgerForms)[number];

function isLedgerForm(form: string): form is LedgerForm {
  return (ledgerForms as readonly string[]).includes(form);
}

/** The ledger on the dates asked about, at any firmness without `--firm`; the same ledger gives the same bytes. */
async function ledgerLines(inside: Book, book: OpenBook, asked: Question, form: LedgerForm): Promise<Lines> {
  const { asking, posted } = await askedLedger(inside, book, asked);
  const { names, question, data } = asking;
  const firmness = asked.firmness ?? "talks";
  const isFirm = ({ status }: { readonly status: Status }): boolean => isAtLeast(status, firmness);
  const ledger = {
    ...posted.ledger,
    postings: posted.ledger.postings.filter(isFirm),
    memos: asked.firmness === null ? posted.ledger.memos : posted.ledger.memos.filter(isFirm),
  };
  if (form === "beancount") {
    const { asOf, knownOn } = question;
    const head = { title: book.settings.name ?? "A book of Capstack", asOf, knownOn, data, firmness };
    return withEnds(beancountLines(ledger, names.party, head));
  }
  const rows = ledgerRows(ledger);
  return form === "csv" ? csvLines(rows) : withEnds(jsonLines(rows));
}

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

function* csvLines(rows: Iterable<LedgerRow>): Generator<string> {
  yield csvLine(ledgerColumns);
  for (const row of rows) yield csvLine(ledgerCells(row));
}

function* jsonLines(rows: Iterable<LedgerRow>): Generator<string> {
  for (const row of rows) yield JSON.stringify({ type: "flow", schema: "capstack/ledger/1", ...row });
}

function badForm(form: string): Problem {
  const near = nearest(form, ledgerForms);
  return {
    code: "bad-ledger-form",
    message: `--ledger ${form}: a ledger is written as ${ledgerForms.join(", ")}.${near ? ` Did you mean ${near}?` : ""}`,
    fix: `capstack export --ledger ${near ?? "csv"} -o ledger.${near === "beancount" ? "beancount" : (near ?? "csv")}`,
  };
}

function wholeBook(flag: string): Problem {
  return {
    code: "whole-book",
    message: `--${flag} narrows a ledger; without --ledger the whole book is written.`,
    fix: "capstack export --ledger csv --firm signed",
  };
}

function noOperand(operand: string): Problem {
  return {
    code: "no-operand",
    message: "capstack export takes no name but with -o.",
    fix: `capstack export -o ${operand}`,
  };
}

/** The file takes its name only when it is whole: what stood there before stays until then. */
async function writeFile(lines: Lines, file: string): Promise<number> {
  const part = `${file}.part`;
  const count = { lines: 0 };
  try {
    await pipeline(chunksOf(lines, count), createWriteStream(part));
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

async function* chunksOf(lines: Lines, count: { lines: number }): AsyncGenerator<string> {
  let chunk = "";
  for await (const line of lines) {
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
