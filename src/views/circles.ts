/**
 * Where may money that leaves a party as funding come back to it as purchases, directly or through others?
 *
 * Parties are nodes as they are shown: by group a purchase from a unit comes back to its group (the common owner closes the circle). A circle is an elementary cycle of money links
 * with at least one of funding and one of purchases. What could be the same money is at most the narrowest link: from the least low end to the least high end.
 * Source of the search: src/analyses/cycles.ts.
 */

import { boundedCycles } from "../analyses/cycles.ts";
import { rungOf } from "../deals/firmness.ts";
import type { Status } from "../model/claim.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import { type ClaimId, type PartyId, sha256Hex } from "../model/id.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { summedRows } from "../numeric/summed-rows.ts";
import { linkNodes } from "./link-rows.ts";
import { type DaySpan, daysOf, type LinkSort, type MoneyLink } from "./money-links.ts";
import { type Tied, tiedOf } from "./tied.ts";

export interface Circle {
  /** `circle-1f2e…`, from its links. */
  readonly id: string;
  /** From the funding that begins it; the last one comes back to the first. */
  readonly links: readonly MoneyLink[];
  /** The loosest of its links. */
  readonly weakest: MoneyLink;
  /** The status of the loosest: the firmness at which the circle breaks is the next rung. */
  readonly status: Status;
  /** What could be the same money in all, and in the window; an open high end is null. */
  readonly bottleneck: Ends;
  readonly inWindow: Ends;
  /** Links of which no source states an amount: they narrow nothing and might. */
  readonly unstated: readonly MoneyLink[];
  /** First and last day on which its money moves; null where none has a day. */
  readonly span: DaySpan | null;
  readonly tied: Tied;
}

/** Half a circle: the other half is told without money. */
export interface NearCircle {
  /** `funding`: no claim says what comes back for it. `purchases`: what is given to the buyer are shares, not money. */
  readonly missing: "purchases" | "funding";
  readonly link: MoneyLink;
  /** What else binds the two: chips used, credits, dependence, a right. */
  readonly bonds: readonly Deal[];
}

export interface Circles {
  readonly circles: readonly Circle[];
  /** Circles that close only below the firmness asked about. */
  readonly broken: readonly Circle[];
  readonly near: readonly NearCircle[];
  readonly stoppedBy: "count" | null;
}

export interface CirclesQuestion {
  readonly shown: (party: PartyId) => PartyId;
  readonly maxLength: number;
}

const mostCircles = 10_000;

/** Circles of the links that are firm enough, and those that close only by looser ones: `all` are the links of talks and firmer. */
export function circlesOf(
  firm: readonly MoneyLink[],
  all: readonly MoneyLink[],
  deals: readonly Deal[],
  testimonies: ReadonlyMap<ClaimId, Testimony>,
  question: CirclesQuestion,
): Circles {
  const closed = closedCircles(firm, deals, testimonies, question);
  const loose = closedCircles(all, deals, testimonies, question);
  const ids = new Set(closed.circles.map(({ id }) => id));
  return {
    circles: closed.circles,
    broken: loose.circles.filter(({ id }) => !ids.has(id)),
    near: nearCircles(firm, deals, closed.circles, question.shown),
    stoppedBy: closed.stopped || loose.stopped ? "count" : null,
  };
}

function closedCircles(
  links: readonly MoneyLink[],
  deals: readonly Deal[],
  testimonies: ReadonlyMap<ClaimId, Testimony>,
  { shown, maxLength }: CirclesQuestion,
): { readonly circles: Circle[]; readonly stopped: boolean } {
  const { ids, from, to } = linkNodes(links);
  const between = Map.groupBy(links, (link) => `${link.from} ${link.to}`);
  const rows = summedRows(ids.length, from, to, new Float64Array(links.length).fill(1));
  const { count, starts, nodes, stoppedBy } = boundedCycles(rows, { maxLength, minAmount: 0, maxCount: mostCircles });
  const circles: Circle[] = [];
  for (let cycle = 0; cycle < count; cycle++) {
    const path = Array.from(nodes.subarray(starts[cycle]!, starts[cycle + 1]!), (node) => ids[node]!);
    const steps = path.map((party, index) => between.get(`${party} ${path[(index + 1) % path.length]}`)!);
    for (const chosen of choices(steps))
      if (isCircle(chosen)) circles.push(circleOf(fromFunding(chosen), deals, testimonies, shown));
  }
  circles.sort(
    (one, other) =>
      one.links.length - other.links.length ||
      other.bottleneck.low - one.bottleneck.low ||
      (other.bottleneck.high ?? Number.POSITIVE_INFINITY) - (one.bottleneck.high ?? Number.POSITIVE_INFINITY) ||
      rungOf(other.status) - rungOf(one.status) ||
      (one.id < other.id ? -1 : 1),
  );
  return { circles, stopped: stoppedBy === "count" };
}

/** Every way to take one link for each step. */
function choices(steps: readonly (readonly MoneyLink[])[]): MoneyLink[][] {
  return steps.reduce<MoneyLink[][]>((ways, step) => ways.flatMap((way) => step.map((link) => [...way, link])), [[]]);
}

function isCircle(links: readonly MoneyLink[]): boolean {
  const sorts = new Set<LinkSort>(links.map(({ sort }) => sort));
  return sorts.size === 2;
}

/** Begins with funding that follows a purchase: money that goes out as an investment begins the round. */
function fromFunding(links: readonly MoneyLink[]): MoneyLink[] {
  const begin = links.findIndex(({ sort }, index) => sort === "funding" && links.at(index - 1)!.sort === "purchases");
  return [...links.slice(begin), ...links.slice(0, begin)];
}

function circleOf(
  links: readonly MoneyLink[],
  deals: readonly Deal[],
  testimonies: ReadonlyMap<ClaimId, Testimony>,
  shown: (party: PartyId) => PartyId,
): Circle {
  const weakest = links.reduce((one, other) => (rungOf(other.status) < rungOf(one.status) ? other : one));
  const funding = links.filter(({ sort }) => sort === "funding");
  const purchases = links.filter(({ sort }) => sort === "purchases");
  return {
    id: `circle-${sha256Hex(links.map(({ from, to, sort }) => `${from} ${to} ${sort}`).join("|")).slice(0, 16)}`,
    links,
    weakest,
    status: weakest.status,
    bottleneck: narrowest(links.map(({ amount }) => amount)),
    inWindow: narrowest(links.map(({ due }) => due)),
    unstated: links.filter(({ amount }) => amount === null),
    span: daysOf(links.flatMap((link) => link.deals.flatMap(({ postings }) => postings))),
    tied: tiedOf(funding, purchases, deals, testimonies, shown),
  };
}

/** The least of the low ends, and of the high ends: "≥ 10" and 38 may be the same money from 10 to 38. What is not stated may be nothing, and bounds nothing. */
function narrowest(ends: readonly (Ends | null)[]): Ends {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const each of ends) {
    low = Math.min(low, each?.low ?? 0);
    high = Math.min(high, each?.high ?? Number.POSITIVE_INFINITY);
  }
  return { low, high: Number.isFinite(high) ? high : null };
}

const bondKinds: ReadonlySet<Deal["kind"]> = new Set(["chip-adoption", "dependence", "right"]);

function nearCircles(
  links: readonly MoneyLink[],
  deals: readonly Deal[],
  circles: readonly Circle[],
  shown: (party: PartyId) => PartyId,
): NearCircle[] {
  const closed = new Set(circles.flatMap((circle) => circle.links));
  const standing = deals.filter(({ status, from, to }) => rungOf(status) >= 0 && from !== null && to !== null);
  const between = Map.groupBy(standing, ({ from, to }) => `${shown(from!)} ${shown(to!)}`);
  return links
    .filter((link) => !closed.has(link))
    .flatMap((link): NearCircle[] => {
      if (link.sort === "purchases") {
        // Who buys is given shares by whom it buys from.
        const bonds = (between.get(`${link.from} ${link.to}`) ?? []).filter(({ right }) => right === "warrant");
        return bonds.length === 0 ? [] : [{ missing: "funding", link, bonds }];
      }
      const inKind = link.deals
        .map(({ deal }) => deal)
        .filter(({ legs }) => legs.some(({ commodity }) => commodity.startsWith("credits:")));
      const bonds = [
        ...inKind,
        ...(between.get(`${link.to} ${link.from}`) ?? []).filter(({ kind }) => bondKinds.has(kind)),
      ];
      return bonds.length === 0 ? [] : [{ missing: "purchases", link, bonds }];
    });
}
