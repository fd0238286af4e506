/**
 * Who falls if these fail, because claims on the failed are lost?
 *
 * Formula: loss_i = (1 − R) Σ_{j failed} claim_ij; i fails when its net worth is less than its loss. Round by round until nobody more fails.
 * Assumes: one recovery rate R for all claims, known at once; no netting.
 * Not for: what is really paid: the recovery is assumed here, and computed in clearing.
 * Shapes: n companies; loss counts for the failed as well. `wave` 0 are the shocked, -1 stands. Who had less than nothing before fails in wave 1.
 * Source: C. Furfine, Interbank exposures: quantifying the risk of contagion, Journal of Money, Credit and Banking 35 (2003).
 */

import type { SummedRows } from "../numeric/summed-rows.ts";
import { rounding } from "./clearing.ts";

export interface DefaultCascade {
  readonly wave: Int32Array;
  readonly loss: Float64Array;
}

/** Follows the cascade; row j of `owed` names whom j owes, and what. */
export function defaultCascade(
  owed: SummedRows,
  netWorth: Float64Array,
  shocked: Int32Array,
  recovery: number,
): DefaultCascade {
  const { n, offsets, columns, values } = owed;
  const wave = new Int32Array(n).fill(-1);
  const lost = new Float64Array(n); // claims on the failed, before recovery
  let failing = [...new Set(shocked)];
  for (const company of failing) wave[company] = 0;
  for (let round = 1; round === 1 || failing.length > 0; round++) {
    const hit = new Set<number>();
    for (const company of failing)
      for (let place = offsets[company]!; place < offsets[company + 1]!; place++) {
        lost[columns[place]!]! += values[place]!;
        hit.add(columns[place]!);
      }
    const candidates = round === 1 ? lost.keys() : hit.keys();
    failing = [];
    for (const company of candidates) {
      const worth = netWorth[company]!;
      const loss = (1 - recovery) * lost[company]!;
      if (wave[company] !== -1 || loss - worth <= rounding * Math.abs(worth)) continue;
      wave[company] = round;
      failing.push(company);
    }
  }
  return { wave, loss: lost.map((claims) => (1 - recovery) * claims) };
}
