/**
 * Which companies does money pass most, if each unit moves on in proportion to the deals: PageRank.
 *
 * Formula: x = d (Pᵀ x + (Σ x over nodes without deals) / n) + (1 - d) / n, P[i][j] = amount from i to j / all amounts from i. Solved by Gauss-Seidel sweeps over the edges into
 *   each node; the last sweep is of the plain iteration, whose change c bounds the error: Σ |x - exact| ≤ c · d / (1 - d).
 * Assumes: amounts of one commodity; from a node without outgoing deals one starts anew at any node.
 * Not for: sums of money. Ranks are shares of attention: they say which hubs to look at first, not what depends on them.
 * Shapes: n nodes; edges as sparse rows with parallel deals summed, self loops kept. 0 ≤ d < 1. Ranks sum to 1.
 * Errors: not converged within `maxSweeps` is told, with the error bound reached.
 * Source: Brin and Page, The anatomy of a large-scale hypertextual web search engine, Computer Networks 30 (1998); Langville and Meyer, Google's PageRank and Beyond (2006), ch. 4.
 */

import { rowSums, type SummedRows, transposedRows } from "../numeric/summed-rows.ts";

/** Edges into each node, each with the share of its source's amounts. */
export interface RankIndex {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly sources: Int32Array;
  readonly shares: Float64Array;
  /** The share of a node's amounts that goes to itself. */
  readonly own: Float64Array;
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
  /** The error bound to reach. */
  readonly tolerance: number;
  readonly maxSweeps: number;
}

/** Far below what a rank is read to; about the rounding of the sums. */
export const rankDefaults: RankOptions = { damping: 0.85, tolerance: 1e-13, maxSweeps: 10_000 };

/** Builds the index once; ranks for several dampings can be computed from it. */
export function rankIndex(rows: SummedRows): RankIndex {
  const sums = rowSums(rows);
  const turned = transposedRows(rows);
  const { n, offsets, columns, values } = turned;
  const own = new Float64Array(n);
  const sources = new Int32Array(columns.length);
  const shares = new Float64Array(columns.length);
  const inner = new Int32Array(n + 1);
  let count = 0;
  for (let node = 0; node < n; node++) {
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      const source = columns[place]!;
      const share = values[place]! / sums[source]!;
      if (source === node) own[node] = share;
      else {
        sources[count] = source;
        shares[count++] = share;
      }
    }
    inner[node + 1] = count;
  }
  const dangling = Uint8Array.from(sums, (sum) => (sum > 0 ? 0 : 1));
  return { n, offsets: inner, sources: sources.slice(0, count), shares: shares.slice(0, count), own, dangling };
}

/** The rank of each node. */
export function pageRank(index: RankIndex, { damping, tolerance, maxSweeps }: RankOptions = rankDefaults): Ranks {
  const { n, offsets, sources, shares, own, dangling } = index;
  const rank = new Float64Array(n).fill(n > 0 ? 1 / n : 0);
  const proof = damping / (1 - damping);
  let errorBound = Number.POSITIVE_INFINITY;
  let sweeps = 0;
  let wanted = tolerance / Math.max(1, proof);
  while (sweeps < maxSweeps && errorBound > tolerance) {
    // Sweeps that use each new rank at once, until they change little.
    for (let change = Number.POSITIVE_INFINITY; change > wanted && sweeps < maxSweeps; sweeps++) {
      let lost = scaledToOne(rank, dangling);
      change = 0;
      for (let node = 0; node < n; node++) {
        const end = offsets[node + 1]!;
        let sum = 0;
        for (let place = offsets[node]!; place < end; place++) sum += shares[place]! * rank[sources[place]!]!;
        const old = rank[node]!;
        const spread = dangling[node] === 1 ? lost - old : lost;
        const held = own[node]! + (dangling[node] === 1 ? 1 / n : 0);
        const next = (damping * (sum + spread / n) + (1 - damping) / n) / (1 - damping * held);
        if (dangling[node] === 1) lost += next - old;
        change += next > old ? next - old : old - next;
        rank[node] = next;
      }
    }
    errorBound = plainSweep(index, rank, damping) * proof;
    sweeps++;
    wanted /= 4;
  }
  return { rank, sweeps, errorBound, converged: errorBound <= tolerance };
}

/** One step of the plain iteration, which keeps the sum at 1; gives the sum of the changes. */
function plainSweep(
  { n, offsets, sources, shares, own, dangling }: RankIndex,
  rank: Float64Array,
  damping: number,
): number {
  const lost = scaledToOne(rank, dangling);
  const old = rank.slice();
  let change = 0;
  for (let node = 0; node < n; node++) {
    let sum = own[node]! * old[node]!;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) sum += shares[place]! * old[sources[place]!]!;
    rank[node] = damping * (sum + lost / n) + (1 - damping) / n;
    change += Math.abs(rank[node]! - old[node]!);
  }
  return change;
}

/** Scales the ranks to a sum of 1, which a sweep in place does not keep and without which it would converge slowly; gives what dangling nodes hold. */
function scaledToOne(rank: Float64Array, dangling: Uint8Array): number {
  let total = 0;
  for (let node = 0; node < rank.length; node++) total += rank[node]!;
  let held = 0;
  for (let node = 0; node < rank.length; node++) {
    rank[node]! /= total;
    if (dangling[node] === 1) held += rank[node]!;
  }
  return held;
}
