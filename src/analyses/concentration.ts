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
  const largest = amounts.reduce((most, each) => Math.max(most, each), 0);
  if (!(largest > 0)) return null;
  let [total, squares] = [0, 0];
  for (const amount of amounts) {
    total += amount / largest;
    squares += (amount / largest) ** 2;
  }
  const hhi = squares / (total * total);
  const count = amounts.length;
  return {
    hhi,
    points: 10_000 * hhi,
    effectiveNumber: 1 / hhi,
    normalised: count > 1 ? (hhi - 1 / count) / (1 - 1 / count) : null,
    topShare: 1 / total,
  };
}

/** H of every row, NaN where a row sums to nothing. */
export function rowConcentration({ n, offsets, values }: SummedRows): Float64Array {
  const concentrations = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let [total, squares] = [0, 0];
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      total += values[place]!;
      squares += values[place]! * values[place]!;
    }
    concentrations[row] = squares / (total * total);
  }
  return concentrations;
}
