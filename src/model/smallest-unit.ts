/** The smallest unit in which the ledger counts a commodity, as whole numbers. */

import { type Amount, amountText, type Comparator, isMoney, type Unit } from "./amount.ts";
import type { Commodity } from "./deal.ts";

/** ISO 4217 minor units where they are not two decimals. */
const decimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
};

/** How many smallest units one unit of the commodity is. */
export function perUnit(commodity: Commodity): number {
  const currency = currencyOf(commodity);
  return currency === null ? 1 : 10 ** (decimals[currency] ?? 2);
}

/** The currency in which a commodity is told: credits are told in dollars. Null for goods and shares. */
export function currencyOf(commodity: Commodity): string | null {
  if (commodity.startsWith("credits:")) return "USD";
  return isMoney(commodity) ? commodity : null;
}

/** What one unit of a commodity is called where amounts are printed. */
export function unitOf(commodity: Commodity): Unit {
  const currency = currencyOf(commodity);
  if (currency !== null) return currency;
  if (commodity === "power") return "W";
  if (commodity === "compute" || commodity.startsWith("compute:")) return "chip-hours";
  return commodity.startsWith("equity:") ? "shares" : "chips";
}

/** Ends in the smallest unit, outwards where they are no whole number of it; what is "up to" something is at least nothing. Null where an end is beyond 2^53. */
export function ends(commodity: Commodity, { min, max }: Pick<Amount, "min" | "max">): Ends | null {
  const factor = perUnit(commodity);
  const low = min === null ? 0 : Math.floor(tidy(min * factor));
  const high = max === null ? null : Math.ceil(tidy(max * factor));
  return Number.isSafeInteger(low) && (high === null || Number.isSafeInteger(high)) ? { low, high } : null;
}

export interface Ends {
  readonly low: number;
  readonly high: number | null;
}

/** Without the last digits, which decimal fractions leave behind: 1.1 billion dollars are 110 billion cents. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** The ends as tables print them: `$5.43bn`, `≥ $10bn`, `$4–8bn`. */
export function endsText(commodity: Commodity, { low, high }: Ends, approximate = false): string {
  const factor = perUnit(commodity);
  const open: Comparator = high === null ? ">=" : "=";
  // Beside the name of its chip an hour is no other hour.
  const unit = unitOf(commodity) === "chip-hours" ? "h" : unitOf(commodity);
  const amount = { min: low / factor, max: high === null ? null : high / factor, unit, approximate };
  if (amount.min === 0 && amount.max !== null && amount.max > 0) return amountText({ ...amount, min: null }, "<=");
  return amountText(amount, open);
}
