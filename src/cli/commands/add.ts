/** `capstack add`: keep these texts in the book, with what they claim. */

import { buffer } from "node:stream/consumers";
import type { Source } from "../../intake/arrive.ts";
import { bookFile } from "../../intake/book.ts";
import { filesIn } from "../../intake/files-in.ts";
import { isOurBug } from "../../intake/our-bug.ts";
import { type FileKept, readAgain, type TakenIn, takeIn } from "../../intake/take-in.ts";
import type { DocumentOrigin } from "../../model/document.ts";
import type { Problem, Result } from "../../model/problem.ts";
import { askedDocuments } from "../../store/asked-book.ts";
import { bookData } from "../../store/book-data.ts";
import type { AddedFile } from "../../views/added-files.ts";
import { addedFiles } from "../added-files.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printJson, readFormat } from "../format.ts";
import { onInterrupt } from "../interrupt.ts";
import { nameDeals } from "../name-deals.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { readDayFlag } from "../question.ts";
import { addedText } from "../render/added.ts";
import { problemText } from "../render/problem.ts";
import { startProgress } from "../render/progress.ts";
import { counted } from "../render/reading.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack add FILE…`. A file that cannot be read is told, and the others go on. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  const format = readFormat(call, "capstack add FILE…");
  if (typeof format === "object") return { misuse: format };
  const published = readDayFlag("published", texts.published);
  if (published !== null && typeof published === "object") return { misuse: published };
  const again = switches.has("again");
  if (operands.length === 0 && !again) return { misuse: noFile };

  const told: DocumentOrigin = { published, title: texts.title ?? null, publisher: texts.publisher ?? null };
  const files = await filesIn(operands);
  // A book is not begun for nothing.
  if (files.value.length === 0 && !again) {
    for (const problem of files.problems) terminal.note(problemText(problem));
    return exitCodes.input;
  }
  return inBook(call, { begin: !again }, async (book) => {
    using interrupt = onInterrupt(terminal);
    const before = await book.ask((inside) => bookData(inside, book.settings.registers));
    const taken = await takeAll(files.value, again, { book, told, signal: interrupt.signal }, terminal);
    await nameDeals(book, taken.value.write);
    const { kept, data } = await book.ask(async (inside) => ({
      kept: await addedFiles(inside, taken.value.files),
      data: await bookData(inside, book.settings.registers),
    }));
    const rows = inOrder([...kept, ...files.problems.map(unreadFile)]);
    const trouble = storeTrouble(taken);
    if (format === "json")
      printJson(terminal, { schema: "capstack/added/1", data, rows, problems: [...files.problems, ...taken.problems] });
    else terminal.out(addedText({ files: rows, left: taken.value.left, rehearsal: book.rehearsal, data }));
    tell(kept, trouble, terminal);
    const news = rows.filter((row) => row.news === "document");
    if (!book.rehearsal && format !== "json") terminal.note(await nextText(news, book, before));
    if (interrupt.signal.aborted) return stopped(taken.value, terminal);
    if (taken.problems.some(isOurBug)) return exitCodes.bug;
    return trouble.length > 0 || rows.some(({ news }) => news === "unread") ? exitCodes.input : exitCodes.done;
  });
}

/** What is kept is named: an empty pipe, as scripts have it, must begin no book. */
const noFile: Problem = {
  code: "no-file",
  message: "capstack add needs a file.",
  fix: "capstack add FILE…, or to add what is piped in: capstack add -",
};

interface Intake {
  readonly book: OpenBook;
  readonly told: DocumentOrigin;
  readonly signal: AbortSignal;
}

/** Takes in the files, or with `--again` reads anew what an older reader read. */
async function takeAll(
  files: readonly string[],
  again: boolean,
  { book, told, signal }: Intake,
  terminal: Terminal,
): Promise<Result<TakenIn>> {
  const sources = await Promise.all(files.map(sourceOf));
  const what = again ? "Reading anew" : `Reading ${counted(files.length, "document")}`;
  const progress = startProgress(terminal, what);
  const options = {
    folder: book.folder,
    registers: book.settings.registers,
    write: book.writer,
    told,
    signal,
    onProgress: ({ done, total, sentences }: { done: number; total: number; sentences: number }) =>
      progress.step(done, total, counted(sentences, "sentence")),
  };
  const taken = again ? await readAgain(book.store, options) : await takeIn(book.store, sources, options);
  progress.end(counted(taken.value.sentences, "sentence"));
  return taken;
}

async function sourceOf(file: string): Promise<string | Source> {
  return file === "-" ? { name: "stdin", bytes: await buffer(process.stdin) } : file;
}

function unreadFile(problem: Problem): AddedFile {
  const file = problem.place && "file" in problem.place ? problem.place.file : "";
  const none = { number: null, document: null, claims: 0, repeats: 0, repeatsMost: null };
  return { file, news: "unread", ...none, problems: [problem] };
}

/** New ones by their numbers, then what was here, then what could not be read. */
function inOrder(rows: readonly AddedFile[]): AddedFile[] {
  const order: readonly AddedFile["news"][] = ["document", "reading", "appearance", "none", "unread"];
  const key = ({ news, number, file }: AddedFile): string =>
    `${order.indexOf(news)} ${news === "document" ? number!.padStart(9, "0") : file}`;
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Problems with the book, which no file is to blame for. */
function storeTrouble({ value, problems }: Result<TakenIn>): Problem[] {
  const ofFiles = new Set(value.files.flatMap((file: FileKept) => file.problems));
  return problems.filter((problem) => !ofFiles.has(problem));
}

/** What was read with a doubt, and what stopped the intake. */
function tell(rows: readonly AddedFile[], trouble: readonly Problem[], { note }: Terminal): void {
  for (const { news, problems } of rows)
    if (news !== "unread") for (const problem of problems) note(problemText(problem));
  for (const problem of trouble) note(problemText(problem));
}

/** A command with more of them is none that a person reads. */
const numbersInFilter = 5;

/** What to do with what is new; and whether the dates that the book pins leave some of it out. */
async function nextText(news: readonly AddedFile[], book: OpenBook, before: string): Promise<string> {
  const { documents, question } = await book.ask((inside) =>
    askedDocuments(inside, book.settings, { firmness: null, asOf: null, knownOn: null }),
  );
  const ids = new Set(news.map(({ document }) => document));
  const hidden = documents.filter(
    ({ id, known_from }) => ids.has(id) && question.knownOn !== null && known_from > question.knownOn,
  ).length;
  const later =
    hidden === 0
      ? ""
      : `${hidden} of these ${hidden === 1 ? "is known only" : "are known only"} after ${question.knownOn}, to which ${bookFile} pins the book. With them: --at today\n`;
  if (!news.some(({ claims }) => claims > 0)) return later;
  const filter = news.length > numbersInFilter ? "" : ` document:${news.map(({ number }) => number).join(",")}`;
  const since = documents.length > news.length ? `       ${book.command(`diff ${before}`)}\n` : "";
  return `${later}Next:  ${book.command(`claims${filter}`)}\n       ${book.command("review")}\n${since}`;
}

function stopped({ files, left }: TakenIn, { note }: Terminal): ExitCode {
  note(`Stopped. ${counted(files.length, "file")} done and kept, ${left} not begun. Go on: the same command again.\n`);
  return exitCodes.stopped;
}
