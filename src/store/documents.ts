/** Asks for documents: a page of them, one with its text, where it appeared, what was refused in it. */

import type { Appearance } from "../model/book.ts";
import type { PartialDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import type { DocumentId, ReadingId } from "../model/id.ts";
import { sha256Hex } from "../model/id.ts";
import type { Refusal } from "../reading/reading.ts";
import { Damage, refuse } from "./fault.ts";
import { type Cursor, type Page, pageOf } from "./page.ts";
import { unsealed } from "./seal.ts";
import type { Book, ShownDocument } from "./tables.ts";

/** A page of documents: the earliest published first, undated ones last. */
export async function documentsPage(
  book: Book,
  question: { readonly limit: number; readonly after?: Cursor | null; readonly descending?: boolean },
): Promise<Page<ShownDocument>> {
  const direction = question.descending ? "desc" : "asc";
  return pageOf(question, [{ name: "all", column: "place", where: null }], (band, room) =>
    book
      .selectFrom("shown_documents")
      .selectAll()
      .where(band.where)
      .orderBy(band.column ?? "id", direction)
      .orderBy("id", direction)
      .limit(room)
      .execute(),
  );
}

/** All documents, without their texts, in the order of pages. */
export async function allDocuments(book: Book): Promise<ShownDocument[]> {
  return book.selectFrom("shown_documents").selectAll().orderBy("place").orderBy("id").execute();
}

/** The documents and their files, for names. */
export async function documentFiles(book: Book): Promise<Pick<ShownDocument, "id" | "file">[]> {
  return book.selectFrom("shown_documents").select(["id", "file"]).orderBy("place").orderBy("id").execute();
}

/** The last day on which any dated document may have been published. */
export async function newestDay(book: Book): Promise<PartialDay | null> {
  const row = await book
    .selectFrom("shown_documents")
    .select(({ fn }) => fn.max("known_from").as("day"))
    .where("published", "is not", null)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** The day from which the first document with a claim counts as known. */
export async function firstKnownDay(book: Book): Promise<PartialDay | null> {
  const row = await book
    .selectFrom("shown_documents")
    .select(({ fn }) => fn.min("known_from").as("day"))
    .where("claims", ">", 0)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** How much the book shows. */
export async function countDocuments(
  book: Book,
): Promise<{ documents: number; claims: number; newest: string | null }> {
  const row = await book
    .selectFrom("shown_documents")
    .select(({ fn }) => [
      fn.countAll<number>().as("documents"),
      fn.sum<number | null>("claims").as("claims"),
      fn.max("published").as("newest"),
    ])
    .executeTakeFirstOrThrow();
  return { documents: row.documents, claims: row.claims ?? 0, newest: row.newest };
}

/** The document of an id, of which the first digits are enough, with its text. */
export async function findDocument(book: Book, written: string): Promise<Document & { shown: ShownDocument }> {
  const rows = await book
    .selectFrom("shown_documents")
    .selectAll()
    .where("id", ">=", written as DocumentId)
    .where("id", "<", `${written}~` as DocumentId)
    .orderBy("id")
    .limit(2)
    .execute();
  const [shown, other] = rows;
  if (!shown || other) {
    const message = other
      ? `${written} begins the ids of several documents.`
      : `there is no document ${written} in this book.`;
    return refuse({ code: "unknown-document", message, fix: "capstack docs" });
  }
  const { id, title, publisher, url, published } = shown;
  return { id, text: await textOf(book, id), title, publisher, url, published, shown };
}

/** The text of a document, which is what its id says. */
export async function textOf(book: Book, document: DocumentId): Promise<string> {
  const { text } = await book
    .selectFrom("documents")
    .select("text")
    .where("id", "=", document)
    .executeTakeFirstOrThrow();
  if (sha256Hex(text) !== document)
    throw new Damage(`the text of document ${document.slice(0, 12)} is not what was written`);
  return text;
}

/** Where a document appeared, all that was ever added: `shown` tells which of it is in effect. */
export async function appearancesOf(book: Book, document: DocumentId): Promise<Appearance[]> {
  return book.selectFrom("appearances").selectAll().where("document", "=", document).orderBy("id").execute();
}

/** What a reading read and did not claim, in the order of the text. */
export async function refusalsOf(book: Book, reading: ReadingId): Promise<Refusal[]> {
  const rows = await book.selectFrom("refusals").selectAll().where("reading", "=", reading).orderBy("number").execute();
  return rows.map((row) => unsealed<Refusal>(row, `refusal ${row.number} of reading ${reading}`));
}
