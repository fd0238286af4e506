/** Vehicles that are set up one after the other, told apart by a number: "SoftBank Vision Fund 2", "Fenwick Compute Funding I". */

import type { Token } from "../tokens.ts";

/** What they are called. */
export const vehicles = new Set(
  "fund funding trust spv receivables infrastructure partners capital ventures issuer issuing finance holdings compute asset assets co co. computeco leasing lease abs equipment securitisation securitization sparebank realty opportunities growth credit digital".split(
    " ",
  ),
);
const unitsOfNumbers =
  /^(?:%|percent|per|million|billion|trillion|bn|mn|m|k|mw|gw|megawatts?|gigawatts?|years?|months?|days?|people|employees|chips|gpus|crore|lakh|[-–/x×$€£¥₹])$/;

/** Where the number ends that tells a vehicle from those of the same name; `at` where there is none. */
export function seriesEnd(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
  const token = tokens[at];
  if (!token) return at;
  const { kind, text, start } = token;
  if (kind !== "number" || !before?.capital || !vehicles.has(before.lower) || start === tokens[at - 1]!.end) return at;
  const after = tokens[at + 1];
  if (/^20\d\d$/.test(text) && after?.text === "-" && /^(?:\d|[A-D])$/.test(tokens[at + 2]?.text ?? "")) return at + 3;
  return /^\d{1,2}$/.test(text) && !(after && unitsOfNumbers.test(after.lower)) ? at + 1 : at;
}

export const romanNumber = /^(?:I{1,3}|IV|V|VI{1,3}|IX|X)$/;

/** Whether the Roman number at a token tells a vehicle from others, and is no "I" of a speaker. */
export function isSeries(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  const speaks = tokens[at]!.text === "I" && after?.kind === "word" && !behindFirst.test(after.lower);
  return vehicles.has(tokens[at - 1]!.lower) && !speaks;
}

/** What may follow a vehicle's "I"; other words follow the speaker's. */
const behindFirst = /^(?:is|has|and|which|in|of|to|for|with|lp|llc|ltd|plc|'s)$/;
