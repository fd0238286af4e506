/** Is this JSON a range: a number, or `[low, high]` where null leaves an end open? */

import type { DatedRanges } from "../../analyses/runway.ts";
import { dayNumber } from "../../model/day.ts";
import { exactly, type Interval } from "../../numeric/interval.ts";
import { fullDate } from "./read-dates.ts";
import { type InputFields, isComputable, type Limits } from "./read-input.ts";

/** A range of the input; `limits` hold for both ends. */
export function readRange(fields: InputFields, key: string, limits: Limits = {}): Interval {
  if (!fields.has(key) && limits.fallback !== undefined) return exactly(limits.fallback);
  return rangeAt(fields, key, fields.raw(key), limits) ?? exactly(limits.min ?? 0);
}

/** Reads a range at a place of the input; refuses what is none. */
export function rangeAt(fields: InputFields, place: string, value: unknown, limits: Limits = {}): Interval | null {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limits;
  const [low, high] = Array.isArray(value) && value.length === 2 ? (value as readonly unknown[]) : [value, value];
  const endOf = (end: unknown, open: number): number => {
    if (end === null && Array.isArray(value)) return open;
    return typeof end === "number" && end >= min && end <= max && isComputable(end) ? end : Number.NaN;
  };
  const range = { low: endOf(low, min), high: endOf(high, max) };
  if (range.low <= range.high) return range;
  const limit = `${Number.isFinite(min) ? `, at least ${min}` : ""}${Number.isFinite(max) ? `, at most ${max}` : ""}`;
  const what = value === undefined ? "is missing" : `is ${JSON.stringify(value)}, not a range`;
  fields.refuse(place, `${what}.`, `Write a number or [low, high] with low ≤ high${limit}; null leaves an end open.`);
  return null;
}

/** Rows `[date, amount]` where the amount is a range; the list may be left out. */
export function readDatedRanges(fields: InputFields, key: string): DatedRanges {
  const days: number[] = [];
  const ranges: Interval[] = [];
  for (const [index, row] of fields.list(key, true).entries()) {
    const [date, amount] = Array.isArray(row) && row.length === 2 ? (row as readonly unknown[]) : [];
    const day = fullDate(fields, `${key}[${index}][0]`, date);
    const range = rangeAt(fields, `${key}[${index}][1]`, amount);
    if (day === null || range === null) continue;
    days.push(dayNumber(day));
    ranges.push(range);
  }
  return {
    days: Int32Array.from(days),
    low: Float64Array.from(ranges, ({ low }) => low),
    high: Float64Array.from(ranges, ({ high }) => high),
  };
}

/** A range as JSON: `[low, high]`, null where it is open. */
export function rangeJson({ low, high }: Interval): readonly [number | null, number | null] {
  return [Number.isFinite(low) ? low : null, Number.isFinite(high) ? high : null];
}
