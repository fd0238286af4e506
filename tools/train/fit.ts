/**
 * Fits linear models: softmax over classes, and over candidates, by AdaGrad in a fixed order.
 *
 * Source: Duchi, Hazan, Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011, the diagonal update. The weights of
 * the second half of the rounds are averaged (Polyak, Juditsky, 1992).
 */

import { featureHash, type PackedModel, softmax, weightStep } from "../../src/reading/learned/linear.ts";

export interface Example {
  readonly features: readonly string[];
  readonly label: number;
}

/** Candidates of which one party is right, by any of its mentions. */
export interface Choice {
  readonly candidates: readonly (readonly string[])[];
  readonly right: readonly number[];
}

/** Step size and shrinkage: the best of a few tried on texts kept aside from training. */
const rate = 0.25;
const decay = 2e-4;
/** The share of features kept at a step, in each of several rounds whose weights are averaged: one round alone varies by two points of F1. */
const shares = [0.3, 0.4, 0.5];
/** Weights below this are not shipped. */
const leastWeight = 0.1;

/** Numbers the features that occur at least `least` times. */
function dictionary(sets: Iterable<readonly string[]>, least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= least) numbers.set(feature, numbers.size);
  return numbers;
}

export function fitClasses(examples: readonly Example[], classes: readonly string[], epochs: number): PackedModel {
  const numbers = dictionary(
    examples.map((one) => one.features),
    2,
  );
  const k = classes.length;
  const average = new Float64Array(numbers.size * k);
  const sets = examples.map((one) =>
    [...new Set(one.features)].map((feature) => numbers.get(feature)).filter((row) => row !== undefined),
  );
  for (const keep of shares) {
    const weights = new Float64Array(average.length);
    const squares = new Float64Array(average.length).fill(1e-6);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let turn = 0; turn < examples.length; turn++) {
        const nth = (turn * 7919 + epoch * 104729) % examples.length;
        const kept = sets[nth]!.filter((row) => keeps(row, turn, epoch, keep));
        const scores = new Float64Array(k);
        for (const row of kept) for (let c = 0; c < k; c++) scores[c] = scores[c]! + weights[row * k + c]! / keep;
        const odds = softmax(scores);
        for (const row of kept) {
          for (let c = 0; c < k; c++) {
            const gradient = odds[c]! - (c === examples[nth]!.label ? 1 : 0);
            if (Math.abs(gradient) < 1e-3) continue;
            step(weights, squares, row * k + c, gradient);
          }
        }
      }
      if (epoch >= epochs / 2)
        for (let at = 0; at < weights.length; at++)
          average[at] = average[at]! + weights[at]! / (Math.floor(epochs / 2) * shares.length);
    }
  }
  const rows = new Map<string, number[]>();
  for (const [feature, row] of numbers) {
    const cells: number[] = [];
    for (let c = 0; c < k; c++) {
      const weight = packedWeight(average[row * k + c]!);
      if (weight !== 0) cells.push(c, weight);
    }
    if (cells.length > 0) rows.set(feature, cells);
  }
  return pack(classes, rows);
}

/** A weight in the steps that a model is shipped in; what is too small to matter is left out. */
function packedWeight(weight: number): number {
  const steps = Math.max(-127, Math.min(127, Math.round(weight / weightStep)));
  return Math.abs(weight) < leastWeight ? 0 : steps;
}

function pack(classes: readonly string[], rows: ReadonlyMap<string, readonly number[]>): PackedModel {
  const sorted = [...rows].map(([name, cells]) => [featureHash(name), cells] as const).sort((a, b) => a[0] - b[0]);
  const hashes = Buffer.alloc(sorted.length * 4);
  sorted.forEach(([hash], at) => {
    hashes.writeUInt32LE(hash, at * 4);
  });
  const cells = sorted.flatMap(([, list]) => list.map((value) => value & 255));
  return {
    classes,
    rows: hashes.toString("base64"),
    counts: Buffer.from(sorted.map(([, list]) => list.length / 2)).toString("base64"),
    cells: Buffer.from(cells).toString("base64"),
  };
}

export function fitRanker(choices: readonly Choice[], epochs: number): PackedModel {
  const numbers = dictionary(
    choices.flatMap((choice) => choice.candidates),
    2,
  );
  const average = new Float64Array(numbers.size);
  const rows = choices.map((choice) =>
    choice.candidates.map((set) =>
      [...new Set(set)].map((feature) => numbers.get(feature)).filter((row) => row !== undefined),
    ),
  );
  for (const keep of shares) {
    const weights = new Float64Array(average.length);
    const squares = new Float64Array(average.length).fill(1e-6);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let turn = 0; turn < choices.length; turn++) {
        const nth = (turn * 7919 + epoch * 104729) % choices.length;
        const sets = rows[nth]!.map((set) => set.filter((row) => keeps(row, turn, epoch, keep)));
        const odds = softmax(Float64Array.from(sets, (set) => set.reduce((sum, row) => sum + weights[row]! / keep, 0)));
        const { right } = choices[nth]!;
        const mass = right.reduce((sum, at) => sum + odds[at]!, 0);
        sets.forEach((set, at) => {
          const gradient = odds[at]! - (right.includes(at) ? odds[at]! / Math.max(mass, 1e-9) : 0);
          if (Math.abs(gradient) > 1e-3) for (const row of set) step(weights, squares, row, gradient);
        });
      }
      if (epoch >= epochs / 2)
        for (let at = 0; at < weights.length; at++)
          average[at] = average[at]! + weights[at]! / (Math.floor(epochs / 2) * shares.length);
    }
  }
  const packed = new Map<string, number[]>();
  for (const [feature, row] of numbers) {
    const weight = packedWeight(average[row]!);
    if (weight !== 0) packed.set(feature, [0, weight]);
  }
  return pack(["party"], packed);
}

/**
 * Whether a feature takes part in this step. Leaving out a fixed share of them at each step keeps one rare word from explaining a text that grammar
 * explains too. Source: Hinton et al., "Improving neural networks by preventing co-adaptation of feature detectors", 2012. A hash stands for chance.
 */
function keeps(row: number, turn: number, epoch: number, share: number): boolean {
  let hash = Math.imul(row ^ Math.imul(turn + 1, 0x9e3779b1) ^ Math.imul(epoch + 1, 0x85ebca6b), 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x27d4eb2f);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296 < share;
}

function step(weights: Float64Array, squares: Float64Array, at: number, gradient: number): void {
  const slope = gradient + decay * weights[at]!;
  squares[at] = squares[at]! + slope * slope;
  weights[at] = weights[at]! - (rate * slope) / Math.sqrt(squares[at]!);
}
