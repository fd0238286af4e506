/**
 * How much equity is lost when a shock passes on from borrowers to their lenders?
 *
 * Formula: Λ_ij = claim of i on j / equity of i. The loss h is the least solution of h_i = min(1, s_i + Σ_j Λ_ij h_j), s the shock: where the step by step
 *   rule of 2015 comes to rest, and every reverberation is in it.
 * Assumes: a lender writes off the same part of a claim as its borrower lost of its equity.
 * Not for: what is paid in a bankruptcy; claims lose value here long before one.
 * Shapes: n companies. Units: h and s as parts of the equity before the shock. Who has no equity has failed already (h = 1) and loses no more.
 * Errors: `exact` false where the solution did not come to rest; h is then a bound from below.
 * Source: M. Bardoscia and others, DebtRank: a microscopic foundation for shock propagation, PLoS ONE 10 (2015), e0130406, with its correction e0134888.
 */

import { cappedFeedback } from "../numeric/capped-feedback.ts";
import { type SummedRows, summedRows } from "../numeric/summed-rows.ts";

/** Claims as parts of the lender's equity. */
export interface LeverageNetwork {
  /** Λ by rows of lenders; empty rows for those without equity. */
  readonly leverage: SummedRows;
  readonly hasEquity: Uint8Array;
}

export function leverageNetwork(
  n: number,
  lender: Int32Array,
  borrower: Int32Array,
  amount: Float64Array,
  equity: Float64Array,
): LeverageNetwork {
  const held = amount.map((each, claim) => (equity[lender[claim]!]! > 0 ? each : 0));
  const claims = summedRows(n, lender, borrower, held);
  for (let row = 0; row < n; row++)
    for (let place = claims.offsets[row]!; place < claims.offsets[row + 1]!; place++)
      claims.values[place]! /= equity[row]!;
  return { leverage: claims, hasEquity: Uint8Array.from(equity, (each) => (each > 0 ? 1 : 0)) };
}

/** What each has lost at once: its shock, at most all; those without equity have lost all. */
export function firstLosses({ hasEquity }: LeverageNetwork, shock: Float64Array): Float64Array {
  return shock.map((each, company) => (hasEquity[company] === 1 ? Math.min(1, each) : 1));
}

/** The losses when all reverberation has ended. */
export function debtRank(
  network: LeverageNetwork,
  shock: Float64Array,
  tolerance?: number,
): { readonly h: Float64Array; readonly exact: boolean } {
  const { x, exact } = cappedFeedback(network.leverage, firstLosses(network, shock), tolerance);
  return { h: x, exact };
}

/** The index: loss beyond the first losses, weighted by size; null where nothing has weight. */
export function additionalLoss(first: Float64Array, h: Float64Array, weights: Float64Array): number | null {
  let [sum, total] = [0, 0];
  for (let company = 0; company < h.length; company++) {
    total += weights[company]!;
    sum += weights[company]! * (h[company]! - first[company]!);
  }
  return total > 0 ? sum / total : null;
}
