/**
 * How little and how much of each company may a holder own, through others, when cap tables are known in part?
 *
 * Formula: least fixed point of y_j = max or min over shares w with low ≤ w ≤ high, Σ w ≤ 1 of Σ_i w_ij · z_i, z = 1 for the holder and y_i for the others. The minimum takes
 *   every low end; the maximum fills each company up to 1 with the owners of whom the holder has most. Both are attained: the bounds are tight.
 * Assumes: the companies' cap tables vary independently of one another; what no range covers belongs to outsiders, or, where so asked, may all be the holder's.
 * Not for: which value inside is likelier (a range is never turned into a point).
 * Shapes: n companies and holders, m ranges; a holder at a time, O(m log m) a sweep. Units: fractions of 1. Shares count without coming back to the holder (Y*).
 * Errors: low ends of a company above 1 are refused where they are read. `settled` false where 5,000 sweeps did not end the climb: then highs are too low.
 * Source: the share of Baldone, Brioschi & Paleari (1998) is monotone in every stake, so that its ends are the values of a Markov decision problem: R. Howard, Dynamic
 *   Programming and Markov Processes (1960), solved by sweeps.
 */

import { holdingIndex, integratedWithoutReturn } from "./integrated-ownership.ts";

/** Ranges of holdings, in columns. */
export interface HoldingRanges {
  readonly n: number;
  readonly holder: Int32Array;
  readonly company: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface OwnershipBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly settled: boolean;
}

const mostSweeps = 5000;

export function ownershipBounds(ranges: HoldingRanges, holder: number, restMayBeHolders = false): OwnershipBounds {
  const { n, company, low } = ranges;
  const least = integratedWithoutReturn(holdingIndex(n, ranges.holder, company, low), holder);
  // A group that owns itself completely has nothing of anybody outside; inside, all of it.
  const start = least.map((share) => (Number.isFinite(share) ? share : 0));
  const { high, settled } = climb(ranges, holder, restMayBeHolders, start);
  return { low: start, high, settled };
}

/** Sweeps up from the low ends: each company takes the best that its owners have by now. */
function climb(ranges: HoldingRanges, holder: number, restMayBeHolders: boolean, start: Float64Array) {
  const { n, holder: owners, company, low, high: highs } = ranges;
  const rowsOf = rowsByCompany(n, company);
  const high = start.slice();
  const worth = (owner: number): number => (owner === holder ? 1 : high[owner]!);
  let last = Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let change = 0;
    for (let target = 0; target < n; target++) {
      const rows = rowsOf[target]!;
      if (rows.length === 0 && !restMayBeHolders) continue;
      let left = 1;
      let share = 0;
      for (const row of rows) {
        left -= low[row]!;
        share += low[row]! * worth(owners[row]!);
      }
      if (restMayBeHolders) share += Math.max(0, left);
      else
        for (const row of rows.sort((one, other) => worth(owners[other]!) - worth(owners[one]!))) {
          if (left <= 0) break;
          const more = Math.min(highs[row]! - low[row]!, left);
          share += more * worth(owners[row]!);
          left -= more;
        }
      change = Math.max(change, share - high[target]!);
      high[target] = Math.max(high[target]!, share);
    }
    const rate = change / last;
    if (change <= 1e-15 || (sweep > 3 && rate < 0.99 && (change * rate) / (1 - rate) <= 1e-13))
      return { high, settled: true };
    last = change;
  }
  return { high, settled: false };
}

function rowsByCompany(n: number, company: Int32Array): number[][] {
  const rows: number[][] = Array.from({ length: n }, () => []);
  company.forEach((target, row) => {
    rows[target]!.push(row);
  });
  return rows;
}
