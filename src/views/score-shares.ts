/** Counts of a scoring, added up and as shares. */

import type { Tally } from "./score-claims.ts";

/** Shares of a tally; null where there is nothing to share. */
export interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly status: number | null;
  readonly quote: number | null;
  readonly period: number | null;
}

/** All counts together: shares of them weigh every claim alike. */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const sum = {
    expected: 0,
    produced: 0,
    matched: 0,
    statusRight: 0,
    quoteRight: 0,
    periodExpected: 0,
    periodRight: 0,
  };
  for (const tally of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
}

/** A text without claims, read as one without claims, is read perfectly. */
export function sharesOf({
  expected,
  produced,
  matched,
  statusRight,
  quoteRight,
  periodExpected,
  periodRight,
}: Tally): Shares {
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    precision: produced > 0 ? matched / produced : expected > 0 ? 0 : 1,
    recall: expected > 0 ? matched / expected : produced > 0 ? 0 : 1,
    f1: expected + produced > 0 ? (2 * matched) / (expected + produced) : 1,
    status: share(statusRight, matched),
    quote: share(quoteRight, matched),
    period: share(periodRight, periodExpected),
  };
}
