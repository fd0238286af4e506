/**
 * What solves d_i x_i = b_i + s Σ_j a_ij x_j for a large sparse matrix of non-negative entries whose feedback dies out?
 *
 *   Block by block in the order of dependence. A block of one is a division; up to `denseBlock` unknowns are eliminated; a larger one is swept. Where
 *   that does not rest soon, all that merely pass on are eliminated, and what is left is swept on or iterated (BiCGSTAB).
 *
 * Shapes: n unknowns; with `active`, only those marked 1 are solved for, and the others count as 0. The answer is written into x.
 * Errors: false where a block feeds itself completely or the iteration does not come to rest; x is then no solution.
 * Limits: `denseBlock` 400 takes about 20 ms and 1.3 MB a block.
 * Source: R. Varga, Matrix iterative analysis (1962), section 3.3, for the sweeps.
 */

import { dependencyBlocks } from "./dependency-blocks.ts";
import { eliminate } from "./eliminate.ts";
import { type LocalEntries, shortened } from "./shorten.ts";
import { stabilisedGradients } from "./stabilised-gradients.ts";
import { type SummedRows, summedRows } from "./summed-rows.ts";

export interface FeedbackSystem {
  readonly rows: SummedRows;
  readonly scale: number;
  readonly diagonal: Float64Array;
  /** Where each column is known to go: d_j = outside_j + Σ_i a_ij, with a by columns. Small leaks then lose no digits. */
  readonly conserving?: { readonly columns: SummedRows; readonly outside: Float64Array };
}

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
      if (!solveBlock(local, b)) return false;
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

/** Solves one block: long ways first, then what is left in full or by iteration; b becomes the solution. */
function solveBlock({ system, block, blockOf, inside, position }: LocalBlock, b: Float64Array): boolean {
  const { rows, scale } = system;
  const size = inside.length;
  const diagonal = Float64Array.from(inside, (row) => system.diagonal[row]!);
  const leak = leaks(system, block, blockOf, inside);
  const entries: LocalEntries = { row: [], column: [], value: [] };
  for (let at = 0; at < size; at++) {
    const row = inside[at]!;
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++) {
      const column = rows.columns[place]!;
      if (blockOf[column] !== block) continue;
      if (column === row) diagonal[at]! -= scale * rows.values[place]!;
      else {
        entries.row.push(at);
        entries.column.push(position[column]!);
        entries.value.push(scale * rows.values[place]!);
      }
    }
  }
  if (size <= denseBlock) return solveDense(size, entries, diagonal, leak, b);
  if (sweep(size, entries, diagonal, leak, b)) return true;
  return shortened(size, entries, diagonal, leak, b, (left, core, coreDiagonal, coreLeak, coreB) => {
    if (left <= denseBlock) return solveDense(left, core, coreDiagonal, coreLeak, coreB);
    if (coreLeak ? sweep(left, core, coreDiagonal, coreLeak, coreB, 2000) : iterate(left, core, coreDiagonal, coreB))
      return true;
    return left <= largestDense && solveDense(left, core, coreDiagonal, coreLeak, coreB);
  });
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

function solveDense(
  size: number,
  { row, column, value }: LocalEntries,
  diagonal: Float64Array,
  leak: Float64Array | null,
  b: Float64Array,
): boolean {
  const a = new Float64Array(size * size);
  for (let entry = 0; entry < row.length; entry++) a[row[entry]! * size + column[entry]!] = value[entry]!;
  return eliminate(size, a, diagonal, leak, b);
}

/**
 * Solves by sweeps, each value at once used for the next; where they come to rest b becomes the solution. Where the leaks are known, all is scaled
 * after each sweep so that as much leaks out as comes in: then it does not matter how little that is.
 */
function sweep(
  size: number,
  entries: LocalEntries,
  diagonal: Float64Array,
  leak: Float64Array | null,
  b: Float64Array,
  mostSweeps = 100,
): boolean {
  const { offsets, columns, values } = localRows(size, entries);
  const entering = b.reduce((sum, each) => sum + each, 0);
  if (leak && entering === 0) return true;
  const x = new Float64Array(size).fill(leak ? 1 : 0);
  const old = new Float64Array(size);
  for (let sweeps = 0, before = Number.POSITIVE_INFINITY; sweeps < mostSweeps; sweeps++) {
    old.set(x);
    let leaving = 0;
    for (let row = 0; row < size; row++) {
      let sum = b[row]!;
      for (let place = offsets[row]!, end = offsets[row + 1]!; place < end; place++)
        sum += values[place]! * x[columns[place]!]!;
      x[row] = sum / diagonal[row]!;
      if (leak) leaving += leak[row]! * x[row]!;
    }
    let change = 0;
    for (let row = 0; row < size; row++) {
      if (leak) x[row]! *= entering / leaving;
      const moved = Math.abs(x[row]! - old[row]!);
      if (moved > change * Math.abs(x[row]!)) change = moved / Math.abs(x[row]!);
    }
    const rate = change / before;
    if (change <= 1e-15 || (rate < 0.9 && (change * rate) / (1 - rate) <= 1e-14 && sweeps > 1)) {
      b.set(x);
      return true;
    }
    if (Number.isNaN(change)) return false;
    before = change;
  }
  return false;
}

/** Solves by BiCGSTAB, scaled to a diagonal of 1; where it succeeds b becomes the solution. */
function iterate(size: number, { row, column, value }: LocalEntries, diagonal: Float64Array, b: Float64Array) {
  const local = localRows(size, { row, column, value: value.map((each, entry) => each / diagonal[row[entry]!]!) });
  const scaled = b.map((each, at) => each / diagonal[at]!);
  const x = scaled.slice();
  const isSolved = stabilisedGradients(remainder(local.offsets, local.columns, local.values), scaled, x);
  if (isSolved) b.set(x);
  return isSolved;
}

function localRows(size: number, { row, column, value }: LocalEntries): SummedRows {
  return summedRows(size, Int32Array.from(row), Int32Array.from(column), Float64Array.from(value));
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
