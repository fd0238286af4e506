/** What the keys of the network screen do. */

import { firmnessLadder } from "../../../deals/firmness.ts";
import type { Layer } from "../../../views/network-rows.ts";
import { isFold } from "../../../views/pictures/network-places.ts";
import type { Acts } from "../../state/acts.ts";
import { narrow } from "../../state/narrow.ts";
import { address, book, goWith, openLayer, tell } from "../../state/page.ts";
import { answer, chosen } from "./network.ts";

/** Layers that are switched together, by the name of their key. */
const together: Readonly<Record<string, readonly Layer[]>> = {
  money: ["money", "debt"],
  compute: ["compute"],
  chips: ["chips"],
  shares: ["shares", "owns"],
};

export const networkActs: Acts = {
  next: () => walk(1),
  previous: () => walk(-1),
  focus: () => focusOn(chosen.peek()),
  "hops-2": () => hops(2),
  "hops-3": () => hops(3),
  ...Object.fromEntries(
    Object.entries(together).map(([name, layers]) => [`layer-${name}`, () => toggleLayers(layers)]),
  ),
  looser: () => stepFirmness(-1),
  firmer: () => stepFirmness(1),
  "next-circle": nextCircle,
  difference: toggleDifference,
  "small-pictures": () => toggleShow("four"),
  list: () => toggleShow("list"),
  matrix: () => toggleShow("matrix"),
};

const goFirst = "Go to a company first, with the arrow keys.";

/** To the next company; its node, or its place in the list, takes the focus. */
function walk(by: 1 | -1): void {
  const companies = answer.peek()?.companies ?? [];
  if (companies.length === 0) return;
  const at = companies.findIndex(({ party }) => party === chosen.peek());
  const next = companies[at < 0 ? 0 : (at + by + companies.length) % companies.length]!;
  chosen.value = next.party;
}

/** Only a company and what it is tied to; where that is shown already, everything again. */
export function focusOn(party: string | null): void {
  const { focus } = address.peek().params;
  // Companies that stand together are taken apart.
  if (party !== null && isFold(party)) toggleShow("all");
  else if (party === null && !focus) tell(goFirst);
  else goWith(party === null || focus === party ? { focus: "", hops: "" } : { focus: party, hops: "" });
}

function hops(count: 2 | 3): void {
  const { focus, hops: now } = address.peek().params;
  const party = focus ?? chosen.peek();
  if (!party) tell(goFirst);
  else goWith({ focus: party, hops: now === String(count) ? "" : String(count) });
}

export function toggleLayers(switched: readonly Layer[]): void {
  const all = answer.peek()?.layers ?? [];
  const isOn = all.some(({ layer, shown }) => shown && switched.includes(layer));
  const next = all.filter(({ layer, shown }) => (switched.includes(layer) ? !isOn : shown)).map(({ layer }) => layer);
  if (next.length === 0) tell("That is the only layer that is shown.");
  else goWith({ layers: next.length === all.length ? "" : next.join(",") });
}

/** The rungs with "everything" below them. */
function stepFirmness(by: 1 | -1): void {
  const rungs = ["", ...firmnessLadder];
  const at = rungs.indexOf(address.peek().params.firm ?? "");
  const next = rungs[Math.min(rungs.length - 1, Math.max(0, at + by))]!;
  goWith({ firm: next });
}

function nextCircle(): void {
  const circles = answer.peek()?.circles ?? [];
  const at = circles.findIndex(({ id }) => id.startsWith(address.peek().params.circle ?? "none"));
  const next = circles[(at + 1) % circles.length];
  if (next) showCircle(next.short);
  else tell("No circle closes here.");
}

/** As if this deal had not been made; a second time it is put back. */
export function toggleWithout(deal: string): void {
  const now = (address.peek().params.without ?? "").split(",").filter(Boolean);
  goWith({ without: (now.includes(deal) ? now.filter((each) => each !== deal) : [...now, deal]).join(",") });
}

/** A circle stands out; where it does already, none. */
export function showCircle(short: string): void {
  goWith({ circle: address.peek().params.circle === short ? "" : short }, true);
}

function toggleDifference(): void {
  const now = book.peek();
  const day = now?.question.knownOn ?? now?.question.asOf ?? "9999";
  const before = now?.days.findLast((each) => each < day);
  if (address.peek().params.compare) goWith({ compare: "" });
  else if (before) goWith({ compare: before });
  else tell("Nothing was known before this day.");
}

/** The list, the matrix, four pictures, all of a large network, or what was asked for before: the picture. */
export function toggleShow(what: "four" | "list" | "matrix" | "all"): void {
  const usual = narrow.peek() ? "list" : "picture";
  const now = address.peek().params.show ?? usual;
  const next = now === what ? "picture" : what;
  goWith({ show: next === usual ? "" : next });
}

/** The sentences behind a mark. */
export function whyOf(claims: readonly string[]): void {
  const [claim] = claims;
  if (claim) openLayer({ is: "why", claim, claims });
}
