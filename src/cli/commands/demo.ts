/** `capstack demo`: what does Capstack find in the example book? */

import { constants } from "node:fs";
import { access, cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { claimsBehind, type Findings, findingsOf } from "../../deals/findings.ts";
import { type Book, type BookDocument, openBook } from "../../intake/book.ts";
import { exampleBook } from "../../intake/registers.ts";
import { statuses } from "../../model/claim.ts";
import type { PartialDay } from "../../model/day.ts";
import type { Problem } from "../../model/problem.ts";
import { createReader } from "../../reading/create-reader.ts";
import type { Reading } from "../../reading/reading.ts";
import { claimJson } from "../../views/claim-json.ts";
import { dataHash } from "../../views/data-hash.ts";
import { shortNames } from "../../views/document-names.ts";
import { exitCodes } from "../exit-codes.ts";
import { knownFrom, readDayFlag } from "../question.ts";
import { findingsText } from "../render/findings.ts";
import { problemText } from "../render/problem.ts";
import { startProgress } from "../render/progress.ts";
import { counted } from "../render/reading.ts";
import { statusText } from "../render/status.ts";
import { showable, wrapText } from "../render/table.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack demo`. */
export async function run({ terminal, operands, texts, switches }: Call): Promise<Outcome> {
  if (operands.length > 0)
    return {
      misuse: {
        code: "no-operand",
        message: "capstack demo takes no file.",
        fix: `capstack read ${operands.join(" ")}`,
      },
    };
  const at = readDayFlag("at", texts.at);
  if (at !== null && typeof at === "object") return { misuse: at };
  const folder = texts.in ?? "capstack-demo";
  const copied = await copyExample(folder, terminal);
  if (copied) return fail(terminal, [copied]);
  const { value: book, problems } = await openBook(folder);
  if (book === null) return fail(terminal, problems);

  const answer = readBook(book, at ?? book.knownOn, terminal);
  for (const problem of problems) terminal.note(problemText(problem));
  terminal.out(
    switches.has("json")
      ? `${JSON.stringify(demoJson(answer, book, problems), null, 2)}\n`
      : demoText(answer, book, terminal),
  );
  if (!switches.has("json")) terminal.note(nextText(folder, book, answer, terminal.program));
  return problems.length > 0 ? exitCodes.input : exitCodes.done;
}

/** Copies the example book where no book stands yet. Files that are there stay as they are. */
async function copyExample(folder: string, terminal: Terminal): Promise<Problem | null> {
  const exists = await access(join(folder, "capstack.yaml")).then(
    () => true,
    () => false,
  );
  if (exists) return null;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    // The file that makes the folder a book comes last: a copy that was broken off is begun again.
    for (const part of ["documents", "parties.csv", "chips.csv", "capstack.yaml"]) {
      await cp(join(exampleBook, part), join(folder, part), { recursive: true, force: false });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!unwritable.has(code ?? "")) throw error;
    return {
      code: "cannot-write",
      message: `Can't write in ${folder} (${code}).`,
      fix: "capstack demo --in ~/capstack-demo",
    };
  }
  terminal.note(`Copied the example book to ${folder}. It is yours to change.\n`);
  return null;
}

/** What the system says of a folder in which this user cannot write. */
const unwritable = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST"]);

interface Answer {
  readonly knownOn: PartialDay | null;
  readonly readings: readonly { readonly file: string; readonly name: string; readonly reading: Reading }[];
  /** Documents that were published later. */
  readonly later: number;
  readonly findings: Findings;
}

function readBook(book: Book, knownOn: PartialDay | null, terminal: Terminal): Answer {
  const today = new Date().toISOString().slice(0, 10) as PartialDay;
  const isKnown = ({ document }: BookDocument): boolean => knownOn === null || knownFrom(document, today) <= knownOn;
  const known = book.documents.filter(isKnown);
  const reader = createReader(book.registers);
  const names = shortNames(book.documents.map(({ file }) => file));
  const progress = startProgress(terminal, `Reading ${counted(known.length, "document")}`, known.length);
  const start = performance.now();
  const readings = known.map(({ file, document }) => {
    const reading = reader(document).value;
    progress.step();
    return { file, name: names[book.documents.findIndex((one) => one.file === file)]!, reading };
  });
  const sentences = readings.reduce((sum, { reading }) => sum + reading.sentences, 0);
  progress.end(`${counted(sentences, "sentence")} · ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const findings = findingsOf(
    readings.flatMap(({ reading }) => reading.claims),
    book.registers.parties,
  );
  return { knownOn, readings, later: book.documents.length - known.length, findings };
}

function demoText({ knownOn, readings, findings }: Answer, book: Book, terminal: Terminal): string {
  const claims = readings.flatMap(({ reading }) => reading.claims);
  const parties = new Set(claims.flatMap(({ roles }) => Object.values(roles)));
  const count = (status: string): number => claims.filter((claim) => claim.status === status).length;
  const documents = readings.map(({ reading }) => reading.document);
  const byStatus = statuses
    .filter((status) => count(status) > 0)
    .map((status) => `${statusText(status, terminal)} ${count(status)}`);
  const origins = readings.flatMap(({ name, reading }) =>
    reading.claims.flatMap(({ origin }) => (origin ? [`${name}: “${showable(origin)}”`] : [])),
  );
  const named = new Set(origins.map((origin) => origin.split(":")[0])).size;

  const nameOf = new Map(book.registers.parties.map(({ id, name }) => [id, name]));
  const names = new Map(readings.flatMap(({ reading }) => [...reading.names]));
  const nameOfDocument = new Map(readings.map(({ name, reading }) => [reading.document.id, name]));
  const text = findingsText(
    findings,
    { party: (id) => nameOf.get(id) ?? names.get(id) ?? id, document: (id) => nameOfDocument.get(id) ?? id },
    terminal,
  );
  const head = [
    `${counted(claims.length, "claim")} about ${parties.size} parties in ${counted(readings.length, "document")}${knownOn ? ` published by ${knownOn}` : ""}`,
    // A glyph, its word and its number stay together.
    byStatus.map((part) => part.replaceAll(" ", "\u00a0")).join(" · "),
    `${named} of ${readings.length} name who reported it first${named > 0 ? ` (${[...new Set(origins)].join(", ")})` : ""}.`,
  ];
  const lines = head.flatMap((line) => wrapText(line, 76).map((part) => `  ${part.replaceAll("\u00a0", " ")}`));
  const more = findings.circles.length + findings.rivals.length + findings.unfit.length;
  const foot = `  ${counted(more, "finding")} by a first simple grouping (all: --json) · data ${dataHash(documents, book.registers)}`;
  return `${lines.join("\n")}\n\n${text}\n${foot}\n`;
}

function nextText(folder: string, { next }: Book, { later, knownOn, readings }: Answer, program: string): string {
  const place = folder === "capstack-demo" ? "" : ` --in ${folder}`;
  const newest = readings.at(-1);
  const hints: [command: string, about: string][] = [];
  if (later > 0 && next !== null && (knownOn ?? "") < next) {
    hints.push([`${program} demo${place} --at ${next}`, `what came after (${counted(later, "document")})`]);
  }
  if (newest) hints.push([`${program} read ${join(folder, newest.file)}`, "all claims of one document"]);
  hints.push([`${program} read FILE…`, "your own texts"]);
  return `Next:  ${hints.map(([command, about]) => `${command}\n         ${about}`).join("\n       ")}\n`;
}

function demoJson({ knownOn, readings, findings }: Answer, book: Book, problems: readonly Problem[]): object {
  const claims = readings.flatMap(({ reading }) => reading.claims);
  const value = {
    knownOn,
    documents: readings.map(({ file, name, reading: { document, sentences, claims, refusals } }) => ({
      name,
      file,
      id: document.id,
      title: document.title,
      publisher: document.publisher,
      published: document.published,
      sentences,
      claims: claims.length,
      refusals: refusals.length,
      origins: [...new Set(claims.flatMap(({ origin }) => origin ?? []))],
    })),
    statuses: Object.fromEntries(
      statuses.map((status) => [status, claims.filter((claim) => claim.status === status).length]),
    ),
    findings: [...findings.circles, ...findings.rivals, ...findings.unfit].map((finding) => {
      const { kind } = finding;
      return {
        kind,
        ...("check" in finding ? { check: finding.check } : {}),
        ...("disagreement" in finding ? { disagreement: finding.disagreement } : {}),
        ...("weakest" in finding ? { weakest: finding.weakest.status } : {}),
        claims: claimsBehind(finding).map(claimJson),
      };
    }),
  };
  const documents = readings.map(({ reading }) => reading.document);
  return { schema: "capstack/demo/1", data: dataHash(documents, book.registers), value, problems };
}

function fail(terminal: Terminal, problems: readonly Problem[]): Outcome {
  for (const problem of problems) terminal.note(problemText(problem));
  return exitCodes.input;
}
