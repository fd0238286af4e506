/** What every question of a book needs: its names, its dates, its hash. */

import { bookData } from "../store/book-data.ts";
import { documentNumbers } from "../store/document-numbers.ts";
import { allDocuments, documentFiles, newestDay } from "../store/documents.ts";
import { partiesInBook, partyNames } from "../store/readings.ts";
import type { Book, ShownDocument } from "../store/tables.ts";
import { type BookNames, bookNames } from "../views/book-names.ts";
import type { OpenBook } from "./open-book.ts";
import type { Question } from "./question.ts";

export interface AskedBook {
  readonly names: BookNames;
  /** The question with the book's dates where it gives none. */
  readonly question: Question;
  readonly data: string;
}

/**
 * Reads them from one state of the book. Dates that are neither asked nor pinned: the answer holds for the newest published day, and all documents count,
 * also undated ones that were received later. Files of documents are names only for a filter that speaks of documents: a large book has many.
 */
export async function askedBook(book: Book, { settings }: OpenBook, asked: Question, written = ""): Promise<AskedBook> {
  const documents = /document/i.test(written) ? await documentFiles(book) : [];
  const named = { parties: await partiesInBook(book), names: await partyNames(book), documents };
  const names = bookNames(settings.registers, named, await documentNumbers(book));
  const question = {
    firmness: asked.firmness,
    asOf: asked.asOf ?? settings.asOf ?? (await newestDay(book)),
    knownOn: asked.knownOn ?? settings.knownOn,
  };
  return { names, question, data: await bookData(book, settings.registers) };
}

export interface AskedDocuments extends AskedBook {
  /** All that the book shows, in the order in which they are listed. */
  readonly documents: readonly ShownDocument[];
}

/** The same with all documents, for answers that go through them. */
export async function askedDocuments(
  book: Book,
  open: OpenBook,
  asked: Question,
  written = "",
): Promise<AskedDocuments> {
  return { ...(await askedBook(book, open, asked, written)), documents: await allDocuments(book) };
}
