/**
 * Is a network more circular than its sizes alone would make it: how does it compare with rewired ones of the same degrees and amounts?
 *
 * Formula: two deals a → b and c → d at random become a → d and c → b, unless that makes a deal with oneself or a second one between the same two; over and over. Every company keeps
 *   its number of deals on both sides and the amounts that it pays. The chance that chance alone gives as much: (1 + rewired networks with at least as much) / (1 + rewired networks).
 * Assumes: parallel deals summed, deals with oneself left out; `swapsPerEdge` tried swaps an edge forget the original well enough (10 is usual).
 * Not for: what a company receives: its amounts move with the payers. A small chance says that the pattern is not due to sizes, not why.
 * Shapes: n nodes, m edges; `networks` times (m · swapsPerEdge swaps + one largest circulation). Amounts as whole numbers. Network k of a seed is the same whatever else is drawn.
 * Errors: none. Fewer than two edges cannot be swapped: every rewired network is the original.
 * Source: Maslov and Sneppen, Specificity and stability in topology of protein networks, Science 296 (2002); Milo et al., On the uniform generation of random graphs with prescribed degree
 *   sequences, arXiv cond-mat/0312028; Phipson and Smyth, Permutation p-values should never be zero, Stat. Appl. Genet. Mol. Biol. 9 (2010).
 */

import { philox } from "../numeric/philox.ts";
import { type Spread, spread } from "../numeric/spread.ts";
import { rowOfEntries, type SummedRows, summedRows } from "../numeric/summed-rows.ts";
import { components } from "./components.ts";
import { compression } from "./compression.ts";

/** What is measured on every network. */
export const circularityMeasures = ["circularShare", "bilateralShare", "cyclicNodes"] as const;
export type CircularityMeasure = (typeof circularityMeasures)[number];

export interface RewiringOptions {
  readonly networks: number;
  readonly swapsPerEdge: number;
  readonly seed: number;
  /** Told after each network. */
  readonly tell?: (done: number, total: number) => void;
}

export interface Comparison {
  readonly observed: number;
  readonly rewired: Spread;
  /** Deviations from the mean of the rewired networks; null where they are all alike. */
  readonly deviations: number | null;
  /** The chance of at least as much by rewiring alone. */
  readonly chance: number;
}

/** Compares the network with rewired ones, measure by measure. */
export function compareWithRewired(rows: SummedRows, options: RewiringOptions): Record<CircularityMeasure, Comparison> {
  const { networks, tell } = options;
  const observed = measured(rows);
  const figures = circularityMeasures.map(() => new Float64Array(networks));
  for (let network = 0; network < networks; network++) {
    const found = measured(rewired(rows, options.seed, network, options.swapsPerEdge));
    for (let at = 0; at < figures.length; at++) figures[at]![network] = found[circularityMeasures[at]!];
    tell?.(network + 1, networks);
  }
  const compared = circularityMeasures.map(
    (measure, at) => [measure, comparison(observed[measure], figures[at]!)] as const,
  );
  return Object.fromEntries(compared) as Record<CircularityMeasure, Comparison>;
}

function measured(rows: SummedRows): Record<CircularityMeasure, number> {
  const { gross, bilateralReduction, conservativeReduction } = compression(rows);
  return {
    circularShare: gross > 0 ? conservativeReduction / gross : 0,
    bilateralShare: gross > 0 ? bilateralReduction / gross : 0,
    cyclicNodes: components(rows).cyclicNodes,
  };
}

/** The network after random swaps of payees; the same for the same seed and number. */
export function rewired(rows: SummedRows, seed: number, network: number, swapsPerEdge: number): SummedRows {
  const { n, columns, values } = rows;
  const m = columns.length;
  const from = rowOfEntries(rows);
  const to = columns.slice();
  const taken = new Set<number>();
  for (let edge = 0; edge < m; edge++) taken.add(from[edge]! * n + to[edge]!);
  const key = [seed >>> 0, Math.floor(seed / 4294967296) >>> 0] as const;
  const words = new Uint32Array(4);
  const tries = m < 2 ? 0 : m * swapsPerEdge;
  for (let attempt = 0; attempt < tries; attempt++) {
    // Two tries a draw: four words choose two pairs of edges.
    if (attempt % 2 === 0) philox([attempt >>> 0, Math.floor(attempt / 4294967296), network, 1], key, words);
    const one = Math.floor((words[2 * (attempt % 2)]! / 4294967296) * m);
    const other = Math.floor((words[2 * (attempt % 2) + 1]! / 4294967296) * m);
    const [a, b, c, d] = [from[one]!, to[one]!, from[other]!, to[other]!];
    if (a === c || b === d || a === d || c === b || taken.has(a * n + d) || taken.has(c * n + b)) continue;
    taken.delete(a * n + b);
    taken.delete(c * n + d);
    taken.add(a * n + d);
    taken.add(c * n + b);
    to[one] = d;
    to[other] = b;
  }
  return summedRows(n, from, to, values);
}

function comparison(observed: number, figures: Float64Array): Comparison {
  const found = spread(figures);
  let atLeast = 0;
  for (let at = 0; at < figures.length; at++) if (figures[at]! >= observed) atLeast++;
  return {
    observed,
    rewired: found,
    deviations: found.deviation > 0 ? (observed - found.mean) / found.deviation : null,
    chance: (1 + atLeast) / (1 + figures.length),
  };
}
