/**
 * What might the amounts be that nobody has stated?
 *
 * Formula: an amount between two stated ends is drawn evenly in its logarithm (evenly where the low end is 0); one of which only a low end is stated is
 *   low · exp(σ |z|); one of which nothing is stated is median · exp(σ z), z standard normal; median and σ are those of the logarithms of the stated
 *   amounts, or given. Where totals of a company are known, what was drawn is scaled to them in turn by rows and columns, inside its ends.
 * Assumes: unstated amounts are of the size of stated ones, and independent but for the totals.
 * Not for: relations that nobody knows of: only amounts are completed, no edge is invented.
 * Shapes: m edges with low and high end (high ∞ where open, low 0 and high ∞ where nothing is stated); a draw is m amounts. Draw k of a seed is the same
 *   whatever else is drawn.
 * Errors: `mismatch` tells how far totals are missed, as a part of each, where the stated amounts do not allow them.
 * Source: W. Deming, F. Stephan, On a least squares adjustment of a sampled frequency table, Annals of Mathematical Statistics 11 (1940), for the
 *   scaling; K. Anand and others, The missing links, Journal of Financial Stability 35 (2018), for what ensembles are for.
 */

import { philox, uniform } from "../numeric/philox.ts";

export interface OpenAmounts {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What each owes, and is owed, in all; NaN where it is not known. */
  readonly rowTotals: Float64Array;
  readonly columnTotals: Float64Array;
}

/** How large an unstated amount is: a lognormal distribution. */
export interface TypicalAmount {
  readonly median: number;
  readonly sigma: number;
}

export interface Completion {
  readonly amount: Float64Array;
  readonly mismatch: number;
}

const mostScalings = 200;

/** The distribution of the stated amounts; null where there are fewer than three. */
export function typicalAmount({ low, high }: OpenAmounts): TypicalAmount | null {
  const logs = low.filter((each, edge) => each > 0 && each === high[edge]).map(Math.log);
  if (logs.length < 3) return null;
  const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
  const squares = logs.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { median: Math.exp(mean), sigma: Math.sqrt(squares / (logs.length - 1)) };
}

/** One completion: the amounts of this draw. */
export function completion(open: OpenAmounts, typical: TypicalAmount, seed: number, draw: number): Completion {
  const { low, high } = open;
  const amount = low.slice();
  const words = new Uint32Array(4);
  const key = [seed >>> 0, Math.floor(seed / 4294967296) >>> 0] as const;
  for (let edge = 0; edge < amount.length; edge++) {
    if (low[edge] === high[edge]) continue;
    philox([draw, 0, edge, 0], key, words);
    amount[edge] = drawn(low[edge]!, high[edge]!, typical, uniform(words[0]!), uniform(words[1]!));
  }
  return { amount, mismatch: scaleToTotals(open, amount) };
}

function drawn(low: number, high: number, { median, sigma }: TypicalAmount, u: number, v: number): number {
  if (high < Number.POSITIVE_INFINITY) return low > 0 ? low * (high / low) ** u : high * u;
  const z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  return low > 0 ? low * Math.exp(sigma * Math.abs(z)) : median * Math.exp(sigma * z);
}

/** Scales what is open until rows and columns have their totals; gives the largest part by which one is missed. */
function scaleToTotals({ from, to, low, high, rowTotals, columnTotals }: OpenAmounts, amount: Float64Array): number {
  let missed = 0;
  for (let scaling = 0; scaling < mostScalings; scaling++) {
    missed = Math.max(scaleSide(from, rowTotals), scaleSide(to, columnTotals));
    if (missed <= 1e-9) return missed;
  }
  return missed;

  /** Scales the open amounts of each row (or column) to its total; gives by how much totals were missed before. */
  function scaleSide(side: Int32Array, totals: Float64Array): number {
    const stated = new Float64Array(totals.length);
    const guessed = new Float64Array(totals.length);
    for (let edge = 0; edge < amount.length; edge++)
      (low[edge] === high[edge] ? stated : guessed)[side[edge]!]! += amount[edge]!;
    let most = 0;
    for (let node = 0; node < totals.length; node++) {
      const total = totals[node]!;
      if (Number.isNaN(total)) continue;
      const gap = Math.abs(stated[node]! + guessed[node]! - total);
      if (gap > 0) most = Math.max(most, gap / Math.max(total, stated[node]! + guessed[node]!));
    }
    for (let edge = 0; edge < amount.length; edge++) {
      const node = side[edge]!;
      if (low[edge] === high[edge] || Number.isNaN(totals[node]!) || guessed[node] === 0) continue;
      const scaled = (amount[edge]! * Math.max(0, totals[node]! - stated[node]!)) / guessed[node]!;
      amount[edge] = Math.min(high[edge]!, Math.max(low[edge]!, scaled));
    }
    return most;
  }
}
