/**
 * How many months does the cash last?
 *
 * Formula: balance(t) = cash − burn · months since as-of + Σ dated payments up to t; the runway ends when the balance first falls below zero. Months run from the
 *   as-of day, the last day where a month is too short; inside a month the burn runs by the day.
 * Assumes: a burn that stays as it is (negative where cash is earned); only payments that are listed, at the firmness that was asked.
 * Not for: a company without a cash figure: no default stands in for it.
 * Shapes: ranges of cash and of burn a month, n dated payments with low and high ends. The shortest runway takes low cash, high burn and low payments, the longest the
 *   other ends.
 * Errors: none; null where the cash does not run out within 100 years. What is lacking by less than 10⁻¹² of the cash is rounding, and not lacking.
 * Source: cash divided by net burn, the convention of venture finance; FASB ASC 205-40 looks at the same path over twelve months.
 */

import { dayNumber, dayNumberAfter, dayOfNumber, type PartialDay } from "../model/day.ts";
import { decimalSum } from "../numeric/decimal-sum.ts";
import type { Interval } from "../numeric/interval.ts";

/** Dated payments; in positive, out negative. */
export interface DatedRanges {
  readonly days: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface Runway {
  /** Whole months and a part of the next. */
  readonly months: number;
  /** The first day on which the cash is gone. */
  readonly day: PartialDay;
}

/** A century: beyond it no burn stays as it is. */
const longestMonths = 1200;

/** The shortest and the longest runway; null where the cash lasts. */
export function runway(
  asOf: PartialDay,
  cash: Interval,
  burn: Interval,
  payments: DatedRanges,
): [Runway | null, Runway | null] {
  return [
    runwayOf(asOf, cash.low, burn.high, payments.days, payments.low),
    runwayOf(asOf, cash.high, burn.low, payments.days, payments.high),
  ];
}

function runwayOf(
  asOf: PartialDay,
  cash: number,
  burn: number,
  days: Int32Array,
  amounts: Float64Array,
): Runway | null {
  const start = dayNumber(asOf);
  const order = Array.from(days.keys())
    .filter((flow) => days[flow]! > start)
    .sort((one, other) => days[one]! - days[other]!);
  if (cash < 0) return { months: 0, day: asOf };
  const money = decimalSum(cash);
  let next = 0;
  for (let month = 0; month < longestMonths; month++) {
    const from = dayNumberAfter(asOf, month);
    const to = dayNumberAfter(asOf, month + 1);
    const monthsUntil = (day: number): number => month + (day - from) / (to - from);
    // From one payment to the next the balance runs in a straight line.
    for (let day = from; day < to; ) {
      const stop = next < order.length ? Math.min(days[order[next]!]!, to) : to;
      const held = money.value();
      if (isLess(held, burn * monthsUntil(stop))) {
        const months = Math.max(held / burn, monthsUntil(day));
        return { months, day: dayOfNumber(Math.floor(from + (months - month) * (to - from) + dayRounding)) };
      }
      day = stop;
      for (; next < order.length && days[order[next]!] === day; next++) money.add(amounts[order[next]!]!);
      if (isLess(money.value(), burn * monthsUntil(day))) return { months: monthsUntil(day), day: dayOfNumber(day) };
    }
  }
  return null;
}

/** An end that falls on the stroke of a day is of that day, though it is computed a hair before. */
const dayRounding = 1e-6;

/** Is there less than was burnt, but for rounding? */
function isLess(money: number, burnt: number): boolean {
  return money === Number.NEGATIVE_INFINITY || burnt - money > 1e-12 * Math.abs(money);
}
