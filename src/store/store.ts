/**
 * The store of a book: documents, readings, claims and decisions in one file, `capstack.db`, in the book's folder. Nothing in it names that folder, so a
 * book that is moved is the same book.
 *
 *   const { value: store, problems } = await openStore("my-book");
 *   const page = await store.ask((book) => claimsPage(book, { filter, sort, limit: 50 }));   // one snapshot, however many queries
 *   const done = await store.write((book) => rejectClaims(book, [id], { by: "Ada", because: "not said" }));   // all or nothing
 *
 * Both give `{ value, problems }`; value is null where it could not be done, and then nothing was stored. What takes a `book` is to be called within one of
 * them: documents.ts, readings.ts, claims.ts, log.ts, book-data.ts, export.ts and verify.ts ask; keep-readings.ts, review.ts, undo.ts and import.ts write.
 * Files come in through `takeIn` of intake/take-in.ts, which writes by itself, batch by batch.
 */

import { join } from "node:path";
import type { Problem, Result } from "../model/problem.ts";
import { damaged, problemOf } from "./fault.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { bookOn, copyInto, structureFaults } from "./sqlite.ts";
import type { Book } from "./tables.ts";

export const storeFile = "capstack.db";

export interface StoreOptions {
  /** Bytes that the file may take; beyond it every write is refused as on a full disk. */
  readonly sizeLimit?: number;
  /** How long to wait for another process that is writing. */
  readonly waitSeconds?: number;
  /** Called after a second of waiting. */
  readonly onWait?: () => void;
}

/** Opens the store of a book's folder; it comes into being if it is not there. Where nothing may be written, it is open for questions. */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Result<Store | null>> {
  const { sizeLimit = null, waitSeconds = 10, onWait = () => {} } = options;
  const file = join(folder, storeFile);
  const patience = { seconds: waitSeconds, onWait };
  try {
    const { database, readOnly } = await openDatabase(file, sizeLimit, patience);
    return {
      value: new Store(bookOn(database, patience), file, readOnly, () => closeDatabase(database, readOnly)),
      problems: [],
    };
  } catch (error) {
    const problem = problemOf(error, file);
    if (problem === null) throw error;
    return { value: null, problems: [problem] };
  }
}

/** An open store, to be closed (`await using store = …` does). */
export class Store {
  /** Its path, for messages. */
  readonly file: string;
  /** Whether writes are refused because the medium refuses them. */
  readonly readOnly: boolean;
  readonly #book: Book;
  readonly #close: () => void;

  constructor(book: Book, file: string, readOnly: boolean, close: () => void) {
    this.#book = book;
    this.file = file;
    this.readOnly = readOnly;
    this.#close = close;
  }

  /** Asks one or more questions of one state of the book. */
  async ask<T>(question: (book: Book) => Promise<T>): Promise<Result<T | null>> {
    return this.#within("read only", question);
  }

  /** Makes one change, of any number of records. When this has returned a value, it is on the disk. */
  async write<T>(change: (book: Book) => Promise<T>): Promise<Result<T | null>> {
    return this.#within("read write", change);
  }

  /** Writes the book as it stands now into a new file, which becomes a store of its own. */
  async copyTo(file: string): Promise<Result<true | null>> {
    try {
      await copyInto(this.#book, file);
      return { value: true, problems: [] };
    } catch (error) {
      const problem = problemOf(error, file);
      if (problem === null) throw error;
      return { value: null, problems: [problem] };
    }
  }

  /** Waits for what is under way. A store may be closed twice. */
  async close(): Promise<void> {
    await this.#book.destroy();
    this.#close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #within<T>(accessMode: "read only" | "read write", run: (book: Book) => Promise<T>): Promise<Result<T | null>> {
    try {
      return { value: await this.#book.transaction().setAccessMode(accessMode).execute(run), problems: [] };
    } catch (error) {
      const problem = problemOf(error, this.file) ?? (await this.#damage());
      if (problem === null) throw error;
      return { value: null, problems: [problem] };
    }
  }

  /** A damaged file may give values that no code expects. Whether that is why something failed is asked only when it did. */
  async #damage(): Promise<Problem | null> {
    try {
      const [fault] = await structureFaults(this.#book);
      return fault === undefined ? null : damaged(this.file, fault);
    } catch (error) {
      return problemOf(error, this.file);
    }
  }
}
