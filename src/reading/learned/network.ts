/**
 * Small networks over features: which kind of claim, which party, which status. Scoring only; `tools/train-reader.ts` trains them.
 *
 *   u = Σ E[f]   over the features f of a place
 *   h = max(0, u ∘ M[c] + T[c])   under a condition c: the sort of figure, the role asked for
 *   scores = O[c]·h + B[c]
 *
 * Features are summed before the condition is known, so that one sum serves all questions about a place. An unknown feature adds nothing.
 * Source of the form: Wu et al., "StarSpace", 2018, for summed features; Perez et al., "FiLM", 2018, for the condition.
 */

import type { Features } from "./features.ts";

/** The byte of the table that stands for no step; more is above nothing, less below. */
export const nothing = 128;

/** A network as training gives it: `rows` the features' numbers, `table` their vectors in steps of `step`, from `nothing` up and down. */
export interface TrainedNetwork {
  readonly outputs: readonly string[];
  readonly conditions: readonly string[];
  /** Hidden units; a multiple of four. */
  readonly width: number;
  readonly step: number;
  readonly rows: Int32Array;
  readonly table: Uint8Array;
  /** M and T, conditions × width. */
  readonly scales: Float32Array;
  readonly shifts: Float32Array;
  /** O: outputs × width, for all conditions together or for each. */
  readonly weights: Float32Array;
  /** B, conditions × outputs. */
  readonly biases: Float32Array;
}

/** A network that can be asked. */
export interface Network extends TrainedNetwork {
  readonly conditionOf: ReadonlyMap<string, number>;
  /** An open table from a feature's number to its row, −1 where a slot is free. */
  readonly slots: Int32Array;
  /** The table, four units to a number. */
  readonly lanes: Int32Array;
}

export function networkOf(trained: TrainedNetwork): Network {
  const { rows, conditions, table } = trained;
  let size = 1;
  while (size < rows.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let row = 0; row < rows.length; row++) {
    let slot = rows[row]! & (size - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = row;
  }
  const lanes = new Int32Array(table.buffer, table.byteOffset, table.length >> 2);
  return { ...trained, conditionOf: new Map(conditions.map((name, at) => [name, at])), slots, lanes };
}

/** Where the rows of the features at hand begin in `lanes`; used again by each sum. */
let places = new Int32Array(1024);
/** So many values of a byte add up within sixteen bits. */
const mostAtOnce = 256;

/**
 * Adds the vectors of features, in steps, to the sum that begins at `start` of `sums`.
 *
 * Four units are read at once and added up as two pairs of sixteen bits, so that a column of rows is summed in registers: whole numbers, to the bit
 * what one addition after another gives.
 */
export function addVectors(network: Network, features: Features, sums: Int32Array, start = 0): void {
  const { lanes, width } = network;
  const count = findRows(network, features);
  for (let from = 0; from < count; from += mostAtOnce) {
    const to = Math.min(count, from + mostAtOnce);
    const bias = nothing * (to - from);
    for (let lane = 0, unit = start; lane < width >> 2; lane++, unit += 4) {
      let even = 0;
      let odd = 0;
      for (let at = from; at < to; at++) {
        const four = lanes[places[at]! + lane]!;
        even = (even + (four & 0xff00ff)) | 0;
        odd = (odd + ((four >>> 8) & 0xff00ff)) | 0;
      }
      sums[unit] = sums[unit]! + (even & 0xffff) - bias;
      sums[unit + 1] = sums[unit + 1]! + (odd & 0xffff) - bias;
      sums[unit + 2] = sums[unit + 2]! + (even >>> 16) - bias;
      sums[unit + 3] = sums[unit + 3]! + (odd >>> 16) - bias;
    }
  }
}

/** Puts the rows of the features that the network knows into `places`, and tells how many they are. */
function findRows({ slots, rows, width }: Network, { values, length }: Features): number {
  if (places.length < length) places = new Int32Array(length * 2);
  const mask = slots.length - 1;
  const lanesOfRow = width >> 2;
  let count = 0;
  for (let at = 0; at < length; at++) {
    const feature = values[at]!;
    let slot = feature & mask;
    let row = slots[slot]!;
    while (row >= 0 && rows[row] !== feature) {
      slot = (slot + 1) & mask;
      row = slots[slot]!;
    }
    if (row >= 0) places[count++] = row * lanesOfRow;
  }
  return count;
}

/** Scores each output for a sum of vectors under a condition; higher is better. */
export function scoresOf(network: Network, sum: Int32Array, condition: number): number[] {
  const { width, step, scales, shifts, weights, biases, outputs } = network;
  const count = outputs.length;
  const scores: number[] = [];
  const base = condition * width;
  const own = weights.length > count * width ? base * count : 0;
  for (let output = 0; output < count; output++) scores.push(biases[condition * count + output]!);
  for (let unit = 0; unit < width; unit++) {
    const active = sum[unit]! * step * scales[base + unit]! + shifts[base + unit]!;
    if (active <= 0) continue;
    for (let output = 0; output < count; output++)
      scores[output] = scores[output]! + active * weights[own + output * width + unit]!;
  }
  return scores;
}

/** The score of the only output, for the sum that begins at `start` of `sums`. */
export function scoreOf(network: Network, sums: Int32Array, start: number, condition: number): number {
  const { width, step, scales, shifts, weights, biases } = network;
  const base = condition * width;
  const own = weights.length > width ? base : 0;
  let score = biases[condition]!;
  for (let unit = 0; unit < width; unit++) {
    const active = sums[start + unit]! * step * scales[base + unit]! + shifts[base + unit]!;
    if (active > 0) score += active * weights[own + unit]!;
  }
  return score;
}

/** Turns scores into odds, where they stand. Plain arrays: a typed array of this size takes longer to get than to fill. */
export function softmax(scores: number[]): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp(scores[at]! - top);
    sum += scores[at]!;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = scores[at]! / sum;
  return scores;
}

/** The place of the highest; the first of equals. */
export function topOf(values: readonly number[]): number {
  let top = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[top]!) top = at;
  return top;
}
