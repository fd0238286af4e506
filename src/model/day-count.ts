/**
 * How many years lie between two dates, by the convention that a contract names?
 *
 * Formula: ACT/365F days / 365; ACT/360 days / 360; ACT/ACT-ISDA days in leap years / 366 + days in other years / 365, split at 1 January;
 *   30/360-US and 30E/360 (360 Δyear + 30 Δmonth + Δday) / 360 after day 31 (and, in the US form, the last of February) became 30.
 * Assumes: calendar dates without a time or a zone; a span from end to start counts negative.
 * Not for: business-day calendars, or ACT/ACT-ICMA, which needs a coupon schedule.
 * Shapes: two full dates. The fraction is exact and in lowest terms.
 * Errors: none; a date that is no date is refused where it is read.
 * Source: ISDA, EMU and market conventions, 1998 (the split at 1 January); Microsoft Excel, YEARFRAC documentation (the end of February).
 */

import { dayNumber, dayOf, dayParts, daysInMonth, type PartialDay } from "./day.ts";

export type DayCountConvention = "ACT/365F" | "ACT/360" | "ACT/ACT-ISDA" | "30/360-US" | "30E/360";

export const dayCountConventions: readonly DayCountConvention[] = [
  "ACT/365F",
  "ACT/360",
  "ACT/ACT-ISDA",
  "30/360-US",
  "30E/360",
];

/** An exact fraction in lowest terms; its denominator is positive. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export function yearsBetween(start: PartialDay, end: PartialDay, convention: DayCountConvention): Fraction {
  if (end < start) {
    const { numerator, denominator } = yearsBetween(end, start, convention);
    return { numerator: -numerator, denominator };
  }
  const days = dayNumber(end) - dayNumber(start);
  switch (convention) {
    case "ACT/365F":
      return lowestTerms(days, 365);
    case "ACT/360":
      return lowestTerms(days, 360);
    case "ACT/ACT-ISDA": {
      const leap = daysInLeapYears(start, end);
      return lowestTerms(leap * 365 + (days - leap) * 366, 366 * 365);
    }
    case "30/360-US":
      return lowestTerms(thirtyDayMonths(start, end, usDays), 360);
    case "30E/360":
      return lowestTerms(thirtyDayMonths(start, end, europeanDays), 360);
    default:
      return convention satisfies never;
  }
}

function daysInLeapYears(start: PartialDay, end: PartialDay): number {
  let days = 0;
  const last = dayParts(end).year;
  for (let year = dayParts(start).year; year <= last; year++) {
    if (daysInMonth(year, 2) === 28) continue;
    const from = Math.max(dayNumber(start), dayNumber(dayOf(year, 1, 1)));
    days += Math.min(dayNumber(end), dayNumber(dayOf(year, 12, 31)) + 1) - from;
  }
  return days;
}

type CappedDays = (start: PartialDay, end: PartialDay) => readonly [number, number];

function thirtyDayMonths(start: PartialDay, end: PartialDay, capped: CappedDays): number {
  const from = dayParts(start);
  const to = dayParts(end);
  const [first, second] = capped(start, end);
  return (to.year - from.year) * 360 + (to.month! - from.month!) * 30 + (second - first);
}

function usDays(start: PartialDay, end: PartialDay): readonly [number, number] {
  let first = dayParts(start).day!;
  let second = dayParts(end).day!;
  if (isLastOfFebruary(start)) {
    first = 30;
    if (isLastOfFebruary(end)) second = 30;
  }
  if (second === 31 && first >= 30) second = 30;
  return [Math.min(first, 30), second];
}

function europeanDays(start: PartialDay, end: PartialDay): readonly [number, number] {
  return [Math.min(dayParts(start).day!, 30), Math.min(dayParts(end).day!, 30)];
}

function isLastOfFebruary(date: PartialDay): boolean {
  const { year, month, day } = dayParts(date);
  return month === 2 && day === daysInMonth(year, 2);
}

function lowestTerms(numerator: number, denominator: number): Fraction {
  let [a, b] = [numerator, denominator];
  while (b !== 0) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
