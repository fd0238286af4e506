/** What every question of a book needs: its names, its dates, its hash. */

import type { PartialDay } from "../model/day.ts";
import type { Registers } from "../model/party.ts";
import { type BookNames, bookNames } from "../views/book-names.ts";
import type { Controls } from "../views/question-filter.ts";
import { bookData } from "./book-data.ts";
import { documentNumbers } from "./document-numbers.ts";
import { allDocuments, documentFiles, newestDay } from "./documents.ts";
import { partiesInBook, partyNames } from "./readings.ts";
import type { Book, ShownDocument } from "./tables.ts";

/** What a book's configuration says of every question. */
export interface AskedSettings {
  readonly registers: Registers;
  /** The dates that the book pins; null where it leaves them open. */
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
}

export interface AskedBook {
  readonly names: BookNames;
  /** The question with the book's dates where it gives none. */
  readonly question: Controls;
  readonly data: string;
}

/**
 * Reads them from one state of the book. Dates that are neither asked nor pinned: the answer holds for the newest published day, and all documents count,
 * also undated ones that were received later. Files of documents are names only for a filter that speaks of documents: a large book has many.
 */
export async function askedBook(
  book: Book,
  settings: AskedSettings,
  asked: Controls,
  written = "",
): Promise<AskedBook> {
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
  settings: AskedSettings,
  asked: Controls,
  written = "",
): Promise<AskedDocuments> {
  return { ...(await askedBook(book, settings, asked, written)), documents: await allDocuments(book) };
}
