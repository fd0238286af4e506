/**
 * What of a large network is drawn on one page? The companies with most deals by themselves, the others of each kind as one; of the arcs those of most dollars. How much
 * that leaves out is told. Which companies are folded hangs on all deals that the book ever tells, so that no date moves a place.
 */

import type { PartyId } from "../../model/id.ts";
import type { NetworkLink } from "../network-rows.ts";
import { type Arc, arcKey, arcsOf, type Fold, unfolded } from "./network-arcs.ts";
import type { NetworkPictureInput } from "./network-drawing.ts";
import { columnOf, columns, foldId, pageCompanies } from "./network-places.ts";

/** Arcs of one page. */
export const pageArcs = 300;

/** What a page holds of a network that is larger than it. */
export interface NetworkShare {
  /** Flows that are drawn, by themselves or in an arc with others. */
  readonly flows: number;
  readonly allFlows: number;
  readonly arcs: number;
  /** Share of all dollars, at the low ends, that the drawn flows have; null where none has a figure. */
  readonly dollars: number | null;
  /** Companies that stand together with others of their kind. */
  readonly folded: number;
  /** "showing 300 of 1,912 flows, 94 % of dollars". */
  readonly text: string;
}

export interface Folded {
  readonly fold: Fold;
  readonly folded: number;
  readonly nameOf: (party: PartyId) => string;
  readonly kindOf: (party: PartyId) => string | null;
}

type Foldable = Pick<NetworkPictureInput, "everLinked" | "parties" | "nameOf" | "whole" | "about">;

/** Companies beyond those of a page, by their kinds. */
export function foldOf({ everLinked, parties, nameOf, whole, about }: Foldable): Folded {
  const kindOf = (party: PartyId): string | null => parties.get(party)?.kind ?? null;
  const deals = new Map<PartyId, number>();
  for (const pair of everLinked) for (const party of pair) deals.set(party, (deals.get(party) ?? 0) + 1);
  if (whole || deals.size <= pageCompanies) return { fold: unfolded, folded: 0, nameOf, kindOf };
  const rank = (party: PartyId): number => (about?.has(party) ? Number.POSITIVE_INFINITY : deals.get(party)!);
  const sorted = [...deals.keys()].sort((one, other) => compared(rank(other), rank(one)) || (one < other ? -1 : 1));
  const places = pageCompanies - roles.length;
  const [kept, others] = [new Set(sorted.slice(0, places)), sorted.slice(places)];
  const together = Map.groupBy(others, (party) => columnOf(kindOf(party)) ?? columns.length);
  const standsFor = new Map(
    roles.map((role, column) => [foldId(role.id), { role, count: together.get(column)?.length ?? 0 }]),
  );
  return {
    fold: (party) => (kept.has(party) ? party : foldId(roles[columnOf(kindOf(party)) ?? columns.length]!.id)),
    folded: others.length,
    nameOf: (party) => {
      const stand = standsFor.get(party);
      return stand ? `${stand.count} more ${stand.role.name}` : nameOf(party);
    },
    kindOf: (party) => standsFor.get(party)?.role.kind ?? kindOf(party),
  };
}

function compared(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What stands together, in the order of the columns; last those of no known kind. */
const roles: readonly { readonly id: string; readonly name: string; readonly kind: string | null }[] = [
  { id: "capital", name: "in capital", kind: "investor" },
  { id: "clouds", name: "clouds", kind: "cloud" },
  { id: "labs", name: "labs", kind: "lab" },
  { id: "chips", name: "chip makers", kind: "chipmaker" },
  { id: "others", name: "of no kind", kind: null },
];

/** The arcs of most dollars, in the order in which they came, and what they are of the whole; null where they are the whole. */
export function topOf(
  arcs: readonly Arc[],
  links: readonly NetworkLink[],
  { folded }: Folded,
  whole: boolean,
): { readonly drawn: readonly Arc[]; readonly share: NetworkShare | null } {
  if (whole || (arcs.length <= pageArcs && folded === 0)) return { drawn: arcs, share: null };
  const sorted = arcs.toSorted((one, other) => other.cents - one.cents || other.claims.length - one.claims.length);
  const top = new Set(sorted.slice(0, pageArcs));
  const drawn = arcs.filter((arc) => top.has(arc));
  const all = arcsOf(links).arcs;
  const [some, every] = [centsOf(drawn), centsOf(all)];
  const flows = flowsOf(drawn);
  const dollars = every === 0 ? null : some / every;
  const counted = [
    `showing ${count(flows)} of ${count(all.length)} flows`,
    ...(drawn.length < flows ? [` in ${count(drawn.length)} arcs`] : []),
    ...(dollars === null ? [] : [`, ${percent(dollars)} of dollars`]),
    ...(folded === 0 ? [] : [`; ${count(folded)} companies stand together`]),
  ];
  return { drawn, share: { flows, allFlows: all.length, arcs: drawn.length, dollars, folded, text: counted.join("") } };
}

function centsOf(arcs: readonly Arc[]): number {
  return arcs.reduce((sum, { cents }) => sum + cents, 0);
}

export function flowsOf(arcs: readonly Arc[]): number {
  return arcs.reduce((sum, { flows }) => sum + flows, 0);
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** Never "100 %" of what is not all, never "0 %" of what is something. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return "more than 99 %";
  return whole === 0 && share > 0 ? "less than 1 %" : `${whole} %`;
}

/** What tells the arcs of links as this picture would draw them: those of another day are compared with its own. */
export function drawnKeys(links: readonly NetworkLink[], input: Foldable): ReadonlySet<string> {
  return new Set(arcsOf(links, foldOf(input).fold).arcs.map(arcKey));
}

/** Of the pairs of a large book those that lie around some companies: their places hang on what surrounds them, and on no date. */
export function pairsAround(
  everLinked: NetworkPictureInput["everLinked"],
  about: ReadonlySet<PartyId> | null,
  hops: number,
): NetworkPictureInput["everLinked"] {
  if (about === null || new Set(everLinked.flat()).size <= pageCompanies) return everLinked;
  let reached = about;
  for (let step = 1; step < hops; step++)
    reached = new Set([...reached, ...everLinked.filter((pair) => touches(pair, reached)).flat()]);
  return everLinked.filter((pair) => touches(pair, reached));
}

function touches([one, other]: readonly [PartyId, PartyId], some: ReadonlySet<PartyId>): boolean {
  return some.has(one) || some.has(other);
}
