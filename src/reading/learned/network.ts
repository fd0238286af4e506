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

/** A network as it is shipped. Strings are base64: `rows` the features' numbers, `table` their vectors in steps of `step`, the rest 32-bit floats. */
export interface PackedNetwork {
  readonly outputs: readonly string[];
  readonly conditions: readonly string[];
  readonly width: number;
  readonly step: number;
  readonly rows: string;
  readonly table: string;
  /** M and T, conditions × width. */
  readonly scales: string;
  readonly shifts: string;
  /** O: outputs × width, for all conditions together or for each. */
  readonly weights: string;
  /** B, conditions × outputs. */
  readonly biases: string;
}

export interface Network {
  readonly outputs: readonly string[];
  readonly width: number;
  readonly conditionOf: ReadonlyMap<string, number>;
  readonly step: number;
  /** An open table from a feature's number to its row, −1 where a slot is free. */
  readonly slots: Int32Array;
  readonly keys: Int32Array;
  readonly table: Int8Array;
  readonly scales: Float32Array;
  readonly shifts: Float32Array;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export function unpackNetwork(packed: PackedNetwork): Network {
  const keys = new Int32Array(bytesOf(packed.rows).buffer);
  let size = 1;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let row = 0; row < keys.length; row++) {
    let slot = keys[row]! & (size - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = row;
  }
  return {
    outputs: packed.outputs,
    width: packed.width,
    conditionOf: new Map(packed.conditions.map((name, at) => [name, at])),
    step: packed.step,
    slots,
    keys,
    table: new Int8Array(bytesOf(packed.table).buffer),
    scales: floatsOf(packed.scales),
    shifts: floatsOf(packed.shifts),
    weights: floatsOf(packed.weights),
    biases: floatsOf(packed.biases),
  };
}

/** Adds the vectors of features, in steps, to the sum that begins at `start` of `sums`. */
export function addVectors(network: Network, features: Features, sums: Int32Array, start = 0): void {
  const { slots, keys, table, width } = network;
  const { values, length } = features;
  const mask = slots.length - 1;
  for (let at = 0; at < length; at++) {
    const feature = values[at]!;
    let slot = feature & mask;
    let row = slots[slot]!;
    while (row >= 0 && keys[row] !== feature) {
      slot = (slot + 1) & mask;
      row = slots[slot]!;
    }
    if (row < 0) continue;
    const from = row * width;
    for (let unit = 0; unit < width; unit++) sums[start + unit] = sums[start + unit]! + table[from + unit]!;
  }
}

/** Scores each output for a sum of vectors under a condition; higher is better. */
export function scoresOf(network: Network, sum: Int32Array, condition: number): Float64Array {
  const { width, step, scales, shifts, weights, biases, outputs } = network;
  const count = outputs.length;
  const scores = new Float64Array(count);
  const base = condition * width;
  const own = weights.length > count * width ? base * count : 0;
  for (let output = 0; output < count; output++) scores[output] = biases[condition * count + output]!;
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

export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at++) {
    out[at] = Math.exp(scores[at]! - top);
    sum += out[at]!;
  }
  for (let at = 0; at < out.length; at++) out[at] = out[at]! / sum;
  return out;
}

/** The place of the highest; the first of equals. */
export function topOf(values: Float64Array): number {
  let top = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[top]!) top = at;
  return top;
}

function floatsOf(text: string): Float32Array {
  return new Float32Array(bytesOf(text).buffer);
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 without the runtime's help, which differs between Node and browsers. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let at = 0; at < digits.length; at++) values[digits.charCodeAt(at)] = at;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 61) end--;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let bits = 0;
  let held = 0;
  let to = 0;
  for (let at = 0; at < end; at++) {
    held = (held << 6) | values[text.charCodeAt(at)]!;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = (held >>> bits) & 255;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
