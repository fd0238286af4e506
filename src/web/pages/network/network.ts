/** What the network screen shows: the answer for its address, and the four of four dates. */

import { computed, signal } from "@preact/signals";
import type { NetworkAnswer } from "../../../views/network-answers.ts";
import { address, book } from "../../state/page.ts";
import { ask } from "../../state/server.ts";
import { screenLoading } from "../screen-loading.ts";

export const answer = signal<NetworkAnswer | null>(null);
/** The company that arrows have come to. */
export const chosen = signal<string | null>(null);
/** Four pictures, the first of the earliest day; each faint where nothing changed since the one before. */
export const small = signal<readonly NetworkAnswer[]>([]);

const screen = screenLoading({
  screen: "network",
  own: ({ params: { layers, focus, hops, compare, show, without } }) => ({
    ...{ layers, focus, hops, compare, without },
    whole: show === "all" ? "yes" : "",
  }),
  again: () => address.value.params.show,
  load: (params, stopped) =>
    address.peek().params.show === "four" ? loadFour(params, stopped) : loadOne(params, stopped),
  leave: () => {
    answer.value = null;
    small.value = [];
  },
});
export const { problem: networkProblem, loading, start: startNetwork } = screen;

async function loadOne(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<() => void> {
  const got = await ask<NetworkAnswer>("network", params, stopped);
  return () => {
    answer.value = got;
  };
}

async function loadFour(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<() => void> {
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
    JSON.parse(screen.asked.peek()) as Record<string, string>,
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
