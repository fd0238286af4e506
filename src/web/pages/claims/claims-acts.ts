/** What the keys of Claims do. */

import { cardsTsv } from "../../../views/card-table.ts";
import type { ClaimCard } from "../../../views/page-answers.ts";
import { rejectReasons, statusKeys } from "../../../views/review-keys.ts";
import type { Acts } from "../../state/acts.ts";
import { copyText } from "../../state/frame-acts.ts";
import { address, follow, goWith, preferences, tell } from "../../state/page.ts";
import { cards, write } from "../../state/writes.ts";
import { allRows, answer, at, picked, rejecting, savingFilter, shownColumns, sort } from "./claims.ts";

/** Columns by which the store sorts. */
export const sortable = ["document", "status", "from", "to", "what", "amount", "period", "id"] as const;

export const claimsActs: Acts = {
  next: () => move(1),
  previous: () => move(-1),
  select: () => {
    const id = idHere();
    if (id) toggle(id);
  },
  "select-all": () => {
    const ids = answer.peek()?.ids ?? [];
    picked.value = picked.peek().size === ids.length ? new Set() : new Set(ids);
  },
  open: () => {
    const card = cardHere();
    if (card) follow(`#/evidence/${card.number}?claim=${card.id}`);
  },
  edit: () => {
    const card = cardHere();
    if (card) follow(`#/evidence/${card.number}?claim=${card.id}`);
    tell("Edit it here, beside its sentence: key e.");
  },
  accept: () => {
    const card = cardHere();
    if (!card) return;
    void write("accept", { ids: [card.id] }, [card.id], (now) => ({ ...now, review: "accepted" }));
    tell("Accepted.", true);
    move(1);
  },
  reject: () => {
    rejecting.value = cardHere() !== null;
  },
  "accept-selected": acceptPicked,
  "save-filter": () => {
    if (!(address.peek().params.q ?? "")) return tell("Write a filter first: key /.");
    savingFilter.value = true;
  },
  columns: () => document.querySelector<HTMLElement>("[data-columns]")?.click(),
  sort: () => {
    const now = sort.peek().replace(/^-/, "");
    const all = sortable
      .map(sortName)
      .filter((name) => name === "document" || shownColumns.peek().some((column) => sortName(column) === name));
    sortBy(all[(all.indexOf(now) + 1) % all.length]!);
  },
  reverse: () => sortBy(sort.peek().startsWith("-") ? sort.peek().slice(1) : `-${sort.peek()}`),
  copy: () => void copyPicked(),
  ...Object.fromEntries(statusKeys.map((status, index) => [`status-${index + 1}`, () => onDigit(index, status)])),
  close: () => {
    if (savingFilter.peek()) savingFilter.value = false;
    else if (rejecting.peek()) rejecting.value = false;
    else if (picked.peek().size > 0) picked.value = new Set();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
};

/** What the store calls a column. */
export function sortName(column: string): string {
  return column === "what" ? "kind" : column === "place" ? "document" : column;
}

export function sortBy(name: string): void {
  goWith({ sort: name === "document" ? "" : name }, true);
  tell(`Sorted by ${name.replace(/^-/, "")}${name.startsWith("-") ? ", the last first" : ""}.`);
}

export function toggle(id: string): void {
  const next = new Set(picked.peek());
  if (!next.delete(id)) next.add(id);
  picked.value = next;
}

export function move(by: number): void {
  const most = (answer.peek()?.ids.length ?? 0) - 1;
  at.value = Math.max(0, Math.min(most, at.peek() + by));
  rejecting.value = false;
}

function idHere(): string | undefined {
  return answer.peek()?.ids[at.peek()];
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
  move(1);
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
  if (ids.length === 0) return tell("Select claims first: space, or * for all.");
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
