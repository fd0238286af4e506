/** Which figures are never the amount of a claim? Rates, moves of prices and small sums are read and left alone. */

import type { QuantityType } from "../quantities.ts";
import type { Token } from "../tokens.ts";

/** Rates, moves of prices and small sums are read and left alone. */
export function idleAt(
  tokens: readonly Token[],
  first: number,
  next: number,
  type: QuantityType,
  value: number,
): boolean {
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

const changeWords = new Set(
  "up down rose fell gained lost climbed slipped slid added jumped surged plunged dropped tumbled dipped".split(" "),
);
