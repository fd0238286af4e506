/** How circular is the network of these links? The largest part of its money that could go round without changing what anyone pays on balance, beside rewired networks. */

import { compression } from "../analyses/compression.ts";
import { type Comparison, compareWithRewired } from "../analyses/rewired.ts";
import { rungOf } from "../deals/firmness.ts";
import type { Observation } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { type Ends, ends } from "../model/smallest-unit.ts";
import { type SummedRows, summedRows } from "../numeric/summed-rows.ts";
import { linkNodes } from "./link-rows.ts";
import type { MoneyLink } from "./money-links.ts";

export interface CircularShare {
  /** Sum of all links with an amount, at their low ends; and at their high ends, null where one is open. In cents. */
  readonly gross: number;
  readonly grossHigh: number | null;
  /** What of it could go round, at the low ends; and at the high ends. */
  readonly circular: number;
  readonly circularHigh: number | null;
  /** Links without an amount, which are in neither. */
  readonly unstated: number;
  /** Beside networks of the same degrees and amounts, at the low ends; null where there is too little to rewire. */
  readonly rewired: Comparison | null;
}

const rewiring = { networks: 200, swapsPerEdge: 10, seed: 0 };

/** The share at both ends; a point needs one end, so the comparison takes the low one. */
export function circularShareOf(links: readonly MoneyLink[]): CircularShare {
  const told = links.filter(({ amount }) => amount !== null);
  const open = told.some(({ amount }) => amount!.high === null);
  const low = rowsOf(told, ({ amount }) => amount!.low);
  const lowShare = compression(low);
  const highShare = open ? null : compression(rowsOf(told, ({ amount }) => amount!.high!));
  return {
    gross: lowShare.gross,
    grossHigh: highShare?.gross ?? null,
    circular: lowShare.conservativeReduction,
    circularHigh: highShare?.conservativeReduction ?? null,
    unstated: links.length - told.length,
    rewired: low.values.length < 4 ? null : compareWithRewired(low, rewiring).circularShare,
  };
}

function rowsOf(links: readonly MoneyLink[], amountOf: (link: MoneyLink) => number): SummedRows {
  const { ids, from, to } = linkNodes(links);
  return summedRows(ids.length, from, to, Float64Array.from(links, amountOf));
}

/** What of what a supplier is paid comes from one whom it funds itself. */
export interface FundedRevenue {
  readonly supplier: PartyId;
  readonly buyer: PartyId;
  readonly funding: MoneyLink;
  readonly purchases: MoneyLink;
  /** The supplier's latest revenue of a year, and what falls due in the window as a share of it; null where no claim gives one. */
  readonly revenue: YearlyRevenue | null;
}

export interface YearlyRevenue {
  readonly year: string;
  readonly amount: Ends;
  readonly claim: ClaimId;
  readonly share: { readonly low: number; readonly high: number | null };
}

/** Pairs in which who pays is funded by whom it pays. A revenue of a quarter or without a time is no revenue of a year. */
export function fundedRevenue(
  links: readonly MoneyLink[],
  observations: readonly Observation[],
  shown: (party: PartyId) => PartyId,
): FundedRevenue[] {
  const byKey = new Map(links.map((link) => [`${link.from} ${link.to} ${link.sort}`, link]));
  return links.flatMap((purchases) => {
    if (purchases.sort !== "purchases") return [];
    const { from: buyer, to: supplier } = purchases;
    const funding = byKey.get(`${supplier} ${buyer} funding`);
    if (funding === undefined) return [];
    const told = observations
      .filter(
        ({ party, measure, amount, period, status }) =>
          measure === "revenue" &&
          party === supplier &&
          shown(party) === supplier &&
          amount.unit === "USD" &&
          isYear(period) &&
          rungOf(status) >= 0,
      )
      .sort((one, other) => (one.period!.start! < other.period!.start! ? 1 : -1))[0];
    return { supplier, buyer, funding, purchases, revenue: told === undefined ? null : revenueOf(told, purchases.due) };
  });
}

function isYear(period: Observation["period"]): boolean {
  return /^\d{4}$/.test(period?.start ?? "") && (period!.end === null || period!.end === period!.start);
}

function revenueOf({ amount, period, claims }: Observation, due: Ends | null): YearlyRevenue | null {
  const told = ends("USD", amount);
  if (told === null || due === null || told.low === 0) return null;
  const share = {
    low: told.high === null ? 0 : due.low / told.high,
    high: due.high === null ? null : due.high / told.low,
  };
  return { year: period!.start!, amount: told, claim: claims[0]!, share };
}
