/**
 * What solves d_i x_i = b_i + s Σ_j a_ij x_j for a large sparse matrix of non-negative entries whose feedback dies out?
 *
 *   Block by block in the order of dependence. A block of one is a division; a larger one is swept. Where that does not rest soon, up to `denseBlock` unknowns
 *   are eliminated; of more, all that merely pass on are eliminated first, and what is left is swept on or iterated (BiCGSTAB).
 *
 * Shapes: n unknowns; with `active`, only those marked 1 are solved for, and the others count as 0. The answer is written into x.
 * Errors: false where a block feeds itself completely or the iteration does not come to rest; x is then no solution.
 * Limits: `denseBlock` 400 takes about 20 ms and 1.3 MB a block.
 * Source: R. Varga, Matrix iterative analysis (1962), section 3.3, for the sweeps.
 */

import { eliminate } from "./eliminate.ts";
import { shortened } from "./shorten.ts";
import { stabilisedGradients } from "./stabilised-gradients.ts";
import { type Components, componentRows, strongestFirst, stronglyConnected } from "./strong-components.ts";
import type { SummedRows } from "./summed-rows.ts";
import { type BlockSystem, sweepToRest } from "./sweep-to-rest.ts";

export interface FeedbackSystem {
  readonly rows: SummedRows;
  readonly scale: number;
  readonly diagonal: Float64Array;
  readonly conserving?: Conserving;
}

/** Where each column is known to go: d_j = outside_j + Σ_i a_ij, with a by columns. Small leaks then lose no digits. */
export interface Conserving {
  readonly columns: SummedRows;
  readonly outside: Float64Array;
}

/** Blocks up to this size are eliminated in less time than they are swept. */
const fewUnknowns = 16;
const denseBlock = 400;
const largestDense = 2000;

export function solveFeedback(
  system: FeedbackSystem,
  rhs: Float64Array,
  x: Float64Array,
  active?: Uint8Array,
): boolean {
  const { offsets, columns, values, n } = system.rows;
  const { scale, diagonal } = system;
  const blocks = stronglyConnected(system.rows, active);
  const { count, component, starts, members } = blocks;
  const position = new Int32Array(n);
  for (let block = 0; block < count; block++) {
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    if (inside.length > fewUnknowns) strongestFirst(system.rows, blocks, block, position);
    let self = 0;
    for (let at = 0; at < inside.length; at++) {
      const row = inside[at]!;
      let known = 0;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
        const column = columns[place]!;
        if (component[column] === -1) continue;
        if (component[column] !== block) known += values[place]! * x[column]!;
        else if (column === row) self = values[place]!;
      }
      x[row] = rhs[row]! + scale * known;
    }
    if (inside.length === 1) {
      const divisor = diagonal[inside[0]!]! - scale * self;
      if (!(divisor > 0)) return false;
      x[inside[0]!]! /= divisor;
    } else {
      const b = Float64Array.from(inside, (row) => x[row]!);
      if (!solveBlock(blockOf(system, blocks, block, position), b)) return false;
      for (let at = 0; at < inside.length; at++) x[inside[at]!] = b[at]!;
    }
  }
  return true;
}

/** One block by itself, what each unknown feeds itself taken to the diagonal. */
function blockOf(system: FeedbackSystem, blocks: Components, block: number, position: Int32Array): BlockSystem {
  const { scale, conserving } = system;
  const inside = blocks.members.subarray(blocks.starts[block]!, blocks.starts[block + 1]!);
  const diagonal = Float64Array.from(inside, (row) => system.diagonal[row]!);
  const rows = offDiagonal(componentRows(system.rows, blocks, block, position), scale, diagonal);
  return { rows, diagonal, leak: conserving ? leaksOf(conserving, scale, blocks, block) : null };
}

/** What leaves a block from each of its columns, summed without a difference. */
export function leaksOf(
  { columns, outside }: Conserving,
  scale: number,
  blocks: Components,
  block: number,
): Float64Array {
  const inside = blocks.members.subarray(blocks.starts[block]!, blocks.starts[block + 1]!);
  return Float64Array.from(inside, (column) => {
    let leaving = outside[column]!;
    for (let place = columns.offsets[column]!; place < columns.offsets[column + 1]!; place++)
      leaving += columns.values[place]! * (blocks.component[columns.columns[place]!] === block ? 1 - scale : 1);
    return leaving;
  });
}

/** The rows scaled, in place, without their diagonal, which is taken from `diagonal`. */
export function offDiagonal(rows: SummedRows, scale: number, diagonal: Float64Array): SummedRows {
  const { n, offsets, columns, values } = rows;
  let kept = 0;
  for (let row = 0, place = 0; row < n; row++) {
    for (const end = offsets[row + 1]!; place < end; place++) {
      const value = scale * values[place]!;
      if (columns[place] === row) diagonal[row]! -= value;
      else {
        columns[kept] = columns[place]!;
        values[kept++] = value;
      }
    }
    offsets[row + 1] = kept;
  }
  return { n, offsets, columns: columns.subarray(0, kept), values: values.subarray(0, kept) };
}

/** Solves one block, of which every unknown depends on every other; b becomes the solution. Diagonal and leaks may be overwritten. */
export function solveBlock(block: BlockSystem, b: Float64Array): boolean {
  const size = b.length;
  if (block.diagonal.some((each) => !(each > 0))) return false;
  if (size > fewUnknowns && sweptByParts(block, b)) return true;
  if (size <= denseBlock) return solveDense(block, b);
  return shortened(block, b, (core, coreB) => {
    const left = coreB.length;
    if (left <= denseBlock) return solveDense(core, coreB);
    if (core.leak ? sweptByParts(core, coreB, 2000) : iterate(core, coreB)) return true;
    return left <= largestDense && solveDense(core, coreB);
  });
}

/** Sweeps what is positive in b and what is negative each by itself, so that what is small beside what cancels keeps its digits. */
function sweptByParts(block: BlockSystem, b: Float64Array, mostSweeps?: number): boolean {
  const x = new Float64Array(b.length);
  const rises = b.map((each) => Math.max(0, each));
  if (!sweepToRest(block, rises, x, mostSweeps)) return false;
  const falls = b.map((each) => Math.max(0, -each));
  const y = new Float64Array(b.length);
  if (!sweepToRest(block, falls, y, mostSweeps)) return false;
  for (let at = 0; at < b.length; at++) b[at] = x[at]! - y[at]!;
  return true;
}

function solveDense({ rows, diagonal, leak }: BlockSystem, b: Float64Array): boolean {
  const size = rows.n;
  const a = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
      a[row * size + rows.columns[place]!] = rows.values[place]!;
  return eliminate(size, a, diagonal, leak, b);
}

/** Solves by BiCGSTAB, scaled to a diagonal of 1. */
function iterate({ rows, diagonal }: BlockSystem, b: Float64Array): boolean {
  const { offsets, columns, values } = rows;
  const apply = (y: Float64Array, out: Float64Array): void => {
    for (let row = 0; row < y.length; row++) {
      let sum = 0;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++) sum += values[place]! * y[columns[place]!]!;
      out[row] = y[row]! - sum / diagonal[row]!;
    }
  };
  const scaled = b.map((each, at) => each / diagonal[at]!);
  const x = scaled.slice();
  const isSolved = stabilisedGradients(apply, scaled, x);
  if (isSolved) b.set(x);
  return isSolved;
}
