/** Reads a number, in digits or in words, at a place in a sentence. */

import type { Token } from "./tokens.ts";

/** A number and the words that it takes. */
export interface ReadNumber {
  readonly value: number;
  /** Index of the first token after it. */
  readonly next: number;
  /** The scale that was named (1e9 for "billion"), 1 where none was. */
  readonly scale: number;
  /** Written as a fraction: "a third", "half". */
  readonly fraction: boolean;
}

/** Scales by their words and short forms. */
export const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    m: 1e6,
    mn: 1e6,
    mln: 1e6,
    mio: 1e6,
    billion: 1e9,
    bn: 1e9,
    b: 1e9,
    bln: 1e9,
    bil: 1e9,
    mil: 1e6,
    mrd: 1e9,
    milliard: 1e9,
    trillion: 1e12,
    tn: 1e12,
    trn: 1e12,
    t: 1e12,
    crore: 1e7,
    crores: 1e7,
    cr: 1e7,
    lakh: 1e5,
    lakhs: 1e5,
  }),
);
// One letter counts as a scale only when it is glued to the figure.
const glued = new Set(["k", "m", "b", "t", "cr"]);
const small: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);
/** Parts of a whole by their names. */
export const fractions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 1 / 2,
    third: 1 / 3,
    thirds: 1 / 3,
    quarter: 1 / 4,
    quarters: 1 / 4,
    fourths: 1 / 4,
    fifth: 1 / 5,
    fifths: 1 / 5,
    sixth: 1 / 6,
    sixths: 1 / 6,
    seventh: 1 / 7,
    sevenths: 1 / 7,
    eighth: 1 / 8,
    eighths: 1 / 8,
    ninth: 1 / 9,
    ninths: 1 / 9,
    tenth: 1 / 10,
    tenths: 1 / 10,
    twelfth: 1 / 12,
    twentieth: 1 / 20,
    hundredth: 1 / 100,
  }),
);

/** No sum in any currency comes near; a longer run of digits is a serial number. */
const largest = 1e18;

/** The number that begins at a token; behind a currency one capital letter is a scale too: "$5 B". */
export function readNumber(tokens: readonly Token[], at: number, currency = false): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const number =
    token.kind === "number" ? digits(tokens, at, currency) : token.kind === "word" ? words(tokens, at) : null;
  return number && number.value <= largest ? number : null;
}

function digits(tokens: readonly Token[], at: number, currency: boolean): ReadNumber | null {
  const groups = groupsFrom(tokens, at);
  const value = digitValue(
    tokens
      .slice(at, at + groups)
      .map((one) => one.text)
      .join(""),
  );
  if (value === null) return null;
  let next = at + groups;
  // "1/3" and "1½" are too rare in this field to be worth a rule.
  let scale = 1;
  const unit = tokens[next];
  if (unit?.kind === "sign" && unit.text === "+" && unit.start === tokens[next - 1]!.end) {
    const after = scaleAt(tokens, next + 1);
    if (after !== 1 && after !== null) return { value: value * after, next: next + 2, scale: after, fraction: false };
  }
  // "$1.5-billion": a hyphen may stand between.
  const dash =
    tokens[next]?.text === "-" && tokens[next + 1] !== undefined && tokens[next + 1]!.lower.length > 3 ? 1 : 0;
  const found = scaleAt(tokens, next + dash, currency);
  if (found !== null && found !== 1) {
    scale = found;
    next += 1 + dash;
    const second = scaleAt(tokens, next); // "1.33 lakh crore"
    if (second !== null && second !== 1 && tokens[next]!.lower.startsWith("crore")) {
      scale *= second;
      next++;
    }
  }
  return { value: exact(value * scale), next, scale, fraction: false };
}

/** How many tokens make one number: "410 000 000" groups by thousands with blanks. */
function groupsFrom(tokens: readonly Token[], at: number): number {
  if (!/^[1-9]\d{0,2}$/.test(tokens[at]!.text)) return 1;
  let next = at + 1;
  while (
    next < tokens.length &&
    /^\d{3}$/.test(tokens[next]!.text) &&
    tokens[next]!.start === tokens[next - 1]!.end + 1
  )
    next++;
  return next - at;
}

/** "1,240" and "1 240" group by thousands, "1,33,000" the Indian way; "2.75" has a fraction. */
function digitValue(text: string): number | null {
  const plain = text.replace(/[\u00a0\u202f]/g, "");
  if (/^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replace(/,/g, ""));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(plain)) return Number(plain.replace(/\./g, ""));
  if (/^\d+,\d{1,2}$/.test(plain)) return Number(plain.replace(",", "."));
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  return null;
}

function scaleAt(tokens: readonly Token[], at: number, currency = false): number | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const scale = scales.get(token.lower);
  if (scale === undefined) return null;
  const apart = tokens[at - 1]!.end !== token.start;
  if (glued.has(token.lower) && apart && !(currency && /^(?:B|M|m|T|Cr)$/.test(token.text))) return null;
  return scale;
}

/** "Another billion", "a further billion": they count as an article does. */
const furthering = new Set(["another", "further"]);

function words(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = tokens[at]!.lower;
  const article = first === "a" || first === "an";
  const second = tokens[at + 1]?.lower ?? "";
  if (furthering.has(first))
    return scales.get(second) !== undefined && second.length > 3 ? count(tokens, at + 1, 1) : null;
  // "half a billion", "half of", "a half"
  if (first === "half" || (article && second === "half")) return half(tokens, article ? at + 1 : at);
  if (article || small.get(first) !== undefined) {
    const vulgar = fraction(tokens, at, article);
    if (vulgar) return vulgar;
  }
  if (article) {
    if (second === "hundred" || (scales.get(second) !== undefined && second.length > 3))
      return count(tokens, at + 1, 1);
    if (second === "dozen") return { value: 12, next: at + 2, scale: 1, fraction: false };
    return null;
  }
  if (small.get(first) === undefined && first !== "hundred") return null;
  return count(tokens, at, null);
}

function half(tokens: readonly Token[], at: number): ReadNumber | null {
  const article = tokens[at + 1]?.lower === "a" || tokens[at + 1]?.lower === "an";
  const scaleAtIndex = article ? at + 2 : at + 1;
  const word = tokens[scaleAtIndex]?.lower ?? "";
  const scale = scales.get(word);
  if (scale !== undefined && word.length > 3)
    return { value: scale / 2, next: scaleAtIndex + 1, scale, fraction: false };
  if (article && (word === "gigawatt" || word === "dozen"))
    return { value: 0.5, next: scaleAtIndex, scale: 1, fraction: false };
  return { value: 0.5, next: at + 1, scale: 1, fraction: true };
}

/** "a third", "two-thirds", "three-quarters of a billion". */
function fraction(tokens: readonly Token[], at: number, article: boolean): ReadNumber | null {
  const top = article ? 1 : (small.get(tokens[at]!.lower) ?? 0);
  let next = at + 1;
  const hyphen = tokens[next]?.text === "-";
  if (hyphen) next++;
  const part = fractions.get(tokens[next]?.lower ?? "");
  if (part === undefined || top === 0) return null;
  const word = tokens[next]!.lower;
  // "the third quarter", "a quarter of 2025": an ordinal or a span of time is no fraction; "one quarter" is one where something is divided.
  if (top === 1 && !article && !hyphen && word === "quarter" && tokens[next + 1]?.lower !== "of") return null;
  next++;
  if (tokens[next]?.lower === "of" && (tokens[next + 1]?.lower === "a" || tokens[next + 1]?.lower === "an")) {
    const scale = scales.get(tokens[next + 2]?.lower ?? "");
    if (scale !== undefined) return { value: top * part * scale, next: next + 3, scale, fraction: false };
  }
  return { value: Math.round(top * part * 1e4) / 1e4, next, scale: 1, fraction: true };
}

function count(tokens: readonly Token[], at: number, start: number | null): ReadNumber | null {
  let total = 0;
  let group = start ?? 0;
  let seen = start !== null;
  let scale = 1;
  let index = at;
  for (; index < tokens.length; index++) {
    const word = tokens[index]!.lower;
    if (
      word === "-" &&
      seen &&
      (small.get(tokens[index + 1]?.lower ?? "") !== undefined || scales.get(tokens[index + 1]?.lower ?? ""))
    )
      continue;
    const more = word === "and" && seen && tokens[index + 1]?.lower === "a" ? tokens[index + 2]?.lower : undefined;
    if (more === "half" || more === "quarter") {
      // "two and a half", "a billion and a quarter"
      const part = fractions.get(more)!;
      if (group === 0) total += scale * part;
      else group += part;
      index += 2;
      continue;
    }
    const decimals = word === "point" && seen ? decimalsAt(tokens, index + 1) : "";
    if (decimals !== "") {
      group = Number(`${group}.${decimals}`);
      index += decimals.length;
      continue;
    }
    if (word === "and" && seen && group >= 100 && small.get(tokens[index + 1]?.lower ?? "") !== undefined) continue;
    const unit = small.get(word);
    if (unit !== undefined) group += unit;
    else if (word === "hundred") group = (group || 1) * 100;
    else if (scales.get(word) !== undefined && word.length > 3) {
      scale = scales.get(word)!;
      total += (group || 1) * scale;
      group = 0;
    } else break;
    seen = true;
  }
  return seen ? { value: exact(total + group), next: index, scale, fraction: false } : null;
}

/** The digits that are spoken behind a point: "eight point seven five". */
function decimalsAt(tokens: readonly Token[], at: number): string {
  let digits = "";
  for (let index = at; index < tokens.length; index++) {
    const digit = small.get(tokens[index]!.lower);
    if (digit === undefined || digit > 9) return digits;
    digits += digit;
  }
  return digits;
}

/** Products such as 1.36 × 1e9 are whole numbers that binary fractions miss by a hair. */
function exact(value: number): number {
  return value >= 1000 ? Math.round(value * 100) / 100 : value;
}
