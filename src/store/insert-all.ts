/** Inserts any number of rows, as many at a time as a statement has room for. */

import type { Insertable } from "kysely";
import type { Book, Tables } from "./tables.ts";

/** SQLite takes 32,766 values in a statement, PostgreSQL twice as many. */
const valuesPerStatement = 30_000;

/** Inserts the rows; those whose key is there already are left out, for equal keys of kept tables mean equal rows. */
export async function insertAll<Name extends keyof Tables>(
  book: Book,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const size = Math.max(1, Math.floor(valuesPerStatement / Object.keys(rows[0]!).length));
  for (let at = 0; at < rows.length; at += size) {
    await book
      .insertInto(table)
      .values(rows.slice(at, at + size))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
