/** `capstack demo`: what does Capstack find in the example book? */

import { constants } from "node:fs";
import { access, cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { claimsBehind, type Findings, firstFindings } from "../../deals/findings.ts";
import { bookFile, noDocuments } from "../../intake/book.ts";
import { filesIn } from "../../intake/files-in.ts";
import { isOurBug } from "../../intake/our-bug.ts";
import { exampleBook } from "../../intake/registers.ts";
import { takeIn } from "../../intake/take-in.ts";
import { type Claim, statuses } from "../../model/claim.ts";
import { lastDayOf, type PartialDay } from "../../model/day.ts";
import type { Problem } from "../../model/problem.ts";
import { askedDocuments } from "../../store/asked-book.ts";
import type { Book, ShownDocument } from "../../store/tables.ts";
import type { BookNames } from "../../views/book-names.ts";
import { claimJson } from "../../views/claim-json.ts";
import { bookFindings } from "../book-findings.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { onInterrupt } from "../interrupt.ts";
import { nameDeals } from "../name-deals.ts";
import { demoFolder, inBook, type OpenBook } from "../open-book.ts";
import { readDayFlag } from "../question.ts";
import { disagreementLegend, findingsText } from "../render/findings.ts";
import { nothingKnownText } from "../render/nothing-known.ts";
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
  const folder = texts.in ?? demoFolder;
  const copied = await copyExample(folder, terminal);
  if (copied) return fail(terminal, [copied]);

  return inBook({ terminal, operands, texts: { book: folder }, switches }, {}, async (book) => {
    const problems = await keepDocuments(book, terminal);
    const answer = await book.ask((inside) => answerOf(inside, book, at));
    for (const problem of problems) terminal.note(problemText(problem));
    if (switches.has("json"))
      printJson(terminal, { schema: "capstack/demo/1", data: answer.data, value: demoJson(answer), problems });
    else if (answer.documents.length > 0) terminal.out(demoText(answer, terminal));
    else terminal.out(nothingText(answer, folder, terminal.program));
    if (answer.documents.length === 0 && problems.length === 0) return exitCodes.noAnswer;
    if (!switches.has("json")) terminal.note(nextText(folder, book, answer, terminal.program));
    if (problems.some(isOurBug)) return exitCodes.bug;
    return problems.length > 0 ? exitCodes.input : exitCodes.done;
  });
}

/** Copies the example book where no book stands yet. Files that are there stay as they are. */
async function copyExample(folder: string, terminal: Terminal): Promise<Problem | null> {
  const exists = await access(join(folder, bookFile)).then(
    () => true,
    () => false,
  );
  if (exists) return null;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    // The file that makes the folder a book comes last: a copy that was broken off is begun again.
    for (const part of ["documents", "parties.csv", "chips.csv", "offers.csv", bookFile]) {
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

/** Takes the documents of the folder into the book; those that it holds already are not read again. */
async function keepDocuments(book: OpenBook, terminal: Terminal): Promise<Problem[]> {
  const { folder, settings, store, writer } = book;
  const files = await filesIn([join(folder, "documents")]);
  if (files.problems.length > 0) return [noDocuments(folder)];
  using interrupt = onInterrupt(terminal);
  const what = `Reading ${counted(files.value.length, "document")}`;
  const progress = startProgress(terminal, what);
  const { value: taken, problems } = await takeIn(store, files.value, {
    folder,
    registers: settings.registers,
    write: writer,
    signal: interrupt.signal,
    onProgress: ({ done, total, sentences }) => progress.step(done, total, counted(sentences, "sentence")),
  });
  await nameDeals(book, taken.write);
  const isNew = taken.files.some(({ kept }) => kept !== null && kept.news !== "none");
  progress.end(isNew ? counted(taken.sentences, "sentence") : "all are in the book, none had to be read anew");
  return [...problems];
}

interface Answer {
  /** The day from which the first document is known. */
  readonly first: PartialDay | null;
  readonly knownOn: PartialDay | null;
  /** Those that were known by then, in the order in which they were published. */
  readonly documents: readonly { readonly document: ShownDocument; readonly name: string }[];
  readonly claims: readonly Claim[];
  /** Documents that were published later. */
  readonly later: number;
  readonly findings: Findings;
  readonly names: BookNames;
  readonly data: string;
}

async function answerOf(inside: Book, book: OpenBook, at: PartialDay | null): Promise<Answer> {
  const asked = await askedDocuments(inside, book.settings, { firmness: null, asOf: at, knownOn: at && lastDayOf(at) });
  const { knownOn } = asked.question;
  const known = asked.documents.filter(({ known_from }) => knownOn === null || known_from <= knownOn);
  const first = asked.documents.map(({ known_from }) => known_from).sort()[0] ?? null;
  return {
    first,
    knownOn,
    documents: known.map((document) => ({ document, name: asked.names.document(document.id) })),
    ...(await bookFindings(inside, book, asked)),
    later: asked.documents.length - known.length,
    names: asked.names,
    data: asked.data,
  };
}

/** A day before the first document, and the first one on which there is an answer. */
function nothingText({ knownOn, first }: Answer, folder: string, program: string): string {
  if (first === null) return "No documents in this book.\n";
  const inFolder = folder === demoFolder ? "" : ` --in ${folder}`;
  return `${nothingKnownText(knownOn ?? "", first)}\n  Then: ${program} demo${inFolder} --at ${first}\n`;
}

function demoText({ knownOn, documents, claims, findings, names, data }: Answer, terminal: Terminal): string {
  const parties = new Set(claims.flatMap(({ roles }) => Object.values(roles)));
  const count = (status: string): number => claims.filter((claim) => claim.status === status).length;
  const byStatus = statuses
    .filter((status) => count(status) > 0)
    .map((status) => `${statusText(status, terminal)} ${count(status)}`);
  const origins = claims.flatMap(({ document, origin }) =>
    origin ? [`${names.document(document)}: “${showable(origin)}”`] : [],
  );
  const named = new Set(origins.map((origin) => origin.split(":")[0])).size;
  const head = [
    `${counted(claims.length, "claim")} about ${parties.size} parties in ${counted(documents.length, "document")}${knownOn ? ` published by ${knownOn}` : ""}`,
    // A glyph, its word and its number stay together.
    byStatus.map((part) => part.replaceAll(" ", "\u00a0")).join(" · "),
    `${named} of ${documents.length} name who reported it first${named > 0 ? ` (${[...new Set(origins)].join(", ")})` : ""}.`,
  ];
  const lines = head.flatMap((line) => wrapText(line, 76).map((part) => `  ${part.replaceAll("\u00a0", " ")}`));
  const more = findings.circles.length + findings.rivals.length + findings.unfit.length;
  const foot = `  ${counted(more, "finding")} by a first simple grouping (all: --json) · data ${data}`;
  const legend = disagreementLegend(findings).map((line) => `  ${line}\n`);
  return `${lines.join("\n")}\n\n${findingsText(findings, names, terminal)}\n${foot}\n${legend.join("")}`;
}

function nextText(
  folder: string,
  { settings: { next } }: OpenBook,
  { later, knownOn, findings }: Answer,
  program: string,
): string {
  const [inFolder, ofBook] = folder === demoFolder ? ["", ""] : [` --in ${folder}`, ` --book ${folder}`];
  const hints: [command: string, about: string][] = [];
  if (firstFindings(findings).length > 0) hints.push([`${program} why 1${ofBook}`, "how the first was worked out"]);
  hints.push([`${program} circles${ofBook}`, "money that may come back"]);
  hints.push([`${program} company OpenAI --obligations${ofBook}`, "what it must pay, year by year"]);
  hints.push([`${program} claims${ofBook}`, "all claims"]);
  hints.push([`${program} review${ofBook}`, "check them, the largest first"]);
  if (later > 0 && next !== null && (knownOn ?? "") < next) {
    hints.push([`${program} demo${inFolder} --at ${next}`, `what came after (${counted(later, "document")})`]);
  }
  hints.push([`${program} add FILE…${ofBook}`, "your own texts"]);
  return `Next:  ${hints.map(([command, about]) => `${command}\n         ${about}`).join("\n       ")}\n`;
}

function demoJson({ knownOn, documents, claims, findings }: Answer): object {
  const claimsOf = Map.groupBy(claims, ({ document }) => document);
  return {
    knownOn,
    documents: documents.map(({ name, document }) => ({
      name,
      file: document.file,
      id: document.id,
      title: document.title,
      publisher: document.publisher,
      published: document.published,
      sentences: document.sentences,
      claims: document.claims,
      refusals: document.refusals,
      origins: [...new Set((claimsOf.get(document.id) ?? []).flatMap(({ origin }) => origin ?? []))],
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
}

function fail(terminal: Terminal, problems: readonly Problem[]): Outcome {
  for (const problem of problems) terminal.note(problemText(problem));
  return exitCodes.input;
}
