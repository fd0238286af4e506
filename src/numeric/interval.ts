/**
 * What range can a result take when its terms are ranges? Closed intervals; an end without a bound is infinite.
 *
 * Shapes: low ≤ high. Ends are computed, not rounded outwards: they are as exact as doubles are; sums and differences are those of the decimals that were written.
 */

import { sumOfDecimals } from "./decimal-sum.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

export function sumOfIntervals(terms: readonly Interval[]): Interval {
  return { low: sumOfDecimals(terms.map(({ low }) => low)), high: sumOfDecimals(terms.map(({ high }) => high)) };
}

export function difference(from: Interval, taken: Interval): Interval {
  return { low: sumOfDecimals([from.low, -taken.high]), high: sumOfDecimals([from.high, -taken.low]) };
}

/** The part of an interval above zero. */
export function positivePart({ low, high }: Interval): Interval {
  return { low: Math.max(0, low), high: Math.max(0, high) };
}

/** The range of a function that runs in one direction in each of two arguments: its corners hold both ends. One where two open ends meet (∞ / ∞) lies between the others. */
export function rangeOf(one: Interval, other: Interval, value: (one: number, other: number) => number): Interval {
  const corners = [one.low, one.high]
    .flatMap((each) => [value(each, other.low), value(each, other.high)])
    .filter((corner) => !Number.isNaN(corner));
  return { low: Math.min(...corners), high: Math.max(...corners) };
}
