/** Windows of time as people write them: `2026`, `2026-Q1`, `2025-12-17..2026-12-17`. */

import { dayNumber, dayOf, dayOfNumber, lastDayOf, monthsAfter, type PartialDay, parseDay } from "../model/day.ts";
import type { Window } from "./flow-rows.ts";

/** The window from the first day that is written to the last; null where none is. */
export function readWindow(text: string): Window | null {
  const [from, to = from, more] = text.split("..").map((written) => span(written.trim()));
  if (!from || !to || more !== undefined || to.last < from.first) return null;
  return { after: dayOfNumber(dayNumber(from.first) - 1), until: to.last };
}

/** The twelve months after a day. */
export function yearAfter(day: PartialDay): Window {
  return { after: day, until: monthsAfter(day, 12) };
}

/** `2026`, where it is a calendar year; else both days. */
export function windowText({ after, until }: Window): string {
  const first = dayOfNumber(dayNumber(after) + 1);
  const year = first.slice(0, 4);
  return first === `${year}-01-01` && until === `${year}-12-31` ? year : `${first} to ${until}`;
}

/** As `readWindow` reads it again. */
export function writtenWindow(window: Window): string {
  return windowText(window).replace(" to ", "..");
}

function span(text: string): { first: PartialDay; last: PartialDay } | null {
  const quarter = /^(\d{4})-?q([1-4])$/i.exec(text);
  if (quarter) {
    const [year, last] = [Number(quarter[1]), Number(quarter[2]) * 3];
    return { first: dayOf(year, last - 2, 1), last: lastDayOf(dayOf(year, last)) };
  }
  const day = parseDay(text);
  return day && { first: dayOfNumber(dayNumber(day)), last: lastDayOf(day) };
}
