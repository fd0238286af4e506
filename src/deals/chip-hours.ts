/** How many hours of a chip does money buy? What is told in money alone is counted so where a person says which chip; prices come from the register of offers, or from that person. */

import { lastDayOf, type PartialDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import type { Posting } from "../model/ledger.ts";
import { type OfferTerm, perChipHour } from "../model/offer.ts";
import { lineage, type Registers } from "../model/party.ts";
import { perUnit } from "../model/smallest-unit.ts";

/** US dollars for an hour of one chip, from the cheapest to the dearest, and who tells it. */
export interface HourPrice {
  readonly low: number;
  readonly high: number;
  readonly by: string;
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

/**
 * Prices of a register of offers on a day: those of the provider and its group, or of all clouds where it has none; those of one chip, or of any of its family. What binds a
 * buyer for a time and what does not are both in the span; spot prices, which can be taken back, are in none.
 */
export function pricesOf(
  { offers, chips, parties }: Pick<Registers, "offers" | "chips" | "parties">,
  asOf: PartialDay | null,
): PriceOf {
  const known = new Map(parties.map((party) => [party.id, party]));
  return (provider, chip) => {
    const meant = new Set(chips.filter(({ id, family }) => id === chip || family === chip).map(({ id }) => id));
    const priced = offers.flatMap((offer) => {
      const { priceDay } = offer;
      if (!meant.has(offer.chip) || (asOf !== null && (priceDay === null || lastDayOf(priceDay) > asOf))) return [];
      const prices = bindingTerms.flatMap((term) => perChipHour(offer, term) ?? []);
      return prices.length === 0 ? [] : { offer, prices };
    });
    const family = provider === null ? [] : lineage(provider, known);
    const own = priced.filter(({ offer }) => family.includes(offer.provider));
    const used = own.length > 0 ? own : priced;
    if (used.length === 0) return null;
    const prices = used.flatMap((each) => each.prices);
    const whose = own.length > 0 ? (known.get(provider!)?.name ?? provider) : "any cloud";
    const by = `${used.length} ${used.length === 1 ? "offer" : "offers"} of ${whose}`;
    return { low: Math.min(...prices), high: Math.max(...prices), by };
  };
}

const bindingTerms: readonly OfferTerm[] = ["onDemand", "oneYear", "threeYear", "other"];
