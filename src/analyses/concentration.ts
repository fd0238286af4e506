/**
 * How concentrated are the customers of a company, its suppliers, or the firms of a market?
 *
 * Formula: H = Σ s_i² of the shares s_i; points = 10,000 H; effective number 1/H; normalised (H − 1/N) / (1 − 1/N), N all that are listed.
 * Assumes: the shares are of one market, customers of one owner already taken together.
 * Not for: market power by itself; where the total is 0 there is no answer, not 0.
 * Shapes: a list of amounts of at least 0, or the rows of a matrix. The guidelines of the United States of 2023 call a market above 1,800 points
 *   highly concentrated.
 * Source: U.S. Department of Justice and Federal Trade Commission, Merger guidelines (2023), section 2.1; A. Hirschman, National power and the
 *   structure of foreign trade (1945).
 */

import type { SummedRows } from "../numeric/summed-rows.ts";

export interface Concentration {
  readonly hhi: number;
  readonly points: number;
  readonly effectiveNumber: number;
  /** Null where only one is listed. */
  readonly normalised: number | null;
  readonly topShare: number;
}

/** The concentration of amounts; null where they sum to nothing. */
export function concentration(amounts: Float64Array): Concentration | null {
  const hhi = herfindahl(amounts, 0, amounts.length);
  if (Number.isNaN(hhi)) return null;
  const largest = amounts.reduce((most, each) => Math.max(most, each), 0);
  const count = amounts.length;
  return {
    hhi,
    points: 10_000 * hhi,
    effectiveNumber: 1 / hhi,
    normalised: count > 1 ? (hhi - 1 / count) / (1 - 1 / count) : null,
    topShare: largest / amounts.reduce((sum, each) => sum + each, 0),
  };
}

/** H of every row, NaN where a row sums to nothing. */
export function rowConcentration({ n, offsets, values }: SummedRows): Float64Array {
  const concentrations = new Float64Array(n);
  for (let row = 0; row < n; row++) concentrations[row] = herfindahl(values, offsets[row]!, offsets[row + 1]!);
  return concentrations;
}

/** H of a stretch of amounts, NaN where it sums to nothing. Scaled by a power of 2, so that squares neither overflow nor are rounded once more. */
function herfindahl(amounts: Float64Array, start: number, end: number): number {
  let largest = 0;
  for (let at = start; at < end; at++) largest = Math.max(largest, amounts[at]!);
  if (largest === 0) return Number.NaN;
  const scale = 2 ** -Math.floor(Math.log2(largest));
  let [total, squares] = [0, 0];
  for (let at = start; at < end; at++) {
    const amount = amounts[at]! * scale;
    total += amount;
    squares += amount * amount;
  }
  return squares / (total * total);
}
