/** What Claims shows now: the order of all claims that a filter lets through, the rows that were in sight, what is chosen. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import { type ClaimOrder, claimGroupings, orderBy, readOrder } from "../../../views/claim-order.ts";
import type { ClaimCard, ClaimsAnswer, ConflictsAnswer, SumAnswer } from "../../../views/page-answers.ts";
import { dropHeld } from "../../state/acts.ts";
import { address, bookVersion, controls } from "../../state/page.ts";
import { act, ask, askAside, problemOf } from "../../state/server.ts";
import { whyTarget } from "../../state/why-target.ts";
import { freshen, marksMoved, newlyReviewed, putCards } from "../../state/writes.ts";
import { tableLines } from "./table-lines.ts";

export const answer = signal<ClaimsAnswer | null>(null);
export const loading = signal(false);
export const claimsProblem = signal<Problem | null>(null);
/** The line with the focus: a claim, or the head of a group. */
export const at = signal(0);
/** Keys of the groups that show their head alone. */
export const folded = signal<ReadonlySet<string>>(new Set());
export const picked = signal<ReadonlySet<string>>(new Set());
export const sums = signal<SumAnswer | null>(null);
/** Asking why a claim is rejected. */
export const rejecting = signal(false);

/** Asking for the name under which the filter is saved. */
export const savingFilter = signal(false);

/** The order that is asked for; one that cannot be read is told by the server. */
export const order = computed((): ClaimOrder => {
  const read = readOrder(address.value.params.sort ?? "document");
  return "unknown" in read ? orderBy("document") : read;
});
export const grouping = computed(() => claimGroupings.find((each) => each === address.value.params.group) ?? null);

export const lines = computed(() =>
  tableLines(answer.value?.ids.length ?? 0, answer.value?.groups ?? [], folded.value),
);

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
  const moved = marksMoved.peek();
  const stops = [
    effect(() => {
      void bookVersion.value;
      void load(wanted.value, JSON.parse(controls.value) as Record<string, string>);
    }),
    effect(() => {
      if (marksMoved.value > moved) void lookAgain();
    }),
    effect(() => {
      whyTarget.value = idAt(at.value) ?? null;
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

/** The id of the claim on a line; a head has none. */
export function idAt(line: number): string | undefined {
  const { count, at: lineAt } = lines.value;
  const shown = line < count ? lineAt(line) : null;
  return shown !== null && "claim" in shown ? answer.value?.ids[shown.claim] : undefined;
}

/** The parameters of the list that the address asks for, written one after the other: a filter, an order, groups. */
const wanted = computed(() => {
  const { q = "", sort = "document", group = "" } = address.value.params;
  return new URLSearchParams({ q, sort, ...(group === "" ? {} : { group }) }).toString();
});
/** The list that is shown. */
const answered = signal<string | null>(null);
/** Another list is asked for than the one that is shown. */
export const arriving = computed(() => loading.value && answered.value !== wanted.value);

let newlyReviewedBefore = 0;
/** How many claims of the list are reviewed, those among them that were decided since it came. */
export const reviewed = computed(
  () => (answer.value?.counts.reviewed ?? 0) + newlyReviewed.value - newlyReviewedBefore,
);

async function load(list: string, asOf: Readonly<Record<string, string>>): Promise<void> {
  asking?.abort();
  const own = new AbortController();
  asking = own;
  loading.value = true;
  try {
    const next = await ask<ClaimsAnswer>(
      "claims",
      { ...Object.fromEntries(new URLSearchParams(list)), ...asOf },
      own.signal,
    );
    batch(() => {
      claimsProblem.value = next.problem;
      // A filter that cannot be read leaves the last result where it is.
      if (next.problem !== null) return dropHeld();
      forgetRows();
      putCards(next.first);
      for (const { id } of next.first) fresh.add(id);
      answer.value = next;
      newlyReviewedBefore = newlyReviewed.peek();
      // A new list begins unfolded, at its first claim, below the head of its group.
      if (list !== answered.peek()) folded.value = new Set();
      const { count } = lines.peek();
      at.value = Math.max(
        0,
        Math.min(list === answered.peek() ? at.peek() : next.groups.length > 0 ? 1 : 0, count - 1),
      );
      answered.value = list;
      const there = new Set(next.ids);
      picked.value = new Set([...picked.peek()].filter((id) => there.has(id)));
    });
    if (next.counts.conflicts === null) void countConflicts(own.signal);
  } catch (error) {
    if (own.signal.aborted) return;
    dropHeld();
    claimsProblem.value = problemOf(error);
  } finally {
    if (!own.signal.aborted) loading.value = false;
  }
}

/** Counts the conflicts of the list, which a large book has to be settled for. */
async function countConflicts(signal: AbortSignal): Promise<void> {
  const { q = "" } = address.peek().params;
  const asOf = JSON.parse(controls.peek()) as Record<string, string>;
  try {
    const { claims } = await askAside<ConflictsAnswer>("conflicts", { q, ...asOf }, signal);
    const now = answer.peek();
    if (!signal.aborted && now !== null) answer.value = { ...now, counts: { ...now.counts, conflicts: claims } };
  } catch (error) {
    if (!signal.aborted) claimsProblem.value = problemOf(error);
  }
}

/** After a write that moved marks: rows in sight at once, others when they come into sight, and the count. */
async function lookAgain(): Promise<void> {
  forgetRows();
  const ids = idsIn(...inSight);
  try {
    await freshen(ids);
    for (const id of ids) fresh.add(id);
  } catch (error) {
    claimsProblem.value = problemOf(error);
  }
  if (asking !== null) await countConflicts(asking.signal);
}

const rowsAtOnce = 60;
const asked = new Set<string>();
/** Claims whose cards came since marks may have moved, or other dates were asked about. */
const fresh = new Set<string>();
let inSight: readonly [first: number, last: number] = [0, 0];

function forgetRows(): void {
  fresh.clear();
  asked.clear();
}

/** Asks for the claims of these lines that are not there yet, and for those beside them. */
export function needRows(first: number, last: number): void {
  inSight = [first, last];
  const missing = idsIn(first, last).filter((id) => !fresh.has(id) && !asked.has(id));
  if (missing.length > 0) void fetchRows(missing);
}

/** The claims of these lines, and those beside them. */
function idsIn(first: number, last: number): string[] {
  const ids = answer.peek()?.ids ?? [];
  const { count, at: lineAt } = lines.peek();
  // Folded groups may lie between what is in sight: their claims are not asked for.
  const wished = new Set<string>();
  for (let line = Math.max(0, first); line < Math.min(last, count); line++) {
    const shown = lineAt(line);
    const block = "claim" in shown ? Math.floor(shown.claim / rowsAtOnce) * rowsAtOnce : ids.length;
    if (!wished.has(ids[block] ?? "")) for (const id of ids.slice(block, block + rowsAtOnce)) wished.add(id);
  }
  return [...wished];
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
    for (const { id } of rows) if (asked.has(id)) fresh.add(id);
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
