/** What the keys of Claims do. */

import { cardsTsv } from "../../../views/card-table.ts";
import {
  type ClaimGrouping,
  type ClaimSort,
  claimGroupings,
  orderText,
  type SortTerm,
} from "../../../views/claim-order.ts";
import type { ClaimCard } from "../../../views/page-answers.ts";
import { rejectReasons, statusKeys } from "../../../views/review-keys.ts";
import type { Acts } from "../../state/acts.ts";
import { keyName } from "../../state/bound-keys.ts";
import { copyText } from "../../state/frame-acts.ts";
import { address, follow, goWith, preferences, tell } from "../../state/page.ts";
import { cards, write } from "../../state/writes.ts";
import {
  allRows,
  answer,
  at,
  type Column,
  folded,
  grouping,
  idAt,
  lines,
  order,
  picked,
  rejecting,
  savingFilter,
  shownColumns,
} from "./claims.ts";

/** Columns by which the store sorts, by what it calls them, in the order in which a key goes through them. */
export const sortOfColumn: Readonly<Partial<Record<Column, ClaimSort>>> = {
  place: "document",
  status: "status",
  from: "from",
  to: "to",
  what: "kind",
  amount: "amount",
  period: "period",
  id: "id",
};

export const claimsActs: Acts = {
  next: () => move(1),
  previous: () => move(-1),
  select: () => {
    const id = idHere();
    if (id) toggle(id);
    else pickGroup();
  },
  "select-all": () => {
    const ids = answer.peek()?.ids ?? [];
    picked.value = picked.peek().size === ids.length ? new Set() : new Set(ids);
  },
  open: () => {
    const card = cardHere();
    if (!card) return foldHere();
    follow(`#/evidence/${card.number}?claim=${card.id}`);
  },
  edit: () => {
    const card = cardHere();
    if (!card) return;
    follow(`#/evidence/${card.number}?claim=${card.id}`);
    tell(`Edit it here, beside its sentence: key ${keyName("edit")}.`);
  },
  accept: () => {
    const card = cardHere();
    if (!card) return;
    void write("accept", { ids: [card.id] }, [card.id], (now) => ({ ...now, review: "accepted" }));
    tell("Accepted.", true);
    nextClaim();
  },
  reject: () => {
    rejecting.value = cardHere() !== null;
  },
  "accept-selected": acceptPicked,
  "save-filter": () => {
    if (!(address.peek().params.q ?? "")) return tell(`Write a filter first: key ${keyName("search")}.`);
    savingFilter.value = true;
  },
  columns: () => document.querySelector<HTMLElement>("[data-columns]")?.click(),
  sort: () => {
    const now = order.peek();
    sortBy([...now.slice(0, -1), ...nextSort(now.slice(0, -1), now.at(-1)!.by)]);
  },
  "sort-further": () => {
    const now = order.peek();
    // The order of the texts leaves nothing equal: what is sorted further comes in its place.
    const kept = now.at(-1)!.by === "document" ? now.slice(0, -1) : now;
    const added = nextSort(kept, null);
    if (added.length === 0) return tell("It is sorted by everything already.");
    sortBy([...kept, ...added]);
  },
  reverse: () => {
    const last = order.peek().at(-1)!;
    sortBy([...order.peek().slice(0, -1), { ...last, descending: !last.descending }]);
  },
  group: () =>
    groupBy([null, ...claimGroupings][(claimGroupings.indexOf(grouping.peek()!) + 2) % (claimGroupings.length + 1)]!),
  fold: foldHere,
  "fold-all": () => {
    const groups = answer.peek()?.groups ?? [];
    if (groups.length === 0) return tell(`Nothing is grouped: key ${keyName("group")}.`);
    const group = lines.peek().groupAt(at.peek()) ?? 0;
    folded.value = folded.peek().size > 0 ? new Set() : new Set(groups.map(({ key }) => key));
    at.value = lines.peek().headAt(group);
  },
  copy: () => void copyPicked(),
  ...Object.fromEntries(statusKeys.map((status, index) => [`status-${index + 1}`, () => onDigit(index, status)])),
  close: () => {
    if (savingFilter.peek()) savingFilter.value = false;
    else if (rejecting.peek()) rejecting.value = false;
    else if (picked.peek().size > 0) picked.value = new Set();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
};

/** The sort after this one among the columns that are shown and do not sort yet; none after the last. */
function nextSort(before: readonly SortTerm[], last: ClaimSort | null): SortTerm[] {
  const all = Object.entries(sortOfColumn)
    .filter(([column]) => shownColumns.peek().some((shown) => shown === column))
    .map(([, by]) => by)
    .filter((by) => by !== "document" && !before.some((term) => term.by === by));
  const next = all[last === null || last === "document" ? 0 : all.indexOf(last) + 1];
  return next === undefined ? [] : [{ by: next, descending: false }];
}

/** Sorts; no terms are the order of the texts. */
export function sortBy(terms: readonly SortTerm[]): void {
  const written = orderText(terms);
  goWith({ sort: written === "document" ? "" : written }, true);
  const words = terms.map(({ by, descending }) => `${by}${descending ? ", the last first" : ""}`);
  tell(`Sorted by ${words.join(", then ") || "document"}.`);
}

export function groupBy(next: ClaimGrouping | null): void {
  goWith({ group: next ?? "" }, true);
  tell(next === null ? "Not grouped." : `Grouped by ${next}.`);
}

/** Folds the group of the line with the focus, or unfolds it; the focus goes to its head. */
function foldHere(): void {
  const group = lines.peek().groupAt(at.peek());
  if (group === null) tell(`Nothing is grouped: key ${keyName("group")}.`);
  else fold(group);
}

export function fold(group: number): void {
  const { key } = answer.peek()!.groups[group]!;
  const next = new Set(folded.peek());
  if (!next.delete(key)) next.add(key);
  folded.value = next;
  at.value = lines.peek().headAt(group);
}

/** Selects the claims of the group whose head has the focus, or none of them where all are selected. */
function pickGroup(): void {
  const { groupAt, firstOf } = lines.peek();
  const group = groupAt(at.peek());
  if (group === null) return;
  const ids = answer.peek()!.ids.slice(firstOf(group), firstOf(group) + answer.peek()!.groups[group]!.claims);
  const own = new Set(ids);
  picked.value = ids.every((id) => picked.peek().has(id))
    ? new Set([...picked.peek()].filter((id) => !own.has(id)))
    : new Set([...picked.peek(), ...ids]);
}

export function toggle(id: string): void {
  const next = new Set(picked.peek());
  if (!next.delete(id)) next.add(id);
  picked.value = next;
}

export function move(by: number): void {
  at.value = Math.max(0, Math.min(lines.peek().count - 1, at.peek() + by));
  rejecting.value = false;
}

/** To the claim after this one; what is folded stays folded. */
function nextClaim(): void {
  const { count } = lines.peek();
  let line = at.peek() + 1;
  while (line < count && idAt(line) === undefined) line++;
  if (line < count) at.value = line;
}

function idHere(): string | undefined {
  return idAt(at.peek());
}

export function cardHere(): ClaimCard | null {
  return cards.peek().get(idHere() ?? "") ?? null;
}

export function rejectHere(because: string): void {
  const card = cardHere();
  rejecting.value = false;
  if (!card) return;
  void write("reject", { ids: [card.id], because }, [card.id], (now) => ({
    ...now,
    review: "rejected",
    conflict: false,
  }));
  tell(because === "" ? "Rejected." : `Rejected: ${because}.`, true);
  nextClaim();
}

function onDigit(index: number, status: (typeof statusKeys)[number]): void {
  const card = cardHere();
  if (!card) return;
  if (rejecting.peek()) {
    if (rejectReasons[index]) rejectHere(rejectReasons[index]);
    return;
  }
  if (card.status === status) {
    tell(`It is ${status} already.`);
    return;
  }
  void write("edit", { id: card.id, fields: { status } }, [card.id], (now) => ({ ...now, status, review: "edited" }));
  tell(`Status: ${status}.`, true);
}

/** Several at once. Claims in conflict are a matter for a look of their own. */
async function acceptPicked(): Promise<void> {
  const ids = [...picked.peek()];
  if (ids.length === 0)
    return tell(`Select claims first: key ${keyName("select")}, or ${keyName("select-all")} for all.`);
  const rows = await allRows(ids);
  const disputed = rows.filter(({ conflict }) => conflict).length;
  if (disputed > 0)
    return tell(`Not accepted: ${disputed} of ${ids.length} are in conflict. Look at those by themselves.`);
  void write("accept", { ids }, ids, (now) => ({ ...now, review: "accepted" }));
  tell(`Accepted ${ids.length} claims.`, true);
  picked.value = new Set();
}

async function copyPicked(): Promise<void> {
  const ids = picked.peek().size > 0 ? [...picked.peek()] : [idHere()].flatMap((id) => id ?? []);
  if (ids.length === 0) return tell("There is nothing to copy.");
  const rows = await allRows(ids);
  await copyText(cardsTsv(rows, preferences.peek().quotes), `Copied ${rows.length} rows for a spreadsheet.`);
}
