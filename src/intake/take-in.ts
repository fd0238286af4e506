/**
 * Takes files into a book: reads them, on as many threads as there are cores, and stores each with its claims. What is reported as stored is on the disk,
 * and the book is the same in whatever order the files came to an end.
 */

import { availableParallelism } from "node:os";
import type { WriteOrigin } from "../model/book.ts";
import { type DocumentOrigin, documentOf } from "../model/document.ts";
import type { Registers } from "../model/party.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Writer } from "../store/decisions.ts";
import { isBegun, type Kept, keepArrivals } from "../store/keep-readings.ts";
import { readingKeys, unreadDocuments } from "../store/readings.ts";
import type { Store } from "../store/store.ts";
import type { Job, JobContext, Source } from "./arrive.ts";
import { type Done, doJobs } from "./do-jobs.ts";
import { readerVersion } from "./reader-version.ts";

export interface IntakeOptions {
  /** The book's folder. */
  readonly folder: string;
  readonly registers: Registers;
  /** Who takes in, and when; or the write that a broken-off intake began, to go on with it. */
  readonly write: Writer | WriteOrigin;
  readonly told?: DocumentOrigin;
  /** Threads to read on; 0 reads in this one. */
  readonly threads?: number;
  /** No file is begun after it; what was read until then is stored. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IntakeProgress) => void;
}

/** Files that are stored for good, or could not be read. */
export interface IntakeProgress {
  readonly done: number;
  readonly total: number;
  readonly sentences: number;
  readonly news: readonly FileKept[];
}

/** What became of a file; `kept` is null where it could not be read. Without a file, a document that was read again. */
export interface FileKept {
  readonly file: string | null;
  readonly kept: Kept | null;
  readonly problems: readonly Problem[];
}

export interface TakenIn {
  /** In the order in which they were stored. */
  readonly files: readonly FileKept[];
  readonly sentences: number;
  /** How many were not begun, after the signal or after a problem with the store. */
  readonly left: number;
  /** The write under which they stand; null where nothing was added. */
  readonly write: WriteOrigin | null;
}

/** Takes in files. Those that cannot be read are told; a problem with the store ends it, and what was stored stays. */
export async function takeIn(
  store: Store,
  files: readonly (string | Source)[],
  options: IntakeOptions,
): Promise<Result<TakenIn>> {
  return runJobs(
    store,
    files.map((file) => (typeof file === "string" ? { file } : file)),
    options,
  );
}

/** Reads those documents of the book that this reader has not read yet. Claims of older readers stay beside the new ones. */
export async function readAgain(store: Store, options: IntakeOptions): Promise<Result<TakenIn>> {
  const reader = readerVersion(options.registers);
  const documents = await store.ask((book) => unreadDocuments(book, reader));
  const jobs = (documents.value ?? []).map((document) => ({ document: documentOf(document.text, document) }));
  const { value, problems } = await runJobs(store, jobs, options);
  return { value, problems: [...documents.problems, ...problems] };
}

/** A batch is stored when it has this many files or is this old: one wait for the disk serves them all. */
const batchFiles = 32;
const batchMilliseconds = 250;
/** Fewer files than this are read sooner than a thread is ready to. */
const filesWorthThreads = 16;

async function runJobs(store: Store, jobs: readonly Job[], options: IntakeOptions): Promise<Result<TakenIn>> {
  const { folder, registers, told = {}, signal = null, onProgress = () => {} } = options;
  const reader = readerVersion(registers);
  const known = await store.ask((book) => readingKeys(book, reader));
  if (known.value === null) return { value: taken([], 0, jobs.length, options.write), problems: known.problems };
  const context: JobContext = { folder, registers, reader, known: known.value, told };
  const threads = options.threads ?? (jobs.length < filesWorthThreads ? 0 : availableParallelism());

  const files: FileKept[] = [];
  let sentences = 0;
  let write: Writer | WriteOrigin = options.write;
  for await (const batch of inBatches(doJobs(jobs, context, threads, signal))) {
    const arrivals = batch.flatMap(({ result }) => result.value ?? []);
    const stored = await store.write((book) => keepArrivals(book, arrivals, reader, write));
    if (stored.value === null)
      return {
        value: taken(files, sentences, jobs.length, write),
        problems: [...problemsOf(files), ...stored.problems],
      };
    const { kept } = stored.value;
    write = stored.value.write;
    let next = 0;
    const news = batch.map(({ job, result }) => ({
      file: "file" in job ? job.file : "name" in job ? job.name : null,
      kept: result.value === null ? null : kept[next++]!,
      problems: result.problems,
    }));
    files.push(...news);
    sentences += arrivals.reduce((sum, { reading }) => sum + (reading?.sentences ?? 0), 0);
    onProgress({ done: files.length, total: jobs.length, sentences, news });
  }
  return { value: taken(files, sentences, jobs.length, write), problems: problemsOf(files) };
}

async function* inBatches(results: AsyncIterable<Done>): AsyncGenerator<Done[]> {
  let batch: Done[] = [];
  let begun = performance.now();
  for await (const result of results) {
    batch.push(result);
    if (batch.length < batchFiles && performance.now() - begun < batchMilliseconds) continue;
    yield batch;
    batch = [];
    begun = performance.now();
  }
  if (batch.length > 0) yield batch;
}

function taken(files: readonly FileKept[], sentences: number, total: number, write: Writer | WriteOrigin): TakenIn {
  const added = files.some(({ kept }) => kept?.news === "document" || kept?.news === "appearance");
  return { files, sentences, left: total - files.length, write: added && isBegun(write) ? write : null };
}

function problemsOf(files: readonly FileKept[]): Problem[] {
  return files.flatMap(({ problems }) => problems);
}
