/** Which day does a person mean? `2025-12-17`, `2025-11`, `2025-Q4`, `today`, or a step from the day shown: `-1q`, `+2m`, `-10d`, `-1y`. */

import {
  addMonths,
  dayNumber,
  dayOf,
  dayOfNumber,
  dayParts,
  daysInMonth,
  lastDayOf,
  type PartialDay,
  parseDay,
} from "../model/day.ts";

/** The full day; null where none is written. An imprecise one means its last day. */
export function readWrittenDay(text: string, shown: PartialDay, today: PartialDay): PartialDay | null {
  const written = text.trim().toLowerCase();
  if (written === "today") return today;
  const quarter = /^(\d{4})-?q([1-4])$/.exec(written);
  if (quarter) return lastDayOf(dayOf(Number(quarter[1]), Number(quarter[2]) * 3));
  const step = /^([+-])(\d{1,4})([dwmqy])$/.exec(written);
  if (step) return stepped(shown, Number(`${step[1]}${step[2]}`), step[3] as Step);
  const day = parseDay(written);
  return day && lastDayOf(day);
}

type Step = "d" | "w" | "m" | "q" | "y";

/** The last day of a month stays the last: a month after 31 January is 28 or 29 February. */
function stepped(from: PartialDay, count: number, step: Step): PartialDay {
  if (step === "d" || step === "w") return dayOfNumber(dayNumber(from) + count * (step === "w" ? 7 : 1));
  const { year, month = 1, day = 1 } = dayParts(from);
  const next = addMonths(year, month, count * { m: 1, q: 3, y: 12 }[step]);
  return dayOf(next.year, next.month, Math.min(day, daysInMonth(next.year, next.month)));
}
