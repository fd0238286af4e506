/** What the keys of the flows screen do. */

import { batch } from "@preact/signals";
import { firmnessLadder } from "../../../deals/firmness.ts";
import { isFolded } from "../../../views/flow-roles.ts";
import type { FlowRibbon } from "../../../views/flows-answers.ts";
import { movedIn } from "../../../views/flows-own-order.ts";
import type { Acts } from "../../state/acts.ts";
import { narrow } from "../../state/narrow.ts";
import { address, goWith, openLayer, tell } from "../../state/page.ts";
import { answer, chosen, companiesOf, company, shows } from "./flows.ts";

export const flowsActs: Acts = {
  next: () => walk(1),
  previous: () => walk(-1),
  onward: () => follow(({ to }, other) => other.from === to),
  backward: () => follow(({ from }, other) => other.to === from),
  sentences: () => {
    const claims = chosenRibbon()?.claims ?? claimsAt(company.peek());
    if (claims.length > 0) whyOf(claims);
    else tell(goFirst);
  },
  basis: toggleBasis,
  window: nextWindow,
  "next-circle": nextCircle,
  "fold-company": foldCompany,
  "next-company": () => walkCompanies(1),
  "previous-company": () => walkCompanies(-1),
  "move-up": () => moveChosen(-1),
  "move-down": () => moveChosen(1),
  looser: () => stepFirmness(-1),
  firmer: () => stepFirmness(1),
  table: toggleTable,
};

const goFirst = "Go to a ribbon first, with the arrow keys.";

function chosenRibbon(): FlowRibbon | undefined {
  return answer.peek()?.ribbons.find(({ key }) => key === chosen.peek());
}

function walk(by: 1 | -1): void {
  const ribbons = answer.peek()?.ribbons ?? [];
  if (ribbons.length === 0) return;
  const at = ribbons.findIndex(({ key }) => key === chosen.peek());
  choose(ribbons[at < 0 ? 0 : (at + by + ribbons.length) % ribbons.length]!.key, null);
}

/** A ribbon or a company. */
export function choose(ribbon: string | null, of: string | null): void {
  batch(() => {
    chosen.value = ribbon;
    company.value = of;
  });
}

function walkCompanies(by: 1 | -1): void {
  const now = answer.peek();
  const all = now ? companiesOf(now) : [];
  if (all.length === 0) return;
  const at = all.findIndex(({ key }) => key === company.peek());
  choose(null, all[at < 0 ? (by < 0 ? all.length - 1 : 0) : (at + by + all.length) % all.length]!.key);
}

function moveChosen(by: 1 | -1): void {
  const key = company.peek();
  if (key === null) tell("Go to a company first, with n.");
  else moveCompany(key, by);
}

/** A place further up (-1) or down in its column: the whole order is written, so that nothing else moves. */
export function moveCompany(key: string, by: 1 | -1): void {
  const now = answer.peek();
  if (!now) return;
  const columns = now.columns.map(({ companies }) => companies.map((each) => each.key));
  const order = movedIn(columns, key, by);
  const name = companiesOf(now).find((each) => each.key === key)?.name;
  if (order === null) tell(`${name} is the ${by < 0 ? "first" : "last"} of its column.`);
  else goWith({ order: order.join(",") });
}

export function usualOrder(): void {
  goWith({ order: "" });
}

/** All that comes to a company and leaves it. */
function claimsAt(key: string | null): readonly string[] {
  const own = (answer.peek()?.ribbons ?? []).filter(({ from, to }) => key !== null && (from === key || to === key));
  return [...new Set(own.flatMap(({ claims }) => claims))];
}

/** Along the money: without a ribbon to go to it says so. */
function follow(leads: (now: FlowRibbon, other: FlowRibbon) => boolean): void {
  const now = chosenRibbon();
  if (!now) {
    walk(1);
    return;
  }
  const next = answer.peek()!.ribbons.find((other) => leads(now, other));
  if (next) choose(next.key, null);
  else tell("Nothing that is drawn goes further from here.");
}

export function toggleBasis(): void {
  goWith({ basis: answer.peek()?.basis === "whole" ? "" : "whole" });
}

/** To a window by its days; the year ahead is not written. */
export function goWindow(at: number): void {
  const windows = answer.peek()?.windows ?? [];
  const next = windows[at];
  if (!next) return;
  const isUsual = next.text === windows[0]!.text && next.text === usualWindow;
  goWith(isUsual ? { from: "", to: "" } : { from: next.from, to: next.to });
}

const usualWindow = "the year ahead";

function nextWindow(): void {
  const now = answer.peek();
  if (!now || now.windows.length === 0) return;
  const at = now.windows.findIndex(({ from, to }) => from === now.window.from && to === now.window.to);
  goWindow((at + 1) % now.windows.length);
}

function nextCircle(): void {
  const circles = answer.peek()?.circles ?? [];
  const at = circles.findIndex(({ short }) => short === address.peek().params.circle);
  const next = circles[(at + 1) % circles.length];
  if (next) showCircle(next.short);
  else tell("No circle of money has anything in this picture.");
}

/** A circle stands out; where it does already, none. */
export function showCircle(short: string): void {
  goWith({ circle: address.peek().params.circle === short ? "" : short }, true);
}

/** The end of the chosen ribbon that has fewer others goes to those of its column that are folded; what is folded comes out again. */
function foldCompany(): void {
  const ribbon = chosenRibbon();
  const now = answer.peek();
  if (!now || !ribbon) {
    tell(goFirst);
    return;
  }
  if ([ribbon.from, ribbon.to].some(isFolded)) {
    unfold();
    return;
  }
  const count = (node: string): number => now.ribbons.filter(({ from, to }) => from === node || to === node).length;
  const outer = count(ribbon.from) < count(ribbon.to) ? ribbon.from : ribbon.to;
  if (/^(?:role|nobody)-/.test(outer)) tell("Only a company can be folded.");
  else goWith({ fold: [...now.folded.map(({ party }) => party), outer].join(",") });
}

export function unfold(): void {
  goWith({ fold: "" });
}

function stepFirmness(by: 1 | -1): void {
  const rungs = ["", ...firmnessLadder];
  const at = rungs.indexOf(address.peek().params.firm ?? "");
  goWith({ firm: rungs[Math.min(rungs.length - 1, Math.max(0, at + by))]! });
}

export function toggleTable(): void {
  const usual = narrow.peek() ? "table" : "picture";
  const next = shows.peek() === "table" ? "picture" : "table";
  goWith({ show: next === usual ? "" : next });
}

/** The sentences behind a mark. */
export function whyOf(claims: readonly string[]): void {
  const [claim] = claims;
  if (claim) openLayer({ is: "why", claim, claims });
}
