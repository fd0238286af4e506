/** Which times does a sentence give? Days, months, quarters, years, terms; relative ones counted from the document's day. */

import type { PartialDay } from "../model/day.ts";
import { readNumber } from "./numbers.ts";
import type { Stretch } from "./times/calendar.ts";
import { fullDay, stretchAt } from "./times/stretches.ts";
import type { Token } from "./tokens.ts";

/** A time that a sentence gives. */
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

/**
 * "Tallgrass Cloud – Q3 2026 earnings call": the month in which a title's quarter is spoken of, two behind its end, so that "August" in it has a year.
 * Null where the title speaks of no results.
 */
export function reportedMonth(title: readonly Token[]): PartialDay | null {
  if (!title.some(({ lower }) => /^(?:earnings|results|call|transcript)$/.test(lower))) return null;
  for (let at = 0; at < title.length; at++) {
    const told = quarterAt(title, at);
    const year = told ? title[told.next] : undefined;
    if (!told || !year || !/^20\d\d$/.test(year.text)) continue;
    const month = told.quarter * 3 + 2;
    return month > 12
      ? (`${Number(year.text) + 1}-${String(month - 12).padStart(2, "0")}` as PartialDay)
      : (`${year.text}-${String(month).padStart(2, "0")}` as PartialDay);
  }
  return null;
}

/** "Q3", "third-quarter", "fourth quarter of". */
function quarterAt(tokens: readonly Token[], at: number): { quarter: number; next: number } | null {
  const short = /^q([1-4])$/.exec(tokens[at]!.lower);
  if (short) return { quarter: Number(short[1]), next: at + 1 };
  const quarter = ["first", "second", "third", "fourth"].indexOf(tokens[at]!.lower) + 1;
  const noun = tokens[at + 1]?.text === "-" ? at + 2 : at + 1;
  if (quarter === 0 || tokens[noun]?.lower !== "quarter") return null;
  return { quarter, next: tokens[noun + 1]?.lower === "of" ? noun + 2 : noun + 1 };
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
