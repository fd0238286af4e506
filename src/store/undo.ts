/** Undoes writes, and undoes undoing. An undo is a record: nothing is taken away, what it undoes is no longer counted. */

import type { AppearanceId, ClaimId, DocumentId, WriteId } from "../model/id.ts";
import { beginWrite, record, type Writer } from "./decisions.ts";
import { refuse } from "./fault.ts";
import { importOf, writesToUndo } from "./imports.ts";
import { refreshDocuments } from "./refresh.ts";
import type { Book, Tables } from "./tables.ts";

export type WriteRow = Tables["writes"];

/** Undoes the last write that is in effect and no undo itself; again and again it goes further back. Gives what it undid. */
export async function undoLast(book: Book, writer: Writer): Promise<WriteRow> {
  const last = await lastInEffect(book, false);
  if (!last)
    return refuse({
      code: "nothing-to-undo",
      message: "nothing was written that could be undone.",
      fix: "capstack log",
    });
  return undoWrite(book, last.id, writer);
}

/** Undoes the last undo that is in effect. Gives the write that counts again. */
export async function redoLast(book: Book, writer: Writer): Promise<WriteRow> {
  const last = await lastInEffect(book, true);
  if (!last)
    return refuse({
      code: "nothing-to-redo",
      message: "nothing was undone that could be done again.",
      fix: "capstack log",
    });
  await undoWrite(book, last.id, writer);
  return writeOf(book, last.undoes!);
}

/** Undoes any one write, by its id; of an import all that it brought. */
export async function undoWrite(book: Book, id: WriteId, writer: Writer): Promise<WriteRow> {
  const write = await writeOf(book, id);
  if (write.in_effect === 0)
    return refuse({ code: "already-undone", message: `${id} is undone already.`, fix: "capstack log" });
  const origin = await beginWrite(book, writer);
  const targets = (await importOf(book, id)) ? [id, ...(await writesToUndo(book, id))] : [id];
  await record(
    book,
    origin,
    targets.map((target) => ({ verb: "undo", subject: target, body: {} })),
  );
  await settle(book, targets);
  return write;
}

/** Which writes are in effect? Those that no undo in effect undoes. Settles these and, where one is an undo that changed, all that it undoes. */
export async function settle(book: Book, writes: readonly WriteId[]): Promise<void> {
  const changed: WriteId[] = [];
  const open = [...writes];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const write = await book.selectFrom("writes").selectAll().where("id", "=", id).executeTakeFirst();
    // An undo may have come alone, from an import of a part.
    if (!write) continue;
    const undo = await book
      .selectFrom("undoings")
      .innerJoin("writes", "writes.id", "undoings.undo")
      .select("undo")
      .where("target", "=", id)
      .where("in_effect", "=", 1)
      .limit(1)
      .executeTakeFirst();
    const inEffect = undo ? 0 : 1;
    if (inEffect === write.in_effect) continue;
    await book.updateTable("writes").set({ in_effect: inEffect }).where("id", "=", id).execute();
    changed.push(id);
    const targets = await book.selectFrom("undoings").select("target").where("undo", "=", id).execute();
    open.push(...targets.map(({ target }) => target));
  }
  await refreshDocuments(book, await documentsOf(book, changed));
}

/** Settles every write, after records came in any order. What is shown is refreshed by the caller. */
export async function settleAll(book: Book): Promise<void> {
  // An undo is later than what it undoes, so that from the last to the first each finds its undos settled.
  const writes = await book.selectFrom("writes").selectAll().orderBy("at", "desc").orderBy("id", "desc").execute();
  const targetsOf = Map.groupBy(await book.selectFrom("undoings").selectAll().execute(), ({ undo }) => undo);
  const undone = new Set<WriteId>();
  for (const { id, in_effect } of writes) {
    const inEffect = undone.has(id) ? 0 : 1;
    if (inEffect === 1) for (const { target } of targetsOf.get(id) ?? []) undone.add(target);
    if (inEffect !== in_effect)
      await book.updateTable("writes").set({ in_effect: inEffect }).where("id", "=", id).execute();
  }
}

/** The documents that writes are about: those that they added, and those of the claims that they decided on. */
async function documentsOf(book: Book, writes: readonly WriteId[]): Promise<DocumentId[]> {
  if (writes.length === 0) return [];
  const subjects = book.selectFrom("decisions").select("subject").where("write", "in", writes);
  const added = await book
    .selectFrom("appearances")
    .select("document")
    .where("id", "in", subjects.$castTo<{ subject: AppearanceId }>())
    .execute();
  const decided = await book
    .selectFrom("claims")
    .select("document")
    .where("id", "in", subjects.$castTo<{ subject: ClaimId }>())
    .execute();
  return [...added, ...decided].map(({ document }) => document);
}

async function lastInEffect(book: Book, undo: boolean): Promise<WriteRow | undefined> {
  return book
    .selectFrom("writes")
    .selectAll()
    .where("in_effect", "=", 1)
    .where("undoes", undo ? "is not" : "is", null)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function writeOf(book: Book, id: WriteId): Promise<WriteRow> {
  const write = await book.selectFrom("writes").selectAll().where("id", "=", id).executeTakeFirst();
  return (
    write ?? refuse({ code: "unknown-write", message: `there is no write ${id} in this book.`, fix: "capstack log" })
  );
}
