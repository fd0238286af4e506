/** What does a number measure or count, told by the words behind it? */

import type { ReadNumber } from "../numbers.ts";
import type { Quantity, QuantityType } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { codes, currencyWords, nations } from "./currencies.ts";

const shareWords = new Set(["%", "percent", "pc", "pct", "percentage"]);

/** Watts in each unit of power. */
export const powerUnits: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
  }),
);

const chipWords = new Set(
  "gpu gpus chip chips processor processors accelerator accelerators tpu tpus units xpus asics npus lpus wafers cards boards".split(
    " ",
  ),
);

const shareUnits = new Set("shares stock warrants adss adrs options".split(" "));

const userWords = new Set("users subscribers developers researchers members accounts actives".split(" "));

const peopleWords = new Set(
  "people person strong employees staff workers staffers engineers jobs positions roles heads employee colleagues specialists timers persons hands souls humans researcher engineer".split(
    " ",
  ),
);

const between = new Set(
  "new existing common ordinary class a b additional of its their our the weekly monthly daily active paying registered full time graphics processing tensor nvidia amd intel aws amazon google custom ai server data centre center second hand further more second-hand older latest own special advanced such high end in-house million voting preferred preference".split(
    " ",
  ),
);

/** The unit behind a number and how many of the base unit it holds; a number without one is a `count`. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  number: ReadNumber,
  isChip: (at: number) => boolean,
): { unit: Pick<Quantity, "type" | "unit">; multiple: number; next: number } | null {
  let index = at;
  if (tokens[index]?.text === "-") index++;
  const token = tokens[index];
  const word = token?.lower ?? "";
  // A difference between two shares is no share.
  if (word === "percentage" && /^points?$/.test(tokens[index + 1]?.lower ?? "")) return null;
  if (shareWords.has(word)) return { unit: { type: "share", unit: "share" }, multiple: 1, next: index + 1 };
  if (word === "per" && /^cent/.test(tokens[index + 1]?.lower ?? ""))
    return { unit: { type: "share", unit: "share" }, multiple: 1, next: index + 2 };
  if (powerUnits.get(word) !== undefined)
    return { unit: { type: "power", unit: "W" }, multiple: powerUnits.get(word)!, next: index + 1 };
  if (word === "a" && powerUnits.get(tokens[index + 1]?.lower ?? "") !== undefined)
    return { unit: { type: "power", unit: "W" }, multiple: powerUnits.get(tokens[index + 1]!.lower)!, next: index + 2 };
  const money = namedMoney(tokens, index);
  if (money) return { unit: { type: "money", unit: money.unit }, multiple: 1, next: money.next };
  if (number.fraction) return { unit: { type: "share", unit: "share" }, multiple: 1, next: at };
  // "There are 63 of us"
  if (word === "of" && /^(?:us|whom)$/.test(tokens[index + 1]?.lower ?? ""))
    return { unit: { type: "people", unit: "people" }, multiple: 1, next: index + 2 };
  // "480 x RTX PRO 6000"
  if (/^[x×]$/.test(word) && [1, 2, 3].some((offset) => isChip(index + offset)))
    return { unit: { type: "chips", unit: "chips" }, multiple: 1, next: index + 1 };
  const counted = countedAt(tokens, index, isChip);
  if (counted) return { unit: { type: counted.type, unit: counted.type }, multiple: 1, next: counted.next };
  if (
    /^(?:years?|months?|weeks?|days?|hours?|quarters?|decades?|minutes?|points?|figures?|basis|bps|times|x|gb|tb|sites?|campus(?:es)?|tranches?|leases?|phases?|stages?|nm|st|nd|rd|th)$/.test(
      word,
    )
  )
    return null;
  return { unit: { type: "count", unit: "count" }, multiple: 1, next: at };
}

/** "dollars", "Canadian dollars", "Hong Kong dollars", "NOK". */
export function namedMoney(tokens: readonly Token[], at: number): { unit: string; next: number } | null {
  const first = tokens[at]?.lower ?? "";
  const two = nations.get(`${first} ${tokens[at + 1]?.lower ?? ""}`);
  const nation = two ?? nations.get(first);
  const nameAt = at + (two !== undefined ? 2 : nation !== undefined ? 1 : 0);
  const token = tokens[nameAt];
  if (token?.kind !== "word") return null;
  const named = currencyWords.get(token.lower) ?? upperCode(token);
  return named === undefined ? null : { unit: nation || named, next: nameAt + 1 };
}

function upperCode(token: Token): string | undefined {
  return token.text === token.text.toUpperCase() && token.text.length === 3 ? codes.get(token.lower) : undefined;
}

/** "Eight units of Gaudi 3". */
function isOfChips(tokens: readonly Token[], at: number, isChip: (at: number) => boolean): boolean {
  return tokens[at + 1]?.lower === "of" && [2, 3, 4].some((offset) => isChip(at + offset));
}

/** The thing that a bare number counts, a few adjectives away: "18,000 Blackwell graphics processing units". */
function countedAt(
  tokens: readonly Token[],
  at: number,
  isChip: (at: number) => boolean,
): { type: QuantityType; next: number } | null {
  for (let index = at; index < Math.min(at + 7, tokens.length); index++) {
    const token = tokens[index]!;
    if (token.lower === "'s" || token.text === "-" || token.text === "*") continue;
    if (isChip(index) || chipWords.has(token.lower)) {
      if (
        token.lower === "units" &&
        !/^(?:processing|gpu)$/.test(tokens[index - 1]?.lower ?? "") &&
        !isOfChips(tokens, index, isChip)
      )
        return null;
      return { type: "chips", next: at };
    }
    if (shareUnits.has(token.lower)) return { type: "shares", next: index + 1 };
    if (userWords.has(token.lower)) return { type: "users", next: index + 1 };
    if (peopleWords.has(token.lower)) return { type: "people", next: index + 1 };
    if (!between.has(token.lower) && !token.capital) return null;
  }
  return null;
}
