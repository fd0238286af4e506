/** Which stretch of time begins at a token: a day, a month, a quarter, a half, a year? */

import { dayOf, dayParts, type PartialDay, parseDay } from "../../model/day.ts";
import type { Token } from "../tokens.ts";
import { isDayNumber, isYear, months, ordinals, type Stretch, weekdays } from "./calendar.ts";
import { nearYear, yearOfMonth } from "./implied-years.ts";
import { relativeAt } from "./relative.ts";

/** Behind the last token. */
const nothing: Pick<Token, "kind" | "lower"> = { kind: "sign", lower: "" };

/** Words that can begin a time. */
const opening = new Set([
  ...months.keys(),
  ...ordinals.keys(),
  ...weekdays,
  ..."fy year last past next coming this yesterday today tomorrow".split(" "),
]);

/** The stretch of time that begins at a token. */
export function stretchAt(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
  // Most words begin no time; asking five questions of each was a twentieth of all reading.
  const { kind, lower } = tokens[at] ?? nothing;
  if (kind === "sign" || (kind === "word" && !opening.has(lower) && !/^(?:[qh][1-4]|fy20\d\d)$/.test(lower)))
    return null;
  return (
    fullDay(tokens, at) ??
    monthAt(tokens, at, today) ??
    partOfYear(tokens, at, today) ??
    yearAt(tokens, at) ??
    relativeAt(tokens, at, today)
  );
}

/** "March 3, 2026", "Dec. 16, 2025", "3 March 2026", "2026-03-05", "20.11.2025". A day that no calendar has is none. */
export function fullDay(tokens: readonly Token[], at: number): Stretch | null {
  return monthFirst(tokens, at) ?? dayFirst(tokens, at) ?? dayInFigures(tokens, at);
}

function monthFirst(tokens: readonly Token[], at: number): Stretch | null {
  const month = monthNamed(tokens[at]);
  const dayIndex = at + (tokens[at + 1]?.text === "." ? 2 : 1);
  return month === null ? null : dayAndYear(tokens, tokens[dayIndex], month, afterDay(tokens, dayIndex));
}

function dayFirst(tokens: readonly Token[], at: number): Stretch | null {
  const after = afterDay(tokens, at);
  const monthIndex = tokens[after]?.lower === "of" ? after + 1 : after;
  const month = monthNamed(tokens[monthIndex]);
  const next = monthIndex + (tokens[monthIndex + 1]?.text === "." ? 2 : 1);
  return month === null ? null : dayAndYear(tokens, tokens[at], month, next);
}

/** The token after a day: "3", "3rd". */
function afterDay(tokens: readonly Token[], day: number): number {
  const suffix = tokens[day + 1];
  return suffix && /^(?:st|nd|rd|th)$/.test(suffix.lower) && suffix.start === tokens[day]!.end ? day + 2 : day + 1;
}

function monthNamed(token: Token | undefined): number | null {
  return token?.capital ? (months.get(token.lower) ?? null) : null;
}

/** The day of a month whose year follows, a comma between or not. */
function dayAndYear(tokens: readonly Token[], day: Token | undefined, month: number, next: number): Stretch | null {
  if (day?.kind !== "number" || !isDayNumber(day.text)) return null;
  const yearIndex = tokens[next]?.text === "," ? next + 1 : next;
  const year = tokens[yearIndex]?.text ?? "";
  return isYear(year) ? oneDay(Number(year), month, Number(day.text), yearIndex + 1) : null;
}

function dayInFigures(tokens: readonly Token[], at: number): Stretch | null {
  const first = tokens[at]?.text ?? "";
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(20\d\d)$/.exec(first);
  if (dotted) return oneDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + 1);
  const parts = tokens.slice(at + 1, at + 5).map((token) => token.text);
  if (!isYear(first) || !/^-,\d\d,-,\d\d$/.test(parts.join())) return null;
  return oneDay(Number(first), Number(parts[1]), Number(parts[3]), at + 5);
}

function oneDay(year: number, month: number, day: number, next: number): Stretch | null {
  const from = parseDay(dayOf(year, month, day));
  return from === null ? null : { from, to: null, next, inferred: false };
}

function monthAt(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
  const token = tokens[at]!;
  let month = months.get(token.lower);
  let next = at + 1;
  let day: number | undefined;
  if (
    !month &&
    token.kind === "number" &&
    isDayNumber(token.text) &&
    tokens[at + 1] &&
    months.get(tokens[at + 1]!.lower) &&
    tokens[at + 1]!.capital
  ) {
    month = months.get(tokens[at + 1]!.lower);
    day = Number(token.text);
    next++;
  }
  if (!month || (day === undefined && !token.capital)) return null;
  if (
    day === undefined &&
    token.lower === "may" &&
    !/^(?:in|since|by|until|last|next|of|from|on|and|to|late|early|this|end)$/.test(tokens[at - 1]?.lower ?? "") &&
    !isYear(tokens[next]?.text ?? "")
  )
    return null;
  if (day === undefined && token.lower === "march" && at === 0 && !isYear(tokens[next]?.text ?? "")) return null;
  if (tokens[next]?.text === "." && token.text.length <= 4) next++;
  if (
    day === undefined &&
    tokens[next]?.kind === "number" &&
    isDayNumber(tokens[next]!.text) &&
    tokens[next + 1]?.text !== "%"
  ) {
    day = Number(tokens[next]!.text);
    next++;
  }
  const yearAtIndex = tokens[next]?.text === "," || tokens[next]?.lower === "of" ? next + 1 : next;
  if (isYear(tokens[yearAtIndex]?.text ?? ""))
    return {
      from: dayOrMonth(Number(tokens[yearAtIndex]!.text), month, day),
      to: null,
      next: yearAtIndex + 1,
      inferred: false,
    };
  if (today === null) return null;
  const year = yearOfMonth(tokens, at, month, day, today);
  const lastYear = tokens[next]?.lower === "last" && tokens[next + 1]?.lower === "year";
  return {
    from: dayOrMonth(lastYear ? dayParts(today).year - 1 : year, month, day),
    to: null,
    next: lastYear ? next + 2 : next,
    inferred: true,
  };
}

/** The day where the month has it, else the month. */
function dayOrMonth(year: number, month: number, day: number | undefined): PartialDay {
  return parseDay(dayOf(year, month, day)) ?? dayOf(year, month);
}

/** "Q3 2025", "the third quarter of 2025", "the first half of 2026", "H1 2026", "summer 2026". */
function partOfYear(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
  const token = tokens[at]!;
  const short = /^([qh])([1-4])$/.exec(token.lower);
  let part: number;
  let monthsLong: number;
  let next: number;
  if (short) {
    part = Number(short[2]);
    monthsLong = short[1] === "q" ? 3 : 6;
    next = at + 1;
  } else {
    const ordinal = ordinals.get(token.lower);
    const word = tokens[at + 1]?.lower ?? "";
    if (!ordinal || (word !== "quarter" && word !== "half")) return null;
    part = ordinal === 4 && word === "half" ? 2 : ordinal;
    monthsLong = word === "quarter" ? 3 : 6;
    next = at + 2;
  }
  if (part * monthsLong > 12) return null;
  let yearIndex = next;
  while (/^(?:of|fiscal|fy|calendar|'s)$/.test(tokens[yearIndex]?.lower ?? "")) yearIndex++;
  const word = tokens[yearIndex]?.lower ?? "";
  let year: number | null = isYear(word) ? Number(word) : null;
  let inferred = false;
  if (year === null && today !== null) {
    const now = dayParts(today);
    inferred = true;
    if (word === "next" && tokens[yearIndex + 1]?.lower === "year") [year, yearIndex] = [now.year + 1, yearIndex + 1];
    else if (word === "last" && tokens[yearIndex + 1]?.lower === "year")
      [year, yearIndex] = [now.year - 1, yearIndex + 1];
    else [year, yearIndex] = [nearYear(tokens, at, part * monthsLong, now), next - 1];
  }
  if (year === null) return null;
  return {
    from: dayOf(year, (part - 1) * monthsLong + 1),
    to: dayOf(year, part * monthsLong),
    next: yearIndex + 1,
    inferred,
  };
}

function yearAt(tokens: readonly Token[], at: number): Stretch | null {
  const token = tokens[at]!;
  const fiscal = /^fy$/.test(token.lower) ? tokens[at + 1] : undefined;
  const text = fiscal ? fiscal.text : /^fy20\d\d$/.test(token.lower) ? token.lower.slice(2) : token.text;
  if (!isYear(text)) return null;
  const next = at + (fiscal ? 2 : 1);
  const after = tokens[next]?.lower ?? "";
  const before = tokens[at - 1];
  if (before && before.end === token.start && /^[-$€£¥#]$/.test(before.text) && !hyphenBefore(tokens, at)) return null;
  if (/^(?:%|percent|gpus|chips|people|employees|megawatts|mw)$/.test(after)) return null;
  return { from: dayOf(Number(text)), to: null, next, inferred: false };
}

/** "mid-2026", "2026-2030": a hyphen that joins a year to what it goes with, unlike that of a model's name. */
function hyphenBefore(tokens: readonly Token[], at: number): boolean {
  const joined = tokens[at - 2];
  return (
    tokens[at - 1]!.text === "-" &&
    joined !== undefined &&
    (/^(?:mid|early|late)$/.test(joined.lower) || isYear(joined.text))
  );
}
