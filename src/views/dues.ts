/** What is still to be paid of a posting: in a window of time, in all, and year by year. */

import { flowsOf, movedBetween, undated } from "../deals/placed.ts";
import { dayNumber, dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Posting } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { added, type Window } from "./flow-rows.ts";

/** No day comes after it. */
const never = Number.MAX_SAFE_INTEGER;

export const nothing: Ends = { low: 0, high: 0 };

export interface Due {
  readonly posting: Posting;
  /** What falls due in the window. What has no day may fall in it: at least nothing, at most all. */
  readonly inWindow: Ends;
  /** What falls due after the day asked about, whenever that is. */
  readonly inAll: Ends;
}

/** What is still due; null where all of it was paid before. What was paid on a day that no source tells is not due any more. */
export function dueOf(posting: Posting, asOf: PartialDay, window: Window): Due | null {
  const within = movedBetween(posting, dayNumber(window.after), dayNumber(window.until));
  const later = movedBetween(posting, dayNumber(asOf), never);
  const rest = posting.status === "completed" ? null : undated(posting);
  if (within === null && later === null && rest === null) return null;
  return {
    posting,
    inWindow: added(within ?? nothing, { low: 0, high: rest === null ? 0 : rest.high }),
    inAll: added(later ?? nothing, rest ?? nothing),
  };
}

/** What falls due after a day, by the calendar year; what has no day is in none. */
export function dueByYear(postings: readonly Posting[], asOf: PartialDay): ReadonlyMap<number, Ends> {
  const start = dayNumber(asOf);
  const years = new Map<number, Ends>();
  for (const { day, low, high } of postings.flatMap(flowsOf)) {
    if (day <= start) continue;
    const year = Number(dayOfNumber(day).slice(0, 4));
    years.set(year, added(years.get(year) ?? nothing, { low, high }));
  }
  return years;
}
