/** A thread that settles a whole book for its conflicts, from one state of it. */

import { parentPort, workerData } from "node:worker_threads";
import type { Conflicts } from "../deals/conflicts.ts";
import type { Registers } from "../model/party.ts";
import { bookData } from "../store/book-data.ts";
import { conflictsInBook, conflictsState } from "../store/conflicts.ts";
import type { SettledQuestion } from "../store/settled-book.ts";
import { openStore } from "../store/store.ts";

export interface ToSettle {
  readonly folder: string;
  readonly registers: Registers;
  readonly question: SettledQuestion;
}

export interface Settled {
  /** The state of the book that was settled. */
  readonly state: string;
  readonly conflicts: Conflicts;
}

const { folder, registers, question } = workerData as ToSettle;
const opened = await openStore(folder);
if (opened.value === null) throw new Error(opened.problems[0]!.message);
await using store = opened.value;
const settled = await store.ask(
  async (book): Promise<Settled> => ({
    state: await conflictsState(book, await bookData(book, registers)),
    conflicts: await conflictsInBook(book, registers.parties, question),
  }),
);
if (settled.value === null) throw new Error(settled.problems[0]!.message);
parentPort!.postMessage(settled.value);
