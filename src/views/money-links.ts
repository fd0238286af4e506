/** Who pays whom, as what? Deals as links of a network: funding one way, purchases the other. What circles, exposure and the network are asked of. */

import { type Firmness, isAtLeast, rungOf } from "../deals/firmness.ts";
import { movedBetween, onDays, undated } from "../deals/placed.ts";
import type { Status } from "../model/claim.ts";
import { dayNumber, type PartialDay } from "../model/day.ts";
import type { Deal, DealKind } from "../model/deal.ts";
import type { DealId, PartyId } from "../model/id.ts";
import type { Ledger, Posting, Taken } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { added, type Window } from "./flow-rows.ts";

/** Money for shares or debt, or money for chips, capacity and what else is bought. */
export type LinkSort = "funding" | "purchases";

const sortOf: Partial<Record<DealKind, LinkSort>> = {
  investment: "funding",
  financing: "funding",
  "compute-contract": "purchases",
  "chip-supply": "purchases",
  commitment: "purchases",
};

/** One deal as part of a link. */
export interface LinkDeal {
  readonly deal: Deal;
  /** Its postings of money in dollars. */
  readonly postings: readonly Posting[];
  /** What they come to; null where no source states an amount. */
  readonly amount: Ends | null;
  /** What falls due in the window; null without one. What has no day may fall in it: at least nothing, at most all. */
  readonly due: Ends | null;
}

/** All deals of one sort between two parties, as they are shown. */
export interface MoneyLink {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly sort: LinkSort;
  /** The firmest first. */
  readonly deals: readonly LinkDeal[];
  /** Of the firmest of its deals. */
  readonly status: Status;
  /** Sums over its deals; null where none has an amount. */
  readonly amount: Ends | null;
  readonly due: Ends | null;
  /** Whether an amount of some deal is not stated. */
  readonly partly: boolean;
  readonly taken: readonly Taken[];
}

/** First and last day on which something moves; null where none has a day. */
export interface DaySpan {
  readonly first: PartialDay;
  readonly last: PartialDay;
}

export function daysOf(postings: readonly Posting[]): DaySpan | null {
  const days = postings.flatMap(onDays).sort();
  return days.length === 0 ? null : { first: days[0]!, last: days.at(-1)! };
}

export interface LinkQuestion {
  readonly firmness: Firmness;
  /** Null where nobody asks what falls due. */
  readonly window: Window | null;
  readonly shown: (party: PartyId) => PartyId;
}

/** The links of a ledger, by their parties. A total over several deals is none: its parts are. */
export function moneyLinks(deals: readonly Deal[], { postings }: Ledger, question: LinkQuestion): MoneyLink[] {
  const { firmness, window, shown } = question;
  const days = window && ([dayNumber(window.after), dayNumber(window.until)] as const);
  const posted = Map.groupBy(
    postings.filter(({ commodity }) => commodity === "USD"),
    ({ deal }) => deal,
  );
  const links = new Map<string, { from: PartyId; to: PartyId; sort: LinkSort; deals: LinkDeal[] }>();
  for (const deal of deals) {
    const sort = sortOf[deal.kind];
    if (sort === undefined || deal.umbrella || deal.from === null || deal.to === null) continue;
    const [from, to] = [shown(deal.from), shown(deal.to)];
    if (from === to || !isAtLeast(deal.status, firmness)) continue;
    const own = moneyOf(deal, posted);
    const told: LinkDeal = {
      deal,
      postings: own,
      amount: own.length === 0 ? null : own.map(({ low, high }) => ({ low, high })).reduce(added),
      due: own.length === 0 || days === null ? null : own.map((posting) => dueIn(posting, ...days)).reduce(added),
    };
    const key = `${from} ${to} ${sort}`;
    const link = links.get(key);
    if (link) link.deals.push(told);
    else links.set(key, { from, to, sort, deals: [told] });
  }
  return [...links.values()].map(linkOf).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Money of the deal's own direction: what comes back for it is no part of the link. */
function moneyOf({ id, from }: Deal, posted: ReadonlyMap<DealId, readonly Posting[]>): Posting[] {
  return (posted.get(id) ?? []).filter((posting) => posting.from === from);
}

function dueIn(posting: Posting, after: number, until: number): Ends {
  const dated = movedBetween(posting, after, until) ?? { low: 0, high: 0 };
  const rest = undated(posting);
  return rest === null ? dated : added(dated, { low: 0, high: rest.high });
}

function linkOf(link: { from: PartyId; to: PartyId; sort: LinkSort; deals: LinkDeal[] }): MoneyLink {
  const deals = link.deals.sort(
    (one, other) =>
      rungOf(other.deal.status) - rungOf(one.deal.status) ||
      (other.amount?.low ?? -1) - (one.amount?.low ?? -1) ||
      (one.deal.id < other.deal.id ? -1 : 1),
  );
  const sum = (ends: readonly (Ends | null)[]): Ends | null => {
    const told = ends.filter((each) => each !== null);
    return told.length === 0 ? null : told.reduce(added);
  };
  return {
    ...link,
    deals,
    status: deals[0]!.deal.status,
    amount: sum(deals.map(({ amount }) => amount)),
    due: sum(deals.map(({ due }) => due)),
    partly: deals.some(({ amount }) => amount === null),
    taken: [...new Set(deals.flatMap(({ postings }) => postings.flatMap(({ taken }) => taken)))],
  };
}

function keyOf({ from, to, sort }: MoneyLink): string {
  return `${from} ${to} ${sort}`;
}
