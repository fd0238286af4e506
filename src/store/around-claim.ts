/** What stands around a claim? Who read it, and which claims its amount is held against. */

import { rivalRelation, rivalsAmong } from "../deals/rival-amounts.ts";
import type { ReadingRecord } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { ReadingId } from "../model/id.ts";
import { type StandingClaim, standingClaims } from "./claims.ts";
import type { Book } from "./tables.ts";

/** Who read it, when. */
export async function readerOf(book: Book, reading: ReadingId): Promise<Pick<ReadingRecord, "reader" | "at">> {
  return book.selectFrom("readings").select(["reader", "at"]).where("id", "=", reading).executeTakeFirstOrThrow();
}

/** The claims of other documents that give another amount for the same relation. */
export async function rivalsOf(book: Book, claim: Claim): Promise<StandingClaim[]> {
  const relation = rivalRelation(claim);
  if (relation === null) return [];
  const rows = await book
    .selectFrom("shown_claims")
    .selectAll()
    .where("relation", "=", relation)
    .where("conflict", "=", 1)
    .where("latest", "=", 1)
    .where("document", "<>", claim.document)
    .orderBy("place")
    .orderBy("id")
    .execute();
  const others = await standingClaims(book, rows);
  return others.filter((other) => rivalsAmong([claim, other.claim]).size > 0);
}
