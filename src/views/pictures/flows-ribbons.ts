/** Which ribbons does a picture of flows have? The largest of its rows, the missing links of circles that are drawn but for one, and who belongs to whom where that closes a circle. */

import type { Status } from "../../model/claim.ts";
import type { Commodity, Deal } from "../../model/deal.ts";
import type { ClaimId, DealId, PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import { differs, ownersIn, sameText } from "../circle-words.ts";
import type { Circle } from "../circles.ts";
import { type FlowRow, sizeOf, type Window } from "../flow-rows.ts";
import type { Basis } from "../flows-answers.ts";
import type { LeftOut } from "../flows-view.ts";
import type { MoneyLink } from "../money-links.ts";
import { takenText } from "../taken-words.ts";
import { movesVerb, sameMoney } from "./flows-title.ts";

export interface FlowsPictureInput {
  readonly rows: readonly FlowRow[];
  readonly basis: Basis;
  readonly unit: Commodity;
  readonly window: Window;
  readonly circles: readonly Circle[];
  /** Whether circles are looked for at all: they are of dollars between companies. */
  readonly seeksCircles: boolean;
  readonly shown: (party: PartyId) => PartyId;
  readonly deals: ReadonlyMap<DealId, Deal>;
  readonly nameOf: (party: PartyId) => string;
  /** The column of a company's kind. */
  readonly homeOf: (party: PartyId) => number;
  /** How many further deals the book has of a company. */
  readonly elsewhere: {
    readonly pays: (party: PartyId) => number;
    readonly gets: (party: PartyId) => number;
  };
  readonly notDrawn: readonly LeftOut[];
  /** Companies in the order into which the reader put them; empty where fewest crossings decide. */
  readonly order: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  readonly sources: readonly string[];
  /** The hash of the data: with it ids within the picture are its own. */
  readonly data: string;
}

/** Sides that no source names. */
export const nobodyPays = "nobody-pays";
export const nobodyGets = "nobody-gets";

export interface Ribbon {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly status: Status;
  /** In the smallest unit; null for a link of a circle that has nothing to draw. */
  readonly amount: Ends | null;
  /** What its width is drawn from: the low end, of what is only "up to" its ceiling. */
  readonly size: number;
  /** How much of it lies in the window, from 0 to 1. */
  readonly within: number;
  readonly label: string;
  /** What was taken for granted for it, by its numbers. */
  readonly taken: readonly number[];
  readonly differs: boolean;
  /** Numbers of the circles that it is part of. */
  readonly circles: readonly number[];
  readonly claims: readonly ClaimId[];
  /** As a sentence. */
  readonly says: string;
}

/** A unit that belongs to a group, which closes a circle. */
export interface OwnershipLink {
  readonly from: string;
  readonly to: string;
  readonly circles: readonly number[];
  readonly reason: string;
  readonly claims: readonly ClaimId[];
}

export interface Ribbons {
  readonly ribbons: readonly Ribbon[];
  readonly owned: readonly OwnershipLink[];
  /** Rows beyond the most that a picture holds, the largest first. */
  readonly smaller: readonly FlowRow[];
  /** What was taken for granted, in the order of its numbers from 1. */
  readonly taken: readonly string[];
}

export const mostRibbons = 25;
/** So many of them may be links that lack of a circle. */
const mostOpen = 5;

export function ribbonsOf(input: FlowsPictureInput): Ribbons {
  const { rows, basis, circles } = input;
  const sorted = [...rows].sort(
    (one, other) => sizeOf(other[basis]) - sizeOf(one[basis]) || (rowKey(one) < rowKey(other) ? -1 : 1),
  );
  const open = openLinks(input).slice(0, mostOpen);
  const shown = sorted.slice(0, mostRibbons - open.length);
  const taken: string[] = [];
  const numbered = (all: readonly Taken[]): number[] =>
    all.map((each) => {
      const text = takenText(each);
      if (!taken.includes(text)) taken.push(text);
      return taken.indexOf(text) + 1;
    });
  const ribbons = shown.map((row) => ribbonOf(row, input, numbered(row.taken)));
  return {
    ribbons: [...ribbons, ...open],
    owned: ownedLinks(circles, input),
    smaller: sorted.slice(shown.length),
    taken,
  };
}

function rowKey({ from, to, status }: FlowRow): string {
  return `${from ?? nobodyPays} ${to ?? nobodyGets} ${status}`;
}

function ribbonOf(row: FlowRow, input: FlowsPictureInput, taken: readonly number[]): Ribbon {
  const { basis, circles, deals, nameOf } = input;
  const { from, to, status, commodity, approximate, postings } = row;
  const amount = row[basis];
  const size = sizeOf(amount);
  const due = endsText(commodity, row.due, approximate);
  const whole = endsText(commodity, row.whole, approximate);
  const verb = verbOf(row, input);
  const figure = basis === "whole" || due === whole ? endsText(commodity, amount, approximate) : `${due} of ${whole}`;
  const own = [...new Set(postings.map(({ deal }) => deal))].map((deal) => deals.get(deal)!);
  const disputed = own.some(differs);
  const [payer, payee] = [
    from === null ? "somebody whom no claim names" : nameOf(from),
    to === null ? "somebody whom no claim names" : nameOf(to),
  ];
  return {
    key: rowKey(row),
    from: from ?? nobodyPays,
    to: to ?? nobodyGets,
    ...{ status, amount, size, taken },
    within: basis === "due" ? 1 : size === 0 ? 0 : Math.min(1, sizeOf(row.due) / size),
    label: [verb, figure].filter(Boolean).join(" "),
    differs: disputed,
    circles: numbersOf(circles, (link) =>
      link.deals.some(({ deal }) => postings.some((posting) => posting.deal === deal.id && posting.from === deal.from)),
    ),
    claims: [...new Set(postings.flatMap(({ claims }) => claims))],
    says: `${payer} ${movesVerb(status, commodity)} ${payee} ${figure}, ${status}${disputed ? ", sources differ" : ""}`,
  };
}

/** What the money is for, where all of it is for one thing. */
function verbOf({ postings, commodity }: FlowRow, { deals }: FlowsPictureInput): string {
  const kinds = new Set(postings.map(({ deal }) => deals.get(deal)!.kind));
  if (commodity !== "USD" || kinds.size !== 1) return "";
  return kinds.has("investment") ? "invests" : kinds.has("financing") ? "lends" : "";
}

function numbersOf(circles: readonly Circle[], isPart: (link: MoneyLink) => boolean): number[] {
  return circles.flatMap(({ links }, index) => (links.some(isPart) ? [index + 1] : []));
}

/** Circles of which something is drawn and at most one link is not: the page shows them whole. */
function shownCircles({ circles, rows }: FlowsPictureInput): readonly { circle: Circle; missing: MoneyLink | null }[] {
  const drawn = new Set(rows.flatMap(({ postings }) => postings.map(({ deal }) => deal)));
  return circles.flatMap((circle) => {
    const missing = circle.links.filter(({ deals }) => !deals.some(({ deal }) => drawn.has(deal.id)));
    return missing.length <= 1 && missing.length < circle.links.length ? [{ circle, missing: missing[0] ?? null }] : [];
  });
}

/** The one link that lacks of a circle: it has no day in the window, or no amount at all. */
function openLinks(input: FlowsPictureInput): Ribbon[] {
  const { circles, shown, nameOf, basis, unit } = input;
  const links = new Map<string, MoneyLink>();
  for (const { missing } of shownCircles(input))
    if (missing) links.set(`${missing.from} ${missing.to} ${missing.sort}`, missing);
  return [...links.values()].flatMap((link): Ribbon[] => {
    const { deal } = link.deals[0]!;
    const [from, to] = [shown(deal.from!), shown(deal.to!)];
    if (from === to) return [];
    const figure =
      link.amount === null
        ? "no amount"
        : `${endsText(unit, link.amount)}, ${basis === "due" ? "no day in this window" : "not drawn"}`;
    return [
      {
        key: `open ${link.from} ${link.to} ${link.sort}`,
        ...{ from, to, status: link.status, amount: null, size: 0, within: 0, taken: [] },
        label: [link.sort === "funding" ? "funds" : "buys", figure].join(" "),
        differs: link.deals.some((each) => differs(each.deal)),
        circles: numbersOf(circles, (each) => each === link),
        claims: [...new Set(link.deals.flatMap((each) => each.deal.claims))],
        says: `${nameOf(from)} ${link.sort === "funding" ? "funds" : "buys from"} ${nameOf(to)}: ${figure}, ${link.status}`,
      },
    ];
  });
}

/** Where a circle comes back to another unit of a group than it left from. */
function ownedLinks(circles: readonly Circle[], input: FlowsPictureInput): OwnershipLink[] {
  const { shown, nameOf } = input;
  const found = new Map<string, OwnershipLink>();
  for (const { circle } of shownCircles(input)) {
    const number = circles.indexOf(circle) + 1;
    const units = new Set([...ownersIn(circle)].flat());
    for (const [index, link] of circle.links.entries()) {
      const next = circle.links[(index + 1) % circle.links.length]!;
      const [ends, begins] = [shown(link.deals[0]!.deal.to!), shown(next.deals[0]!.deal.from!)];
      if (ends === begins || !(units.has(ends) || units.has(begins))) continue;
      const key = `${ends} ${begins}`;
      const group = link.to;
      const reason =
        begins === group
          ? `${nameOf(ends)} belongs to ${nameOf(group)}`
          : ends === group
            ? `${nameOf(begins)} belongs to ${nameOf(group)}`
            : `${nameOf(ends)} and ${nameOf(begins)} belong to ${nameOf(group)}`;
      const before = found.get(key);
      found.set(key, {
        from: ends,
        to: begins,
        reason,
        circles: [...(before?.circles ?? []), number],
        claims: [...new Set([...(before?.claims ?? []), ...claimsOf(circle)])],
      });
    }
  }
  return [...found.values()];
}

function claimsOf({ links }: Circle): ClaimId[] {
  return links.flatMap(({ deals }) => deals.flatMap(({ deal }) => deal.claims));
}

/** "C1, C5 · at most $5.43bn could be the same money"; of several circles the first is told. */
export function circlesText(numbers: readonly number[], { circles, basis }: FlowsPictureInput): string {
  const [first] = numbers;
  if (first === undefined) return "";
  const named = numbers.slice(0, 3).map((number) => `C${number}`);
  const more = numbers.length > 3 ? ` and ${numbers.length - 3} more` : "";
  const same = sameText(sameMoney(circles[first - 1]!, basis));
  const told =
    same === "nothing bounds it" ? "no claim bounds what could be the same money" : `${same} could be the same money`;
  return `${named.join(", ")}${more} · ${numbers.length > 1 ? `C${first}: ` : ""}${told}`;
}
