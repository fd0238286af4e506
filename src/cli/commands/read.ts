/** `capstack read`: what does this text claim? */

import { findBook, readSettings } from "../../intake/book.ts";
import { documentOfBytes, readDocumentFile } from "../../intake/read-file.ts";
import { readRegisters } from "../../intake/registers.ts";
import { trainedReader } from "../../intake/trained-reader.ts";
import type { Claim } from "../../model/claim.ts";
import type { PartialDay } from "../../model/day.ts";
import type { Document, DocumentOrigin } from "../../model/document.ts";
import type { PartyId } from "../../model/id.ts";
import type { Registers } from "../../model/party.ts";
import type { Problem, Result } from "../../model/problem.ts";
import type { Reading } from "../../reading/reading.ts";
import { asWritten, type WrittenClaim } from "../../reading/written-ids.ts";
import { claimJson } from "../../views/claim-json.ts";
import { claimCells, claimColumns, claimRow } from "../../views/claim-rows.ts";
import { csvLine } from "../../views/csv-line.ts";
import { dataHash } from "../../views/data-hash.ts";
import { shortNames } from "../../views/document-names.ts";
import { exitCodes } from "../exit-codes.ts";
import { answers, knownFrom, type Question, readDayFlag, readQuestion } from "../question.ts";
import { nothingKnownText } from "../render/nothing-known.ts";
import { problemText } from "../render/problem.ts";
import { type ReadingView, readingText, refusalText } from "../render/reading.ts";
import { plainLine } from "../render/table.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack read FILE…`. A file that cannot be read is told, and the others go on. */
export async function run({ terminal, operands, texts, switches }: Call): Promise<Outcome> {
  const question = readQuestion({ texts });
  if ("code" in question) return { misuse: question };
  const published = readDayFlag("published", texts.published);
  if (published !== null && typeof published === "object") return { misuse: published };
  if (switches.has("json") && switches.has("csv")) return { misuse: oneForm };
  const files = operands.length > 0 ? operands : terminal.hasPipedInput ? ["-"] : [];
  if (files.length === 0) return { misuse: noFile };

  const registers = await registersFor(texts.book);
  if (registers.value === null) {
    tell(terminal, registers.problems);
    return exitCodes.input;
  }
  const told: DocumentOrigin = { published, title: texts.title ?? null, publisher: texts.publisher ?? null };
  const badRows = tell(terminal, registers.problems);
  const { readings, unread } = await readAll(files, told, question, registers.value, terminal);
  print(viewsOf(readings, question, registers.value), files.length, terminal, switches);
  if (unread + badRows > 0) return exitCodes.input;
  // Nothing was known by then: there is no answer, and scripts should see it.
  return readings.length === 0 ? exitCodes.noAnswer : exitCodes.done;
}

/** The registers of the book that is named or stood in, else the shipped ones. */
async function registersFor(folder: string | undefined): Promise<Result<Registers | null>> {
  const book = folder ?? (await findBook());
  if (book === null) return readRegisters();
  const { value, problems } = await readSettings(book);
  return { value: value?.registers ?? null, problems };
}

/** At a terminal nothing comes from standard input unless it is asked for. */
export const noFile: Problem = {
  code: "no-file",
  message: "capstack read needs a file.",
  fix: "capstack read FILE…, or pipe a text into capstack read -",
};

export const oneForm: Problem = {
  code: "two-forms",
  message: "--json and --csv are two forms of one answer.",
  fix: "capstack read FILE… --json, or --csv",
};

interface FileReading {
  readonly file: string;
  readonly reading: Reading;
}

async function readAll(
  files: readonly string[],
  told: DocumentOrigin,
  question: Question,
  registers: Registers,
  terminal: Terminal,
): Promise<{ readings: FileReading[]; unread: number }> {
  const reader = trainedReader(registers);
  const readings: FileReading[] = [];
  let unread = 0;
  for (const file of files) {
    const { value: document, problems } = await open(file, told);
    tell(terminal, problems);
    if (document === null) {
      unread++;
    } else if (isKnown(document, file, question, terminal)) {
      const reading = reader(document);
      tell(terminal, reading.problems);
      readings.push({ file, reading: reading.value });
    }
  }
  return { readings, unread };
}

async function open(file: string, told: DocumentOrigin): Promise<Result<Document | null>> {
  if (file !== "-") return readDocumentFile(file, told);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return documentOfBytes(Buffer.concat(chunks), "stdin", told);
}

function isKnown(document: Document, file: string, { asOf, knownOn }: Question, terminal: Terminal): boolean {
  const today = new Date().toISOString().slice(0, 10) as PartialDay;
  const from = knownFrom(document, today);
  if (asOf !== null && asOf < from && (knownOn === null || from <= knownOn))
    terminal.note(
      `${file}: ${nothingKnownText(asOf, from)}\n  What it says became known later; without it: --at ${asOf}\n`,
    );
  if (knownOn === null || from <= knownOn) return true;
  const why =
    document.published === null ? `undated, so known from today (${from})` : `published ${document.published}`;
  const fix = document.published === null ? "\n  Fix: say when it was published: --published DATE" : "";
  terminal.note(`${file}: ${why}, after ${knownOn}: not read.${fix}\n`);
  return false;
}

function viewsOf(readings: readonly FileReading[], question: Question, registers: Registers): ReadingView[] {
  const names = shortNames(readings.map(({ file }) => (file === "-" ? "stdin" : file)));
  const parties = new Map(registers.parties.map(({ id, name }) => [id, name]));
  return readings.map(({ file, reading }, index) => ({
    reading,
    file,
    document: names[index]!,
    claims: reading.claims.filter((claim) => answers(claim, question)),
    nameOf: (id: PartyId) => parties.get(id) ?? reading.names.get(id) ?? id,
    data: dataHash([reading.document], registers),
  }));
}

function print(
  views: readonly ReadingView[],
  fileCount: number,
  terminal: Terminal,
  switches: ReadonlySet<string>,
): void {
  const rows = views.flatMap(({ claims, document, nameOf }) =>
    claims.map((claim) => claimRow(claim, document, nameOf)),
  );
  const line = switches.has("csv") ? csvLine : plainLine;
  if (switches.has("json")) {
    const lists = views.map(
      ({ file, claims, reading }) => [file, claims.map((claim) => ownJson(claim, reading))] as const,
    );
    if (fileCount > 1) terminal.out(`${JSON.stringify(Object.fromEntries(lists), null, 2)}\n`);
    else if (lists[0]) terminal.out(`${JSON.stringify(lists[0][1], null, 2)}\n`);
  } else if (switches.has("csv") || switches.has("plain")) {
    terminal.out([claimColumns, ...rows.map(claimCells)].map(line).join(""));
  } else {
    for (const view of views) {
      if (fileCount > 1) terminal.out(`${view.file}\n`);
      terminal.out(readingText(view, terminal, switches.has("wide")));
      if (switches.has("why")) terminal.out(refusalText(view.reading.refusals, view.document));
      if (fileCount > 1) terminal.out("\n");
    }
    return;
  }
  // Data formats have no place for refusals: they go where talk goes.
  if (switches.has("why")) for (const view of views) terminal.note(refusalText(view.reading.refusals, view.document));
}

/** A claim with its parties as its own text names them. */
function ownJson(claim: Claim, { written }: Reading): WrittenClaim {
  const { registered, ...own } = asWritten(claim, written);
  return { ...claimJson(own), ...(registered && { registered }) };
}

/** Tells problems on stderr; returns how many there were. */
function tell(terminal: Terminal, problems: readonly Problem[]): number {
  for (const problem of problems) terminal.note(problemText(problem));
  return problems.length;
}
