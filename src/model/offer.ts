/** Offers: what a cloud asks for an instance with chips, per hour. */

import type { PartialDay } from "./day.ts";
import type { PartyId } from "./id.ts";
import type { Source } from "./source.ts";

export interface Offer {
  readonly id: string;
  readonly provider: PartyId;
  readonly region: string | null;
  readonly instance: string | null;
  /** The id of a chip in the register. */
  readonly chip: string;
  readonly chipsPerInstance: number;
  /** US dollars per instance hour; null where not told. */
  readonly perHour: {
    readonly onDemand: number | null;
    readonly oneYear: number | null;
    readonly threeYear: number | null;
    readonly spot: number | null;
    readonly other: number | null;
  };
  /** What sort of offer `other` is: `capacity-block`, `community-cloud`. */
  readonly otherKind: string | null;
  /** The day of the price. */
  readonly priceDay: PartialDay | null;
  /** Rows of one group are of one offer, by sources that disagree. */
  readonly conflictGroup: string | null;
  readonly source: Source;
  readonly notes: string | null;
}

/** For how long one binds oneself; spot may be taken back at any time. */
export type OfferTerm = keyof Offer["perHour"];

export const offerTerms: readonly OfferTerm[] = ["onDemand", "oneYear", "threeYear", "spot", "other"];

/** US dollars per chip hour; null where the offer has no price of that term. */
export function perChipHour({ perHour, chipsPerInstance }: Offer, term: OfferTerm): number | null {
  const price = perHour[term];
  return price === null ? null : price / chipsPerInstance;
}
