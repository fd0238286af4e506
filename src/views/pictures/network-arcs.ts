/** Which arcs do the links of a network make? One for each pair, layer and status; what is folded away stands as the company that stands for it. */

import type { Status } from "../../model/claim.ts";
import type { ClaimId, DealId, PartyId } from "../../model/id.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Circle } from "../circles.ts";
import { added } from "../flow-rows.ts";
import type { Layer, NetworkLink } from "../network-rows.ts";

/** An arc before it has a place. */
export interface Arc {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly layer: Layer;
  readonly status: Status;
  readonly amount: Ends | null;
  readonly deals: readonly DealId[];
  readonly claims: readonly ClaimId[];
  readonly label: string;
  readonly differs: boolean;
  /** How many arcs it would be if nothing were folded. */
  readonly flows: number;
  /** Cents of its money at the low end, or at the high one where there is no other; nothing for other units. */
  readonly cents: number;
}

/** What stands in the picture for a company: itself, or others of its kind together with it. */
export type Fold = (party: PartyId) => PartyId;
export const unfolded: Fold = (party) => party;

/** What tells an arc from another, and from itself on another day. */
export function arcKey({ from, to, layer, status, label }: Pick<Arc, "from" | "to" | "layer" | "status" | "label">) {
  return `${from} ${to} ${layer} ${status} ${label}`;
}

/** What comes back for money without an amount is told, not drawn: it would double every arc. */
export function arcsOf(
  links: readonly NetworkLink[],
  fold: Fold = unfolded,
): { readonly arcs: readonly Arc[]; readonly notDrawn: ReadonlyMap<string, number> } {
  const notDrawn = new Map<string, number>();
  const leave = (reason: string): void => void notDrawn.set(reason, (notDrawn.get(reason) ?? 0) + 1);
  const found = new Map<string, Gathered>();
  for (const link of links) {
    if (link.from === null || link.to === null) leave("one side is not named");
    else if (link.amount === null && isReturn(link)) leave("what is given for money has no amount");
    else if (fold(link.from) === fold(link.to)) leave("both sides are folded into one");
    else {
      const [from, to] = [fold(link.from), fold(link.to)];
      const key = `${from} ${to} ${link.layer} ${link.status}`;
      const gathered = found.get(key) ?? { from, to, links: [], flows: new Set() };
      gathered.links.push(link);
      gathered.flows.add(`${link.from} ${link.to}`);
      found.set(key, gathered);
    }
  }
  const arcs = [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => arcOf(each));
  return { arcs, notDrawn };
}

interface Gathered {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly links: NetworkLink[];
  /** The pairs of companies between which it moves. */
  readonly flows: Set<string>;
}

function arcOf({ from, to, links, flows }: Gathered): Arc {
  const first = links[0]!;
  const told = links.flatMap(({ amount, commodity }) => (amount && commodity === first.commodity ? amount : []));
  const amount = told.length === 0 ? null : told.reduce(added);
  const dollars = links.flatMap((link) =>
    link.layer === "money" && link.commodity === "USD" ? (link.amount ?? []) : [],
  );
  return {
    ...{ from, to, layer: first.layer, status: first.status, amount },
    claims: [...new Set(links.flatMap(({ deal }) => deal.claims))],
    deals: [...new Set(links.map(({ deal }) => deal.id))],
    differs: links.some(({ deal }) =>
      deal.fields.some(({ name, disagreement }) => name.startsWith("amount ") && disagreement !== null),
    ),
    label: flows.size === 1 ? labelOf(first, amount) : foldedLabel(first, amount, flows.size),
    flows: flows.size,
    cents: dollars.length === 0 ? 0 : largest(dollars.reduce(added)),
  };
}

export function largest({ low, high }: Ends): number {
  return low > 0 ? low : (high ?? 0);
}

/** The leg that answers the one for which a deal is made. */
function isReturn({ deal, from, layer }: NetworkLink): boolean {
  if (layer === "owns" || layer === "rights" || layer === "leans" || deal.kind === "chip-adoption") return false;
  return layer !== "money" && deal.legs.some((leg) => leg.commodity === "USD") && from !== deal.from;
}

function labelOf({ layer, commodity, text, deal }: NetworkLink, amount: Ends | null): string {
  if (layer === "owns") return `owns ${text}`;
  if (layer === "rights") return text;
  if (layer === "leans") return "leans on";
  const what =
    layer === "chips"
      ? (deal.chip ?? "chips")
      : deal.kind === "investment"
        ? "invests"
        : deal.kind === "financing"
          ? "lends"
          : "";
  if (amount === null || commodity === null) return what === "" ? `${layer}, no amount` : `${what} no amount`;
  return [what, endsText(commodity, amount)].filter(Boolean).join(" ");
}

/** Flows between several pairs are counted; only what is of one unit is added up. */
function foldedLabel({ commodity }: NetworkLink, amount: Ends | null, flows: number): string {
  const count = `${flows} flows`;
  return amount === null || commodity === null ? count : `${endsText(commodity, amount)} in ${count}`;
}

/** The number of the first circle that an arc is part of: circles count for the arcs of money between their companies. */
export function circleNumbers(circles: readonly Circle[], fold: Fold): (arc: Arc) => number | null {
  const numbers = new Map<string, number>();
  for (const [index, circle] of circles.entries())
    for (const { from, to, deals } of circle.links)
      for (const { deal } of deals) {
        const key = `${fold(from)} ${fold(to)} ${deal.id}`;
        if (!numbers.has(key)) numbers.set(key, index + 1);
      }
  return ({ from, to, layer, deals }) =>
    layer !== "money"
      ? null
      : (deals.map((deal) => numbers.get(`${from} ${to} ${deal}`)).find((number) => number !== undefined) ?? null);
}
