/** The words of the calendar: months, weekdays, seasons, and what a figure in a date can be. */

import type { PartialDay } from "../../model/day.ts";

/** Months by their names and short forms. */
export const months: ReadonlyMap<string, number> = new Map(
  Object.entries({
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    sept: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  }),
);

/** Days of the week, Sunday first, as `weekdayOf` counts. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Ordinals that count quarters and halves. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    final: 4,
    last: 4,
  }),
);

/** Seasons, which are told as their year. */
export const seasons = new Set(["spring", "summer", "autumn", "fall", "winter"]);

/** Whether a figure can be a year. */
export function isYear(text: string): boolean {
  return /^(?:19[89]\d|20[0-4]\d)$/.test(text);
}

/** Whether a figure can be the day of a month. */
export function isDayNumber(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31;
}

/** One stretch of time: with no length where only its year or day is known. */
export interface Stretch {
  from: PartialDay;
  to: PartialDay | null;
  next: number;
  inferred: boolean;
}
