/** What the deal screen shows: the answer for its address. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import type { DealCard, DealPageAnswer } from "../../../views/deal-answers.ts";
import { address, bookVersion, controls, go } from "../../state/page.ts";
import { ask, problemOf } from "../../state/server.ts";

export const answer = signal<DealPageAnswer | null>(null);
export const dealProblem = signal<Problem | null>(null);
export const loading = signal(false);

/** The deal that is shown; null where it is a list, or unknown. */
export const card = computed((): DealCard | null => (answer.value?.is === "deal" ? answer.value : null));

/** The deal of the list that arrows have come to. */
export const at = signal(0);

/** Counts up when a decision was stored, which may draw another reading. */
export const decided = signal(0);

const asked = computed(() => {
  const { path, params } = address.value;
  const own = path === "" ? { ...(params.q && { q: params.q }) } : { name: path };
  return JSON.stringify({ ...(JSON.parse(controls.value) as object), ...own });
});

/** Loads what the address asks for, until what this gives back is called. */
export function startDeal(): () => void {
  let asking: AbortController | null = null;
  const stop = effect(() => {
    void bookVersion.value;
    void decided.value;
    const params = JSON.parse(asked.value) as Record<string, string>;
    // The address may be another screen's already, a moment before this one ends.
    if (address.peek().screen !== "deal") return;
    asking?.abort();
    asking = new AbortController();
    void load(params, asking.signal);
  });
  return () => {
    stop();
    asking?.abort();
    answer.value = null;
    dealProblem.value = null;
  };
}

async function load(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<void> {
  loading.value = true;
  try {
    const got = await ask<DealPageAnswer>("deals", params, stopped);
    batch(() => {
      answer.value = got;
      dealProblem.value = null;
      if (got.is === "list") at.value = Math.max(0, Math.min(at.peek(), got.deals.length - 1));
    });
    // A deal that was asked for by one of its claims has its own address from now on.
    if (got.is === "deal" && address.peek().path.startsWith("c-")) go({ path: got.short }, true);
  } catch (error) {
    if (!stopped.aborted) dealProblem.value = problemOf(error);
  } finally {
    if (!stopped.aborted) loading.value = false;
  }
}
