/** Brings the index of what is shown up to the kept records: for some documents after a write, or for all of them. */

import { type RelationClaim, rivalsAmong } from "../deals/rival-amounts.ts";
import type { Claim } from "../model/claim.ts";
import type { DocumentId, PartyId } from "../model/id.ts";
import { sidesOf } from "../views/claim-rows.ts";
import { insertAll } from "./insert-all.ts";
import { countingNow, keptDocuments } from "./kept-documents.ts";
import { type ShownRows, shownRows } from "./shown-rows.ts";
import { forgetWords, indexWords } from "./sqlite.ts";
import type { Book, ShownClaim, Side, Tables } from "./tables.ts";

/** Documents whose rows are in memory at one time. */
const documentsAtOnce = 500;

/** Shows these documents anew: after records of theirs were kept, or decisions about them came into or out of effect. */
export async function refreshDocuments(book: Book, documents: readonly DocumentId[]): Promise<void> {
  const each = [...new Set(documents)].sort();
  for (let at = 0; at < each.length; at += documentsAtOnce) await refresh(book, each.slice(at, at + documentsAtOnce));
}

/** Shows the whole book anew. */
export async function refreshBook(book: Book): Promise<void> {
  const rows = await book.selectFrom("documents").select("id").execute();
  await refreshDocuments(
    book,
    rows.map(({ id }) => id),
  );
}

async function refresh(book: Book, documents: readonly DocumentId[]): Promise<void> {
  const kept = await keptDocuments(book, documents, countingNow);
  const shown = kept.flatMap((document) => shownRows(document) ?? []);
  const before = await relationsOf(book, documents);
  await forgetWords(book, documents);
  await book.deleteFrom("shown_claims").where("document", "in", documents).execute();
  await book.deleteFrom("shown_documents").where("id", "in", documents).execute();
  await insertAll(
    book,
    "shown_documents",
    shown.map(({ document }) => document),
  );
  await insertClaims(book, shown);
  await markConflicts(book, [...before, ...(await relationsOf(book, documents))]);
}

async function insertClaims(book: Book, shown: readonly ShownRows[]): Promise<void> {
  const { last } = await book
    .selectFrom("shown_claims")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const claims = shown
    .flatMap(({ claims }) => claims)
    .map(({ row, claim }, index) => ({ claim, row: { number: Number(last ?? 0) + 1 + index, ...row } }));
  await insertAll(
    book,
    "shown_claims",
    claims.map(({ row }) => row),
  );
  await insertAll(
    book,
    "shown_parties",
    claims.flatMap(({ row, claim }) => partyRows(row.number, claim)),
  );
  await indexWords(
    book,
    claims.map(({ row, claim }) => ({ number: row.number, quote: claim.quote })),
  );
}

function partyRows(number: number, claim: Claim): Tables["shown_parties"][] {
  const sides = sidesOf(claim);
  return (Object.entries(sides) as [Side, PartyId[]][]).flatMap(([side, parties]) =>
    [...new Set(parties)].map((party) => ({ party, claim: number, side })),
  );
}

async function relationsOf(book: Book, documents: readonly DocumentId[]): Promise<string[]> {
  const rows = await book
    .selectFrom("shown_claims")
    .select("relation")
    .distinct()
    .where("document", "in", documents)
    .where("relation", "is not", null)
    .execute();
  return rows.map(({ relation }) => relation!);
}

/** A claim of one document may come into conflict, or out of it, through another document. */
async function markConflicts(book: Book, relations: readonly string[]): Promise<void> {
  if (relations.length === 0) return;
  const rows = await book
    .selectFrom("shown_claims")
    .select(["id", "document", "status", "low", "high", "unit", "approximate", "starts", "relation", "conflict"])
    .where("relation", "in", [...new Set(relations)])
    .where("latest", "=", 1)
    .where("review", "<>", "rejected")
    .execute();
  const rivals = new Set(
    [...Map.groupBy(rows, ({ relation }) => relation).values()].flatMap((claims) => [
      ...rivalsAmong(claims.map(relationClaim)),
    ]),
  );
  for (const conflict of [0, 1] as const) {
    const changed = rows.filter((row) => row.conflict !== conflict && rivals.has(row.id) === (conflict === 1));
    if (changed.length === 0) continue;
    await book
      .updateTable("shown_claims")
      .set({ conflict })
      .where(
        "id",
        "in",
        changed.map(({ id }) => id),
      )
      .execute();
  }
}

/** What of a shown claim tells whether it competes with another. */
export function relationClaim({
  id,
  document,
  status,
  low,
  high,
  unit,
  starts,
  approximate,
}: Pick<ShownClaim, "id" | "document" | "status" | "low" | "high" | "unit" | "starts" | "approximate">): RelationClaim {
  return {
    id,
    document,
    status,
    amount: unit === null ? null : { min: low, max: high, unit, approximate: approximate === 1 },
    period: { start: starts, end: null, years: null },
  };
}
