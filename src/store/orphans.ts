/** Which decisions are about what is no longer shown? A newer reader may have lost a claim that a person decided on. */

import type { Decision } from "../model/book.ts";
import { parsedDecision } from "./decision-rows.ts";
import type { Book } from "./tables.ts";

/** Decisions in effect on claims that no document's latest reading holds, or that are not in the book at all. */
export async function orphanedDecisions(book: Book): Promise<Decision[]> {
  const rows = await book
    .selectFrom("decisions")
    .innerJoin("writes", "writes.id", "decisions.write")
    .selectAll("decisions")
    .where("decisions.verb", "in", ["accept", "reject", "edit", "claim"])
    .where("writes.in_effect", "=", 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("shown_claims")
            .select("shown_claims.id")
            .whereRef("shown_claims.id", "=", "decisions.subject")
            .where("shown_claims.latest", "=", 1),
        ),
      ),
    )
    .orderBy("decisions.at")
    .orderBy("decisions.id")
    .execute();
  return rows.map(parsedDecision);
}
