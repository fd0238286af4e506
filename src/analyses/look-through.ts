/**
 * What are companies worth that hold each other, and how much of it is counted twice?
 *
 * Formula: V = p + W V, p the net value of each company's own assets without its stakes; value to final owners v_j = (1 − Σ_i W_ij) V_j, Σ v = Σ p; look-through value
 *   of a holder L = V − p; inflation of the market's sum by cross-holdings Σ V / Σ p.
 * Assumes: every stake is worth its share of the whole; p may be negative (limited liability is a question of clearing).
 * Not for: the price of a stake with preferred terms, or a discount on holding companies.
 * Shapes: n companies, m holdings; one solve. Units: those of p.
 * Errors: null for whatever depends on a group that owns itself completely and has assets.
 * Source: M. Elliott, B. Golub, M. O. Jackson, Financial networks and contagion, American Economic Review 104 (2014), section I.
 */

import { solvePrepared } from "../numeric/prepared-feedback.ts";
import { type HoldingIndex, shareOutside } from "./integrated-ownership.ts";

export interface LookThrough {
  readonly marketValue: Float64Array;
  /** The share of each company that nobody in the network holds. */
  readonly outsideShare: Float64Array;
  readonly lookThrough: Float64Array;
  readonly netValue: Float64Array;
  readonly settled: boolean;
}

export function lookThrough(index: HoldingIndex, underlying: Float64Array): LookThrough {
  const marketValue = new Float64Array(index.n);
  const settled = solvePrepared(index.upwards, underlying, marketValue);
  const outsideShare = outsideShares(index);
  return {
    marketValue,
    outsideShare,
    lookThrough: marketValue.map((value, company) => value - underlying[company]!),
    netValue: marketValue.map((value, company) => outsideShare[company]! * value),
    settled,
  };
}

export function outsideShares({ held }: HoldingIndex): Float64Array {
  return held.map(shareOutside);
}
