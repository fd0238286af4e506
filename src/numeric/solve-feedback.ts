/**
 * What solves d_i x_i = b_i + s Σ_j a_ij x_j for a large sparse matrix of non-negative entries whose feedback dies out?
 *
 *   Block by block in the order of dependence. A block of one is a division; up to `denseBlock` unknowns are eliminated; a larger block is iterated
 *   (BiCGSTAB) until its residual is at rounding error.
 *
 * Shapes: n unknowns; with `active`, only those marked 1 are solved for, and the others count as 0. The answer is written into x.
 * Errors: false where a block feeds itself completely or the iteration does not come to rest; x is then no solution.
 * Limits: `denseBlock` 400 takes about 20 ms and 1.3 MB a block.
 * Source: Y. Saad, Iterative methods for sparse linear systems, 2nd edition (2003), section 7.4.
 */

import { dependencyBlocks } from "./dependency-blocks.ts";
import { eliminate } from "./eliminate.ts";
import type { SummedRows } from "./summed-rows.ts";

export interface FeedbackSystem {
  readonly rows: SummedRows;
  readonly scale: number;
  readonly diagonal: Float64Array;
  /** Where each column is known to go: d_j = outside_j + Σ_i a_ij, with a by columns. Small leaks then lose no digits. */
  readonly conserving?: { readonly columns: SummedRows; readonly outside: Float64Array };
}

const denseBlock = 400;
const mostSteps = 2000;

export function solveFeedback(
  system: FeedbackSystem,
  rhs: Float64Array,
  x: Float64Array,
  active?: Uint8Array,
): boolean {
  const { offsets, columns, values, n } = system.rows;
  const { scale, diagonal } = system;
  const { starts, members, blockOf } = dependencyBlocks(system.rows, active);
  const position = new Int32Array(n);
  for (let block = 0; block + 1 < starts.length; block++) {
    const size = starts[block + 1]! - starts[block]!;
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    const b = new Float64Array(size);
    let self = 0;
    for (let at = 0; at < size; at++) {
      const row = inside[at]!;
      position[row] = at;
      let known = 0;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
        const column = columns[place]!;
        if (blockOf[column] === -1) continue;
        if (blockOf[column] !== block) known += values[place]! * x[column]!;
        else if (column === row) self = values[place]!;
      }
      b[at] = rhs[row]! + scale * known;
    }
    if (size === 1) {
      const divisor = diagonal[inside[0]!]! - scale * self;
      if (!(divisor > 0)) return false;
      x[inside[0]!] = b[0]! / divisor;
    } else {
      const local: LocalBlock = { system, block, blockOf, inside, position };
      if (!(size <= denseBlock ? eliminateBlock(local, b) : iterateBlock(local, b))) return false;
      for (let at = 0; at < size; at++) x[inside[at]!] = b[at]!;
    }
  }
  return true;
}

interface LocalBlock {
  readonly system: FeedbackSystem;
  readonly block: number;
  readonly blockOf: Int32Array;
  readonly inside: Int32Array;
  readonly position: Int32Array;
}

/** Solves one block in full; b becomes the solution. */
function eliminateBlock({ system, block, blockOf, inside, position }: LocalBlock, b: Float64Array): boolean {
  const { rows, scale } = system;
  const size = inside.length;
  const a = new Float64Array(size * size);
  const diagonal = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const row = inside[at]!;
    diagonal[at] = system.diagonal[row]!;
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++) {
      const column = rows.columns[place]!;
      if (blockOf[column] !== block) continue;
      if (column === row) diagonal[at]! -= scale * rows.values[place]!;
      else a[at * size + position[column]!] = scale * rows.values[place]!;
    }
  }
  return eliminate(size, a, diagonal, leaks(system, block, blockOf, inside), b);
}

/** What leaves the block from each of its columns, summed without a difference. */
function leaks({ conserving, scale }: FeedbackSystem, block: number, blockOf: Int32Array, inside: Int32Array) {
  if (!conserving) return null;
  const { columns, outside } = conserving;
  return Float64Array.from(inside, (column) => {
    let leaving = outside[column]!;
    for (let place = columns.offsets[column]!; place < columns.offsets[column + 1]!; place++)
      leaving += columns.values[place]! * (blockOf[columns.columns[place]!] === block ? 1 - scale : 1);
    return leaving;
  });
}

/** Solves one block by BiCGSTAB, scaled to a diagonal of 1; b becomes the solution. */
function iterateBlock({ system, block, blockOf, inside, position }: LocalBlock, b: Float64Array): boolean {
  const { rows, scale, diagonal } = system;
  const size = inside.length;
  const offsets = new Int32Array(size + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let at = 0; at < size; at++) {
    const row = inside[at]!;
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
      if (blockOf[rows.columns[place]!] === block) {
        columns.push(position[rows.columns[place]!]!);
        values.push((scale * rows.values[place]!) / diagonal[row]!);
      }
    offsets[at + 1] = columns.length;
    b[at]! /= diagonal[row]!;
  }
  const apply = remainder(offsets, Int32Array.from(columns), Float64Array.from(values));
  const x = b.slice();
  const solved = stabilisedGradients(apply, b, x);
  b.set(x);
  return solved;
}

/** The operator x − A x on local rows. */
function remainder(offsets: Int32Array, columns: Int32Array, values: Float64Array) {
  return (x: Float64Array, out: Float64Array): void => {
    for (let row = 0; row < x.length; row++) {
      let sum = 0;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++) sum += values[place]! * x[columns[place]!]!;
      out[row] = x[row]! - sum;
    }
  };
}

/** BiCGSTAB from the guess in x; restarts where a step breaks down, and when the true residual lags behind the recurred one. */
function stabilisedGradients(
  apply: (x: Float64Array, out: Float64Array) => void,
  b: Float64Array,
  x: Float64Array,
): boolean {
  const size = b.length;
  const [residual, direction, image, half, halfImage] = Array.from({ length: 5 }, () => new Float64Array(size));
  const r = residual!;
  const p = direction!;
  const v = image!;
  const s = half!;
  const t = halfImage!;
  const goal = 1e-14 * Math.max(norm(b), Number.MIN_VALUE);
  for (let steps = 0, best = Number.POSITIVE_INFINITY, stuck = 0; steps < mostSteps && stuck < 5; ) {
    apply(x, r);
    for (let at = 0; at < size; at++) r[at] = b[at]! - r[at]!;
    const start = norm(r);
    // Rounding in the product itself keeps the residual of a large solution above the goal.
    if (start <= Math.max(goal, 1e-15 * norm(x))) return true;
    stuck = start < best / 2 ? 0 : stuck + 1;
    best = Math.min(best, start);
    const shadow = r.slice();
    p.set(r);
    let rho = dot(r, shadow);
    for (let inner = 0; inner < 200 && steps < mostSteps; inner++, steps++) {
      apply(p, v);
      const alpha = rho / dot(v, shadow);
      if (!Number.isFinite(alpha)) break;
      for (let at = 0; at < size; at++) s[at] = r[at]! - alpha * v[at]!;
      apply(s, t);
      const tt = dot(t, t);
      const omega = tt > 0 ? dot(t, s) / tt : 0;
      for (let at = 0; at < size; at++) {
        x[at]! += alpha * p[at]! + omega * s[at]!;
        r[at] = s[at]! - omega * t[at]!;
      }
      if (omega === 0 || norm(r) <= 1e-3 * goal || norm(r) <= 1e-10 * start) break;
      const last = rho;
      rho = dot(r, shadow);
      const beta = (rho / last) * (alpha / omega);
      if (!Number.isFinite(beta)) break;
      for (let at = 0; at < size; at++) p[at] = r[at]! + beta * (p[at]! - omega * v[at]!);
    }
  }
  return false;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
