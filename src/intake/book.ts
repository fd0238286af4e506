/** What lies in a book's folder? Its configuration, registers and documents. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { lastDayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import type { Registers } from "../model/party.ts";
import type { Problem, Result } from "../model/problem.ts";
import { readDocumentFile } from "./read-file.ts";
import { readRegisters } from "./registers.ts";
import { type YamlPlace, yamlPlace } from "./yaml-place.ts";

export interface Book {
  readonly name: string | null;
  /** The dates that the book pins; null where it leaves them open. */
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
  /** The day that a demonstration moves to. */
  readonly next: PartialDay | null;
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
  const registers = await readRegisters(join(folder, value.parties), join(folder, value.chips));
  const documents = await readDocuments(folder);
  return {
    value: { ...value, registers: registers.value, documents: documents.value },
    problems: [...problems, ...registers.problems, ...documents.problems],
  };
}

/** The registers of the book in a folder; null where the folder holds no book. */
export async function registersOfBook(folder: string): Promise<Result<Registers | null>> {
  const source = await sourceOf(folder);
  if (source === null) return { value: null, problems: [noBook(folder)] };
  const { value, problems } = await readConfiguration(source, join(folder, bookFile));
  const registers = await readRegisters(join(folder, value.parties), join(folder, value.chips));
  return { value: registers.value, problems: [...problems, ...registers.problems] };
}

/** The file that makes a folder a book. */
const bookFile = "capstack.yaml";

async function sourceOf(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, bookFile), "utf8");
  } catch {
    // Any folder may be asked whether it is a book.
    return null;
  }
}

interface Configuration extends Pick<Book, "name" | "asOf" | "knownOn" | "next"> {
  /** Paths of the registers from the book's folder. */
  readonly parties: string;
  readonly chips: string;
}

/** Reads `capstack.yaml`: `name`, `at` (both dates), `as-of`, `known-on`, `next`, `registers`. Keys of other tools are left alone. */
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
    parties: scalar("registers", "parties")?.text ?? "parties.csv",
    chips: scalar("registers", "chips")?.text ?? "chips.csv",
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

function noBook(folder: string): Problem {
  return {
    code: "no-book",
    message: "there is no book here (no capstack.yaml).",
    place: { file: folder },
    fix: "capstack demo makes an example book.",
  };
}

function noDocuments(folder: string): Problem {
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
