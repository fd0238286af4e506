/** The book that a command is about: found, opened, and closed whatever happens. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join, relative } from "node:path";
import { type BookSettings, beginBook, bookFile, findBook, holdsBook, noBook, readSettings } from "../intake/book.ts";
import { readRegisters } from "../intake/registers.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Writer } from "../store/decisions.ts";
import { openStore, type Store } from "../store/store.ts";
import type { Book } from "../store/tables.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { problemText } from "./render/problem.ts";
import type { Terminal } from "./terminal.ts";
import type { Call, Outcome } from "./verb.ts";

export interface OpenBook {
  /** As this person would write it: relative where that is shorter. */
  readonly folder: string;
  readonly settings: BookSettings;
  readonly store: Store;
  readonly writer: Writer;
  /** A further command on this book, as this person would type it. */
  readonly command: (words: string) => string;
  /** Whether nothing of what is written will stay. */
  readonly rehearsal: boolean;
  /** Asks one state of the book; a problem ends the command. */
  readonly ask: <T>(question: (book: Book) => Promise<T>) => Promise<T>;
  /** Makes one change; a problem ends the command, and then nothing of it was stored. */
  readonly write: <T>(change: (book: Book) => Promise<T>) => Promise<T>;
}

/** What the command needs of a book. */
export interface Needs {
  /** Make the folder a book if there is none. */
  readonly begin?: boolean;
}

/** Runs a command on the book that is named by `--book`, else stood in, else in ./capstack-demo. */
export async function inBook(
  call: Call,
  { begin = false }: Needs,
  act: (book: OpenBook) => Promise<Outcome>,
): Promise<Outcome> {
  const { terminal, texts, switches } = call;
  const rehearsal = switches.has("dry-run");
  let scratch: string | null = null;
  try {
    const { folder, isNew } = await folderOf(texts.book, begin, terminal);
    const settings = isNew
      ? await newSettings(folder, rehearsal, terminal)
      : tellAll(await readSettings(folder), terminal);
    if (rehearsal) scratch = await mkdtemp(join(tmpdir(), "capstack-rehearsal-"));
    await using store = await storeOf(folder, isNew, scratch, terminal);
    return await act({
      folder,
      settings,
      store,
      rehearsal,
      command: (words) => `${terminal.program} ${words}${texts.book === undefined ? "" : ` --book ${texts.book}`}`,
      writer: { by: writerName(settings) },
      ask: async (question) => unrefused(await store.ask(question)),
      write: async (change) => unrefused(await store.write(change)),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const problem of error.problems) terminal.note(problemText(problem));
    return exitOf(error.problems);
  } finally {
    if (scratch !== null) await rm(scratch, { recursive: true });
  }
}

/** Problems that end a command. */
export class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("\n"));
    this.problems = problems;
  }
}

function unrefused<T>({ value, problems }: Result<T | null>): T {
  if (value === null) throw new Refused(problems);
  return value;
}

/** Whether a command that names no book has one. */
export async function standsInBook(): Promise<boolean> {
  return (await findBook()) !== null || (await holdsBook(demoFolder));
}

/** The folder of the example book, beside which its commands work too. */
export const demoFolder = "capstack-demo";

async function folderOf(
  named: string | undefined,
  begin: boolean,
  terminal: Terminal,
): Promise<{ folder: string; isNew: boolean }> {
  if (named !== undefined) {
    if (await holdsBook(named)) return { folder: named, isNew: false };
    if (begin) return { folder: named, isNew: true };
    throw new Refused([noBook(named)]);
  }
  const found = await findBook();
  if (found !== null) return { folder: relative(".", found) || ".", isNew: false };
  if (await holdsBook(demoFolder)) {
    terminal.note(`In the book ${demoFolder} (no ${bookFile} here).\n`);
    return { folder: demoFolder, isNew: false };
  }
  if (begin) return { folder: ".", isNew: true };
  throw new Refused([noBook(".")]);
}

/** Begins a book; a rehearsal does as if. */
async function newSettings(folder: string, rehearsal: boolean, terminal: Terminal): Promise<BookSettings> {
  if (!rehearsal) {
    try {
      await beginBook(folder);
    } catch (error) {
      throw new Refused([cannotBegin(folder, error as NodeJS.ErrnoException)]);
    }
    terminal.note(`Began a book here: ${join(folder, bookFile)}\n`);
    return tellAll(await readSettings(folder), terminal);
  }
  const { value: registers } = await readRegisters();
  return { name: null, asOf: null, knownOn: null, next: null, reviewer: null, registers };
}

function cannotBegin(folder: string, { code = "unknown" }: NodeJS.ErrnoException): Problem {
  return {
    code: "cannot-begin",
    message: `no book can be begun here (${code}).`,
    place: { file: folder },
    fix: "capstack add FILE… --book DIR, where DIR is a folder of yours",
  };
}

/** The store of the book, or in a rehearsal a copy of it. */
async function storeOf(folder: string, isNew: boolean, scratch: string | null, terminal: Terminal): Promise<Store> {
  const onWait = (): void => terminal.note("Another Capstack is writing in this book. Waiting for it …\n");
  if (scratch === null) return unrefused(await openStore(folder, { onWait }));
  if (!isNew) {
    await using store = unrefused(await openStore(folder, { onWait }));
    unrefused(await store.copyTo(join(scratch, "capstack.db")));
  }
  return unrefused(await openStore(scratch));
}

/** Configuration that cannot be understood stops a command that would count on it. */
function tellAll({ value, problems }: Result<BookSettings | null>, terminal: Terminal): BookSettings {
  if (value === null) throw new Refused(problems);
  for (const problem of problems) terminal.note(problemText(problem));
  return value;
}

/** Under which name decisions are kept: what the book says, else whoever is logged in. */
function writerName({ reviewer }: BookSettings, env: NodeJS.ProcessEnv = process.env): string {
  return reviewer ?? (env.USER || env.LOGNAME || env.USERNAME || userInfo().username);
}

/** Problems of the book itself end with "an input could not be read", questions about what is not there with "no answer", the rest was asked wrongly. */
function exitOf(problems: readonly Problem[]): ExitCode {
  const [{ code } = { code: "" }] = problems;
  if (/^(book|disk)-|^(not-a-store|no-book|no-such-folder|cannot-begin|cannot-export)$/.test(code))
    return exitCodes.input;
  return /^(nothing-to-|no-such-finding|not-posted)/.test(code) ? exitCodes.noAnswer : exitCodes.usage;
}
