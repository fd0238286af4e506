/**
 * What solves x_i = b_i + Σ_j a_ij x_j for many b, where the entries a are not negative and their feedback dies out?
 *
 *   Prepared once: blocks in the order of dependence, and the inverse of each small block. Then each solution is one pass: a division, a product with the
 *   inverse, or, for a large block, what `solve-feedback` does with it.
 *
 * Shapes: n × n by rows. A block that feeds itself completely, or more, has no finite solution: its unknowns are 0 where nothing flows in, else NaN, as is all that depends
 *   on them.
 * Errors: the answer is false where a large block did not come to rest; its unknowns are then NaN too.
 * Limits: an inverse takes size³ steps; of up to 32 unknowns a product with it is no dearer than a few sweeps, and 3,000 such blocks take a tenth of a second. For many b
 *   larger inverses pay: one of 1,000 takes a second or two.
 * Source: R. S. Varga, Matrix Iterative Analysis (1962), section 3.3 (sweeps converge where the feedback dies out).
 */

import { type Conserving, leaksOf, offDiagonal, solveBlock } from "./solve-feedback.ts";
import { spectralRadius } from "./spectral-radius.ts";
import { type Components, componentRows, strongestFirst, stronglyConnected } from "./strong-components.ts";
import { rowSums, type SummedRows } from "./summed-rows.ts";
import { type BlockSystem, sweepFourToRest } from "./sweep-to-rest.ts";

export interface PreparedFeedback {
  readonly rows: SummedRows;
  readonly blocks: Components;
  /** Of each block the inverse of I − A, row by row; null where it is a single unknown, large or endless. */
  readonly inverses: readonly (Float64Array | null)[];
  /** Each large block by itself, numbered from 0 in the order of its members. */
  readonly large: readonly (BlockSystem | null)[];
  /** 1 for a block that feeds itself completely, or more. */
  readonly endless: Uint8Array;
  /** What an unknown is divided by that is a block by itself: what it does not feed itself. */
  readonly divisor: Float64Array;
}

const usuallyInverted = 32;
/** Shares that should sum to 1 do so but for this. */
const rounding = 1e-12;

/** Prepares rows; where all of each column is known to go somewhere, `conserving` says where, and a block that leaks next to nothing keeps its digits; then nothing is inverted. */
export function prepareFeedback(
  rows: SummedRows,
  largestInverse = usuallyInverted,
  conserving: Conserving | null = null,
): PreparedFeedback {
  const blocks = stronglyConnected(rows);
  const { count, starts, members } = blocks;
  const divisor = new Float64Array(rows.n).fill(1);
  for (let row = 0; row < rows.n; row++)
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
      if (rows.columns[place] === row) divisor[row]! -= rows.values[place]!;
  const endless = new Uint8Array(count);
  const inverses: (Float64Array | null)[] = [];
  const large: (BlockSystem | null)[] = [];
  const position = new Int32Array(rows.n);
  for (let block = 0; block < count; block++) {
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    if (inside.length === 1) {
      endless[block] = divisor[inside[0]!]! <= rounding ? 1 : 0;
      if (conserving) divisor[inside[0]!] = leaksOf(conserving, 1, blocks, block)[0]!;
      inverses.push(null);
      large.push(null);
      continue;
    }
    const isSmall = !conserving && inside.length <= largestInverse;
    if (!isSmall) strongestFirst(rows, blocks, block, position);
    const local = componentRows(rows, blocks, block, position);
    endless[block] = isEndless(local) ? 1 : 0;
    inverses.push(endless[block] === 0 && isSmall ? inverse(local) : null);
    const leak = conserving && leaksOf(conserving, 1, blocks, block);
    large.push(endless[block] === 0 && !isSmall ? systemOf(local, leak) : null);
  }
  return { rows, blocks, inverses, large, endless, divisor };
}

/** Solves for one b into x, from the block of `first` on: what comes before it must be 0 in b. */
export function solvePrepared(prepared: PreparedFeedback, b: Float64Array, x: Float64Array, first = -1): boolean {
  return solveEachPrepared(prepared, [{ b, x, first }]);
}

export interface PreparedQuestion {
  readonly b: Float64Array;
  /** Where the answer goes. */
  readonly x: Float64Array;
  readonly first: number;
}

/** The same for several b, large blocks for four at a time. */
export function solveEachPrepared(prepared: PreparedFeedback, questions: readonly PreparedQuestion[]): boolean {
  const { rows, blocks, inverses, endless, divisor } = prepared;
  const { offsets, columns, values } = rows;
  const { count, starts, members, component } = blocks;
  const from = questions.map(({ first }) => (first < 0 ? 0 : component[first]!));
  for (const { x } of questions) x.fill(0);
  let settled = true;
  for (let block = from.reduce((least, each) => Math.min(least, each), count); block < count; block++) {
    const start = starts[block]!;
    const size = starts[block + 1]! - start;
    const large: Float64Array[] = [];
    for (let question = 0; question < questions.length; question++) {
      if (from[question]! > block) continue;
      const { b, x } = questions[question]!;
      // What flows in from outside the block.
      let flows = false;
      for (let at = 0; at < size; at++) {
        const row = members[start + at]!;
        let sum = b[row]!;
        for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
          const column = columns[place]!;
          if (component[column] !== block && x[column] !== 0) sum += values[place]! * x[column]!;
        }
        if (sum !== 0) flows = true;
        x[row] = sum;
      }
      if (!flows) continue;
      const matrix = inverses[block];
      if (endless[block] === 1) for (let at = 0; at < size; at++) x[members[start + at]!] = Number.NaN;
      else if (size === 1) x[members[start]!]! /= divisor[members[start]!]!;
      else if (matrix) multiply(matrix, members.subarray(start, start + size), x);
      else large.push(x);
    }
    for (let at = 0; at < large.length; at += 4)
      if (!solveLarge(prepared, block, large.slice(at, at + 4))) settled = false;
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

/** Solves a block for up to four whose inflow stands in their x; leaves the solutions there. */
function solveLarge({ blocks, large }: PreparedFeedback, block: number, each: readonly Float64Array[]): boolean {
  const inside = blocks.members.subarray(blocks.starts[block]!, blocks.starts[block + 1]!);
  const inflows = each.map((x) => Float64Array.from(inside, (row) => x[row]!));
  if (each.length > 1 && sweepFour(large[block]!, inflows)) {
    for (const [lane, x] of each.entries())
      for (let row = 0; row < inside.length; row++) x[inside[row]!] = inflows[lane]![row]!;
    return true;
  }
  let settled = true;
  for (const [lane, x] of each.entries()) {
    const own = inflows[lane]!;
    // NaN flows in from an endless block: it goes everywhere in this one.
    const isEndless = own.some(Number.isNaN);
    const { rows, diagonal, leak } = large[block]!;
    const isSolved = !isEndless && solveBlock({ rows, diagonal: diagonal.slice(), leak: leak?.slice() ?? null }, own);
    for (let row = 0; row < own.length; row++) x[inside[row]!] = isSolved ? own[row]! : Number.NaN;
    if (!isSolved && !isEndless) settled = false;
  }
  return settled;
}

/** Sweeps up to four side by side; their inflows become solutions. False where one of them needs more than sweeps. */
function sweepFour({ rows, diagonal, leak }: BlockSystem, inflows: readonly Float64Array[]): boolean {
  if (inflows.some((inflow) => inflow.some((each) => !(each >= 0)))) return false;
  const fourfold = (list: Float64Array): Float64Array => {
    const lanes = new Float64Array(4 * list.length);
    for (let at = 0; at < lanes.length; at++) lanes[at] = list[at >> 2]!;
    return lanes;
  };
  const b = new Float64Array(4 * rows.n);
  const x = new Float64Array(4 * rows.n);
  for (const [lane, inflow] of inflows.entries())
    for (let row = 0; row < rows.n; row++) b[4 * row + lane] = inflow[row]!;
  if (!sweepFourToRest({ rows, diagonal: fourfold(diagonal), leak: leak && fourfold(leak) }, b, x)) return false;
  for (const [lane, inflow] of inflows.entries())
    for (let row = 0; row < rows.n; row++) inflow[row] = x[4 * row + lane]!;
  return true;
}

function systemOf(local: SummedRows, leak: Float64Array | null): BlockSystem {
  const diagonal = new Float64Array(local.n).fill(1);
  return { rows: offDiagonal(local, 1, diagonal), diagonal, leak };
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
