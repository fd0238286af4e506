/**
 * At what yearly rates do dated payments break even, and what are they worth at a given rate?
 *
 * Formula: XNPV(r) = Σ a_k (1 + r)^(−(d_k − d_0)/365); a rate of return is an r > −1 with XNPV(r) = 0. With u = ln(1 + r) it is a sum of exponentials,
 *   whose roots are all found.
 * Assumes: payments of one day are netted first; d_0 is the earliest day, whatever the order of the input; years of 365 days.
 * Not for: spans much shorter than a year without a look at the period return, since a rate extrapolates to a year; ranking where there are several rates.
 * Shapes: n payments, out negative, in positive; those of a day are summed as the decimals that they are written as. Rates are fractions: 0.12 is 12 % a year; one beyond all
 *   doubles is infinite, and one next to a loss of everything is −1.
 * Errors: none; no sign change, no rate and several rates are outcomes, never one rate picked silently.
 * Source: Microsoft Excel, XIRR and XNPV documentation; C. J. Norstrom, A sufficient condition for a unique nonnegative internal rate of return,
 *   Journal of Financial and Quantitative Analysis 7 (1972).
 */

import { decimalSum, sumOfDecimals } from "../numeric/decimal-sum.ts";
import { exponentialRoots, exponentialSum } from "../numeric/exponential-roots.ts";

export type ReturnStatus = "unique" | "multiple" | "none" | "no-sign-change" | "no-flows";

export interface RatesOfReturn {
  readonly status: ReturnStatus;
  /** Ascending. */
  readonly rates: readonly number[];
  /** Of each rate what it makes of the whole time from the first payment to the last. */
  readonly periodReturns: readonly number[];
  /** Of the netted payments in the order of their days. */
  readonly signChanges: number;
  /** The running sum changes its sign exactly once and does not end at zero: then there is one positive rate, whatever the sign changes. */
  readonly onePositiveByRunningSum: boolean;
  /** From the first payment to the last. */
  readonly days: number;
}

export function ratesOfReturn(days: Int32Array, amounts: Float64Array): RatesOfReturn {
  const net = nettedByDay(days, amounts);
  const signChanges = changesOfSign(net.amounts);
  const sums = runningSums(net.amounts);
  const outcome = {
    signChanges,
    onePositiveByRunningSum: changesOfSign(sums) === 1 && sums[sums.length - 1] !== 0,
    days: days.length === 0 ? 0 : largest(days) - smallest(days),
  };
  if (days.length === 0) return { status: "no-flows", rates: [], periodReturns: [], ...outcome };
  if (signChanges === 0) return { status: "no-sign-change", rates: [], periodReturns: [], ...outcome };
  const roots = exponentialRoots(net.amounts, net.years);
  const rates = roots.map(Math.expm1);
  const periodReturns = roots.map((root) => Math.expm1((root * outcome.days) / 365));
  const status = rates.length === 0 ? "none" : rates.length === 1 ? "unique" : "multiple";
  return { status, rates, periodReturns, ...outcome };
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
  const paidIn = sumOfDecimals(amounts.map((amount) => Math.max(0, -amount)));
  const distributed = sumOfDecimals(amounts.map((amount) => Math.max(0, amount)));
  const ofPaidIn = (value: number): number | null => (paidIn > 0 ? value / paidIn : null);
  return {
    paidIn,
    distributed,
    dpi: ofPaidIn(distributed),
    rvpi: ofPaidIn(netAssetValue),
    tvpi: ofPaidIn(sumOfDecimals([distributed, netAssetValue])),
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
    const sum = decimalSum();
    for (; place < order.length && days[order[place]!] === day; place++) sum.add(amounts[order[place]!]!);
    if (sum.value() === 0) continue;
    years.push((day - first) / 365);
    sums.push(sum.value());
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
  const sum = decimalSum();
  return values.map((value) => {
    sum.add(value);
    return sum.value();
  });
}

function smallest(values: Int32Array): number {
  return values.reduce((least, value) => Math.min(least, value));
}

function largest(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value));
}
