/** Exposure for other programs: columns of CSV, and JSON. */

import type { PartyId } from "../model/id.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";
import type { Counterparty } from "./counterparties.ts";
import type { Exposure } from "./exposure.ts";
import { takenJson } from "./flow-cells.ts";
import type { Window } from "./flow-rows.ts";
import { decimalText } from "./ledger-rows.ts";
import type { Figure } from "./party-figures.ts";
import type { FirstLoss, LaterRounds } from "./stops-paying.ts";

/** Columns of `--csv` and `--plain`, in their order: a stable contract. `relation` is that of the other to the company, or `first-round` for what it would not get. */
export const exposureColumns = [
  "relation",
  "party",
  "layer",
  "status",
  "window_low",
  "window_high",
  "window_share_low",
  "window_share_high",
  "all_low",
  "all_high",
  "all_share_low",
  "all_share_high",
  "stakes",
  "unstated",
  "postings",
  "assumed",
  "claims",
] as const;

export function exposureCells({ relations, stops }: Exposure, nameOf: (party: PartyId) => string): string[][] {
  const { suppliers, customers, funders } = relations;
  const name = (party: PartyId | null): string => (party === null ? "" : nameOf(party));
  const rest = (row: Counterparty | FirstLoss): string[] => [
    row.unstated.map(({ id }) => id).join(" "),
    row.postings.map(({ id }) => id).join(" "),
    row.taken.map(({ text }) => text).join("; "),
    claimsOf(row).join(" "),
  ];
  const counterparties = (relation: string, rows: readonly Counterparty[]): string[][] =>
    rows.map((row) => [
      ...[relation, name(row.party), row.layer, row.status],
      ...[...endCells(row.inWindow), ...shareCells(row.windowShare)],
      ...[...endCells(row.inAll), ...shareCells(row.allShare), ""],
      ...rest(row),
    ]);
  return [
    ...counterparties("supplier", suppliers),
    ...counterparties("customer", customers),
    ...counterparties("funder", funders),
    ...stops.first.map((row) => [
      ...["first-round", name(row.party), "", "", ...endCells(row.inWindow), "", "", ...endCells(row.inAll), "", ""],
      row.stakes.map(({ id }) => id).join(" "),
      ...rest(row),
    ]),
  ];
}

export function exposureJson(
  answer: Exposure,
  { window, firmness }: { readonly window: Window; readonly firmness: string },
): object {
  const { company, relations, revenue, otherRevenue, revenueShares, stops, rights, totals, otherMoney } = answer;
  const { suppliers, customers, funders, concentration } = relations;
  return {
    ...{ company, window, firmness },
    suppliers: suppliers.map(counterpartyJson),
    customers: customers.map(counterpartyJson),
    funders: funders.map(counterpartyJson),
    revenue: revenue && figureJson(revenue),
    otherRevenue,
    revenueShares: revenueShares.map(({ customer: { party }, share }) => ({ party, share: shareJson(share) })),
    concentration: concentration.map(({ total, largest, hhi, ...cell }) => ({
      ...cell,
      total: endsJson(total),
      largest: { party: largest.party, amount: endsJson(largest.amount), share: shareJson(largest.share) },
      hhi,
    })),
    ifItStopsPaying: {
      firstRound: stops.first.map((row) => ({
        party: row.party,
        ...restJson(row),
        stakes: row.stakes.map(({ id }) => id),
      })),
      clearing: laterJson(stops.clearing, ({ party, owes, before, after, furtherLoss }) => ({
        ...{ party, owes: endsJson(owes), paidWhileItPays: before, paidAfter: after },
        furtherLoss: endsJson(furtherLoss),
      })),
      debtRank: laterJson(stops.debtRank, (row) => row),
      assumed: stops.figures.map(figureJson),
    },
    rights: rights.map(({ right, blocked }) => ({
      right: right.id,
      claims: right.claims,
      force: blocked[0]!.force,
      deals: blocked.map(({ deal }) => deal.id),
    })),
    totals: totals.map(({ id }) => id),
    otherMoney,
  };
}

function laterJson<T>(later: LaterRounds<T>, row: (each: T) => object): object {
  return "needs" in later
    ? { needs: later.needs.map(({ party, name }) => `${party}.${name}`) }
    : { rows: later.rows.map(row) };
}

function counterpartyJson(row: Counterparty): object {
  const { party, layer, status, windowShare, allShare } = row;
  return {
    ...{ party, layer, status, ...restJson(row) },
    windowShare: windowShare && shareJson(windowShare),
    allShare: allShare && shareJson(allShare),
  };
}

function restJson(row: Counterparty | FirstLoss): object {
  return {
    inWindow: row.inWindow && endsJson(row.inWindow),
    inAll: row.inAll && endsJson(row.inAll),
    unstated: row.unstated.map(({ id }) => id),
    postings: row.postings.map(({ id }) => id),
    assumed: row.taken.map(takenJson),
    claims: claimsOf(row),
  };
}

/** A figure in dollars, and where it is from. */
export function figureJson({ ends, approximate, from }: Figure): object {
  return { ...endsJson(ends), approximate, from };
}

export function endsJson({ low, high }: Ends): object {
  return { low: decimalText("USD", low), high: high === null ? null : decimalText("USD", high) };
}

/** JSON knows no infinity: an open end is null. */
function shareJson({ low, high }: Interval): object {
  return { low, high: Number.isFinite(high) ? high : null };
}

function claimsOf(row: Counterparty | FirstLoss): string[] {
  const stakes = "stakes" in row ? row.stakes : [];
  return [...new Set([...row.postings, ...row.unstated, ...stakes].flatMap(({ claims }) => claims))];
}

function endCells(ends: Ends | null): [string, string] {
  if (ends === null) return ["", ""];
  return [decimalText("USD", ends.low), ends.high === null ? "" : decimalText("USD", ends.high)];
}

function shareCells(share: Interval | null): [string, string] {
  return share === null ? ["", ""] : [String(share.low), String(share.high)];
}
