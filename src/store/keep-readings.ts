/** Keeps documents as they arrive, with what was read in them: all of an arrival or nothing of it. */

import {
  type Appearance,
  appearanceOf,
  type Instant,
  type Media,
  readingRecordOf,
  type WriteOrigin,
} from "../model/book.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import { type DocumentId, normalisedText, type ReadingId } from "../model/id.ts";
import type { Reading } from "../reading/reading.ts";
import { claimJson } from "../views/claim-json.ts";
import { beginWrite, record, type Writer } from "./decisions.ts";
import { insertAll } from "./insert-all.ts";
import { refreshDocuments } from "./refresh.ts";
import { sealOf } from "./seal.ts";
import type { Book, Tables } from "./tables.ts";

/** A document at the door. */
export interface Arrival {
  /** Its text is normalised, as books keep it. */
  readonly document: Document;
  /** Where it comes from; null for one that the book holds already and that was only read again. */
  readonly from: { readonly file: string | null; readonly media: Media; readonly retrieved: PartialDay | null } | null;
  /** Null where the book has this reading already. */
  readonly reading: Reading | null;
}

/** What became of an arrival. */
export interface Kept {
  readonly document: DocumentId;
  /** A document that the book did not have, a further appearance of one that it has, a newer reading of one, or nothing new. */
  readonly news: "document" | "appearance" | "reading" | "none";
  readonly claims: number;
}

/** Keeps arrivals, one `Kept` each in their order. `writer` begins a write, or goes on with one that was begun. */
export async function keepArrivals(
  book: Book,
  arrivals: readonly Arrival[],
  reader: string,
  writer: Writer | WriteOrigin,
): Promise<{ kept: Kept[]; write: WriteOrigin }> {
  const write = isBegun(writer) ? writer : await beginWrite(book, writer);
  const known = await knownOf(book, arrivals);
  const rows: Rows = { documents: [], appearances: [], readings: [], claims: [], refusals: [] };
  const kept = arrivals.map((arrival) => take(arrival, reader, write.at, known, rows));
  await insertAll(book, "documents", rows.documents);
  await insertAll(book, "appearances", rows.appearances);
  await insertAll(book, "readings", rows.readings);
  await insertAll(book, "claims", rows.claims);
  await insertAll(book, "refusals", rows.refusals);
  await record(
    book,
    write,
    rows.appearances.map(({ id }) => ({ verb: "add", subject: id, body: {} })),
  );
  await refreshDocuments(
    book,
    kept.flatMap(({ document, news }) => (news === "none" ? [] : [document])),
  );
  return { kept, write };
}

/** Whether a write was begun, so that more of it may follow. */
export function isBegun(write: Writer | WriteOrigin): write is WriteOrigin {
  return typeof write.at === "string";
}

type Rows = { [Name in "documents" | "appearances" | "readings" | "claims" | "refusals"]: Tables[Name][] };

/** What the book has already of the documents that arrive. */
interface Known {
  readonly documents: Set<DocumentId>;
  /** Keys of the appearances that are shown. */
  readonly appearances: Set<string>;
  readonly readings: Set<string>;
}

async function knownOf(book: Book, arrivals: readonly Arrival[]): Promise<Known> {
  const ids = arrivals.map(({ document }) => document.id);
  if (ids.length === 0) return { documents: new Set(), appearances: new Set(), readings: new Set() };
  const documents = await book.selectFrom("documents").select("id").where("id", "in", ids).execute();
  const appearances = await book
    .selectFrom("appearances")
    .innerJoin("decisions", "decisions.subject", "appearances.id")
    .innerJoin("writes", "writes.id", "decisions.write")
    .selectAll("appearances")
    .where("appearances.document", "in", ids)
    .where("decisions.verb", "=", "add")
    .where("writes.in_effect", "=", 1)
    .execute();
  const readings = await book
    .selectFrom("readings")
    .select(["document", "reader", "published", "title"])
    .where("document", "in", ids)
    .execute();
  return {
    documents: new Set(documents.map(({ id }) => id)),
    appearances: new Set(appearances.map(appearanceKey)),
    readings: new Set(readings.map((reading) => readingKey(reading.document, reading.reader, reading))),
  };
}

/** Adds the rows that are new, and notes them as known for the arrivals that follow. */
function take({ document, from, reading }: Arrival, reader: string, at: Instant, known: Known, rows: Rows): Kept {
  if (normalisedText(document.text) !== document.text) throw new Error(`Document ${document.id} is not normalised`);
  let news: Kept["news"] = "none";
  if (reading && isNew(known.readings, readingKey(document.id, reader, document))) {
    addReading(reading, reader, at, rows);
    news = "reading";
  }
  if (from) {
    const received = at.slice(0, 10) as PartialDay;
    const appearance = appearanceOf({ ...document, document: document.id, received, ...from });
    if (isNew(known.appearances, appearanceKey(appearance))) {
      rows.appearances.push(appearance);
      news = "appearance";
    }
  }
  if (isNew(known.documents, document.id)) {
    rows.documents.push({ id: document.id, text: document.text });
    news = "document";
  }
  return { document: document.id, news, claims: reading?.claims.length ?? 0 };
}

function isNew<T>(known: Set<T>, key: T): boolean {
  if (known.has(key)) return false;
  known.add(key);
  return true;
}

function addReading(
  { document, claims, refusals, sentences, names }: Reading,
  reader: string,
  at: Instant,
  rows: Rows,
): void {
  const record = readingRecordOf({
    document: document.id,
    reader,
    at,
    published: document.published,
    title: document.title,
    sentences,
    claims: claims.length,
    refusals: refusals.length,
    names: Object.fromEntries(names),
  });
  rows.readings.push({ ...record, names: canonicalJson(record.names) });
  rows.claims.push(...claims.map((claim) => claimRowOf(claim, record.id, document.text)));
  rows.refusals.push(
    ...refusals.map(({ reason, span, quote }, number) => {
      const body = JSON.stringify({ reason, span, quote });
      return { reading: record.id, number, body, seal: sealOf(body) };
    }),
  );
}

/** A claim as its row. One whose quote is not its document's text cannot enter: that would be a bug of whoever made it. */
export function claimRowOf(claim: Claim, reading: ReadingId, text: string): Tables["claims"] {
  if (text.slice(...claim.span) !== claim.quote)
    throw new Error(`Claim ${claim.id} quotes “${claim.quote}”, which is not the text at ${claim.span.join("-")}`);
  const body = JSON.stringify(claimJson(claim));
  return { reading, id: claim.id, document: claim.document, body, seal: sealOf(body) };
}

/** What tells readings of one document apart: the reader, and what of the origin it was given. */
export function readingKey(
  document: DocumentId,
  reader: string,
  { published, title }: Pick<Document, "published" | "title">,
): string {
  return JSON.stringify([document, reader, published, title]);
}

/** The days on which it was received and fetched make no further appearance. */
function appearanceKey({ document, title, publisher, url, published, file, media }: Omit<Appearance, "id">): string {
  return JSON.stringify([document, title, publisher, url, published, file, media]);
}
