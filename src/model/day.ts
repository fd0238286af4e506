/** Days with the precision that a source gave: `2025`, `2025-10` or `2025-10-28`. */

/** An ISO date cut to its known precision. */
export type PartialDay = string & { readonly brand: "day" };

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day, or null where the text is no calendar date. */
export function parseDay(text: string): PartialDay | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  if (month !== undefined && !Number.isNaN(month) && (month < 1 || month > 12)) return null;
  if (day !== undefined && !Number.isNaN(day) && (day < 1 || day > daysInMonth(year!, month!))) return null;
  return text as PartialDay;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : monthDays[month - 1]!;
}

/** Writes a day from its parts, at the precision of those that are given. */
export function dayOf(year: number, month?: number, day?: number): PartialDay {
  const two = (value: number): string => String(value).padStart(2, "0");
  if (month === undefined) return String(year) as PartialDay;
  return (day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`) as PartialDay;
}

/** Year, month and day of a day; the unknown parts are undefined. */
export function dayParts(day: PartialDay): { year: number; month: number | undefined; day: number | undefined } {
  return {
    year: Number(day.slice(0, 4)),
    month: day.length > 4 ? Number(day.slice(5, 7)) : undefined,
    day: day.length > 7 ? Number(day.slice(8, 10)) : undefined,
  };
}

export function isFullDay(day: PartialDay): boolean {
  return day.length > 7;
}

/** The last day that an imprecise date can mean: a document dated `2025-12` counts as known from `2025-12-31`. */
export function lastDayOf(day: PartialDay): PartialDay {
  const { year, month, day: date } = dayParts(day);
  if (date !== undefined) return day;
  return dayOf(year, month ?? 12, daysInMonth(year, month ?? 12));
}

/** Days since 1970-01-01; of an imprecise date those of the first day that it can mean. */
export function dayNumber(day: PartialDay): number {
  const month = day.length > 4 ? digits(day, 5, 7) : 1;
  const date = day.length > 7 ? digits(day, 8, 10) : 1;
  return Math.floor(Date.UTC(digits(day, 0, 4), month - 1, date) / 86_400_000);
}

/** The number that digits from one place to another write; settling asks for the number of every day, and cutting texts out takes far longer. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - zero;
  return number;
}

const zero = "0".charCodeAt(0);

/** The full date of a day number. */
export function dayOfNumber(number: number): PartialDay {
  return new Date(number * 86_400_000).toISOString().slice(0, 10) as PartialDay;
}

/** Adds whole months to a year and month. */
export function addMonths(year: number, month: number, count: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + count;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The full date that lies whole months after another, or before it; a day that the month lacks becomes its last. Never chain: 31 January, 29 February, 31 March. */
export function monthsAfter(day: PartialDay, count: number): PartialDay {
  const { year, month, day: date } = dayParts(day);
  const to = addMonths(year, month ?? 1, count);
  return dayOf(to.year, to.month, Math.min(date ?? 1, daysInMonth(to.year, to.month)));
}

/** The number of the day that lies whole months after a full date, also where its year has more than four digits. */
export function dayNumberAfter(day: PartialDay, count: number): number {
  const { year, month, day: date } = dayParts(day);
  const to = addMonths(year, month ?? 1, count);
  return Math.floor(Date.UTC(to.year, to.month - 1, Math.min(date ?? 1, daysInMonth(to.year, to.month))) / 86_400_000);
}

/** 0 is Sunday, as in `Date`. */
export function weekdayOf(day: PartialDay): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}
