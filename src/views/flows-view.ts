/** The flows of one window, one basis and one unit, with the circles that they close and all that is not drawn: the same on the command line and on the page. */

import type { Firmness } from "../deals/firmness.ts";
import { isMoney } from "../model/amount.ts";
import type { Commodity, Deal } from "../model/deal.ts";
import type { DealId, PartyId } from "../model/id.ts";
import type { Memo } from "../model/ledger.ts";
import { endsText } from "../model/smallest-unit.ts";
import { type Circle, circlesOf } from "./circles.ts";
import { type FlowsBy, flowsShownAs, homeColumn, shownName } from "./flow-roles.ts";
import { type FlowRow, flowsIn, sizeOf, type Window, wholeFlows } from "./flow-rows.ts";
import type { Basis } from "./flows-answers.ts";
import { moneyLinks } from "./money-links.ts";
import { type DrawnOn, type PictureNames, type PostedDeals, shownAs } from "./network-view.ts";
import type { FlowsPictureInput } from "./pictures/flows-ribbons.ts";
import { flowsTitle } from "./pictures/flows-title.ts";
import { sourcesLine } from "./sources-line.ts";
import { windowText } from "./window.ts";

export interface FlowsAsked {
  readonly firmness: Firmness;
  readonly by: FlowsBy;
  readonly window: Window;
  readonly basis: Basis;
  readonly unit: Commodity;
  /** Only what touches these, as they are shown; null for all. */
  readonly about: ReadonlySet<PartyId> | null;
  /** Companies that the reader folded. */
  readonly folded: ReadonlySet<PartyId>;
  /** Companies from the top down, as they are shown, where the reader chose. */
  readonly order: readonly string[];
}

export interface FlowsView {
  /** What the basis has, of the unit: amounts of ribbons are `due` or `whole`. */
  readonly rows: readonly FlowRow[];
  /** In the books and in no window; empty where whole contracts are shown. */
  readonly undated: readonly FlowRow[];
  /** With days, none of them in the window. */
  readonly outside: readonly FlowRow[];
  readonly memos: readonly Memo[];
  readonly units: readonly UnitRows[];
  /** Circles of groups; none among roles. */
  readonly circles: readonly Circle[];
  /** The first day after an empty window on which something moves. */
  readonly next: number | null;
  readonly shown: (party: PartyId) => PartyId;
  readonly deals: ReadonlyMap<DealId, Deal>;
}

/** Of one unit: nothing in it is added to another. */
export interface UnitRows {
  readonly unit: Commodity;
  readonly rows: number;
}

/** Steps of the circles that are looked for, as on the network. */
const circleLength = 5;

export function flowsView(
  { deals, testimonies, parties, ledger }: PostedDeals,
  { firmness, by, window, basis, unit, about, folded }: FlowsAsked,
): FlowsView {
  const shown = flowsShownAs(by, folded, parties);
  const question = { window, firmness, shown, about };
  const due = flowsIn(ledger, question);
  const whole = wholeFlows(ledger, question);
  const of = (rows: readonly FlowRow[]): FlowRow[] => rows.filter(({ commodity }) => commodity === unit);
  const shownRows = basis === "due" ? due.rows : whole;
  const dated = new Set([...due.rows, ...due.undated].map(keyOf));
  const money = moneyLinks(deals, ledger, { firmness, window, shown: shownAs("group", parties) });
  return {
    rows: of(shownRows),
    undated: basis === "due" ? of(due.undated) : [],
    outside: basis === "due" ? of(whole).filter((row) => !dated.has(keyOf(row))) : [],
    memos: due.memos.filter(({ commodity }) => commodity === unit),
    units: unitsOf(shownRows, unit),
    circles: seeksCircles({ unit, by })
      ? circlesOf(money, money, deals, testimonies, {
          shown: shownAs("group", parties),
          maxLength: circleLength,
        }).circles
      : [],
    next: of(due.rows).length === 0 ? nextIn(ledger, { ...question, unit }) : null,
    shown,
    deals: new Map(deals.map((deal) => [deal.id, deal])),
  };
}

function seeksCircles({ unit, by }: Pick<FlowsAsked, "unit" | "by">): boolean {
  return unit === "USD" && by !== "role";
}

/** When after the window something of a unit moves. */
function nextIn(
  { postings, memos, unused }: PostedDeals["ledger"],
  { unit, ...question }: Parameters<typeof flowsIn>[1] & { readonly unit: Commodity },
): number | null {
  const own = postings.filter(({ commodity }) => commodity === unit);
  return flowsIn({ postings: own, memos, unused }, question).next;
}

function keyOf({ from, to, commodity, status }: FlowRow): string {
  return `${from} ${to} ${commodity} ${status}`;
}

/** Money first, then the units with the most flows; the one that is shown is among them, whatever it has. */
function unitsOf(rows: readonly FlowRow[], unit: Commodity): UnitRows[] {
  const counts = new Map<Commodity, number>([[unit, 0]]);
  for (const { commodity } of rows) counts.set(commodity, (counts.get(commodity) ?? 0) + 1);
  const goods = (commodity: Commodity): number => (isMoney(commodity) ? 0 : 1);
  return [...counts]
    .map(([commodity, count]) => ({ unit: commodity, rows: count }))
    .sort(
      (one, other) => goods(one.unit) - goods(other.unit) || other.rows - one.rows || (one.unit < other.unit ? -1 : 1),
    );
}

/** What the picture of flows is made from. */
export function flowsPictureInput(
  view: FlowsView,
  { testimonies, parties }: PostedDeals,
  asked: FlowsAsked,
  names: PictureNames,
  { asOf, knownOn, data, version }: DrawnOn,
): FlowsPictureInput {
  const { rows, circles, shown, deals, memos, undated, outside } = view;
  const { firmness, by, window, basis, unit, order } = asked;
  const nameOf = (party: PartyId): string => shownName(party, names.party);
  const shownBy = by === "role" ? "by what companies are" : `by ${by}`;
  return {
    rows,
    ...{ basis, unit, window, circles, shown, deals, nameOf, order },
    seeksCircles: seeksCircles(asked),
    homeOf: (party) => homeColumn(party, parties),
    elsewhere: elsewhere(view),
    notDrawn: [
      ...left("without a day, so in no window", bySize(undated).map(rowTold(nameOf))),
      ...left("outside of the window", bySize(outside).map(rowTold(nameOf))),
      ...[...Map.groupBy(memos, ({ reason }) => reason)].flatMap(([reason, own]) =>
        left(reason, own.map(memoTold(shown, nameOf))),
      ),
    ],
    title: flowsTitle(view, asked, nameOf),
    subtitle: `${unitTitle(unit)} · window ${windowText(window)} · ${basisText(basis)} · ${firmness} and firmer, ${shownBy} · as of ${asOf ?? "any day"}${knownOn ? ` · known on ${knownOn}` : ""}`,
    sources: [
      sourcesLine(
        rows.flatMap(({ postings }) => postings.flatMap(({ claims }) => claims)),
        testimonies,
        names.document,
      ),
      `data ${data} · Capstack ${version}`,
    ],
    data,
  };
}

export function unitTitle(unit: Commodity): string {
  return unit === "USD" ? "Money in dollars" : isMoney(unit) ? `Money in ${unit}` : unit;
}

export function basisText(basis: Basis): string {
  return basis === "due" ? "basis falling due in the window" : "basis whole contracts (hatched: outside of the window)";
}

/** What is left out for one reason, the first of it by name. */
export interface LeftOut {
  readonly reason: string;
  readonly told: readonly string[];
}

/** The largest first: of each reason a few are named. */
function bySize(rows: readonly FlowRow[]): FlowRow[] {
  return [...rows].sort((one, other) => sizeOf(other.whole) - sizeOf(one.whole));
}

function left(reason: string, told: readonly string[]): LeftOut[] {
  return told.length === 0 ? [] : [{ reason, told }];
}

function rowTold(nameOf: (party: PartyId) => string): (row: FlowRow) => string {
  return ({ from, to, commodity, whole, approximate }) =>
    `${sides(from, to, nameOf)} ${endsText(commodity, whole, approximate)}`;
}

function memoTold(shown: (party: PartyId) => PartyId, nameOf: (party: PartyId) => string): (memo: Memo) => string {
  return ({ from, to, commodity, low, high }) =>
    `${sides(from && shown(from), to && shown(to), nameOf)}${low === null ? "" : ` ${endsText(commodity, { low, high })}`}`;
}

export function sides(from: PartyId | null, to: PartyId | null, nameOf: (party: PartyId) => string): string {
  return `${from === null ? "?" : nameOf(from)} → ${to === null ? "?" : nameOf(to)}`;
}

/** How many deals of a company are in the books and not in the picture: what it pays, and what it gets. */
function elsewhere({ rows, undated, outside, memos, shown }: FlowsView): FlowsPictureInput["elsewhere"] {
  const drawn = new Set(rows.flatMap(({ postings }) => postings.map(({ deal }) => deal)));
  const pays = new Map<PartyId, Set<DealId>>();
  const gets = new Map<PartyId, Set<DealId>>();
  const put = (into: Map<PartyId, Set<DealId>>, party: PartyId | null, deal: DealId): void => {
    if (party !== null && !drawn.has(deal)) into.set(party, (into.get(party) ?? new Set()).add(deal));
  };
  for (const { from, to, postings } of [...undated, ...outside])
    for (const { deal } of postings) {
      put(pays, from, deal);
      put(gets, to, deal);
    }
  for (const { from, to, deal } of memos) {
    put(pays, from && shown(from), deal);
    put(gets, to && shown(to), deal);
  }
  return { pays: (party) => pays.get(party)?.size ?? 0, gets: (party) => gets.get(party)?.size ?? 0 };
}
