/** Schedules as a person writes them: `once 2026-03`, `even 2026..2031`, `ramp 2..9 for 7 years`, `milestones 2026-06:30% 2027:70%`. */

import { lastDayOf, type PartialDay, parseDay } from "../model/day.ts";

/** A term: from a day, and to a day that is in it or for some months. What is null comes from the deal. */
export interface WrittenSpan {
  readonly start: PartialDay | null;
  readonly end: PartialDay | null;
  readonly months: number | null;
}

/** How often something moves: every month, or every quarter of a year that ends with this month. */
export type Every = { readonly every: "month" } | { readonly every: "quarter"; readonly yearEnd: number };

export type WrittenSchedule =
  | { readonly is: "once"; readonly day: PartialDay }
  | { readonly is: "even"; readonly span: WrittenSpan; readonly every: Every }
  | {
      readonly is: "ramp";
      /** The rates at both ends of the term; only their ratio counts. Whole numbers. */
      readonly rates: readonly [from: number, to: number];
      readonly span: WrittenSpan;
      readonly every: Every;
    }
  | {
      readonly is: "milestones";
      /** Parts in millionths of the whole; what they leave has no day. */
      readonly parts: readonly { readonly day: PartialDay; readonly part: number }[];
    };

export const scheduleExamples = "once 2026-03, even 2026..2031, ramp 2..9 for 7 years, milestones 2026-06:30% 2027:70%";

/** What is written, or what is wrong with it in words. */
export function readSchedule(text: string): WrittenSchedule | string {
  const [word = "", ...rest] = text.trim().toLowerCase().split(/\s+/);
  switch (word) {
    case "once": {
      const day = rest.length === 1 ? parseDay(rest[0]!) : null;
      return day ? { is: "once", day } : "once takes one day: once 2026-03";
    }
    case "even": {
      const told = readTerm(rest);
      return typeof told === "string" ? told : { is: "even", ...told };
    }
    case "ramp": {
      const rates = readRates(rest[0] ?? "");
      if (rates === null) return "ramp takes the rates at both ends, of which one is above zero: ramp 2..9";
      const told = readTerm(rest.slice(1));
      return typeof told === "string" ? told : { is: "ramp", rates, ...told };
    }
    case "milestones":
      return readMilestones(rest);
    default:
      return `there is no schedule “${word}”`;
  }
}

/** `[SPAN] [quarterly [ending MONTH]]`. */
function readTerm(words: readonly string[]): { readonly span: WrittenSpan; readonly every: Every } | string {
  const at = words.indexOf("quarterly");
  const span = readSpan(at < 0 ? words : words.slice(0, at));
  if (span === null) return `“${words.join(" ")}” is no term: 2026..2031, 2026-07 for 5 years, for 7 years`;
  if (at < 0) return { span, every: { every: "month" } };
  const [ending, month, more] = words.slice(at + 1);
  if (ending === undefined) return { span, every: { every: "quarter", yearEnd: 12 } };
  const yearEnd = /^\d{1,2}$/.test(month ?? "") ? Number(month) : 0;
  if (ending !== "ending" || yearEnd < 1 || yearEnd > 12 || more !== undefined)
    return "quarterly may be followed by the month with which the fiscal year ends: quarterly ending 01";
  return { span, every: { every: "quarter", yearEnd } };
}

function readSpan(words: readonly string[]): WrittenSpan | null {
  if (words.length === 0) return { start: null, end: null, months: null };
  const length = /^for (\d+(?:\.\d+)?) (year|month)s?$/.exec(words.slice(-3).join(" "));
  const before = length ? words.slice(0, -3) : words;
  if (before.length > 1) return null;
  const months = length ? Math.round(Number(length[1]) * (length[2] === "year" ? 12 : 1)) : null;
  if (months !== null && (months < 1 || months > mostMonths)) return null;
  if (before.length === 0) return { start: null, end: null, months };
  const [from, to, more] = before[0]!.split("..");
  const start = parseDay(from!);
  if (start === null || more !== undefined) return null;
  if (to === undefined) return { start, end: null, months };
  const end = parseDay(to);
  return end === null || months !== null || lastDayOf(end) < start ? null : { start, end, months };
}

/** A term beyond this is a slip of the pen. */
const mostMonths = 1200;

function readRates(text: string): readonly [number, number] | null {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)\.\.(\d{1,6}(?:\.\d{1,3})?)$/.exec(text);
  if (!match) return null;
  const [from, to] = [Math.round(Number(match[1]) * 1000), Math.round(Number(match[2]) * 1000)];
  return from + to === 0 ? null : [from, to];
}

function readMilestones(words: readonly string[]): WrittenSchedule | string {
  const parts: { day: PartialDay; part: number }[] = [];
  for (const word of words) {
    const [written, percent] = word.split(":");
    const day = parseDay(written!);
    const part = /^\d{1,3}(\.\d{1,4})?%$/.test(percent ?? "") ? Math.round(Number(percent!.slice(0, -1)) * 10_000) : 0;
    if (day === null || part === 0) return `“${word}” is no milestone: a day and its part, 2026-06:30%`;
    parts.push({ day, part });
  }
  if (parts.length === 0) return "milestones takes days with their parts: milestones 2026-06:30% 2027:70%";
  const sum = parts.reduce((all, { part }) => all + part, 0);
  if (sum > 1_000_000) return `the milestones add to ${sum / 10_000}%, more than the whole`;
  return { is: "milestones", parts };
}

/** Whether a condition holds, as a person writes it: `holds 2026-10`, `fails`. */
export function readCondition(text: string): { readonly holds: PartialDay | null } | string {
  const match = /^(holds)\s+(\S+)$|^fails$/.exec(text.trim().toLowerCase());
  const day = match?.[2] === undefined ? null : parseDay(match[2]);
  return match === null || (match[1] !== undefined && day === null)
    ? "a condition holds from a day, or fails: holds 2026-10"
    : { holds: day };
}

/** Which chips a contract rents, and for how much an hour: `h100`, `h100 at 2.2..4`. Dollars; without a price the register of offers tells. */
export interface WrittenCompute {
  readonly chip: string;
  readonly price: { readonly low: number; readonly high: number } | null;
}

export function readCompute(text: string): WrittenCompute | string {
  const match = /^([a-z0-9][a-z0-9.-]*)(?:\s+at\s+(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?)?$/.exec(
    text.trim().toLowerCase(),
  );
  if (!match) return "compute takes a chip, and a price an hour where no offer tells it: h100 at 2.2..4";
  if (match[2] === undefined) return { chip: match[1]!, price: null };
  const low = Number(match[2]);
  const high = Number(match[3] ?? match[2]);
  return low > 0 && high >= low
    ? { chip: match[1]!, price: { low, high } }
    : "a price is above zero, the lower one first";
}
