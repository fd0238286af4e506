/**
 * Which claims of the served book are in conflict? Worked out once for each state of the book and each pair of dates: at once where the book is small,
 * else in a thread of its own, so that questions and decisions need not wait for it.
 */

import { dirname, extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Conflicts } from "../deals/conflicts.ts";
import { countClaims } from "../store/claims.ts";
import { conflictsInBook, conflictsState } from "../store/conflicts.ts";
import type { SettledQuestion } from "../store/settled-book.ts";
import { bookState } from "../store/sqlite.ts";
import type { Book } from "../store/tables.ts";
import { everything } from "../views/filter.ts";
import type { Settled, ToSettle } from "./conflicts-worker.ts";
import type { ServedBook } from "./served-book.ts";

export interface SettledConflicts {
  /** Those of the book as it stands; null where a thread has to settle them first. */
  readonly of: (book: Book, data: string, question: SettledQuestion) => Promise<Conflicts | null>;
  /** Settles the book as it stands at some moment from now on. */
  readonly settle: (question: SettledQuestion) => Promise<void>;
}

/** Up to as many claims are settled in the time of a keystroke. */
const claimsAtOnce = 1000;
/** States and dates that are remembered: a step to another day and back. */
const rememberedAtMost = 8;

/** None is settled before it is asked for. */
export function settledConflicts(served: ServedBook): SettledConflicts {
  const remembered = new Map<string, Conflicts>();
  const underWay = new Map<string, Promise<void>>();
  const keyOf = (state: string, { asOf, knownOn }: SettledQuestion): string => `${state} ${asOf} ${knownOn}`;
  const remember = (key: string, conflicts: Conflicts): void => {
    if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value!);
    remembered.set(key, conflicts);
  };

  // Where decisions speak of deals, telling states apart means reading the names of all deals: once for each state.
  let last: { readonly seen: string; readonly state: string } | null = null;
  const stateOf = async (book: Book, data: string): Promise<string> => {
    const seen = `${data} ${await bookState(book)}`;
    if (last?.seen !== seen) last = { seen, state: await conflictsState(book, data) };
    return last.state;
  };

  return {
    of: async (book, data, question) => {
      const key = keyOf(await stateOf(book, data), question);
      const known = remembered.get(key);
      if (known || (await countClaims(book, everything)).claims > claimsAtOnce) return known ?? null;
      const conflicts = await conflictsInBook(book, served.settings.registers.parties, question);
      remember(key, conflicts);
      return conflicts;
    },
    settle: ({ asOf, knownOn }) => {
      const question = { asOf, knownOn };
      const dates = keyOf("", question);
      const begun = underWay.get(dates);
      if (begun !== undefined) return begun;
      const task: ToSettle = { folder: dirname(served.store.file), registers: served.settings.registers, question };
      const settling = inThread(task)
        .then(({ state, conflicts }) => remember(keyOf(state, question), conflicts))
        .finally(() => underWay.delete(dates));
      underWay.set(dates, settling);
      return settling;
    },
  };
}

function inThread(task: ToSettle): Promise<Settled> {
  const worker = new Worker(new URL(`./conflicts-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: task,
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that settles the book came to an end")));
  });
}
