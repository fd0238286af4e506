/** How many hours of a chip does money buy? What is told in money alone is counted so where a person says which chip; prices come from the register of offers, or from that person. */

import type { PartyId } from "../model/id.ts";
import type { Posting } from "../model/ledger.ts";
import { perUnit } from "../model/smallest-unit.ts";

/** US dollars for an hour of one chip, from the cheapest to the dearest, and where that is from. */
export interface HourPrice {
  readonly low: number;
  readonly high: number;
}

export type PriceOf = (provider: PartyId | null, chip: string) => HourPrice | null;

/** The hours that each posting in dollars buys: at least at the dearest price, at most at the cheapest; whole hours, none invented. */
export function chipHours(
  { low, high }: HourPrice,
  postings: readonly Posting[],
): { readonly paid: Posting; readonly low: number; readonly high: number | null }[] {
  return postings
    .filter(({ commodity }) => commodity === "USD")
    .map((paid) => ({
      paid,
      low: Math.floor(paid.low / perUnit("USD") / high),
      high: paid.high === null ? null : Math.floor(paid.high / perUnit("USD") / low),
    }));
}
