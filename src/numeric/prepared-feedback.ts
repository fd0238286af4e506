/**
 * What solves x_i = b_i + Σ_j a_ij x_j for many b, where the entries a are not negative and their feedback dies out?
 *
 *   Prepared once: blocks in the order of dependence, and the inverse of each small block. Then each solution is one pass: a division, a product with the
 *   inverse, or, for a large block, sweeps (Gauss–Seidel) until what they change is lost in rounding; where sweeps are slow the block is solved by itself.
 *
 * Shapes: n × n by rows. A block that feeds itself completely, or more, has no finite solution: its unknowns are 0 where nothing flows in, else NaN, as is all that depends
 *   on them.
 * Errors: the answer is false where a large block did not come to rest.
 * Limits: an inverse takes size³ steps; of up to 32 unknowns a product with it is no dearer than a few sweeps, and 3,000 such blocks take a tenth of a second. For many b
 *   larger inverses pay: one of 1,000 takes a second or two.
 * Source: R. S. Varga, Matrix Iterative Analysis (1962), section 3.3 (sweeps converge where the feedback dies out).
 */

import { type DependencyBlocks, dependencyBlocks } from "./dependency-blocks.ts";
import { solveFeedback } from "./solve-feedback.ts";
import { spectralRadius } from "./spectral-radius.ts";
import { rowSums, type SummedRows, summedRows } from "./summed-rows.ts";

export interface PreparedFeedback {
  readonly rows: SummedRows;
  readonly blocks: DependencyBlocks;
  /** Of each block the inverse of I − A, row by row; null where it is a single unknown, large or endless. */
  readonly inverses: readonly (Float64Array | null)[];
  /** Of each large block its own rows, numbered from 0 in the order of its members. */
  readonly locals: readonly (SummedRows | null)[];
  /** 1 for a block that feeds itself completely, or more. */
  readonly endless: Uint8Array;
  readonly self: Float64Array;
}

const usuallyInverted = 32;
/** Sweeps whose changes shrink by a fifth each time end within these; slower ones are left to elimination and gradients. */
const mostSweeps = 150;
/** Shares that should sum to 1 do so but for this. */
const rounding = 1e-12;

export function prepareFeedback(rows: SummedRows, largestInverse = usuallyInverted): PreparedFeedback {
  const blocks = dependencyBlocks(rows);
  const { starts, members } = blocks;
  const self = new Float64Array(rows.n);
  for (let row = 0; row < rows.n; row++)
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
      if (rows.columns[place] === row) self[row] = rows.values[place]!;
  const count = starts.length - 1;
  const endless = new Uint8Array(count);
  const inverses: (Float64Array | null)[] = [];
  const locals: (SummedRows | null)[] = [];
  const position = new Int32Array(rows.n);
  for (let block = 0; block < count; block++) {
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    if (inside.length === 1) {
      endless[block] = self[inside[0]!]! >= 1 - rounding ? 1 : 0;
      inverses.push(null);
      locals.push(null);
      continue;
    }
    const local = localRows(rows, inside, blocks.blockOf, position);
    endless[block] = isEndless(local) ? 1 : 0;
    const isSmall = inside.length <= largestInverse;
    inverses.push(endless[block] === 0 && isSmall ? inverse(local) : null);
    locals.push(isSmall ? null : local);
  }
  return { rows, blocks, inverses, locals, endless, self };
}

/** Solves for one b into x, from the block of `first` on: what comes before it must be 0 in b. */
export function solvePrepared(prepared: PreparedFeedback, b: Float64Array, x: Float64Array, first = -1): boolean {
  const { rows, blocks, inverses, endless, self } = prepared;
  const { offsets, columns, values } = rows;
  const { starts, members, blockOf } = blocks;
  let settled = true;
  const from = first < 0 ? 0 : blockOf[first]!;
  for (let at = 0; at < starts[from]!; at++) x[members[at]!] = 0;
  for (let block = from; block + 1 < starts.length; block++) {
    const start = starts[block]!;
    const size = starts[block + 1]! - start;
    // What flows in from outside the block.
    let flows = false;
    for (let at = 0; at < size; at++) {
      const row = members[start + at]!;
      let sum = b[row]!;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
        const column = columns[place]!;
        if (blockOf[column] !== block && x[column] !== 0) sum += values[place]! * x[column]!;
      }
      if (sum !== 0) flows = true;
      x[row] = sum;
    }
    if (!flows) continue;
    const matrix = inverses[block];
    if (endless[block] === 1) for (let at = 0; at < size; at++) x[members[start + at]!] = Number.NaN;
    else if (size === 1) x[members[start]!]! /= 1 - self[members[start]!]!;
    else if (matrix) multiply(matrix, members.subarray(start, start + size), x);
    else if (!sweep(prepared, block, x)) settled = false;
  }
  return settled;
}

/** The inverse lies column by column: where little flows in, few are needed. */
function multiply(matrix: Float64Array, inside: Int32Array, x: Float64Array): void {
  const size = inside.length;
  const product = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    const inflow = x[inside[column]!]!;
    if (inflow === 0) continue;
    const at = column * size;
    for (let row = 0; row < size; row++) product[row]! += matrix[at + row]! * inflow;
  }
  for (let row = 0; row < size; row++) x[inside[row]!] = product[row]!;
}

/** Sweeps a block whose inflow stands in x; leaves its solution there. */
function sweep({ blocks, locals }: PreparedFeedback, block: number, x: Float64Array): boolean {
  const { n, offsets, columns, values } = locals[block]!;
  const inside = blocks.members.subarray(blocks.starts[block]!, blocks.starts[block + 1]!);
  const inflow = Float64Array.from(inside, (row) => x[row]!);
  // NaN flows in from an endless block: it goes everywhere in this one.
  const own = inflow.some(Number.isNaN) ? new Float64Array(n).fill(Number.NaN) : inflow.slice();
  let settled = Number.isNaN(own[0]!);
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostSweeps && !settled; round++) {
    let change = 0;
    let largest = 0;
    for (let row = n - 1; row >= 0; row--) {
      let sum = inflow[row]!;
      let left = 1;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
        const column = columns[place]!;
        if (column === row) left -= values[place]!;
        else sum += values[place]! * own[column]!;
      }
      sum /= left;
      const moved = Math.abs(sum - own[row]!);
      if (moved > change) change = moved;
      if (Math.abs(sum) > largest) largest = Math.abs(sum);
      own[row] = sum;
    }
    // Changes shrink by this rate, so the rest of them sums to change · rate / (1 − rate).
    const rate = change / last;
    settled =
      change <= 2e-16 * largest || (round > 3 && rate < 0.99 && (change * rate) / (1 - rate) <= 1e-14 * largest);
    last = change;
  }
  if (!settled)
    settled = solveFeedback({ rows: locals[block]!, scale: 1, diagonal: new Float64Array(n).fill(1) }, inflow, own);
  for (let row = 0; row < n; row++) x[inside[row]!] = own[row]!;
  return settled;
}

/** Whether a block's feedback never dies out. Where no row, or no column, sums to more than 1 and one to less, it does; else its radius tells. */
function isEndless(local: SummedRows): boolean {
  const byColumn = new Float64Array(local.n);
  for (let place = 0; place < local.columns.length; place++) byColumn[local.columns[place]!]! += local.values[place]!;
  for (const sums of [byColumn, rowSums(local)]) {
    const most = sums.reduce((all, sum) => Math.max(all, sum));
    const least = sums.reduce((all, sum) => Math.min(all, sum));
    if (most <= 1 + rounding) return least >= 1 - rounding;
  }
  return spectralRadius(local).upper >= 1 - rounding;
}

/** A block with its members numbered from 0. */
function localRows(rows: SummedRows, inside: Int32Array, blockOf: Int32Array, position: Int32Array): SummedRows {
  const { offsets, columns, values } = rows;
  inside.forEach((row, at) => {
    position[row] = at;
  });
  const from: number[] = [];
  const to: number[] = [];
  const amount: number[] = [];
  for (const row of inside)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      if (blockOf[columns[place]!] !== blockOf[row]) continue;
      from.push(position[row]!);
      to.push(position[columns[place]!]!);
      amount.push(values[place]!);
    }
  return summedRows(inside.length, Int32Array.from(from), Int32Array.from(to), Float64Array.from(amount), "keep");
}

/** (I − A)⁻¹, column by column, by Gauss–Jordan elimination in place; without pivoting, as I − A is an M-matrix. */
function inverse({ n, offsets, columns, values }: SummedRows): Float64Array {
  const a = new Float64Array(n * n);
  // Laid down by columns: that is the transpose, whose inverse is the inverse's transpose.
  for (let row = 0; row < n; row++) {
    a[row * n + row] = 1;
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) a[columns[place]! * n + row]! -= values[place]!;
  }
  for (let pivot = 0; pivot < n; pivot++) {
    const at = pivot * n;
    const divided = 1 / a[at + pivot]!;
    a[at + pivot] = 1;
    for (let column = 0; column < n; column++) a[at + column]! *= divided;
    for (let row = 0; row < n; row++) {
      const factor = a[row * n + pivot]!;
      if (row === pivot || factor === 0) continue;
      a[row * n + pivot] = 0;
      for (let column = 0; column < n; column++) a[row * n + column]! -= factor * a[at + column]!;
    }
  }
  return a;
}
