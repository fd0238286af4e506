/**
 * What has each owner after new shares are sold or granted, when the table, the sums and the price are ranges?
 *
 * At every corner of the ranges the cap table itself is asked, so that a result holds every table, sum and price inside them. Shares that are granted beside a count of shares
 * dilute as money does beside a value.
 */

import { capTable, fullyDiluted } from "../../analyses/cap-table.ts";
import type { PartyId } from "../../model/id.ts";
import { exactly, type Interval } from "../../numeric/interval.ts";
import { minus, one, over, parseRational, type Rational, toNumber } from "../../numeric/rational.ts";
import { added, type Figure, type Sourced, together } from "./figure.ts";
import type { PartTable } from "./stakes.ts";

/** What one owner has after the money. */
export interface AfterRow extends Sourced {
  /** Null: all whom no claim names. */
  readonly party: PartyId | null;
  /** Null where no source states what it has now. */
  readonly before: Figure | null;
  /** By the valuation before the money, and by the one after it. Where `before` is null the stated ends are of the new shares alone. */
  readonly pre: Figure | null;
  readonly post: Figure | null;
}

/** New shares: who pays what for them, at which value. */
export interface NewShares {
  /** By payer; null for one whom no source names. */
  readonly paid: ReadonlyMap<PartyId | null, Figure>;
  readonly pre: Figure | null;
  readonly post: Figure | null;
  /** Money on a condition that is left out, and that a post-money value counts. */
  readonly held: Figure;
  readonly sourced: Sourced;
}

export const none: Figure = { told: exactly(0), bounds: exactly(0), approximate: false };

/** The table's owners, then those who come in, then all whom no claim names. */
export function ownersAfter(
  { holders, unnamed }: PartTable,
  { paid, pre, post, held, sourced }: NewShares,
): AfterRow[] {
  const row = (party: PartyId | null, before: Figure | null, own: readonly Sourced[]): AfterRow => {
    const mine = paid.get(party) ?? none;
    const others = [...paid].flatMap(([payer, sum]) => (payer === party ? [] : [sum])).reduce(added, none);
    // What a new owner has already is not stated: between nothing and all that nobody names. The stated ends are those of what it buys.
    const has = before ?? { ...none, bounds: { low: 0, high: unnamed?.bounds.high ?? 0 } };
    const after = (value: Figure | null, at: "pre" | "post"): Figure | null => {
      if (value === null) return null;
      const worked = (pick: "told" | "bounds"): Interval =>
        sharesAfter(at, {
          has: has[pick],
          value: value[pick],
          mine: mine[pick],
          others: others[pick],
          held: held[pick],
        });
      const approximate = [has, value, mine, others].some((each) => each.approximate);
      return { told: worked("told"), bounds: worked("bounds"), approximate };
    };
    return { party, before, pre: after(pre, "pre"), post: after(post, "post"), ...together([...own, sourced]) };
  };
  const named = new Set(holders.map(({ party }) => party));
  const incoming = [...paid.keys()].flatMap((party) => (party === null || named.has(party) ? [] : [party]));
  return [
    ...holders.map((holder) => row(holder.party, holder.share, [holder])),
    ...incoming.map((party) => row(party, null, [])),
    ...(unnamed ? [row(null, unnamed, holders)] : []),
  ];
}

interface Ranges {
  /** The share before. */
  readonly has: Interval;
  readonly value: Interval;
  /** The owner's own new money, and that of all others. */
  readonly mine: Interval;
  readonly others: Interval;
  /** Money on a condition that is left out, and that a post-money valuation counts. */
  readonly held: Interval;
}

/** A share after new money, over all corners: it grows with what the owner had and pays, falls with what others pay, and in price and left-out money runs in one direction. */
export function sharesAfter(at: "pre" | "post", { has, value, mine, others, held }: Ranges): Interval {
  const ends = (share: number, own: number, other: number): number[] =>
    [value.low, value.high]
      .flatMap((worth) => [held.low, held.high].map((left) => (at === "pre" ? worth : worth - own - other - left)))
      // Two open ends against each other are no corner.
      .filter((worth) => !Number.isNaN(worth) || own + other === Number.POSITIVE_INFINITY)
      .map((worth) => shareAfter(share, worth, own, other));
  return {
    low: Math.min(...ends(has.low, mine.low, others.high)),
    high: Math.max(...ends(has.high, mine.high, others.low)),
  };
}

/** The share of one owner after new money at a pre-money value. Open ends are limits. */
export function shareAfter(share: number, preMoney: number, mine: number, others: number): number {
  if (mine === Number.POSITIVE_INFINITY) return 1;
  if (others === Number.POSITIVE_INFINITY) return 0;
  if (preMoney === Number.POSITIVE_INFINITY || mine + others === 0) return share;
  // A sum that leaves the company no value before it buys the whole company.
  if (preMoney <= 0) return mine / (mine + others);
  const exact = (value: number): Rational => parseRational(value)!;
  const { states } = capTable([
    {
      kind: "found",
      shares: new Map([
        ["owner", exact(share)],
        ["others", minus(one, exact(share))],
      ]),
    },
    {
      kind: "round",
      valuation: { at: "pre", money: exact(preMoney) },
      investors: new Map([
        ["owner", exact(mine)],
        ["others", exact(others)],
      ]),
      pool: null,
    },
  ]);
  const { table } = states.at(-1)!;
  return toNumber(over(table.shares.get("owner")!, fullyDiluted(table)));
}
