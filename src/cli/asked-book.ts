/** What every question of a book needs: its names, its dates, its hash. */

import { lastDayOf, type PartialDay } from "../model/day.ts";
import { bookData } from "../store/book-data.ts";
import { documentNumbers } from "../store/document-numbers.ts";
import { allDocuments } from "../store/documents.ts";
import { partiesInBook, partyNames } from "../store/readings.ts";
import type { Book, ShownDocument } from "../store/tables.ts";
import { type BookNames, bookNames } from "../views/book-names.ts";
import type { OpenBook } from "./open-book.ts";
import type { Question } from "./question.ts";

export interface AskedBook {
  readonly names: BookNames;
  readonly documents: readonly ShownDocument[];
  /** The question with the book's dates where it gives none. */
  readonly question: Question;
  readonly data: string;
}

/**
 * Reads them from one state of the book. Dates that are neither asked nor pinned: the answer holds for the newest published day, and all documents count,
 * also undated ones that were received later.
 */
export async function askedBook(book: Book, { settings }: OpenBook, asked: Question): Promise<AskedBook> {
  const documents = await allDocuments(book);
  const named = { parties: await partiesInBook(book), names: await partyNames(book), documents };
  const names = bookNames(settings.registers, named, await documentNumbers(book));
  const newest = documents.reduce<PartialDay | null>(
    (last, { published }) =>
      published && (last === null || lastDayOf(published) > last) ? lastDayOf(published) : last,
    null,
  );
  const question = {
    firmness: asked.firmness,
    asOf: asked.asOf ?? settings.asOf ?? newest,
    knownOn: asked.knownOn ?? settings.knownOn,
  };
  return { names, documents, question, data: await bookData(book, settings.registers) };
}
