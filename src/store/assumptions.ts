/** Which of the lines in assumptions.yaml count? All but those whose write was undone. */

import type { Assumption } from "../model/assumption.ts";
import type { Book } from "./tables.ts";

/** Lines that a write made, each with whether that write is in effect. */
export async function loggedAssumptions(book: Book): Promise<Map<string, boolean>> {
  const rows = await book
    .selectFrom("decisions")
    .innerJoin("writes", "writes.id", "decisions.write")
    .select(["decisions.subject", "writes.in_effect"])
    .where("decisions.verb", "=", "assume")
    .execute();
  return new Map(rows.map(({ subject, in_effect }) => [subject, in_effect === 1]));
}

/** The assumptions that count: what a person wrote by hand always does, what a command wrote until it is undone. */
export async function countedAssumptions(book: Book, written: readonly Assumption[]): Promise<Assumption[]> {
  if (written.length === 0) return [];
  const logged = await loggedAssumptions(book);
  return written.filter(({ id }) => logged.get(id) ?? true);
}
