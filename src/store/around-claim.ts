/** What stands around a claim? Who read it, and which claims its amount is held against. */

import { rivalRelation, rivalsAmong } from "../deals/rival-amounts.ts";
import type { ReadingRecord } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { ClaimId, DocumentId, ReadingId } from "../model/id.ts";
import { type StandingClaim, standingClaims } from "./claims.ts";
import { relationClaim } from "./refresh.ts";
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

/** The claims that are in conflict by what was known on a day: a document that came later contradicts nothing yet. */
export async function conflictsKnownOn(book: Book, knownOn: PartialDay | null): Promise<Map<ClaimId, DocumentId>> {
  let query = book
    .selectFrom("shown_claims")
    .innerJoin("shown_documents", "shown_documents.id", "shown_claims.document")
    .select(["shown_claims.id", "document", "status", "low", "high", "unit", "approximate", "starts", "relation"])
    .where("conflict", "=", 1)
    .where("latest", "=", 1);
  if (knownOn !== null) query = query.where("shown_documents.known_from", "<=", knownOn);
  const rows = await query.execute();
  if (knownOn === null) return new Map(rows.map(({ id, document }) => [id, document]));
  const known = new Map<ClaimId, DocumentId>();
  for (const claims of Map.groupBy(rows, ({ relation }) => relation).values()) {
    const rivals = rivalsAmong(claims.map(relationClaim));
    for (const { id, document } of claims) if (rivals.has(id)) known.set(id, document);
  }
  return known;
}
