/** Where does one end of a figure begin and end: its currency, its number, its unit? And is there a second end? */

import { type ReadNumber, readNumber } from "../numbers.ts";
import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { isBetween } from "./bounds.ts";
import { codes, currencySigns, prefixes } from "./currencies.ts";
import { powerUnits, unitAt } from "./units.ts";

/** One end of a figure: its number and the marks of its unit on either side. */
interface Figure {
  number: ReadNumber;
  unit: Pick<Quantity, "type" | "unit"> | null;
  multiple: number;
  first: number;
  next: number;
  plus: boolean;
}

/** Whether a currency's code is written as one: three capitals, or one of the short forms. */
function isCodeAsWritten(text: string): boolean {
  return text.length !== 3 || text === text.toUpperCase() || /^(?:Rmb|Won|skr|[SND]Kr|SFr|Ksh|KSh|Dhs)$/.test(text);
}

/** Short forms that are other words where a blank follows. */
const onlyGlued = /^(?:P|N|W|Won|Sh|USh|SR|BD|KD|Dhs?)$/;

/** The figure that begins at a token, or null. */
export function figureAt(tokens: readonly Token[], at: number, isChip: (at: number) => boolean): Figure | null {
  let index = at;
  let currency: string | null = null;
  while (tokens[index]?.text === "*" || tokens[index]?.text === "_") index++;
  const start = index;
  const token = tokens[index];
  if (!token) return null;
  if (currencySigns.get(token.text) !== undefined) {
    currency = currencySigns.get(token.text)!;
    // "$US70 million"
    index += tokens[index + 1]?.text === "US" && tokens[index + 2]?.kind === "number" ? 2 : 1;
  } else if (
    token.kind === "word" &&
    tokens[index + 1] &&
    tokens[index + 1]!.start === token.end &&
    currencySigns.get(tokens[index + 1]!.text) === "USD" &&
    prefixes.get(token.lower)
  ) {
    currency = prefixes.get(token.lower)!;
    index += 2;
  } else if (
    token.kind === "word" &&
    codes.get(token.lower) !== undefined &&
    isCodeAsWritten(token.text) &&
    tokens[index + 1]?.kind === "number" &&
    (!onlyGlued.test(token.text) || tokens[index + 1]!.start === token.end) &&
    (token.text !== "W" || isLarge(tokens, index + 1))
  ) {
    currency = codes.get(token.lower)!;
    index++;
  } else if (token.lower === "rs" && tokens[index + 1]?.text === "." && tokens[index + 2]?.kind === "number") {
    currency = "INR";
    index += 2;
  }
  const number = readNumber(tokens, index, currency !== null) ?? unitArticle(tokens, index);
  if (!number) return null;
  // "GPT-5", "B200": a figure glued to a name is part of it; so is a year or a day.
  const before = tokens[start - 1];
  if (
    currency === null &&
    before &&
    before.end === tokens[start]!.start &&
    (before.kind === "word" ||
      (before.text === "-" && tokens[start - 2]?.capital && tokens[start - 2]?.end === before.start))
  )
    return null;
  let next = number.next;
  let plus = false;
  if (tokens[number.next - 2]?.text === "+" || tokens[next]?.text === "+") {
    plus = true;
    if (tokens[next]?.text === "+") next++;
  }
  if (tokens[next]?.text === "-" && tokens[next + 1]?.lower === "plus") {
    plus = true;
    next += 2;
  }
  while (tokens[next]?.text === "*" && next - number.next < 3) next++;
  if (currency !== null) {
    const late = lateScale(tokens, next, number);
    if (late)
      return {
        number: late,
        unit: { type: "money", unit: currency },
        multiple: 1,
        first: start,
        next: late.next,
        plus,
      };
    return { number, unit: { type: "money", unit: currency }, multiple: 1, first: start, next, plus };
  }
  const sum = millionsAt(tokens, next);
  if (sum)
    return {
      number: { ...number, value: number.value * sum.scale, scale: sum.scale },
      unit: { type: "money", unit: sum.unit },
      multiple: 1,
      first: start,
      next: sum.next,
      plus,
    };
  const unit = unitAt(tokens, next, number, isChip);
  return {
    number,
    unit: unit?.unit ?? null,
    multiple: unit?.multiple ?? 1,
    first: start,
    next: unit?.next ?? next,
    plus,
  };
}

/** "W6tn" is a sum, "W3" none. */
function isLarge(tokens: readonly Token[], at: number): boolean {
  return (readNumber(tokens, at, true)?.scale ?? 1) >= 1e6;
}

const metric: ReadonlyMap<string, number> = new Map(
  Object.entries({ k: 1e3, t: 1e3, m: 1e6, mio: 1e6, md: 1e9, mrd: 1e9 }),
);

/** "900 MSEK", "11 M€", "4,2 Mio €": a scale joined to its currency behind the number, as northern and French texts write. */
function millionsAt(tokens: readonly Token[], at: number): { scale: number; unit: string; next: number } | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const sign = tokens[at + 1];
  const whole = metric.get(token.lower);
  if (whole !== undefined && sign && sign.start - token.end <= 1 && tokens[at + 2]?.kind !== "number") {
    const unit = currencySigns.get(sign.text);
    if (unit !== undefined) return { scale: whole, unit, next: at + 2 };
  }
  const joined = /^(T|K|k|M|m|Md|Mrd)([A-Z]{3}|kr)$/.exec(token.text);
  const unit = joined ? codes.get(joined[2]!.toLowerCase()) : undefined;
  return joined && unit !== undefined ? { scale: metric.get(joined[1]!.toLowerCase())!, unit, next: at + 1 } : null;
}

/** "a gigawatt", "the first gigawatt": the article counts. */
function unitArticle(tokens: readonly Token[], at: number): ReadNumber | null {
  if (
    !/^(?:a|first|another|further|second|next)$/.test(tokens[at]?.lower ?? "") ||
    powerUnits.get(tokens[at + 1]?.lower ?? "") === undefined
  )
    return null;
  return { value: 1, next: at + 1, scale: 1, fraction: false };
}

/** "$500+ billion": the scale stands after the plus. */
function lateScale(tokens: readonly Token[], at: number, number: ReadNumber): ReadNumber | null {
  const word = tokens[at]?.lower;
  const scale = word === "billion" ? 1e9 : word === "million" ? 1e6 : word === "trillion" ? 1e12 : null;
  if (scale === null || number.scale !== 1) return null;
  return { value: number.value * scale, next: at + 1, scale, fraction: false };
}

/** Whether two bare numbers are the ends of one figure: "5 to 7bn", "20 to 26". */
function isRange(low: ReadNumber, high: ReadNumber, joint: string): boolean {
  const isYear = ({ value }: ReadNumber): boolean => value >= 1900 && value <= 2100;
  if (!/^(?:to|-|–)$/.test(joint) || isYear(low) || isYear(high)) return false;
  if (high.scale > 1 && low.scale === 1) return low.value < high.value / high.scale;
  return low.value >= 5 && low.value < high.value && high.value <= low.value * 1.5;
}

/** The second end of a range: "5 to 6 billion", "$5bn-$6bn". */
export function rangeEnd(tokens: readonly Token[], low: Figure, isChip: (at: number) => boolean): Figure | null {
  const joint = tokens[low.next]?.lower ?? "";
  const glue = joint === "-" || joint === "–" || joint === "—";
  if (!glue && joint !== "to" && !(joint === "and" && isBetween(tokens, low.first)) && joint !== "or") return null;
  if (joint === "or" && low.unit) return null;
  const high = figureAt(tokens, low.next + 1, isChip);
  if (!high?.unit) return null;
  // "5 to 7bn", "20 to 26": the unit is that of the figure before; years are none.
  const change = joint === "to" && tokens[low.first - 1]?.lower === "from";
  if (low.unit?.type === "count" && high.unit.type === "count" && !change && isRange(low.number, high.number, joint))
    return high;
  // "NOK 5 to 6 billion": the second end takes the first one's currency.
  if (low.unit?.type === "money" && high.unit.type === "count")
    return low.number.value <= high.number.value ? { ...high, unit: low.unit } : null;
  if (high.unit.type === "count") return null;
  if (low.unit && low.unit.type !== high.unit.type && low.unit.type !== "count") return null;
  if (low.unit?.type === "money" && low.unit.unit !== high.unit.unit) return null;
  // "from $4bn to $5bn" is a change, not a range; "rose 3% to $5bn" is neither.
  if (change) return null;
  const scale = low.number.scale === 1 && high.number.scale > 1 ? high.number.scale : 1;
  return low.number.value * scale * low.multiple <= high.number.value * high.multiple || low.multiple !== high.multiple
    ? high
    : null;
}
