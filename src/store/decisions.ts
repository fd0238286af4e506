/** Keeps what people decide. A decision is never changed: a further one follows it, or an undo. */

import { type Decision, decisionOf, type Instant, type WriteOrigin } from "../model/book.ts";
import type { WriteId } from "../model/id.ts";
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

/** Begins a write. Its time is later than that of every write before it, so that the order of writes is that of their times. */
export async function beginWrite(book: Book, { by, at = new Date() }: Writer): Promise<WriteOrigin> {
  const { last } = await book
    .selectFrom("writes")
    .select(({ fn }) => fn.max("at").as("last"))
    .executeTakeFirstOrThrow();
  const time = Math.max(at.getTime(), last ? Date.parse(last) + 1 : 0);
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
    const undoes = records.map(targetOf).find((target): target is WriteId => target !== null) ?? null;
    await book
      .insertInto("writes")
      .values({ id, at, by, verb, records: records.length, undoes, in_effect: 1 })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(({ eb, ref }) => ({ records: eb(ref("writes.records"), "+", records.length) })),
      )
      .execute();
  }
}
