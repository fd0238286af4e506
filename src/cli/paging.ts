/** Which page of a list? `--limit N --after PLACE`. */

import type { Problem } from "../model/problem.ts";
import type { Cursor } from "../store/page.ts";
import type { Call } from "./verb.ts";

export interface Paging {
  readonly limit: number;
  readonly after: Cursor | null;
}

/** As many rows as a person looks through; all of them where another program reads. */
const rowsForPeople = 50;
const rowsForPrograms = 1_000_000_000;

/** Reads the flags. */
export function readPaging({ texts }: Pick<Call, "texts">, forPeople: boolean): Paging | Problem {
  const after = (texts.after ?? null) as Cursor | null;
  if (texts.limit === undefined) return { limit: forPeople ? rowsForPeople : rowsForPrograms, after };
  const limit = /^\d{1,9}$/.test(texts.limit) ? Number(texts.limit) : 0;
  if (limit > 0) return { limit, after };
  return {
    code: "bad-limit",
    message: `--limit ${texts.limit}: that is no number of rows.`,
    fix: `--limit ${rowsForPeople}`,
  };
}
