/** Which earlier state of the book has this data hash? The first digits are enough, as commands print them. */

import type { Registers } from "../model/party.ts";
import { refuse } from "./fault.ts";
import { type PastState, statesBackwards } from "./history.ts";
import type { Book } from "./tables.ts";

/** The latest state of each hash; null stands for the present one. */
export async function findStates(
  book: Book,
  registers: Registers,
  hashes: readonly (string | null)[],
): Promise<PastState[]> {
  const found = hashes.map((): PastState[] => []);
  for await (const state of statesBackwards(book, registers)) {
    for (const [index, hash] of hashes.entries()) {
      const known = found[index]!;
      if (hash === null ? known.length === 0 : state.data.startsWith(hash) && !isAmong(known, state)) known.push(state);
    }
    // Of a whole hash there is no second one.
    if (hashes.every((hash, index) => found[index]!.length > 0 && (hash === null || hash.length === hashDigits))) break;
  }
  return found.map((states, index) => {
    const [state, other] = states;
    if (!state) return refuse(unknownData(hashes[index]!));
    return other ? refuse(ambiguousData(hashes[index]!, states)) : state;
  });
}

/** Digits of a whole hash. */
const hashDigits = 12;

function isAmong(states: readonly PastState[], { data }: PastState): boolean {
  return states.some((state) => state.data === data);
}

function unknownData(hash: string) {
  return {
    code: "unknown-data",
    message: `this book never had the data ${hash}, as far as can be seen: with other registers (parties.csv, chips.csv, offers.csv) every hash was another.`,
    fix: "capstack log shows the data after each write",
  };
}

function ambiguousData(hash: string, states: readonly PastState[]) {
  return {
    code: "ambiguous-data",
    message: `“${hash}” begins several hashes of this book: ${states.map(({ data }) => data).join(", ")}.`,
    fix: "Give more of its digits.",
  };
}
