/** Figures and days as filters write them: `>=10bn`, `27%`, `5GW..10GW`, `2025-10`, `2025-Q4`, `none`. */

import { dayOf, lastDayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { Test } from "./filter.ts";

export interface AmountTest {
  readonly test: Test<number>;
  /** Null where none is said: an amount of money, in whichever currency. */
  readonly unit: string | null;
}

/** Reads what stands after `amount:`; null where it is no figure. `15..40bn` and `5..10GW` say their scale once for both ends. */
export function readAmountTest(text: string): AmountTest | null {
  const scale = /^[$€£¥₹]?\d[\d,.]*?\.\.[$€£¥₹]?\d[\d,.]*([a-z%]+)$/i.exec(text.trim())?.[1];
  return readEnds(scale === undefined ? text : text.replace("..", `${scale}..`));
}

function readEnds(text: string): AmountTest | null {
  const units = new Set<string | null>();
  const test = readTest(text, (figure) => {
    const read = readFigure(figure);
    if (read) units.add(read.unit);
    return read && { first: read.value, last: read.value };
  });
  if (test === null) return null;
  // `5..10GW` says the unit once for both.
  if (units.size === 2 && units.has(null)) return readEnds(withUnit(text));
  return units.size > 1 ? null : { test, unit: [...units][0] ?? null };
}

/** Reads what stands after `published:`; null where it is no day. */
export function readDayTest(text: string): Test<PartialDay> | null {
  return readTest(text, (written) => {
    const quarter = /^(\d{4})-q([1-4])$/i.exec(written);
    if (quarter) {
      const [year, last] = [Number(quarter[1]), Number(quarter[2]) * 3];
      return { first: dayOf(year, last - 2), last: dayOf(year, last) };
    }
    const day = parseDay(written);
    return day && { first: day, last: day };
  });
}

/** The figure of an amount test as it is read again. */
export function amountTestText({ test, unit }: AmountTest): string {
  const ends = testText(test, (value) => figureText(value, unit));
  const [from, to] = ends.split("..");
  // A scale at the end would count for a beginning that has none.
  const misread = to !== undefined && /\d$/.test(from!) && /[a-z]$/i.test(to);
  return misread ? testText(test, (value) => `${signOf(unit) ?? ""}${value}`) : ends;
}

/** A day test as it is read again. */
export function dayTestText(test: Test<PartialDay>): string {
  return testText(test, (day) => day);
}

/** The first full day of an imprecise one, and the last. */
export function daysOf(day: PartialDay): { first: PartialDay; last: PartialDay } {
  const [year, month = "01", date = "01"] = day.split("-");
  return { first: `${year}-${month}-${date}` as PartialDay, last: lastDayOf(day) };
}

/** What is written may mean more than one value: a quarter has a first and a last month. */
type Meaning<T> = { readonly first: T; readonly last: T } | null;

function readTest<T>(text: string, read: (text: string) => Meaning<T>): Test<T> | null {
  if (text === "none") return { is: "none" };
  const [, sign = "=", rest = ""] = /^(>=|<=|>|<|=)?(.*)$/s.exec(text)!;
  const ends = rest.split("..");
  if (ends.length === 2 && sign === "=") {
    const [from, to] = [read(ends[0]!), read(ends[1]!)];
    return from && to ? { is: "..", from: from.first, to: to.last } : null;
  }
  const meant = ends.length === 1 ? read(rest) : null;
  if (meant === null) return null;
  if (sign === "=" && meant.first !== meant.last) return { is: "..", from: meant.first, to: meant.last };
  return { is: sign as "=", value: sign === ">" || sign === "<=" ? meant.last : meant.first };
}

function testText<T>(test: Test<T>, text: (value: T) => string): string {
  switch (test.is) {
    case "none":
      return "none";
    case "..":
      return `${text(test.from)}..${text(test.to)}`;
    case "=":
      return text(test.value);
    default:
      return `${test.is}${text(test.value)}`;
  }
}

const scales: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
};
const currencySigns: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR" };
/** Units that are written after the figure, with what they count for. */
const suffixes: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  "%": ["share", 0.01],
  share: ["share", 1],
  w: ["W", 1],
  kw: ["W", 1e3],
  mw: ["W", 1e6],
  gw: ["W", 1e9],
  chips: ["chips", 1],
  shares: ["shares", 1],
  users: ["users", 1],
  people: ["people", 1],
};

function readFigure(text: string): { value: number; unit: string | null } | null {
  const match = /^([$€£¥₹]|[a-z]{3}(?=\d))?(\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)(.*)$/i.exec(text.replaceAll(/\s/g, ""));
  if (!match) return null;
  const [, sign = "", digits, tail] = match;
  const ending = endingOf(tail!.toLowerCase());
  if (ending === null || (sign !== "" && ending.unit !== null)) return null;
  const value = tidy(Number(digits!.replaceAll(",", "")) * ending.factor);
  const unit = sign === "" ? ending.unit : (currencySigns[sign] ?? sign.toUpperCase());
  return Number.isFinite(value) ? { value, unit } : null;
}

/** What follows the digits: a scale, then a unit, either of which may be missing. */
function endingOf(tail: string): { factor: number; unit: string | null } | null {
  for (const [name, scale] of Object.entries(scales)) {
    if (!tail.startsWith(name)) continue;
    const rest = tail.slice(name.length);
    if (rest === "") return { factor: scale, unit: null };
    const suffix = Object.hasOwn(suffixes, rest) ? suffixes[rest]! : null;
    if (suffix) return { factor: scale * suffix[1], unit: suffix[0] };
    if (/^[a-z]{3}$/.test(rest)) return { factor: scale, unit: rest.toUpperCase() };
  }
  return null;
}

/** Without the last digits, which decimal fractions leave behind: 27 × 0.01 is 0.27. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function withUnit(text: string): string {
  const [from, to] = text.split("..") as [string, string];
  const sign = /^([$€£¥₹]|[a-z]{3}(?=\d))/i.exec(from)?.[0];
  if (sign) return `${from}..${sign}${to}`;
  const unit = /(%|share|[kmg]?w|chips|shares|users|people|[a-z]{3})$/i.exec(to)?.[0] ?? "";
  return `${from}${unit}..${to}`;
}

function figureText(value: number, unit: string | null): string {
  const [ending] = Object.entries(suffixes).find(([, [name, factor]]) => name === unit && factor === 1) ?? [];
  const sign = signOf(unit);
  const scaled = scaledText(value);
  if (ending) return `${value}${ending}`;
  return unit === null || sign ? `${sign ?? ""}${scaled}` : `${scaled}${unit}`;
}

function signOf(unit: string | null): string | undefined {
  return Object.entries(currencySigns).find(([, currency]) => currency === unit)?.[0];
}

/** The figure with the greatest scale that loses nothing. */
function scaledText(value: number): string {
  for (const name of ["tn", "bn", "m", "k"]) {
    const figure = value / scales[name]!;
    if (figure >= 1 && tidy(figure * scales[name]!) === value && String(figure).length < 8) return `${figure}${name}`;
  }
  return String(value);
}

/** The bounds between which the text of a day must lie to be in a range of days, by its first day. */
export function dayBounds(from: PartialDay, to: PartialDay): { least: string; most: string } {
  return { least: shortest(daysOf(from).first), most: daysOf(to).last };
}

/** `2025-01-01` as `2025`: texts of imprecise days sort before those of the days in them. */
function shortest(day: PartialDay): string {
  return day.replace(/-01$/, "").replace(/-01$/, "");
}
