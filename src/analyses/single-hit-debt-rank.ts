/**
 * How much equity is lost when every company passes its loss on only once?
 *
 * Formula: W_ij = min(1, Λ_ij). Who is hit first in one step is distressed in it and passes its whole loss on in the next, then never again:
 *   h_i += Σ_{j distressed} W_ij h_j, at most 1.
 * Assumes: what `debt-rank` assumes; that a second hit is not passed on.
 * Not for: networks with circles: what comes back is left out. It is kept to compare with published figures.
 * Shapes: n companies. `steps` counts the steps in which somebody passed on; O(n + m) in all.
 * Source: S. Battiston and others, DebtRank: too central to fail?, Scientific Reports 2 (2012), 541.
 */

import { transposedRows } from "../numeric/summed-rows.ts";
import { firstLosses, type LeverageNetwork } from "./debt-rank.ts";

export function singleHitDebtRank(
  network: LeverageNetwork,
  shock: Float64Array,
): { readonly h: Float64Array; readonly steps: number } {
  const { offsets, columns, values } = transposedRows(network.leverage);
  const h = firstLosses(network, shock);
  const wasHit = Uint8Array.from(h, (each) => (each > 0 ? 1 : 0));
  let distressed = [...wasHit.keys()].filter((company) => wasHit[company] === 1);
  let steps = 0;
  for (; distressed.length > 0; steps++) {
    const passed = distressed.map((company) => h[company]!);
    const next: number[] = [];
    for (const [at, company] of distressed.entries())
      for (let place = offsets[company]!; place < offsets[company + 1]!; place++) {
        const lender = columns[place]!;
        h[lender] = Math.min(1, h[lender]! + Math.min(1, values[place]!) * passed[at]!);
        if (wasHit[lender] === 1 || h[lender] === 0) continue;
        wasHit[lender] = 1;
        next.push(lender);
      }
    distressed = next;
  }
  return { h, steps };
}
