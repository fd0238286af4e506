/** What lies in a book's folder? Its configuration, registers and documents. */

import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { lastDayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import type { Registers } from "../model/party.ts";
import type { Problem, Result } from "../model/problem.ts";
import { readAssumptions } from "./assumptions.ts";
import { readDocumentFile } from "./read-file.ts";
import { type RegisterFiles, readRegisters } from "./registers.ts";
import { type YamlPlace, yamlPlace } from "./yaml-place.ts";

export interface Book {
  readonly name: string | null;
  /** The dates that the book pins; null where it leaves them open. */
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
  /** The day that a demonstration moves to. */
  readonly next: PartialDay | null;
  /** Under which name decisions are kept; null where the book leaves it to the machine. */
  readonly reviewer: string | null;
  readonly registers: Registers;
  /** In the order of their published days, then of their names; undated ones last. */
  readonly documents: readonly BookDocument[];
}

export interface BookDocument {
  /** Its path from the book's folder. */
  readonly file: string;
  readonly document: Document;
}

/** Opens a book. What cannot be read is a problem; the rest is there. Null where the folder holds no book. */
export async function openBook(folder: string): Promise<Result<Book | null>> {
  const source = await sourceOf(folder);
  if (source === null) return { value: null, problems: [noBook(folder)] };
  const { value, problems } = await readConfiguration(source, join(folder, bookFile));
  const registers = await registersIn(folder, value);
  const documents = await readDocuments(folder);
  return {
    value: { ...value, registers: registers.value, documents: documents.value },
    problems: [...problems, ...registers.problems, ...documents.problems],
  };
}

/** A book without the files of its documents, which its store may hold already. */
export type BookSettings = Omit<Book, "documents">;

/** What the configuration and the registers of a book say; null where the folder holds no book. */
export async function readSettings(folder: string): Promise<Result<BookSettings | null>> {
  const source = await sourceOf(folder);
  if (source === null) return { value: null, problems: [noBook(folder)] };
  const { value, problems } = await readConfiguration(source, join(folder, bookFile));
  const registers = await registersIn(folder, value);
  return { value: { ...value, registers: registers.value }, problems: [...problems, ...registers.problems] };
}

async function registersIn(folder: string, { registers }: Configuration): Promise<Result<Registers>> {
  const shared = await readRegisters(filesIn(folder, registers));
  const assumptions = await readAssumptions(folder);
  return {
    value: { ...shared.value, assumptions: assumptions.value },
    problems: [...shared.problems, ...assumptions.problems],
  };
}

/** The folder of the book in which one stands: this folder or the nearest above it; null where there is none. */
export async function findBook(folder = "."): Promise<string | null> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (await holdsBook(at)) return at;
    if (at === dirname(at)) return null;
  }
}

/** Whether a folder is a book. */
export async function holdsBook(folder: string): Promise<boolean> {
  return access(join(folder, bookFile)).then(
    () => true,
    () => false,
  );
}

/** Makes a folder a book, named after it; it comes into being if it is not there. Throws what the system says where nothing can be written. */
export async function beginBook(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = JSON.stringify(basename(resolve(folder)) || "My book");
  await writeFile(join(folder, bookFile), `# A book of Capstack. Its keys stand in docs/cli.md.\nname: ${name}\n`, {
    flag: "wx",
  });
}

/** The file that makes a folder a book. */
export const bookFile = "capstack.yaml";

async function sourceOf(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, bookFile), "utf8");
  } catch {
    // Any folder may be asked whether it is a book.
    return null;
  }
}

interface Configuration extends Pick<Book, "name" | "asOf" | "knownOn" | "next" | "reviewer"> {
  /** Paths from the book's folder. */
  readonly registers: RegisterFiles;
}

function filesIn(folder: string, { parties, chips, offers }: RegisterFiles): RegisterFiles {
  return { parties: join(folder, parties), chips: join(folder, chips), offers: join(folder, offers) };
}

/** Reads `capstack.yaml`: `name`, `at` (both dates), `as-of`, `known-on`, `next`, `reviewer`, `registers`. Keys of other tools are left alone. */
async function readConfiguration(source: string, file: string): Promise<Result<Configuration>> {
  const { isMap, isScalar, parseDocument } = await import("yaml");
  const yaml = parseDocument(source, { prettyErrors: false });
  const problems: Problem[] = [];
  const tell = (reason: string, offset: number): void =>
    void problems.push(badConfiguration(reason, file, yamlPlace(source, offset)));
  for (const error of yaml.errors) tell(error.message, error.pos[0]);

  const scalar = (...path: string[]): { text: string; offset: number } | null => {
    const node: unknown = isMap(yaml.contents) ? yaml.getIn(path, true) : undefined;
    return isScalar(node) && node.value !== null ? { text: String(node.value), offset: node.range?.[0] ?? 0 } : null;
  };
  const day = (key: string): PartialDay | null => {
    const written = scalar(key);
    const value = written && parseDay(written.text);
    if (written && !value) tell(`${key}: “${written.text}” is no day`, written.offset);
    return value ? lastDayOf(value) : null;
  };
  const at = day("at");
  const value: Configuration = {
    name: scalar("name")?.text ?? null,
    asOf: day("as-of") ?? at,
    knownOn: day("known-on") ?? at,
    next: day("next"),
    reviewer: scalar("reviewer")?.text ?? null,
    registers: {
      parties: scalar("registers", "parties")?.text ?? "parties.csv",
      chips: scalar("registers", "chips")?.text ?? "chips.csv",
      offers: scalar("registers", "offers")?.text ?? "offers.csv",
    },
  };
  return { value, problems };
}

async function readDocuments(folder: string): Promise<Result<BookDocument[]>> {
  let names: string[];
  try {
    names = (await readdir(join(folder, "documents"))).filter((name) => !name.startsWith(".")).sort();
  } catch {
    return { value: [], problems: [noDocuments(folder)] };
  }
  const value: BookDocument[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const file = join("documents", name);
    const read = await readDocumentFile(join(folder, file));
    problems.push(...read.problems);
    if (read.value) value.push({ file, document: read.value });
  }
  // "undated" sorts after every year.
  const dayOf = ({ document }: BookDocument): string => document.published ?? "undated";
  return {
    value: value.sort((one, other) => compare(dayOf(one), dayOf(other)) || compare(one.file, other.file)),
    problems,
  };
}

/** By code units: the same order on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The folder holds no book. */
export function noBook(folder: string): Problem {
  return {
    code: "no-book",
    message: "there is no book here (no capstack.yaml).",
    place: { file: folder },
    fix: "capstack add FILE… begins one; capstack demo makes an example.",
  };
}

/** A book that should have files of documents has none. */
export function noDocuments(folder: string): Problem {
  return {
    code: "no-documents",
    message: "the book has no folder documents/.",
    place: { file: folder },
    fix: `mkdir ${join(folder, "documents")}`,
  };
}

function badConfiguration(reason: string, file: string, { line, column, shown }: YamlPlace): Problem {
  return {
    code: "bad-configuration",
    message: `${reason.split("\n")[0]}\n${shown}\n  Expected lines such as  name: My book  and  at: 2025-12-17`,
    place: { file, line, column },
  };
}
