/**
 * At what yearly rates do dated payments break even, and what are they worth at a given rate?
 *
 * Formula: XNPV(r) = Σ a_k (1 + r)^(−(d_k − d_0)/365); a rate of return is an r > −1 with XNPV(r) = 0. With u = ln(1 + r) it is a sum of exponentials,
 *   whose roots are all found.
 * Assumes: payments of one day are netted first; d_0 is the earliest day, whatever the order of the input; years of 365 days.
 * Not for: spans much shorter than a year without a look at the period return, since a rate extrapolates to a year; ranking where there are several rates.
 * Shapes: n payments, out negative, in positive. Rates are fractions: 0.12 is 12 % a year.
 * Errors: none; no sign change, no rate and several rates are outcomes, never one rate picked silently.
 * Source: Microsoft Excel, XIRR and XNPV documentation; C. J. Norstrom, A sufficient condition for a unique nonnegative internal rate of return,
 *   Journal of Financial and Quantitative Analysis 7 (1972).
 */

import { exponentialRoots, exponentialSum } from "../numeric/exponential-roots.ts";

export type ReturnStatus = "unique" | "multiple" | "none" | "no-sign-change" | "no-flows";

export interface RatesOfReturn {
  readonly status: ReturnStatus;
  /** Ascending. */
  readonly rates: readonly number[];
  /** Of the netted payments in the order of their days. */
  readonly signChanges: number;
  /** The running sum changes its sign exactly once: then there is one positive rate, whatever the sign changes. */
  readonly onePositiveByRunningSum: boolean;
  /** From the first payment to the last. */
  readonly days: number;
}

export function ratesOfReturn(days: Int32Array, amounts: Float64Array): RatesOfReturn {
  const net = nettedByDay(days, amounts);
  const signChanges = changesOfSign(net.amounts);
  const outcome = {
    signChanges,
    onePositiveByRunningSum: changesOfSign(runningSums(net.amounts)) === 1,
    days: days.length === 0 ? 0 : largest(days) - smallest(days),
  };
  if (days.length === 0) return { status: "no-flows", rates: [], ...outcome };
  if (signChanges === 0) return { status: "no-sign-change", rates: [], ...outcome };
  const rates = exponentialRoots(net.amounts, net.years).map(Math.expm1);
  const status = rates.length === 0 ? "none" : rates.length === 1 ? "unique" : "multiple";
  return { status, rates, ...outcome };
}

/** What payments are worth on the day of the first, at a yearly rate above −1. */
export function presentValue(days: Int32Array, amounts: Float64Array, rate: number): number {
  const net = nettedByDay(days, amounts);
  return exponentialSum(net.amounts, net.years, Math.log1p(rate));
}

/** What has been paid in and out, as multiples of what was paid in; null where nothing was. */
export interface Multiples {
  readonly paidIn: number;
  readonly distributed: number;
  readonly dpi: number | null;
  readonly rvpi: number | null;
  readonly tvpi: number | null;
}

/** Distributed, remaining and total value to paid-in. Time does not count: show them beside a rate. */
export function multiplesOf(amounts: Float64Array, netAssetValue: number): Multiples {
  let paidIn = 0;
  let distributed = 0;
  for (const amount of amounts) {
    if (amount < 0) paidIn -= amount;
    else distributed += amount;
  }
  const ofPaidIn = (value: number): number | null => (paidIn > 0 ? value / paidIn : null);
  return {
    paidIn,
    distributed,
    dpi: ofPaidIn(distributed),
    rvpi: ofPaidIn(netAssetValue),
    tvpi: ofPaidIn(distributed + netAssetValue),
  };
}

interface Netted {
  /** Since the earliest day, that of a payment that nets to nothing too. */
  readonly years: Float64Array;
  readonly amounts: Float64Array;
}

function nettedByDay(days: Int32Array, amounts: Float64Array): Netted {
  const order = Array.from(days.keys()).sort((one, other) => days[one]! - days[other]!);
  const years: number[] = [];
  const sums: number[] = [];
  const first = order.length > 0 ? days[order[0]!]! : 0;
  for (let place = 0; place < order.length; ) {
    const day = days[order[place]!]!;
    let sum = 0;
    let sizes = 0;
    for (; place < order.length && days[order[place]!] === day; place++) {
      sum += amounts[order[place]!]!;
      sizes += Math.abs(amounts[order[place]!]!);
    }
    // Cents that cancel leave a speck in doubles (0.1 + 0.2 − 0.3), which would be a sign change.
    if (Math.abs(sum) <= 1e-15 * sizes) continue;
    years.push((day - first) / 365);
    sums.push(sum);
  }
  return { years: Float64Array.from(years), amounts: Float64Array.from(sums) };
}

function changesOfSign(values: Float64Array): number {
  let changes = 0;
  let sign = 0;
  for (const value of values) {
    if (value === 0) continue;
    if (sign !== 0 && Math.sign(value) !== sign) changes++;
    sign = Math.sign(value);
  }
  return changes;
}

function runningSums(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function smallest(values: Int32Array): number {
  return values.reduce((least, value) => Math.min(least, value));
}

function largest(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value));
}
