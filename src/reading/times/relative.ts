/** Which time do words mean that count from the document's day: "last month", "on Tuesday"? */

import { addMonths, dayNumber, dayOf, dayOfNumber, dayParts, type PartialDay, weekdayOf } from "../../model/day.ts";
import type { Token } from "../tokens.ts";
import { months, type Stretch, seasons, weekdays } from "./calendar.ts";
import { looksAhead, seasonYear } from "./implied-years.ts";

/** "last month", "next year", "yesterday", "on Tuesday", "last autumn", "by year end". */
export function relativeAt(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
  if (today === null) return null;
  const now = dayParts(today);
  const word = tokens[at]!.lower;
  const second = tokens[at + 1]?.lower ?? "";
  const made = (from: PartialDay, next: number, to: PartialDay | null = null): Stretch => ({
    from,
    to,
    next,
    inferred: true,
  });
  if (word === "year" && (second === "end" || (second === "-" && tokens[at + 2]?.lower === "end")))
    return made(dayOf(now.year), at + (second === "end" ? 2 : 3));
  const shift =
    word === "last" || word === "past" ? -1 : word === "next" || word === "coming" ? 1 : word === "this" ? 0 : null;
  if (shift !== null) {
    if (second === "year") return tokens[at - 1]?.lower === "earlier" ? null : made(dayOf(now.year + shift), at + 2);
    if (second === "month" && now.month !== undefined) {
      const month = addMonths(now.year, now.month, shift);
      return made(dayOf(month.year, month.month), at + 2);
    }
    if (seasons.has(second) && shift !== 0) return made(dayOf(seasonYear(second, shift, now)), at + 2);
    if (months.get(second) && tokens[at + 1]!.capital) {
      const month = months.get(second)!;
      const year =
        shift < 0
          ? month < (now.month ?? 12)
            ? now.year
            : now.year - 1
          : month > (now.month ?? 1)
            ? now.year
            : now.year + 1;
      return made(dayOf(shift === 0 ? now.year : year, month), at + 2);
    }
  }
  if (now.day === undefined) return null;
  if (word === "yesterday" || word === "today" || word === "tomorrow") {
    if (word === "today" && tokens[at - 1]?.lower !== "on" && !/^(?:announced|signed|said)$/.test(second)) return null;
    return made(dayOfNumber(dayNumber(today) + (word === "yesterday" ? -1 : word === "tomorrow" ? 1 : 0)), at + 1);
  }
  const weekday = shift === null ? weekdays.indexOf(word) : weekdays.indexOf(second);
  if (weekday < 0 || !tokens[shift === null ? at : at + 1]!.capital) return null;
  const before = tokens[at - 1]?.lower ?? "";
  const forward = shift === 1 || before === "by" || before === "until" || looksAhead(tokens, at);
  const gap = (weekdayOf(today) - weekday + 7) % 7;
  const back = gap === 0 && word === "last" ? 7 : gap;
  return made(dayOfNumber(dayNumber(today) + (forward ? (7 - gap) % 7 : -back)), at + (shift === null ? 1 : 2));
}
