/**
 * What does somebody who enters late earn when the company is listed?
 *
 * Formula: multiple = listing value / entry value · (1 − dilution) · (1 − costs); yearly rate = multiple^(365 / days) − 1, days from entry to listing plus the lock-up.
 *   Break-even: the listing value at which the multiple is 1.
 * Assumes: the entry value after the entrant's money, the listing value before the new money of the listing; dilution by rounds and pools in between, as the share that older
 *   holders lose; a sale of everything on the first free day at the listing's value.
 * Not for: preferred terms (a preference or a ratchet pays more in a bad listing), several entries (take the rates of return of all payments), or a forecast.
 * Shapes: ranges; every corner is taken, so that the band holds each value that the ranges allow. Rates are fractions of 1.
 * Errors: none; a rate over less than a year is extrapolated, so the multiple stands beside it, and one beyond all doubles is infinite.
 * Source: hand derivation from the price per share before and after each round; the multiple is MOIC as in the ILPA reporting template.
 */

import { type Interval, rangeOf } from "../numeric/interval.ts";

export interface LateEntry {
  readonly entryValue: Interval;
  readonly listingValue: Interval;
  /** Share of the company that older holders lose in between. */
  readonly dilution: Interval;
  /** Share of the proceeds that a sale costs. */
  readonly costs: Interval;
  /** From the entry to the first day on which a sale is free. */
  readonly days: Interval;
}

export interface ListingReturns {
  readonly multiple: Interval;
  readonly yearlyRate: Interval;
  readonly breakEvenValue: Interval;
}

export function listingReturns({ entryValue, listingValue, dilution, costs, days }: LateEntry): ListingReturns {
  const kept = rangeOf(dilution, costs, (lost, cost) => (1 - lost) * (1 - cost));
  const growth = rangeOf(listingValue, entryValue, (value, paid) => value / paid);
  const multiple = rangeOf(growth, kept, (times, share) => times * share);
  return {
    multiple,
    yearlyRate: rangeOf(multiple, days, (times, span) => times ** (365 / span) - 1),
    breakEvenValue: rangeOf(entryValue, kept, (paid, share) => paid / share),
  };
}
