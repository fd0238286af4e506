/** Brings the index of what is shown up to the kept records: for some documents after a write, or for all of them. */

import type { Claim } from "../model/claim.ts";
import type { DocumentId, PartyId } from "../model/id.ts";
import { sidesOf } from "../views/claim-rows.ts";
import { insertAll } from "./insert-all.ts";
import { countingNow, keptDocuments } from "./kept-documents.ts";
import { type ShownRows, shownRows } from "./shown-rows.ts";
import { forgetWords, indexWords } from "./sqlite.ts";
import type { Book, Side, Tables } from "./tables.ts";

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
  await forgetWords(book, documents);
  await book.deleteFrom("shown_claims").where("document", "in", documents).execute();
  await book.deleteFrom("shown_documents").where("id", "in", documents).execute();
  await insertAll(
    book,
    "shown_documents",
    shown.map(({ document }) => document),
  );
  await insertClaims(book, shown);
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
