/** What Claims shows now: the order of all claims that a filter lets through, the rows that were in sight, what is chosen. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import type { ClaimCard, ClaimsAnswer, SumAnswer } from "../../../views/page-answers.ts";
import { dropHeld } from "../../state/acts.ts";
import { address, bookVersion, controls } from "../../state/page.ts";
import { act, ask, problemOf } from "../../state/server.ts";
import { whyTarget } from "../../state/why-target.ts";
import { cards, newlyReviewed, putCards } from "../../state/writes.ts";

export const answer = signal<ClaimsAnswer | null>(null);
export const loading = signal(false);
export const claimsProblem = signal<Problem | null>(null);
/** The row with the focus. */
export const at = signal(0);
export const picked = signal<ReadonlySet<string>>(new Set());
export const sums = signal<SumAnswer | null>(null);
/** Asking why a claim is rejected. */
export const rejecting = signal(false);

/** Asking for the name under which the filter is saved. */
export const savingFilter = signal(false);

export const sort = computed(() => address.value.params.sort ?? "document");

export const columns = [
  "id",
  "status",
  "from",
  "to",
  "what",
  "amount",
  "period",
  "quote",
  "place",
  "review",
  "reader",
  "origin",
] as const;
export type Column = (typeof columns)[number];
const usualColumns = columns.filter((column) => column !== "reader" && column !== "origin");

export const shownColumns = computed((): readonly Column[] => {
  const { cols } = address.value.params;
  if (!cols) return usualColumns;
  const wished = cols.split(",");
  return columns.filter((column) => wished.includes(column));
});

/** The address of a choice of columns; nothing where it is the usual one. */
export function columnsParam(chosen: readonly Column[]): string {
  return chosen.join() === usualColumns.join() ? "" : columns.filter((column) => chosen.includes(column)).join(",");
}

let asking: AbortController | null = null;

/** Loads what the address asks for, again when the controls or the book change. */
export function startClaims(): () => void {
  const stops = [
    effect(() => {
      void bookVersion.value;
      const { q = "" } = address.value.params;
      void load({ q, sort: sort.value, ...(JSON.parse(controls.value) as Record<string, string>) });
    }),
    effect(() => {
      whyTarget.value = answer.value?.ids[at.value] ?? null;
    }),
    effect(() => {
      void loadSums([...picked.value]);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    whyTarget.value = null;
  };
}

/** What the rows that are shown answer: a filter and an order. */
const answered = signal<string | null>(null);
const wanted = computed(() => `${address.value.params.q ?? ""} ${sort.value}`);
/** Another list is asked for than the one that is shown. */
export const arriving = computed(() => loading.value && answered.value !== wanted.value);

let newlyReviewedBefore = 0;
/** How many claims of the list are reviewed, those among them that were decided since it came. */
export const reviewed = computed(
  () => (answer.value?.counts.reviewed ?? 0) + newlyReviewed.value - newlyReviewedBefore,
);

async function load(params: Readonly<Record<string, string>>): Promise<void> {
  asking?.abort();
  const own = new AbortController();
  asking = own;
  loading.value = true;
  try {
    const next = await ask<ClaimsAnswer>("claims", params, own.signal);
    batch(() => {
      claimsProblem.value = next.problem;
      // A filter that cannot be read leaves the last result where it is.
      if (next.problem !== null) return dropHeld();
      putCards(next.first);
      answer.value = next;
      newlyReviewedBefore = newlyReviewed.peek();
      const asked = `${params.q} ${params.sort}`;
      at.value = asked === answered.peek() ? Math.min(at.peek(), Math.max(0, next.ids.length - 1)) : 0;
      answered.value = asked;
      const there = new Set(next.ids);
      picked.value = new Set([...picked.peek()].filter((id) => there.has(id)));
    });
  } catch (error) {
    if (own.signal.aborted) return;
    dropHeld();
    claimsProblem.value = problemOf(error);
  } finally {
    if (!own.signal.aborted) loading.value = false;
  }
}

const rowsAtOnce = 60;
const asked = new Set<string>();

/** Asks for the rows in sight that are not there yet. */
export function needRows(first: number, last: number): void {
  const ids = answer.peek()?.ids ?? [];
  const from = Math.max(0, Math.floor(first / rowsAtOnce) * rowsAtOnce);
  for (let block = from; block < Math.min(last, ids.length); block += rowsAtOnce) {
    const missing = ids.slice(block, block + rowsAtOnce).filter((id) => !cards.peek().has(id) && !asked.has(id));
    if (missing.length > 0) void fetchRows(missing);
  }
}

/** Cards of these ids, from the server where they are not on the page. */
export async function fetchRows(ids: readonly string[]): Promise<readonly ClaimCard[]> {
  for (const id of ids) asked.add(id);
  try {
    const rows = await act<readonly ClaimCard[]>(
      "rows",
      { ids },
      JSON.parse(controls.peek()) as Record<string, string>,
    );
    putCards(rows);
    return rows;
  } finally {
    for (const id of ids) asked.delete(id);
  }
}

const exportAtOnce = 1000;

/** All claims of the list, for what leaves the page. */
export async function allRows(ids: readonly string[]): Promise<readonly ClaimCard[]> {
  const params = JSON.parse(controls.peek()) as Record<string, string>;
  const rows: ClaimCard[] = [];
  for (let from = 0; from < ids.length; from += exportAtOnce)
    rows.push(...(await act<readonly ClaimCard[]>("rows", { ids: ids.slice(from, from + exportAtOnce) }, params)));
  return rows;
}

async function loadSums(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) {
    sums.value = null;
    return;
  }
  try {
    const next = await act<SumAnswer>("sum", { ids });
    if (picked.peek().size === ids.length) sums.value = next;
  } catch (error) {
    claimsProblem.value = problemOf(error);
  }
}
