/** Takes lines of an export into a book, in any order. What the book has already stays as it is; a bad line is told, and the others are taken. */

import type { DecisionId, DocumentId, ReadingId } from "../model/id.ts";
import type { Problem, Result } from "../model/problem.ts";
import { parsedDecision } from "./decision-rows.ts";
import { beginWrite, countWrites, type Writer } from "./decisions.ts";
import { textOf } from "./documents.ts";
import { recordImport } from "./imports.ts";
import { insertAll } from "./insert-all.ts";
import { type ReadLine, readLine } from "./read-line.ts";
import type { RecordType } from "./record-lines.ts";
import { refreshBook } from "./refresh.ts";
import type { Book, Tables } from "./tables.ts";
import { settleAll } from "./undo.ts";

export interface Imported {
  /** Records that the book did not have. */
  readonly added: number;
  /** Lines whose records it had, or that came twice. */
  readonly known: number;
}

/** Imports lines; problems name `file`. To be run inside one write: then it is done wholly or not at all. It is a write of `writer`'s, which can be undone. */
export async function importLines(
  book: Book,
  lines: Iterable<string> | AsyncIterable<string>,
  file: string,
  writer: Writer,
): Promise<Result<Imported>> {
  const problems: Problem[] = [];
  const incoming = await readLines(lines, (line, message) => problems.push(badLine(message, file, line)));
  const before = await countRecords(book);
  const readBefore = new Set((await readingsOf(book)).keys());

  // Each sort of record refers to those before it only, so this order finds what is missing.
  const taken = { ...incoming };
  const lacking = (type: RecordType, what: string, isThere: (record: ReadLine) => boolean): void => {
    for (const { line } of incoming[type].filter(({ record }) => !isThere(record)))
      problems.push(badLine(`${what} is neither in this file nor in the book.`, file, line));
    taken[type] = incoming[type].filter(({ record }) => isThere(record));
  };
  await insertAll(book, "documents", rowsOf(taken, "document"));
  const documents = new Set((await book.selectFrom("documents").select("id").execute()).map(({ id }) => id));
  const hasDocument = (record: ReadLine): boolean =>
    "document" in record.row && documents.has(record.row.document as DocumentId);
  lacking("appearance", "its document", hasDocument);
  lacking("reading", "its document", hasDocument);
  await insertAll(book, "appearances", rowsOf(taken, "appearance"));
  await insertAll(book, "readings", rowsOf(taken, "reading"));

  const readings = await readingsOf(book);
  const hasReading = (record: ReadLine): boolean => "reading" in record.row && readings.has(record.row.reading);
  lacking("claim", "its reading", hasReading);
  lacking("refusal", "its reading", hasReading);
  taken.claim = await grounded(book, taken.claim, readings, (line, message) =>
    problems.push(badLine(message, file, line)),
  );
  await insertAll(book, "claims", rowsOf(taken, "claim"));
  await insertAll(book, "refusals", rowsOf(taken, "refusal"));
  const decided = await importDecisions(book, rowsOf(taken, "decision"));

  const added = (await countRecords(book)) - before;
  if (added > 0) {
    const read = [...readings.keys()].filter((id) => !readBefore.has(id));
    await recordImport(book, await beginWrite(book, writer), file, [...decided, ...read], added);
    await refreshBook(book);
  }
  const all = Object.values(taken).reduce((sum, { length }) => sum + length, 0);
  return { value: { added, known: all - added }, problems: problems.sort(byLine) };
}

/** A record with the number of its line. */
interface Numbered {
  readonly line: number;
  readonly record: ReadLine;
}
type Incoming = Record<RecordType, Numbered[]>;

async function readLines(
  lines: Iterable<string> | AsyncIterable<string>,
  bad: (line: number, message: string) => void,
): Promise<Incoming> {
  const incoming: Incoming = { document: [], appearance: [], reading: [], claim: [], refusal: [], decision: [] };
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const record = readLine(line);
    if (typeof record === "string") bad(number, record);
    else incoming[record.type].push({ line: number, record });
  }
  return incoming;
}

/** The row that a type of line is. */
type Rows = { readonly [Line in ReadLine as Line["type"]]: Line["row"] };

function rowsOf<Type extends RecordType>(incoming: Incoming, type: Type): Rows[Type][] {
  return incoming[type].map(({ record }) => record.row as Rows[Type]);
}

async function readingsOf(book: Book): Promise<Map<ReadingId, DocumentId>> {
  const rows = await book.selectFrom("readings").select(["id", "document"]).execute();
  return new Map(rows.map(({ id, document }) => [id, document]));
}

/** The claims whose words stand in their documents, at their place. */
async function grounded(
  book: Book,
  claims: readonly Numbered[],
  readings: ReadonlyMap<ReadingId, DocumentId>,
  bad: (line: number, message: string) => void,
): Promise<Numbered[]> {
  const kept: Numbered[] = [];
  const byReading = Map.groupBy(claims, ({ record }) => (record as ClaimLine).row.reading);
  for (const [reading, own] of byReading) {
    const document = readings.get(reading)!;
    const text = await textOf(book, document);
    for (const each of own) {
      const { claim } = each.record as ClaimLine;
      if (claim.document !== document) bad(each.line, "its reading is of another document.");
      else if (text.slice(...claim.span) !== claim.quote) bad(each.line, "its quote is not the text at its span.");
      else kept.push(each);
    }
  }
  return kept;
}

type ClaimLine = Extract<ReadLine, { type: "claim" }>;

/** Takes the decisions that are new, whose ids it gives, and finds anew which writes are in effect: an undo may have come before what it undoes. */
async function importDecisions(book: Book, rows: readonly Tables["decisions"][]): Promise<DecisionId[]> {
  const known = new Set((await book.selectFrom("decisions").select("id").execute()).map(({ id }) => id));
  const fresh = [...new Map(rows.map((row) => [row.id, row])).values()].filter(({ id }) => !known.has(id));
  await insertAll(book, "decisions", fresh);
  await countWrites(book, fresh.map(parsedDecision));
  await settleAll(book);
  return fresh.map(({ id }) => id);
}

async function countRecords(book: Book): Promise<number> {
  let sum = 0;
  for (const table of ["documents", "appearances", "readings", "claims", "refusals", "decisions"] as const) {
    const { count } = await book
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    sum += count;
  }
  return sum;
}

function badLine(message: string, file: string, line: number): Problem {
  return { code: "bad-line", message, place: { file, line }, fix: "Export it again where it comes from." };
}

function byLine(one: Problem, other: Problem): number {
  const line = ({ place }: Problem): number => (place && "line" in place ? (place.line ?? 0) : 0);
  return line(one) - line(other);
}
