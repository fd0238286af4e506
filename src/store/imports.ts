/** What did an import bring? An import is a write of this file alone: no export tells of it, and undoing it undoes the writes that came with it. */

import type { WriteOrigin } from "../model/book.ts";
import { type DecisionId, type ReadingId, recordId, type WriteId } from "../model/id.ts";
import { insertAll } from "./insert-all.ts";
import type { Book, Tables } from "./tables.ts";

/** Records an import with the decisions and readings that the book did not have before it. */
export async function recordImport(
  book: Book,
  { at, by }: WriteOrigin,
  file: string,
  records: readonly (DecisionId | ReadingId)[],
  added: number,
): Promise<void> {
  const id = recordId<WriteId>("w", [at, by, "import", file]);
  await insertAll(book, "imports", [{ id, at, by, file }]);
  await insertAll(
    book,
    "imported",
    records.map((record) => ({ record, import: id })),
  );
  await insertAll(book, "writes", [{ id, at, by, verb: "import", records: added, undoes: null, in_effect: 1 }]);
}

/** The import of an id; undefined where it is a write like others. */
export async function importOf(book: Book, id: WriteId): Promise<Tables["imports"] | undefined> {
  return book.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Whether a write was made in another book, and came by an import. */
export async function wasImported(book: Book, write: WriteId): Promise<boolean> {
  const row = await book
    .selectFrom("decisions")
    .innerJoin("imported", "imported.record", "decisions.id")
    .select("decisions.id")
    .where("decisions.write", "=", write)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What is to be undone so that a book shows what it would without an import: the writes that it brought, and of the undos that it brought those of writes
 * that were here before. To undo the others would show again what came undone.
 */
export async function writesToUndo(book: Book, imported: WriteId): Promise<WriteId[]> {
  const rows = await book
    .selectFrom("imported")
    .innerJoin("decisions", "decisions.id", "imported.record")
    .leftJoin("undoings", "undoings.undo", "decisions.write")
    .leftJoin("writes", "writes.id", "undoings.target")
    .select(["decisions.write", "undoings.target", "writes.id as here"])
    .where("imported.import", "=", imported)
    .distinct()
    .orderBy("decisions.write")
    .execute();
  const brought = new Set(rows.map(({ write }) => write));
  const own = rows.filter(({ target, here }) => target === null || (here !== null && !brought.has(here)));
  return [...new Set(own.map(({ write }) => write))];
}

/** How many readings that an import brought are still shown: no undo reaches a reading. */
export async function shownReadingsOf(book: Book, imported: WriteId): Promise<number> {
  const { count } = await book
    .selectFrom("imported")
    .innerJoin("shown_documents", (join) => join.onRef("shown_documents.reading", "=", "imported.record" as never))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("imported.import", "=", imported)
    .executeTakeFirstOrThrow();
  return count;
}
