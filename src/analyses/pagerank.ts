/**
 * Which companies does money pass most, if each unit moves on in proportion to the deals: PageRank.
 *
 * Formula: x = d (Pᵀ x + (Σ x over nodes without deals) / n) + (1 - d) / n, P[i][j] = amount from i to j / all amounts from i. Solved by Gauss-Seidel sweeps over the edges into
 *   each node. A sweep that changes the ranks by c in sum leaves them so that the plain iteration would change them by at most d · c, which bounds the error: Σ |x - exact| ≤ c · d / (1 - d).
 * Assumes: amounts of one commodity; from a node without outgoing deals one starts anew at any node.
 * Not for: sums of money. Ranks are shares of attention: they say which hubs to look at first, not what depends on them.
 * Shapes: n nodes; edges as sparse rows with parallel deals summed, self loops kept. 0 ≤ d < 1. Ranks sum to 1, but for the error told.
 * Errors: not converged within `maxSweeps` is told, with the error bound reached.
 * Source: Brin and Page, The anatomy of a large-scale hypertextual web search engine, Computer Networks 30 (1998); Langville and Meyer, Google's PageRank and Beyond (2006), ch. 4.
 */

import { type RowSweep, rowSweep } from "../numeric/row-sweep.ts";
import { rowSums, type SummedRows, transposedRows } from "../numeric/summed-rows.ts";

export interface RankIndex {
  /** Row i: who has deals with i, and the share of its amounts that goes there. */
  readonly shares: SummedRows;
  /** 1 for nodes without outgoing deals. */
  readonly dangling: Uint8Array;
}

export interface Ranks {
  readonly rank: Float64Array;
  readonly sweeps: number;
  /** Σ |rank - exact| is at most this. */
  readonly errorBound: number;
  readonly converged: boolean;
}

export interface RankOptions {
  readonly damping: number;
  /** The error bound to reach; what is nearer than rounding lets sweeps come to rest is taken for that. */
  readonly tolerance: number;
  readonly maxSweeps: number;
}

/** Far below what a rank is read to; about the rounding of the sums. */
export const rankDefaults: RankOptions = { damping: 0.85, tolerance: 1e-13, maxSweeps: 10_000 };

/** Sums of changes this small are rounding: sweeps may go round among ranks that differ by no more. */
const rounding = 2 ** -46;

/** Builds the index once; ranks for several dampings can be computed from it. */
export function rankIndex(rows: SummedRows): RankIndex {
  const sums = rowSums(rows);
  const shares = transposedRows(rows);
  const { columns, values } = shares;
  for (let place = 0; place < columns.length; place++) values[place]! /= sums[columns[place]!]!;
  return { shares, dangling: Uint8Array.from(sums, (sum) => (sum > 0 ? 0 : 1)) };
}

/** The rank of each node. */
export function pageRank(
  { shares, dangling }: RankIndex,
  { damping, tolerance, maxSweeps }: RankOptions = rankDefaults,
): Ranks {
  const sweep = rowSweep(shares);
  const rank = sweep.x.fill(1 / shares.n);
  sweep.gain.fill(damping);
  const before = new Float64Array(shares.n);
  const perChange = damping / (1 - damping);
  const reachable = Math.max(tolerance, rounding * perChange);
  let errorBound = Number.POSITIVE_INFINITY;
  let sweeps = 0;
  for (; sweeps < maxSweeps && errorBound > reachable; sweeps++) {
    prepareSweep(sweep, before, dangling, damping);
    sweep.run();
    errorBound = changeOf(rank, before) * perChange;
  }
  return { rank: rank.slice(), sweeps, errorBound, converged: errorBound <= reachable };
}

/** Scales the ranks to a sum of 1, which a sweep does not keep and without which it would converge slowly, and spreads what dangling nodes hold. */
function prepareSweep({ x, shift }: RowSweep, before: Float64Array, dangling: Uint8Array, damping: number): void {
  let [total, held] = [0, 0];
  for (let node = 0; node < x.length; node++) {
    total += x[node]!;
    held += x[node]! * dangling[node]!;
  }
  const scale = 1 / total;
  const spread = (damping * held * scale + 1 - damping) / x.length;
  for (let node = 0; node < x.length; node++) {
    x[node]! *= scale;
    before[node] = x[node]!;
  }
  shift.fill(spread);
}

function changeOf(rank: Float64Array, before: Float64Array): number {
  let change = 0;
  for (let node = 0; node < rank.length; node++) change += Math.abs(rank[node]! - before[node]!);
  return change;
}
