/** What became of files that were added: the rows of `capstack add`. */

import type { DocumentId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";

/**
 * `document`: new in the book. `appearance`: its text was there, where it appeared is new. `reading`: it was there and a newer reader read it. `none`: it
 * was there. `unread`: it could not be read.
 */
export type AddedNews = "document" | "appearance" | "reading" | "none" | "unread";

export interface AddedFile {
  readonly file: string;
  readonly news: AddedNews;
  /** Its number, by which places name it; null where it could not be read. */
  readonly number: string | null;
  readonly document: DocumentId | null;
  readonly claims: number;
  /** How many of its claims earlier documents make too, and the document that makes most of them. */
  readonly repeats: number;
  readonly repeatsMost: { readonly number: string; readonly claims: number; readonly wordForWord: number } | null;
  readonly problems: readonly Problem[];
}

/** What an intake did, in numbers. */
export interface AddedSum {
  readonly documents: number;
  /** Of the new documents. */
  readonly claims: number;
  readonly same: number;
  readonly readAnew: number;
  readonly unread: number;
}

export function sumOf(files: readonly AddedFile[]): AddedSum {
  const having = (...news: readonly AddedNews[]): readonly AddedFile[] =>
    files.filter((file) => news.includes(file.news));
  return {
    documents: having("document").length,
    claims: having("document").reduce((sum, { claims }) => sum + claims, 0),
    same: having("appearance", "none").length,
    readAnew: having("reading").length,
    unread: having("unread").length,
  };
}
