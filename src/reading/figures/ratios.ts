/** "Nine out of ten francs", "£6 of every £10", "one in five": a share told as some of so many. */

import { fractions, type ReadNumber, readNumber } from "../numbers.ts";
import type { Token } from "../tokens.ts";
import { currencySigns, currencyWords } from "./currencies.ts";

export interface Ratio {
  /** Of a whole, to four digits. */
  readonly share: number;
  /** Index of the first token after it. */
  readonly next: number;
}

/** Of how many one speaks so. */
const wholes = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100]);

/** The ratio that begins at a token. */
export function ratioAt(tokens: readonly Token[], at: number): Ratio | null {
  return wholeAt(tokens, at) ?? evenAt(tokens, at) ?? restAt(tokens, at) ?? partAt(tokens, at);
}

/** "Wholly owned", "its sole owner": all of it. */
function wholeAt(tokens: readonly Token[], at: number): Ratio | null {
  const next = tokens[at + 1]?.text === "-" ? at + 2 : at + 1;
  const [first, second] = [tokens[at]!.lower, tokens[next]?.lower ?? ""];
  if (first === "wholly" && second === "owned") return { share: 1, next: at + 1 };
  return first === "sole" && /^(?:owner|shareholder|stockholder|proprietor)$/.test(second)
    ? { share: 1, next: at + 1 }
    : null;
}

/** "Meta has the remaining fifth": what is left of a whole, told as a part of it. */
function restAt(tokens: readonly Token[], at: number): Ratio | null {
  if (!/^(?:other|remaining)$/.test(tokens[at]!.lower)) return null;
  const part = tokens[at + 1]?.lower ?? "";
  const share = fractions.get(part);
  const after = tokens[at + 2]?.lower ?? ".";
  if (share === undefined || (part === "quarter" && !/^(?:[.,;:)]|of|is|belongs|to|and)$/.test(after))) return null;
  return { share: Math.round(share * 1e4) / 1e4, next: at + 2 };
}

/** "Own it 50/50", "a fifty-fifty venture". */
function evenAt(tokens: readonly Token[], at: number): Ratio | null {
  const half = (token: Token | undefined): boolean => token?.text === "50" || token?.lower === "fifty";
  return half(tokens[at]) &&
    /^[-/:–]$/.test(tokens[at + 1]?.text ?? "") &&
    half(tokens[at + 2]) &&
    tokens[at + 3]?.text !== "%"
    ? { share: 0.5, next: at + 3 }
    : null;
}

function partAt(tokens: readonly Token[], at: number): Ratio | null {
  const small = subunitAt(tokens, at);
  if (small) return small;
  const part = counted(tokens, at);
  if (!part) return null;
  const joint = jointAt(tokens, part.next, tokens[at]!.kind === "word", part.priced);
  if (joint === null) return null;
  const whole = counted(tokens, joint);
  if (!whole || !wholes.has(whole.value) || part.value <= 0 || part.value >= whole.value) return null;
  // "one in five years", "one in ten thousand"
  if (whole.scale !== 1 || part.scale !== 1 || /^(?:years?|months?|days?)$/.test(tokens[whole.next]?.lower ?? ""))
    return null;
  return { share: Math.round((part.value / whole.value) * 1e4) / 1e4, next: whole.next };
}

/** "64p of every pound", "forty-one cents of each dollar". */
function subunitAt(tokens: readonly Token[], at: number): Ratio | null {
  const number = readNumber(tokens, at);
  if (number?.scale !== 1 || number.value <= 0 || number.value >= 100) return null;
  if (!/^(?:cents?|p|pence|öre|øre|centimes|centavos|paise)$/.test(tokens[number.next]?.lower ?? "")) return null;
  const [of, every, whole] = [1, 2, 3].map((offset) => tokens[number.next + offset]?.lower ?? "");
  const joint =
    (of === "of" || of === "in" || of === "from") && (every === "every" || every === "each" || every === "the");
  return joint && currencyWords.has(whole!) ? { share: number.value / 100, next: number.next + 4 } : null;
}

/** A small number with or without its money: "£6", "four dollars", "nine". */
function counted(tokens: readonly Token[], at: number): (ReadNumber & { readonly priced: boolean }) | null {
  const signed = currencySigns.has(tokens[at]?.text ?? "");
  const number = readNumber(tokens, signed ? at + 1 : at);
  if (!number || number.fraction) return null;
  const named = !signed && currencyWords.has(tokens[number.next]?.lower ?? "");
  return { ...number, next: named ? number.next + 1 : number.next, priced: signed || named };
}

/** Where the whole begins behind "out of", "of every", "in every", or "in" between two words, "on" behind money. */
function jointAt(tokens: readonly Token[], at: number, inWords: boolean, priced: boolean): number | null {
  const [first, second, third] = [0, 1, 2].map((offset) => tokens[at + offset]?.lower ?? "");
  if (first === "out" && second === "of") return third === "every" ? at + 3 : at + 2;
  if ((first === "of" || first === "in" || first === "from") && (second === "every" || second === "each"))
    return at + 2;
  if (first === "in" && inWords && tokens[at + 1]?.kind === "word") return at + 1;
  return first === "on" && priced ? at + 1 : null;
}
