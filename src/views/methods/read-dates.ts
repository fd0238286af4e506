/** Is this JSON a date, or rows of dates and amounts? */

import { dayNumber, dayParts, type PartialDay, parseDay } from "../../model/day.ts";
import { type InputFields, isComputable } from "./read-input.ts";

/** A full date of the input: `2025-10-28`. */
export function readDate(fields: InputFields, key: string): PartialDay {
  return fullDate(fields, key, fields.raw(key)) ?? ("1970-01-01" as PartialDay);
}

/** A list of full dates. */
export function readDates(fields: InputFields, key: string): PartialDay[] {
  return fields
    .list(key)
    .map((each, index) => fullDate(fields, `${key}[${index}]`, each) ?? ("1970-01-01" as PartialDay));
}

/** Rows `[date, amount]` as day numbers and amounts. */
export interface DatedAmounts {
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  /** What has no date, where that is allowed. */
  readonly undated: readonly number[];
}

export function readDatedAmounts(fields: InputFields, key: string, undatedAllowed = false): DatedAmounts {
  const days: number[] = [];
  const amounts: number[] = [];
  const undated: number[] = [];
  for (const [index, row] of fields.list(key).entries()) {
    const place = `${key}[${index}]`;
    if (!Array.isArray(row) || row.length !== 2) {
      fields.refuse(place, "is not a row [date, amount].");
      continue;
    }
    const [date, amount] = row as unknown as readonly [unknown, unknown];
    if (typeof amount !== "number" || !isComputable(amount)) {
      const beyond = typeof amount === "number" ? " that can be computed with (1e-100 to 1e100)" : "";
      fields.refuse(`${place}[1]`, `(amount) is not a number${beyond}.`);
      continue;
    }
    if (date === null && undatedAllowed) undated.push(amount);
    else {
      const day = fullDate(fields, `${place}[0]`, date);
      if (day === null) continue;
      days.push(dayNumber(day));
      amounts.push(amount);
    }
  }
  return { days: Int32Array.from(days), amounts: Float64Array.from(amounts), undated };
}

/** Reads a date at a place of the input; refuses what is none. */
export function fullDate(fields: InputFields, place: string, value: unknown): PartialDay | null {
  const day = typeof value === "string" ? parseDay(value) : null;
  if (day !== null && dayParts(day).day !== undefined && dayParts(day).year >= 1000) return day;
  const what = value === undefined ? "is missing" : `is ${JSON.stringify(value)}, not a date`;
  fields.refuse(place, `${what}.`, "A date is written 2025-10-28.");
  return null;
}
