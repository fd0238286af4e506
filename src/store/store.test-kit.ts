/** What tests of the store share: a book in a folder of its own, and questions that must not fail. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WriteOrigin } from "../model/book.ts";
import { bookData } from "./book-data.ts";
import type { Writer } from "./decisions.ts";
import { exportLines } from "./export.ts";
import { type Arrival, keepArrivals } from "./keep-readings.ts";
import { openStore, type Store } from "./store.ts";
import type { Book } from "./tables.ts";

export const ada: Writer = { by: "Ada", at: new Date("2025-12-17T09:00:00Z") };

/** A write that goes on: every document that is added under it belongs to one and the same. */
export const begun = { by: "Ada", at: "2025-12-17T09:00:00.000Z" } as WriteOrigin;

/** An empty folder, which goes when the test file ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "capstack-store-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// One listener for each folder.
process.setMaxListeners(0);

export async function opened(folder = newFolder()): Promise<Store> {
  const { value, problems } = await openStore(folder);
  assert.deepEqual(problems, []);
  return value!;
}

export async function ask<T>(store: Store, question: (book: Book) => Promise<T>): Promise<T> {
  const { value, problems } = await store.ask(question);
  assert.deepEqual(problems, []);
  return value as T;
}

export async function write<T>(store: Store, change: (book: Book) => Promise<T>): Promise<T> {
  const { value, problems } = await store.write(change);
  assert.deepEqual(problems, []);
  return value as T;
}

/** Keeps arrivals; what was new about each. */
export async function keep(
  store: Store,
  arrivals: readonly Arrival[],
  writer: Writer | WriteOrigin = begun,
  reader = "reader 1",
): Promise<string[]> {
  const { kept } = await write(store, (book) => keepArrivals(book, arrivals, reader, writer));
  return kept.map(({ news }) => news);
}

export function exported(store: Store): Promise<string[]> {
  return ask(store, async (book) => {
    const lines: string[] = [];
    for await (const line of exportLines(book)) lines.push(line);
    return lines;
  });
}

export function dataOf(store: Store): Promise<string> {
  return ask(store, (book) => bookData(book, { parties: [], chips: [], offers: [] }));
}

/** A seed of its own for each run, told so that a failure can be run again: `CAPSTACK_SEED=… npm test -- …`. */
export function seedFor(name: string): number {
  const seed = Number(process.env.CAPSTACK_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${name}: seed ${seed}`);
  return seed;
}
