/** Finds the figures of a sentence: money, shares of a whole, power, counts; with their bounds as the text words them. */

import type { Comparator } from "../model/amount.ts";
import { type ReadNumber, readNumber } from "./numbers.ts";
import type { Token } from "./tokens.ts";

export type QuantityType = "money" | "share" | "power" | "chips" | "shares" | "users" | "people" | "count";

export interface Quantity {
  readonly type: QuantityType;
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  readonly comparator: Comparator;
  /** [first, next) of its tokens, the words of its bound included. */
  readonly first: number;
  readonly next: number;
  /** A rate ("$65 per hour"), a change ("up 28%") or a price of a single thing: never a claim's amount. */
  readonly idle: boolean;
}

const currencySigns: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
};
const prefixes: Readonly<Record<string, string>> = {
  us: "USD",
  u: "USD",
  c: "CAD",
  ca: "CAD",
  a: "AUD",
  au: "AUD",
  hk: "HKD",
  s: "SGD",
  nt: "TWD",
  t: "TWD",
  nz: "NZD",
  r: "BRL",
  cn: "CNY",
};
const codes: Readonly<Record<string, string>> = {
  usd: "USD",
  eur: "EUR",
  gbp: "GBP",
  jpy: "JPY",
  inr: "INR",
  cny: "CNY",
  rmb: "CNY",
  nok: "NOK",
  sek: "SEK",
  dkk: "DKK",
  chf: "CHF",
  cad: "CAD",
  aud: "AUD",
  hkd: "HKD",
  sgd: "SGD",
  krw: "KRW",
  twd: "TWD",
  aed: "AED",
  sar: "SAR",
  pln: "PLN",
  ils: "ILS",
  brl: "BRL",
  rs: "INR",
  kr: "SEK",
  skr: "SEK",
  nkr: "NOK",
  dkr: "DKK",
  ntd: "TWD",
  isk: "ISK",
  zar: "ZAR",
  qar: "QAR",
};
const currencyWords: Readonly<Record<string, string>> = {
  dollar: "USD",
  dollars: "USD",
  bucks: "USD",
  euro: "EUR",
  euros: "EUR",
  pound: "GBP",
  pounds: "GBP",
  sterling: "GBP",
  yen: "JPY",
  yuan: "CNY",
  renminbi: "CNY",
  rupee: "INR",
  rupees: "INR",
  francs: "CHF",
  won: "KRW",
  dirhams: "AED",
  riyals: "SAR",
  kronor: "SEK",
  kroner: "NOK",
  zloty: "PLN",
  shekels: "ILS",
};
const shareWords = new Set(["%", "percent", "pc", "pct", "percentage"]);
const powerUnits: Readonly<Record<string, number>> = {
  gw: 1e9,
  gigawatt: 1e9,
  gigawatts: 1e9,
  mw: 1e6,
  megawatt: 1e6,
  megawatts: 1e6,
  kw: 1e3,
  kilowatts: 1e3,
  kilowatt: 1e3,
  tw: 1e12,
  terawatt: 1e12,
  mws: 1e6,
  gws: 1e9,
};
const chipWords = new Set(
  "gpu gpus chip chips processor processors accelerator accelerators tpu tpus units xpus asics npus lpus wafers".split(
    " ",
  ),
);
const shareUnits = new Set("shares stock warrants adss adrs options".split(" "));
const userWords = new Set("users subscribers developers researchers members accounts".split(" "));
const peopleWords = new Set(
  "people employees staff workers staffers engineers jobs positions roles heads employee colleagues specialists".split(
    " ",
  ),
);
const between = new Set(
  "new existing common ordinary class a b additional of its their our the weekly monthly daily active paying registered full time graphics processing tensor nvidia amd intel aws amazon google custom ai server data centre center second hand further more second-hand older latest own special advanced such high end in-house million voting preferred preference".split(
    " ",
  ),
);

type Bound = { comparator: Comparator; approximate: boolean; first: number };

const bounds: readonly (readonly [string, Comparator])[] = [
  ["not less than", ">="],
  ["no less than", ">="],
  ["no fewer than", ">="],
  ["not fewer than", ">="],
  ["at least", ">="],
  ["a minimum of", ">="],
  ["minimum of", ">="],
  ["no more than", "<="],
  ["not more than", "<="],
  ["not exceeding", "<="],
  ["as much as", "<="],
  ["as many as", "<="],
  ["up to", "<="],
  ["at most", "<="],
  ["a maximum of", "<="],
  ["maximum of", "<="],
  ["capped at", "<="],
  ["to a maximum of", "<="],
  ["a ceiling of", "<="],
  ["of up to", "<="],
  ["a little more than", ">"],
  ["a little over", ">"],
  ["slightly more than", ">"],
  ["slightly over", ">"],
  ["just over", ">"],
  ["just above", ">"],
  ["well over", ">"],
  ["well above", ">"],
  ["far more than", ">"],
  ["more than", ">"],
  ["greater than", ">"],
  ["higher than", ">"],
  ["better than", ">"],
  ["north of", ">"],
  ["in excess of", ">"],
  ["upwards of", ">"],
  ["upward of", ">"],
  ["over", ">"],
  ["above", ">"],
  ["beyond", ">"],
  ["exceeding", ">"],
  ["exceeds", ">"],
  ["exceed", ">"],
  ["exceeded", ">"],
  ["surpasses", ">"],
  ["surpassed", ">"],
  ["surpass", ">"],
  ["surpassing", ">"],
  ["passes", ">"],
  ["passed", ">"],
  ["pass", ">"],
  ["tops", ">"],
  ["topped", ">"],
  ["topping", ">"],
  ["top", ">"],
  [">", ">"],
  ["less than", "<"],
  ["fewer than", "<"],
  ["lower than", "<"],
  ["under", "<"],
  ["below", "<"],
  ["<", "<"],
  ["≥", ">="],
  ["≤", "<="],
  ["just under", "~"],
  ["just shy of", "~"],
  ["just below", "~"],
  ["a little under", "~"],
  ["shy of", "~"],
  ["nearly", "~"],
  ["almost", "~"],
  ["close to", "~"],
  ["around", "~"],
  ["about", "~"],
  ["roughly", "~"],
  ["approximately", "~"],
  ["approx", "~"],
  ["some", "~"],
  ["near", "~"],
  ["circa", "~"],
  ["ca", "~"],
  ["c", "~"],
  ["~", "~"],
  ["≈", "~"],
  ["an estimated", "~"],
  ["estimated", "~"],
  ["in the region of", "~"],
  ["in the order of", "~"],
  ["on the order of", "~"],
  ["roundly", "~"],
  ["towards", "~"],
  ["toward", "~"],
];
const boundsByLast = new Map<string, { words: string[]; comparator: Comparator }[]>();
for (const [phrase, comparator] of bounds) {
  const words = phrase.split(" ");
  const last = words[words.length - 1]!;
  const list = boundsByLast.get(last) ?? [];
  list.push({ words, comparator });
  boundsByLast.set(
    last,
    list.sort((a, b) => b.words.length - a.words.length),
  );
}

/** The figures of a sentence in order. `isChip` tells whether a chip is named at a token: "200,000 H100s". */
export function findQuantities(tokens: readonly Token[], isChip: (at: number) => boolean): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(tokens, at, isChip);
    if (quantity) found.push(quantity);
    at = quantity ? Math.max(quantity.next, at + 1) : at + 1;
  }
  return found;
}

/** One end of a figure: its number and the marks of its unit on either side. */
interface Figure {
  number: ReadNumber;
  unit: Pick<Quantity, "type" | "unit"> | null;
  multiple: number;
  first: number;
  next: number;
  plus: boolean;
}

function quantityAt(tokens: readonly Token[], at: number, isChip: (at: number) => boolean): Quantity | null {
  const low = figureAt(tokens, at, isChip);
  if (!low) return null;
  const range = rangeEnd(tokens, low, isChip);
  const high = range ?? low;
  const unit = high.unit ?? low.unit;
  if (!unit) return null;
  if (unit.type === "count" && (low.number.fraction || high.multiple !== 1)) return null;
  const scaleUp =
    range && low.number.scale === 1 && range.number.scale > 1 && low.number.value < range.number.value
      ? range.number.scale
      : 1;
  const multiple = high.multiple;
  const from = low.number.value * scaleUp * (low.unit?.type === "power" ? low.multiple : multiple);
  const to = high.number.value * multiple;
  const bound = boundBefore(tokens, low.first);
  const first = bound?.first ?? low.first;
  const idle = idleAt(tokens, first, high.next, unit.type, to);
  const base = { ...unit, first, next: high.next, idle };
  const share = unit.type === "share" && !low.number.fraction ? 0.01 : 1;
  const min = round(from * share);
  const max = round(to * share);
  const opening = orMore(tokens, high.next);
  if (range)
    return {
      ...base,
      min: Math.min(min, max),
      max: Math.max(min, max),
      approximate: bound?.approximate ?? false,
      comparator: "=",
    };
  if (low.plus || opening === ">=")
    return {
      ...base,
      min: max,
      max: null,
      approximate: false,
      comparator: ">=",
      next: opening ? high.next + 2 : high.next,
    };
  const comparator = bound?.comparator ?? "=";
  if (comparator === ">" || comparator === ">=")
    return { ...base, min: max, max: null, approximate: false, comparator };
  if (comparator === "<" || comparator === "<=") return { ...base, min: null, max, approximate: false, comparator };
  return {
    ...base,
    min: max,
    max,
    approximate: comparator === "~" || (bound?.approximate ?? false) || orSo(tokens, high.next),
    comparator,
  };
}

function figureAt(tokens: readonly Token[], at: number, isChip: (at: number) => boolean): Figure | null {
  let index = at;
  let currency: string | null = null;
  while (tokens[index]?.text === "*" || tokens[index]?.text === "_") index++;
  const start = index;
  const token = tokens[index];
  if (!token) return null;
  if (currencySigns[token.text] !== undefined) {
    currency = currencySigns[token.text]!;
    index++;
  } else if (
    token.kind === "word" &&
    tokens[index + 1] &&
    tokens[index + 1]!.start === token.end &&
    currencySigns[tokens[index + 1]!.text] === "USD" &&
    prefixes[token.lower]
  ) {
    currency = prefixes[token.lower]!;
    index += 2;
  } else if (
    token.kind === "word" &&
    codes[token.lower] !== undefined &&
    (token.lower.length === 3 ? token.text === token.text.toUpperCase() || token.lower === "skr" : true) &&
    tokens[index + 1]?.kind === "number"
  ) {
    currency = codes[token.lower]!;
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

/** "a gigawatt": the article counts. */
function unitArticle(tokens: readonly Token[], at: number): ReadNumber | null {
  if (tokens[at]?.lower !== "a" || powerUnits[tokens[at + 1]?.lower ?? ""] === undefined) return null;
  return { value: 1, next: at + 1, scale: 1, fraction: false };
}

/** "$500+ billion": the scale stands after the plus. */
function lateScale(tokens: readonly Token[], at: number, number: ReadNumber): ReadNumber | null {
  const word = tokens[at]?.lower;
  const scale = word === "billion" ? 1e9 : word === "million" ? 1e6 : word === "trillion" ? 1e12 : null;
  if (scale === null || number.scale !== 1) return null;
  return { value: number.value * scale, next: at + 1, scale, fraction: false };
}

function unitAt(
  tokens: readonly Token[],
  at: number,
  number: ReadNumber,
  isChip: (at: number) => boolean,
): { unit: Pick<Quantity, "type" | "unit">; multiple: number; next: number } | null {
  let index = at;
  if (tokens[index]?.text === "-") index++;
  const token = tokens[index];
  const word = token?.lower ?? "";
  if (shareWords.has(word)) return { unit: { type: "share", unit: "share" }, multiple: 1, next: index + 1 };
  if (word === "per" && /^cent/.test(tokens[index + 1]?.lower ?? ""))
    return { unit: { type: "share", unit: "share" }, multiple: 1, next: index + 2 };
  if (powerUnits[word] !== undefined)
    return { unit: { type: "power", unit: "W" }, multiple: powerUnits[word]!, next: index + 1 };
  if (word === "a" && powerUnits[tokens[index + 1]?.lower ?? ""] !== undefined)
    return { unit: { type: "power", unit: "W" }, multiple: powerUnits[tokens[index + 1]!.lower]!, next: index + 2 };
  const ofA = /^(?:us|hong|canadian|australian|american|norwegian|swedish|danish|swiss|singapore|taiwan|new)$/.test(
    word,
  )
    ? index + 1
    : index;
  const money =
    currencyWords[tokens[ofA]?.lower ?? ""] ?? (tokens[ofA]?.kind === "word" ? upperCode(tokens[ofA]!) : undefined);
  if (money !== undefined) {
    const unit = /^canadian$/.test(word)
      ? "CAD"
      : word === "australian"
        ? "AUD"
        : word === "norwegian"
          ? "NOK"
          : word === "danish"
            ? "DKK"
            : word === "singapore"
              ? "SGD"
              : money;
    return { unit: { type: "money", unit }, multiple: 1, next: ofA + 1 };
  }
  if (number.fraction) return { unit: { type: "share", unit: "share" }, multiple: 1, next: at };
  const counted = countedAt(tokens, index, isChip);
  if (counted) return { unit: { type: counted.type, unit: counted.type }, multiple: 1, next: counted.next };
  if (
    /^(?:years?|months?|weeks?|days?|hours?|quarters?|decades?|minutes?|points?|basis|times|x|gb|tb|sites?|campus(?:es)?|tranches?|leases?|phases?|stages?|nm|st|nd|rd|th)$/.test(
      word,
    )
  )
    return null;
  return { unit: { type: "count", unit: "count" }, multiple: 1, next: at };
}

function upperCode(token: Token): string | undefined {
  return token.text === token.text.toUpperCase() && token.text.length === 3 ? codes[token.lower] : undefined;
}

/** The thing that a bare number counts, a few adjectives away: "18,000 Blackwell graphics processing units". */
function countedAt(
  tokens: readonly Token[],
  at: number,
  isChip: (at: number) => boolean,
): { type: QuantityType; next: number } | null {
  for (let index = at; index < Math.min(at + 7, tokens.length); index++) {
    const token = tokens[index]!;
    if (token.text === "'s" || token.text === "-" || token.text === "*") continue;
    if (isChip(index) || chipWords.has(token.lower)) {
      if (token.lower === "units" && !/^(?:processing|gpu)$/.test(tokens[index - 1]?.lower ?? "")) return null;
      return { type: "chips", next: at };
    }
    if (shareUnits.has(token.lower)) return { type: "shares", next: index + 1 };
    if (userWords.has(token.lower)) return { type: "users", next: index + 1 };
    if (peopleWords.has(token.lower)) return { type: "people", next: index + 1 };
    if (!between.has(token.lower) && !token.capital) return null;
  }
  return null;
}

function rangeEnd(tokens: readonly Token[], low: Figure, isChip: (at: number) => boolean): Figure | null {
  const joint = tokens[low.next]?.lower ?? "";
  const glue = joint === "-" || joint === "–" || joint === "—";
  if (!glue && joint !== "to" && !(joint === "and" && isBetween(tokens, low.first)) && joint !== "or") return null;
  if (joint === "or" && low.unit) return null;
  const high = figureAt(tokens, low.next + 1, isChip);
  if (!high?.unit) return null;
  // "NOK 5 to 6 billion": the second end takes the first one's currency.
  if (low.unit?.type === "money" && high.unit.type === "count")
    return low.number.value <= high.number.value ? { ...high, unit: low.unit } : null;
  if (high.unit.type === "count") return null;
  if (low.unit && low.unit.type !== high.unit.type && low.unit.type !== "count") return null;
  if (low.unit?.type === "money" && low.unit.unit !== high.unit.unit) return null;
  // "from $4bn to $5bn" is a change, not a range; "rose 3% to $5bn" is neither.
  if (joint === "to" && tokens[low.first - 1]?.lower === "from") return null;
  const scale = low.number.scale === 1 && high.number.scale > 1 ? high.number.scale : 1;
  return low.number.value * scale * low.multiple <= high.number.value * high.multiple || low.multiple !== high.multiple
    ? high
    : null;
}

function isBetween(tokens: readonly Token[], first: number): boolean {
  return tokens[first - 1]?.lower === "between";
}

function boundBefore(tokens: readonly Token[], first: number): Bound | null {
  let end = first;
  while (tokens[end - 1]?.text === "*") end--;
  let found: Bound | null = null;
  for (let turn = 0; turn < 2; turn++) {
    const here = oneBound(tokens, end);
    // "options over up to 12 million": only a doubt joins a bound.
    if (!here || (found && here.comparator !== "~" && found.comparator !== "~")) break;
    // "up to around 5": the bound outside rules, the doubt inside stays.
    found = found
      ? {
          comparator: here.comparator === "~" ? found.comparator : here.comparator,
          approximate: true,
          first: here.first,
        }
      : here;
    end = here.first;
  }
  if (!found && isBetween(tokens, first)) return { comparator: "=", approximate: false, first: first - 1 };
  return found;
}

function oneBound(tokens: readonly Token[], end: number): Bound | null {
  let last = end;
  if (tokens[last - 1]?.lower === "the" || tokens[last - 1]?.lower === "a") last--;
  for (const { words, comparator } of boundsByLast.get(tokens[last - 1]?.lower ?? "") ?? []) {
    const start = last - words.length;
    if (start >= 0 && words.every((word, offset) => tokens[start + offset]!.lower === word)) {
      if (
        (words[0] === "some" || words[0] === "c" || words[0] === "ca" || words[0] === "top" || words[0] === "pass") &&
        last !== end
      )
        continue;
      return { comparator, approximate: comparator === "~", first: start };
    }
  }
  return null;
}

function orMore(tokens: readonly Token[], at: number): Comparator | null {
  if (tokens[at]?.lower !== "or") return null;
  return tokens[at + 1]?.lower === "more" || tokens[at + 1]?.lower === "above" ? ">=" : null;
}

function orSo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "or" && (tokens[at + 1]?.lower === "so" || tokens[at + 1]?.lower === "thereabouts");
}

const changeWords = new Set(
  "up down rose fell gained lost climbed slipped slid added jumped surged plunged dropped tumbled dipped".split(" "),
);

/** Rates, moves of prices and small sums are read and left alone. */
function idleAt(tokens: readonly Token[], first: number, next: number, type: QuantityType, value: number): boolean {
  const after = tokens[next]?.lower ?? "";
  if (
    after === "per" ||
    after === "apiece" ||
    ((after === "a" || after === "an") &&
      /^(?:hour|share|month|week|day|barrel|head|ounce|piece|pop|seat|token|unit|kilowatt|night)$/.test(
        tokens[next + 1]?.lower ?? "",
      ))
  )
    return true;
  if (after === "/") return true;
  if (type === "money" && value < 1e5) return true;
  if (type === "share" || type === "count") {
    const before = tokens[first - 1];
    if (
      before &&
      (before.text === "+" || before.text === "-" || before.text === "−" || before.text === "–") &&
      tokens[first]!.start === before.end
    )
      return true;
    if (before && changeWords.has(before.lower)) return true;
    if (
      before?.lower === "by" &&
      type === "share" &&
      tokens
        .slice(Math.max(0, first - 6), first)
        .some((token) =>
          /^(?:rose|fell|grew|up|down|climbed|slipped|rise|increase|increased|fall|gained|jumped|dropped|grow|surged)$/.test(
            token.lower,
          ),
        )
    )
      return true;
    if (
      type === "share" &&
      /^(?:jump|rise|fall|drop|gain|increase|growth|decline|discount|premium|margin|margins|coupon|notes?|bonds?|senior|more|higher|lower|faster|slower|fewer|upside|yield)$/.test(
        after,
      )
    )
      return true;
  }
  return false;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
