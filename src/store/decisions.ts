/** Keeps what people decide. A decision is never changed: a further one follows it, or an undo. */

import { type Decision, decisionOf, type Instant, type WriteOrigin } from "../model/book.ts";
import { decisionRow, targetOf } from "./decision-rows.ts";
import { insertAll } from "./insert-all.ts";
import type { Book } from "./tables.ts";

/** Who writes, and when if not now. */
export interface Writer {
  readonly by: string;
  readonly at?: Date;
}

/** What is decided. */
export type Act = Pick<Decision, "verb" | "subject" | "body">;

/**
 * Begins a write. Its time is later than that of every write and of every reading before it, so that the order of what came is that of their times: to read
 * again is no write.
 */
export async function beginWrite(book: Book, { by, at = new Date() }: Writer): Promise<WriteOrigin> {
  const lastIn = async (table: "writes" | "readings"): Promise<number> => {
    const { last } = await book
      .selectFrom(table)
      .select(({ fn }) => fn.max("at").as("last"))
      .executeTakeFirstOrThrow();
    return last ? Date.parse(last) + 1 : 0;
  };
  const time = Math.max(at.getTime(), await lastIn("writes"), await lastIn("readings"));
  return { at: new Date(time).toISOString() as Instant, by };
}

/** Records what is decided as part of a write. What it shows is refreshed by the caller, who knows the documents. */
export async function record(book: Book, write: WriteOrigin, acts: readonly Act[]): Promise<Decision[]> {
  const decisions = acts.map((act) => decisionOf(write, act));
  await insertAll(book, "decisions", decisions.map(decisionRow));
  await countWrites(book, decisions);
  return decisions;
}

/** Lists new decisions under their writes. */
export async function countWrites(book: Book, decisions: readonly Decision[]): Promise<void> {
  // Names of deals come along with what brought their claims; nobody decided them.
  const told = decisions.filter(({ verb }) => verb !== "named");
  for (const [id, records] of Map.groupBy(told, ({ write }) => write)) {
    const { at, by, verb } = records[0]!;
    const targets = records.map(targetOf).filter((target) => target !== null);
    const undoes = targets[0] ?? null;
    await book
      .insertInto("writes")
      .values({ id, at, by, verb, records: records.length, undoes, in_effect: 1 })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(({ eb, ref }) => ({ records: eb(ref("writes.records"), "+", records.length) })),
      )
      .execute();
    await insertAll(
      book,
      "undoings",
      targets.map((target) => ({ target, undo: id })),
    );
  }
}
