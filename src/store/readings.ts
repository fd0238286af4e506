/** Asks who read what: which readings a reader has made, which documents it has not read, what names the texts give. */

import type { ReadingRecord } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { ClaimId, DocumentId, PartyId, ReadingId } from "../model/id.ts";
import { textOf } from "./documents.ts";
import { readingKey } from "./keep-readings.ts";
import { unsealed } from "./seal.ts";
import type { Book } from "./tables.ts";

/** Keys of the readings that a reader has made: what is among them need not be read again. */
export async function readingKeys(book: Book, reader: string): Promise<Set<string>> {
  const rows = await book
    .selectFrom("readings")
    .select(["document", "published", "title"])
    .where("reader", "=", reader)
    .execute();
  return new Set(rows.map((row) => readingKey(row.document, reader, row)));
}

/** The shown documents that a reader has not read under their day and title, with their texts. */
export async function unreadDocuments(book: Book, reader: string): Promise<Document[]> {
  const known = await readingKeys(book, reader);
  const rows = await book.selectFrom("shown_documents").selectAll().orderBy("id").execute();
  const documents: Document[] = [];
  for (const { id, title, publisher, url, published } of rows) {
    if (!known.has(readingKey(id, reader, { published, title })))
      documents.push({ id, text: await textOf(book, id), title, publisher, url, published });
  }
  return documents;
}

/** Party id → its name as texts write it, for parties that no register held. Where texts differ, the name that is first in the alphabet. */
export async function partyNames(book: Book, documents?: readonly DocumentId[]): Promise<Map<PartyId, string>> {
  let query = book
    .selectFrom("shown_documents")
    .innerJoin("readings", "readings.id", "shown_documents.reading")
    .select("readings.names")
    .where("readings.names", "<>", "{}");
  if (documents) query = query.where("shown_documents.id", "in", documents);
  const names = new Map<PartyId, string>();
  for (const row of await query.execute()) {
    for (const [party, name] of Object.entries(JSON.parse(row.names) as Record<PartyId, string>)) {
      const before = names.get(party as PartyId);
      if (before === undefined || name < before) names.set(party as PartyId, name);
    }
  }
  return names;
}

/** The parties that shown claims name, by their ids. */
export async function partiesInBook(book: Book): Promise<PartyId[]> {
  const rows = await book.selectFrom("shown_parties").select("party").distinct().orderBy("party").execute();
  return rows.map(({ party }) => party);
}

/** The claims of these ids as some reader or person wrote them, whether the book shows them or not. */
export async function claimBodies(book: Book, ids: readonly string[]): Promise<Map<string, Claim>> {
  const rows = await book
    .selectFrom("claims")
    .selectAll()
    .where("id", "in", ids as ClaimId[])
    .execute();
  return new Map(rows.map((row) => [row.id, unsealed<Claim>(row, `claim ${row.id}`)]));
}

/** Who made a reading, when. */
export async function readerOf(book: Book, reading: ReadingId): Promise<Pick<ReadingRecord, "reader" | "at">> {
  return book.selectFrom("readings").select(["reader", "at"]).where("id", "=", reading).executeTakeFirstOrThrow();
}
