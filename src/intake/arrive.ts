/** From a file to what the store keeps: opened, normalised, read. The same in the program's own thread and in a worker. */

import { basename, isAbsolute, relative } from "node:path";
import { type Document, type DocumentOrigin, documentOf } from "../model/document.ts";
import { normalisedText } from "../model/id.ts";
import type { Registers } from "../model/party.ts";
import type { Result } from "../model/problem.ts";
import { type Arrival, readingKey } from "../store/keep-readings.ts";
import { brokenJob } from "./our-bug.ts";
import { receiveBytes, receiveFile } from "./read-file.ts";
import { trainedReader } from "./trained-reader.ts";

/** A file to take in, a text that was piped in (`name` stands for it in messages), or a document of the book to read again. */
export type Job = Source | { readonly document: Document };
export type Source = { readonly file: string } | { readonly name: string; readonly bytes: Uint8Array };

/** What all jobs of an intake share. It travels to workers, so it is plain values. */
export interface JobContext {
  /** The book's folder: files in it are named by their path from there. */
  readonly folder: string;
  readonly registers: Registers;
  readonly reader: string;
  /** Keys of the readings that the book has of this reader. */
  readonly known: ReadonlySet<string>;
  /** What the person tells of the files' origin. */
  readonly told: DocumentOrigin;
}

/** Does one job; null where the file cannot be read. */
export type Worker = (job: Job) => Promise<Result<Arrival | null>>;

/** Builds the reader once, for all jobs. A job that our program breaks on is told as a problem, and the next one goes on. */
export function workerOf(context: JobContext): Worker {
  const work = jobWork(context);
  return async (job) => {
    try {
      return await work(job);
    } catch (error) {
      return brokenJob(job, error);
    }
  };
}

function jobWork({ folder, registers, reader, known, told }: JobContext): Worker {
  const read = trainedReader(registers);
  return async (job) => {
    if ("document" in job)
      return { value: { document: job.document, from: null, reading: read(job.document).value }, problems: [] };
    const { value, problems } =
      "file" in job ? await receiveFile(job.file, told) : await receiveBytes(job.bytes, job.name, told);
    if (value === null) return { value: null, problems };
    const document = documentOf(normalisedText(value.document.text), value.document);
    const isKnown = known.has(readingKey(document.id, reader, document));
    const from = { file: "file" in job ? nameIn(folder, job.file) : null, media: value.media, retrieved: null };
    return { value: { document, from, reading: isKnown ? null : read(document).value }, problems };
  };
}

/** The path from the book's folder, with slashes; of a file elsewhere only its name, since another machine has no such folder. */
function nameIn(folder: string, file: string): string {
  const path = relative(folder, file);
  return path.startsWith("..") || isAbsolute(path) ? basename(file) : path.replaceAll("\\", "/");
}
