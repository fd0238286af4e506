/**
 * What range can a result take when its terms are ranges? Closed intervals; an end without a bound is infinite.
 *
 * Shapes: low ≤ high. Ends are computed, not rounded outwards: they are as exact as doubles are.
 */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

export function sumOfIntervals(terms: readonly Interval[]): Interval {
  let [low, high] = [0, 0];
  for (const term of terms) {
    low += term.low;
    high += term.high;
  }
  return { low, high };
}

export function difference(from: Interval, taken: Interval): Interval {
  return { low: from.low - taken.high, high: from.high - taken.low };
}

/** The part of an interval above zero. */
export function positivePart({ low, high }: Interval): Interval {
  return { low: Math.max(0, low), high: Math.max(0, high) };
}

/** The range of a function that runs in one direction in each of two arguments: its corners hold both ends. */
export function rangeOf(one: Interval, other: Interval, value: (one: number, other: number) => number): Interval {
  const corners = [one.low, one.high].flatMap((each) => [value(each, other.low), value(each, other.high)]);
  return { low: Math.min(...corners), high: Math.max(...corners) };
}
