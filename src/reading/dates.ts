/** Finds times in a sentence: days, months, quarters, years, terms; relative ones counted from the document's day. */

import { addMonths, dayNumber, dayOf, dayOfNumber, dayParts, type PartialDay, weekdayOf } from "../model/day.ts";
import { readNumber } from "./numbers.ts";
import type { Token } from "./tokens.ts";

export interface Time {
  readonly start: PartialDay | null;
  readonly end: PartialDay | null;
  readonly years: number | null;
  /** [first, next) of its tokens, its preposition included. */
  readonly first: number;
  readonly next: number;
  /** Counted from the document's day rather than written out. */
  readonly inferred: boolean;
}

const months: Readonly<Record<string, number>> = {
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
};
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 };
const seasons = new Set(["spring", "summer", "autumn", "fall", "winter"]);
const ends = new Set([
  "by",
  "through",
  "until",
  "till",
  "due",
  "before",
  "thru",
  "expires",
  "expiring",
  "expire",
  "maturing",
  "than",
]);
const starts = new Set([
  "since",
  "from",
  "starting",
  "beginning",
  "after",
  "as",
  "at",
  "on",
  "in",
  "during",
  "for",
  "around",
  "of",
  "effective",
]);

/** One stretch of time: with no length where only its year or day is known. */
interface Stretch {
  from: PartialDay;
  to: PartialDay | null;
  next: number;
  inferred: boolean;
}

/** The times of a sentence in order. `today` is the document's day; null leaves relative ones out. */
export function findTimes(tokens: readonly Token[], today: PartialDay | null): Time[] {
  const found: Time[] = [];
  for (let at = 0; at < tokens.length; ) {
    const time = termAt(tokens, at) ?? spanAt(tokens, at, today);
    if (time) found.push(time);
    at = time ? Math.max(time.next, at + 1) : at + 1;
  }
  return found;
}

/** The document's own day where its head states one: a dateline, a byline, a date of report. */
export function statedDay(head: readonly Token[]): PartialDay | null {
  for (let at = 0; at < head.length; at++) {
    const day = fullDay(head, at);
    if (day) return day.from;
  }
  return null;
}

/** "seven-year", "over eight years", "a term of six years". */
function termAt(tokens: readonly Token[], at: number): Time | null {
  const number = readNumber(tokens, at);
  if (!number || number.value > 99 || number.fraction) return null;
  let next = number.next;
  if (tokens[next]?.text === "-") next++;
  const unit = tokens[next]?.lower ?? "";
  const years = /^years?$|^yr$/.test(unit)
    ? number.value
    : /^months?$/.test(unit) && number.value % 6 === 0
      ? number.value / 12
      : null;
  if (
    years === null ||
    /^(?:ago|old|earlier|later|before|olds)$/.test(tokens[next + 1]?.lower ?? "") ||
    tokens[next + 1]?.text === "-"
  )
    return null;
  const before = tokens[at - 1]?.lower ?? "";
  if (
    unit === "months" &&
    tokens[number.next]?.text !== "-" &&
    before !== "over" &&
    before !== "for" &&
    before !== "of"
  )
    return null;
  if (/^(?:within|every|last|past|previous|than)$/.test(before)) return null;
  if (/^(?:treasury|treasuries|low|high|bond|yield|old)$/.test(tokens[next + 1]?.lower ?? "")) return null;
  return { start: null, end: null, years, first: at, next: next + 1, inferred: false };
}

function spanAt(tokens: readonly Token[], at: number, today: PartialDay | null): Time | null {
  const stretch = stretchAt(tokens, at, today);
  if (!stretch) return null;
  const range = rangeFrom(tokens, at, stretch, today);
  if (range)
    return {
      start: stretch.from,
      end: range.to ?? range.from,
      years: null,
      first: prepositionStart(tokens, at),
      next: range.next,
      inferred: stretch.inferred,
    };
  const { closes, first } = relation(tokens, at);
  const base = { years: null, first, next: stretch.next, inferred: stretch.inferred };
  if (closes === "end") return { ...base, start: null, end: endOf(stretch) };
  if (closes === "start") return { ...base, start: stretch.from, end: null };
  return { ...base, start: stretch.from, end: stretch.to };
}

/** "by the end of 2027" is told as 2027; "until mid-2030" as 2030; "by Q2 2027" as its last month. */
function endOf(stretch: Stretch): PartialDay {
  return stretch.to ?? stretch.from;
}

function rangeFrom(tokens: readonly Token[], at: number, low: Stretch, today: PartialDay | null): Stretch | null {
  const joint = tokens[low.next]?.lower ?? "";
  const before = tokens[at - 1]?.lower ?? "";
  if (
    joint === "-" ||
    joint === "–" ||
    joint === "or" ||
    (joint === "and" && before === "between") ||
    ((joint === "to" || joint === "until" || joint === "through") && before === "from") ||
    joint === "to"
  ) {
    const high = stretchAt(tokens, low.next + 1, today);
    if (high && high.from > low.from) return high;
  }
  return null;
}

function relation(tokens: readonly Token[], at: number): { closes: "start" | "end" | "none"; first: number } {
  let index = at - 1;
  while (
    index >= 0 &&
    /^(?:the|end|of|early|late|mid|middle|fiscal|year|calendar|about|around|on|its|their|-|\(|as)$/.test(
      tokens[index]!.lower,
    )
  )
    index--;
  const word = tokens[index]?.lower ?? "";
  if (ends.has(word)) {
    if (word === "than" && tokens[index - 1]?.lower !== "later") return { closes: "none", first: at };
    return { closes: "end", first: index };
  }
  if (/^(?:starting|beginning|since|from|effective)$/.test(word)) return { closes: "start", first: index };
  const first = starts.has(tokens[at - 1]?.lower ?? "") ? at - 1 : at;
  return { closes: "none", first };
}

function prepositionStart(tokens: readonly Token[], at: number): number {
  const word = tokens[at - 1]?.lower ?? "";
  return starts.has(word) || word === "between" ? at - 1 : at;
}

function stretchAt(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
  return (
    fullDay(tokens, at) ??
    monthAt(tokens, at, today) ??
    partOfYear(tokens, at, today) ??
    yearAt(tokens, at) ??
    relativeAt(tokens, at, today)
  );
}

/** "March 3, 2026", "3 March 2026", "2026-03-05", "20.11.2025". */
function fullDay(tokens: readonly Token[], at: number): Stretch | null {
  const [a, b, c, d] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!a) return null;
  const month = months[a.lower];
  if (month && a.capital && b?.kind === "number") {
    const dot = b.text === "." ? 1 : 0;
    const year = c?.text === "," ? d : c;
    if (isDayNumber(b.text) && year && isYear(year.text))
      return {
        from: dayOf(Number(year.text), month, Number(b.text)),
        to: null,
        next: at + (c?.text === "," ? 4 : 3) + dot,
        inferred: false,
      };
  }
  if (a.kind === "number" && isDayNumber(a.text) && b && months[b.lower] && b.capital) {
    const year = c?.text === "," ? d : c;
    if (year && isYear(year.text))
      return {
        from: dayOf(Number(year.text), months[b.lower]!, Number(a.text)),
        to: null,
        next: at + (c?.text === "," ? 4 : 3),
        inferred: false,
      };
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(20\d\d)$/.exec(a.text);
  if (dotted && Number(dotted[2]) <= 12)
    return {
      from: dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])),
      to: null,
      next: at + 1,
      inferred: false,
    };
  if (
    isYear(a.text) &&
    b?.text === "-" &&
    c?.kind === "number" &&
    /^\d\d$/.test(c.text) &&
    d?.text === "-" &&
    Number(c.text) <= 12 &&
    /^\d\d$/.test(tokens[at + 4]?.text ?? "")
  ) {
    return {
      from: dayOf(Number(a.text), Number(c.text), Number(tokens[at + 4]!.text)),
      to: null,
      next: at + 5,
      inferred: false,
    };
  }
  return null;
}

function monthAt(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
  const token = tokens[at]!;
  let month = months[token.lower];
  let next = at + 1;
  let day: number | undefined;
  if (
    !month &&
    token.kind === "number" &&
    isDayNumber(token.text) &&
    tokens[at + 1] &&
    months[tokens[at + 1]!.lower] &&
    tokens[at + 1]!.capital
  ) {
    month = months[tokens[at + 1]!.lower];
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
      from: dayOf(Number(tokens[yearAtIndex]!.text), month, day),
      to: null,
      next: yearAtIndex + 1,
      inferred: false,
    };
  if (today === null) return null;
  const year = yearOfMonth(tokens, at, month, day, today);
  const lastYear = tokens[next]?.lower === "last" && tokens[next + 1]?.lower === "year";
  return {
    from: dayOf(lastYear ? dayParts(today).year - 1 : year, month, day),
    to: null,
    next: lastYear ? next + 2 : next,
    inferred: true,
  };
}

/** The year that a bare month means: the nearest one behind, or ahead where the words look ahead. */
function yearOfMonth(
  tokens: readonly Token[],
  at: number,
  month: number,
  day: number | undefined,
  today: PartialDay,
): number {
  const now = dayParts(today);
  const before = tokens[at - 1]?.lower ?? "";
  const ahead = /^(?:until|by|next|due|starting|from|before|till)$/.test(before) || looksAhead(tokens, at);
  const later = month > (now.month ?? 12) || (month === now.month && day !== undefined && day > (now.day ?? 31));
  if (ahead) return later || (month === now.month && before !== "next") ? now.year : now.year + 1;
  return later ? now.year - 1 : now.year;
}

function looksAhead(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index < 14; index--) {
    const word = tokens[index]!.lower;
    if (
      /^(?:will|would|shall|expected|expects|scheduled|plans|planned|prices|expires|to|due|starting|set|begins)$/.test(
        word,
      )
    )
      return true;
    if (/^(?:was|were|had|signed|raised|closed|said|has|agreed|announced|bought|sold|issued|completed)$/.test(word))
      return false;
  }
  return false;
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
    const ordinal = ordinals[token.lower];
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

function nearYear(
  tokens: readonly Token[],
  at: number,
  lastMonth: number,
  now: { year: number; month: number | undefined },
): number {
  if (looksAhead(tokens, at)) return lastMonth >= (now.month ?? 1) ? now.year : now.year + 1;
  return lastMonth - 2 <= (now.month ?? 12) ? now.year : now.year - 1;
}

function yearAt(tokens: readonly Token[], at: number): Stretch | null {
  const token = tokens[at]!;
  const fiscal = /^fy$/.test(token.lower) ? tokens[at + 1] : undefined;
  const text = fiscal ? fiscal.text : /^fy20\d\d$/.test(token.lower) ? token.lower.slice(2) : token.text;
  if (!isYear(text)) return null;
  const next = at + (fiscal ? 2 : 1);
  const after = tokens[next]?.lower ?? "";
  if (tokens[at - 1] && tokens[at - 1]!.end === token.start && /^[-$€£¥#]$/.test(tokens[at - 1]!.text)) return null;
  if (/^(?:%|percent|gpus|chips|people|employees|megawatts|mw)$/.test(after)) return null;
  return { from: dayOf(Number(text)), to: null, next, inferred: false };
}

/** "last month", "next year", "yesterday", "on Tuesday", "last autumn", "by year end". */
function relativeAt(tokens: readonly Token[], at: number, today: PartialDay | null): Stretch | null {
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
    if (months[second] && tokens[at + 1]!.capital) {
      const month = months[second]!;
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

function seasonYear(season: string, shift: number, now: { year: number; month: number | undefined }): number {
  const firstMonth = season === "spring" ? 3 : season === "summer" ? 6 : season === "winter" ? 12 : 9;
  if (shift < 0) return firstMonth < (now.month ?? 12) ? now.year : now.year - 1;
  return firstMonth > (now.month ?? 1) ? now.year : now.year + 1;
}

function isYear(text: string): boolean {
  return /^(?:19[89]\d|20[0-4]\d)$/.test(text);
}

function isDayNumber(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31;
}
