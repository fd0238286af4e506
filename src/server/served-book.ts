/** What is served? A book, and what only the command line can do with it: a server reads no files. */

import type { PartialDay } from "../model/day.ts";
import type { DocumentOrigin } from "../model/document.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { AskedSettings } from "../store/asked-book.ts";
import type { Assumed } from "../store/assume.ts";
import type { Writer } from "../store/decisions.ts";
import type { Store } from "../store/store.ts";
import type { Book } from "../store/tables.ts";
import type { AddedFile } from "../views/added-files.ts";
import type { ToldAssumption } from "../views/assumption-told.ts";
import type { ReadAgainAnswer } from "../views/page-answers.ts";
import type { Preferences } from "../views/preferences.ts";

export interface ServedBook {
  /** As its person would write it. */
  readonly folder: string;
  readonly name: string;
  /** As they are now: what is assumed on the page is in them at once. */
  readonly settings: AskedSettings & { readonly next: PartialDay | null };
  readonly store: Store;
  /** Under which name decisions are kept. */
  readonly writer: () => Writer;
  /** Writes what no source tells into the book, and beside it as a line that a person can read. */
  readonly assume: (inside: Book, told: ToldAssumption) => Promise<Assumed>;
  /** Takes a text into the book. */
  readonly add: (text: SentText) => Promise<Result<AddedFile | null>>;
  /** Reads the documents that this version's reader has not read, as `capstack add --again` does. */
  readonly readAgain: () => Promise<ReadAgainAnswer>;
  /** Takes a text into a copy of the book, asks that, and throws it away. */
  readonly rehearse: <T>(
    text: SentText,
    ask: (added: AddedFile, book: Book) => Promise<T>,
  ) => Promise<Result<T | null>>;
  readonly preferences: () => Preferences;
  /** Keeps them, and the reviewer's name where it is given. */
  readonly prefer: (preferences: Preferences, reviewer: string | null) => Promise<readonly Problem[]>;
}

/** A text that a browser sent. */
export interface SentText {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly told: DocumentOrigin;
}
