/** What the deal screen shows: the answer for its address. */

import { computed, signal } from "@preact/signals";
import type { DealCard, DealPageAnswer } from "../../../views/deal-answers.ts";
import { address, go } from "../../state/page.ts";
import { ask } from "../../state/server.ts";
import { screenLoading } from "../screen-loading.ts";

export const answer = signal<DealPageAnswer | null>(null);

/** The deal that is shown; null where it is a list, or unknown. */
export const card = computed((): DealCard | null => (answer.value?.is === "deal" ? answer.value : null));

/** The deal of the list that arrows have come to. */
export const at = signal(0);

/** Counts up when a decision was stored, which may draw another reading. */
export const decided = signal(0);

export const {
  problem: dealProblem,
  loading,
  start: startDeal,
} = screenLoading({
  screen: "deal",
  own: ({ path, params: { q } }) => (path === "" ? { q } : { name: path }),
  again: () => decided.value,
  load: async (params, stopped) => {
    const got = await ask<DealPageAnswer>("deals", params, stopped);
    return () => {
      answer.value = got;
      if (got.is === "list") at.value = Math.max(0, Math.min(at.peek(), got.deals.length - 1));
      // A deal that was asked for by one of its claims has its own address from now on.
      if (got.is === "deal" && address.peek().path.startsWith("c-")) go({ path: got.short }, true);
    };
  },
  leave: () => {
    answer.value = null;
  },
});
