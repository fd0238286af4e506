/**
 * On which days does a leg move, and how much on each?
 *
 * A term runs from its first day to the day before its end. It is cut where calendar months end (or quarters), and each piece moves on its last day, in arrears. A whole
 * month weighs as much as any other; one that is cut weighs its share of days. So seven years from 3 November are 84 months: 2026 and each full year carry twelve of them.
 * Source of straight line and ramp: src/deals/schedules.ts.
 */

import {
  addMonths,
  dayNumber,
  dayOf,
  dayParts,
  daysInMonth,
  lastDayOf,
  monthsAfter,
  type PartialDay,
} from "../model/day.ts";
import type { Timing } from "../model/ledger.ts";
import type { Every } from "./written-schedule.ts";

/** [start, end), full days. */
export interface Term {
  readonly start: PartialDay;
  readonly end: PartialDay;
}

/** All of it on one day. */
export function onceOn(day: PartialDay): Timing {
  return { days: Int32Array.of(dayNumber(day)), sums: Float64Array.of(1), whole: 1 };
}

/** Parts of the whole on days; what they leave has none. */
export function milestonesOn(
  parts: readonly { readonly day: PartialDay; readonly part: number }[],
  whole: number,
): Timing {
  const byDay = new Map<number, number>();
  for (const { day, part } of parts) {
    const number = dayNumber(middleOf(day));
    byDay.set(number, (byDay.get(number) ?? 0) + part);
  }
  const days = [...byDay.keys()].sort((one, other) => one - other);
  let sum = 0;
  return { days: Int32Array.from(days), sums: Float64Array.from(days, (day) => (sum += byDay.get(day)!)), whole };
}

/** Evenly over the term, or along rates that run in a straight line from its start to its end. */
export function overTerm(term: Term, every: Every, rates: readonly [from: number, to: number] = [1, 1]): Timing {
  const months = monthsOf(term);
  const length = months.reduce((sum, { weight }) => sum + weight, 0);
  const [from, to] = rates;
  const days: number[] = [];
  const weights: number[] = [];
  let before = 0;
  for (const { last, weight, month } of months) {
    const after = before + weight;
    // Twice the length times what a rate from `from` to `to` passes between two places of the term.
    const passed = from === to ? weight : weight * (2 * from * length + (to - from) * (before + after));
    before = after;
    if (days.length > 0 && !endsPeriod(month - 1, every)) {
      days[days.length - 1] = last;
      weights[weights.length - 1]! += passed;
    } else {
      days.push(last);
      weights.push(passed);
    }
  }
  const unit = weights.reduce(greatestDivisor);
  let sum = 0;
  const sums = Float64Array.from(weights, (weight) => (sum += weight / unit));
  if (!Number.isSafeInteger(sum)) throw new RangeError(`The weights of a term add to ${sum}, beyond 2^53.`);
  return { days: Int32Array.from(days), sums, whole: sum };
}

/** The months of a term: the last day of each in it, its weight, and which month of the year it is. */
function monthsOf({ start, end }: Term): { last: number; weight: number; month: number }[] {
  const [from, to] = [dayNumber(start), dayNumber(end)];
  if (to <= from) throw new RangeError(`A term ends on ${end}, before it starts on ${start}.`);
  const first = dayParts(start);
  const lengths = [daysInMonth(first.year, first.month!), lengthOfMonthBefore(end)];
  const whole = lengths[0]! * lengths[1]!;
  const months: { last: number; weight: number; month: number }[] = [];
  for (let count = 0; ; count++) {
    const { year, month } = addMonths(first.year, first.month!, count);
    const days = daysInMonth(year, month);
    const begins = dayNumber(dayOf(year, month, 1));
    const [entered, left] = [Math.max(from, begins), Math.min(to, begins + days)];
    // The months that are cut are the first and the last, and the whole is a multiple of their days.
    const weight = left - entered === days ? whole : ((left - entered) * whole) / days;
    months.push({ last: left - 1, weight, month });
    if (left === to) return months;
  }
}

/** The days of the month in which the last day of a term lies. */
function lengthOfMonthBefore(end: PartialDay): number {
  const { year, month, day } = dayParts(end);
  const last = day === 1 ? addMonths(year, month!, -1) : { year, month: month! };
  return daysInMonth(last.year, last.month);
}

/** Whether a period ends with a month of the year (0 stands for December). */
function endsPeriod(month: number, every: Every): boolean {
  return every.every === "month" || (month - every.yearEnd + 12) % 3 === 0;
}

function greatestDivisor(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** The day in the middle of what an imprecise day can mean: of a month its 16th, of a year 2 July. */
export function middleOf(day: PartialDay): PartialDay {
  const { year, month, day: date } = dayParts(day);
  if (date !== undefined) return day;
  return month === undefined ? dayOf(year, 7, 2) : dayOf(year, month, 16);
}

/** The day after the last one that a day can mean. */
export function dayAfter(day: PartialDay): PartialDay {
  const { year, month, day: date } = dayParts(lastDayOf(day));
  return date === daysInMonth(year, month!) ? monthsAfter(dayOf(year, month!, 1), 1) : dayOf(year, month!, date! + 1);
}
