/** Which prices were told by a day? An imprecise day counts from the last one that it can mean, as with documents. */

import { dayNumber, lastDayOf, type PartialDay } from "../model/day.ts";

/** Prices that a day leaves out. */
export interface LeftOut {
  /** Those that are of a later day for certain. */
  readonly later: number;
  /** Those whose day is told so imprecisely that it may be later. */
  readonly vague: number;
  /** The day by which all of them count. */
  readonly until: PartialDay;
}

/** What two registers leave out together. */
export function bothLeftOut(one: LeftOut | null, other: LeftOut | null): LeftOut | null {
  if (one === null || other === null) return one ?? other;
  return {
    later: one.later + other.later,
    vague: one.vague + other.vague,
    until: one.until > other.until ? one.until : other.until,
  };
}

/** Whether a price counts on a day. One without a day counts always, as does every price where no day is asked. */
export function isToldBy(priceDay: PartialDay | null, asOf: PartialDay | null): boolean {
  return priceDay === null || asOf === null || lastDayOf(priceDay) <= asOf;
}

/** What the day leaves out of prices of these days; null where that is nothing. */
export function leftOutBy(priceDays: readonly (PartialDay | null)[], asOf: PartialDay | null): LeftOut | null {
  if (asOf === null) return null;
  const left = priceDays.flatMap((day) => (day === null || isToldBy(day, asOf) ? [] : [day]));
  if (left.length === 0) return null;
  const later = left.filter((day) => dayNumber(day) > dayNumber(asOf)).length;
  return { later, vague: left.length - later, until: left.map(lastDayOf).sort().at(-1)! };
}
