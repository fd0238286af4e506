/**
 * Whose fall pulls whom along, when companies hold shares of one another and a fall costs something?
 *
 * Formula: v = Ĉ (I − C)⁻¹ p, Ĉ the shares of final owners. Company i fails when v_i < θ · v_i(before); its own assets then fall by a part of that threshold; again with
 *   the new p until nobody more fails.
 * Assumes: thresholds are above zero; a company fails once; a wave holds all who fall below, given the failures before it. From no failures it ends at the smallest set.
 * Not for: debts (see clearing), or limited liability: values may be negative here.
 * Shapes: n companies; a solve a wave, at most n waves. A value is below its threshold only by more than a part in 1e12.
 * Errors: none beyond those of the values; whatever depends on a group that owns itself completely has no value and does not fail.
 * Source: M. Elliott, B. Golub, M. O. Jackson, Financial networks and contagion, American Economic Review 104 (2014), sections I and IV.
 */

import type { HoldingIndex } from "./integrated-ownership.ts";
import { lookThrough } from "./look-through.ts";

export interface FailureCascade {
  readonly waves: readonly (readonly number[])[];
  /** To final owners, after all failures. */
  readonly value: Float64Array;
}

/** `threshold` and `cost` are amounts of each company. */
export function failureCascade(
  index: HoldingIndex,
  assets: Float64Array,
  threshold: Float64Array,
  cost: Float64Array,
): FailureCascade {
  const left = assets.slice();
  const failed = new Uint8Array(index.n);
  const waves: number[][] = [];
  for (;;) {
    const value = lookThrough(index, left).netValue;
    const wave: number[] = [];
    for (let company = 0; company < index.n; company++) {
      const limit = threshold[company]!;
      if (failed[company] === 0 && value[company]! < limit - 1e-12 * Math.abs(limit)) wave.push(company);
    }
    if (wave.length === 0) return { waves, value };
    for (const company of wave) {
      failed[company] = 1;
      left[company]! -= cost[company]!;
    }
    waves.push(wave);
  }
}
