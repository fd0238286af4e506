/** What the network screen shows: the answer for its address, and the four of four dates. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import type { NetworkAnswer } from "../../../views/network-answers.ts";
import { address, book, bookVersion, controls } from "../../state/page.ts";
import { ask, problemOf } from "../../state/server.ts";

export const answer = signal<NetworkAnswer | null>(null);
export const networkProblem = signal<Problem | null>(null);
export const loading = signal(false);
/** The company that arrows have come to. */
export const chosen = signal<string | null>(null);
/** Four pictures, the first of the earliest day; each faint where nothing changed since the one before. */
export const small = signal<readonly NetworkAnswer[]>([]);

/** The parameters of the address that the server takes. */
const asked = computed(() => {
  const { layers, focus, hops, compare, show, without } = address.value.params;
  const own = { layers, focus, hops, compare, without, whole: show === "all" ? "yes" : "" };
  const given = Object.entries(own).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return JSON.stringify({ ...(JSON.parse(controls.value) as object), ...Object.fromEntries(given) });
});

/** Loads what the address asks for, until what this gives back is called. */
export function startNetwork(): () => void {
  let asking: AbortController | null = null;
  const stop = effect(() => {
    void bookVersion.value;
    const params = JSON.parse(asked.value) as Record<string, string>;
    const shows = address.value.params.show;
    asking?.abort();
    asking = new AbortController();
    void (shows === "four" ? loadFour(params, asking.signal) : loadOne(params, asking.signal));
  });
  return () => {
    stop();
    asking?.abort();
    answer.value = null;
    small.value = [];
  };
}

async function loadOne(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<void> {
  await loadInto(stopped, async () => {
    const got = await ask<NetworkAnswer>("network", params, stopped);
    return () => {
      answer.value = got;
    };
  });
}

async function loadFour(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<void> {
  await loadInto(stopped, async () => {
    const days = fourDays();
    const pictures = await Promise.all(
      days.map((at, index) => {
        const before = days[index - 1];
        return ask<NetworkAnswer>(
          "network",
          { ...withoutDays(params), at, ...(before ? { compare: before } : {}) },
          stopped,
        );
      }),
    );
    return () => {
      small.value = pictures;
      answer.value = pictures.at(-1) ?? null;
    };
  });
}

async function loadInto(stopped: AbortSignal, load: () => Promise<() => void>): Promise<void> {
  loading.value = true;
  try {
    const put = await load();
    batch(() => {
      put();
      networkProblem.value = null;
    });
  } catch (error) {
    if (!stopped.aborted) networkProblem.value = problemOf(error);
  } finally {
    if (!stopped.aborted) loading.value = false;
  }
}

function withoutDays(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter(([name]) => !["at", "as-of", "known-on", "compare"].includes(name)),
  );
}

/** Four of the days on which something became known up to the one that is shown, spread over them, the last among them. */
function fourDays(): string[] {
  const now = book.peek();
  const last = now?.question.knownOn ?? now?.question.asOf ?? null;
  const days = (now?.days ?? []).filter((day) => last === null || day <= last);
  if (days.length <= 4) return days;
  return [0, 1, 2, 3].map((place) => days[Math.round((place * (days.length - 1)) / 3)]!);
}

/** A file that the server makes of what is shown. */
export async function fileOf(form: "csv" | "gexf" | "graphml"): Promise<string> {
  const files = await ask<Record<typeof form, string>>(
    "network-files",
    JSON.parse(asked.peek()) as Record<string, string>,
  );
  return files[form];
}

/** How many claims became known in each month up to the last, the first first. */
export const months = computed(() => {
  const documents = book.value?.documents ?? [];
  const counts = new Map<string, number>();
  for (const { knownFrom, claims } of documents) {
    const month = knownFrom.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + claims);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([month, claims]) => ({ month, claims }));
});
