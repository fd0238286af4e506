/** Gives the whole book as lines of JSON: the same book, the same bytes, on every machine. */

import type { SelectQueryBuilder } from "kysely";
import { Damage } from "./fault.ts";
import { appearanceLine, claimLine, decisionLine, documentLine, readingLine, refusalLine } from "./record-lines.ts";
import { structureFaults } from "./sqlite.ts";
import type { Book, Tables } from "./tables.ts";

/** Rows that are in memory at one time. */
const chunk = 200;

/**
 * All records, one a line: documents, appearances, readings, claims, refusals, decisions, each by its id. A book in which anything is not as it was
 * written is not exported: its export would pass for the book.
 */
export async function* exportLines(book: Book): AsyncGenerator<string> {
  const [fault] = await structureFaults(book);
  if (fault !== undefined) throw new Damage(fault);
  yield* linesOf(book.selectFrom("documents").selectAll().orderBy("id"), documentLine);
  yield* linesOf(book.selectFrom("appearances").selectAll().orderBy("id"), appearanceLine);
  yield* linesOf(book.selectFrom("readings").selectAll().orderBy("id"), readingLine);
  yield* linesOf(book.selectFrom("claims").selectAll().orderBy("reading").orderBy("id"), claimLine);
  yield* linesOf(book.selectFrom("refusals").selectAll().orderBy("reading").orderBy("number"), refusalLine);
  yield* linesOf(book.selectFrom("decisions").selectAll().orderBy("at").orderBy("id"), decisionLine);
}

async function* linesOf<Row>(
  query: SelectQueryBuilder<Tables, keyof Tables, Row>,
  line: (row: Row) => string,
): AsyncGenerator<string> {
  for await (const row of query.stream(chunk)) yield line(row);
}
