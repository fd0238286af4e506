/**
 * What is the least x with x_i = min(1, b_i + Σ_j a_ij x_j), where a and b are not negative? The least answer is the loss that a shock b really
 * causes: whatever it cannot reach stays 0.
 *
 *   Sweeps from below (each value at once used for the next, the rest of a geometric series at once) where they come to rest quickly; else exactly, block by block: begin with 1 wherever the
 *   shock reaches, free those that stay below 1, solve for them, and again, until nobody more is freed.
 *
 * Shapes: n unknowns, a by rows. Units: fractions of 1.
 * Errors: `exact` false where a block did not come to rest; then x is the bound from below that was reached.
 * Limits: what ends within 1e-12 of 1 counts as 1, so that a closed group whose shares sum to 1 but for rounding is closed.
 */

import { rowSweep } from "./row-sweep.ts";
import { solveFeedback } from "./solve-feedback.ts";
import { componentRows, stronglyConnected } from "./strong-components.ts";
import { type SummedRows, transposedRows } from "./summed-rows.ts";

export interface CappedFeedback {
  readonly x: Float64Array;
  readonly sweeps: number;
  readonly exact: boolean;
}

const almostOne = 1 - 1e-12;
/** Sweeps that halve the change each time need 40 for twelve digits; what is slower is solved exactly. */
const mostSweeps = 60;

export function cappedFeedback(rows: SummedRows, b: Float64Array, tolerance = 1e-13): CappedFeedback {
  const x = b.map((each) => Math.min(1, each));
  const sweeps = sweepUp(rows, b, x, tolerance);
  if (sweeps <= mostSweeps) return { x, sweeps, exact: true };
  const exact = solveByBlocks(rows, b, x);
  return { x, sweeps, exact };
}

/**
 * Sweeps until no value moves by more than the tolerance of itself, counting what is still to come; more than `mostSweeps` if it does not rest, and x is
 * then below the answer. Where a change is a multiple of the one before, all that is to come of that series is added at once; it may be too much, so values
 * may fall from then on. Where the shock reaches there is one answer only, and elsewhere 0 stays 0.
 */
function sweepUp(rows: SummedRows, b: Float64Array, x: Float64Array, tolerance: number): number {
  const sweep = rowSweep(rows);
  sweep.b.set(b);
  sweep.full.fill(almostOne);
  const value = sweep.x;
  value.set(x);
  const old = x.slice();
  const change = new Float64Array(x.length);
  let below = true;
  let [movedBefore, squareBefore, slowest] = [0, 0, 0];
  for (let sweeps = 1; sweeps <= mostSweeps; sweeps++) {
    sweep.run();
    let [moved, square, product] = [0, 0, 0];
    for (let row = 0; row < value.length; row++) {
      const now = value[row]!;
      const difference = now - old[row]!;
      if (Math.abs(difference) > moved * now) moved = Math.abs(difference) / now;
      square += difference * difference;
      product += difference * change[row]!;
      change[row] = difference;
      old[row] = now;
    }
    const rate = movedBefore > 0 ? Math.max(slowest, moved / movedBefore) : 1;
    if (moved === 0 || (rate < 0.9 && (moved * rate) / (1 - rate) <= tolerance)) {
      x.set(value);
      return sweeps;
    }
    const ratio = product / squareBefore;
    const isSeries = ratio > 0 && ratio < 1 && product * product > parallel * square * squareBefore;
    [movedBefore, squareBefore] = [moved, square];
    if (!isSeries) continue;
    if (below) x.set(value);
    below = false;
    for (let row = 0; row < value.length; row++)
      old[row] = value[row] = Math.min(1, value[row]! + (change[row]! * ratio) / (1 - ratio));
    slowest = Math.max(slowest, ratio);
    [movedBefore, squareBefore] = [0, 0];
  }
  if (below) x.set(value);
  return mostSweeps + 1;
}

/** Changes are parallel where the square of their cosine is above this. */
const parallel = 0.98;

/** Solves exactly, block after block; blocks that the shock does not reach stay 0. */
function solveByBlocks(rows: SummedRows, b: Float64Array, x: Float64Array): boolean {
  const { offsets, columns, values, n } = rows;
  const blocks = stronglyConnected(rows);
  const { count, component, starts, members } = blocks;
  const position = new Int32Array(n);
  let exact = true;
  for (let block = 0; block < count; block++) {
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    const local = componentRows(rows, blocks, block, position);
    const given = Float64Array.from(inside, (row) => {
      let sum = b[row]!;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
        if (component[columns[place]!] !== block) sum += values[place]! * x[columns[place]!]!;
      return sum;
    });
    const solved = given.some((each) => each > 0) ? solveReached(local, given) : new Float64Array(inside.length);
    if (solved) for (let at = 0; at < inside.length; at++) x[inside[at]!] = solved[at]!;
    else exact = false;
  }
  return exact;
}

/** The answer for one block all of which the shock reaches: frees those that stay below 1, round by round; null where it does not come to rest. */
function solveReached(rows: SummedRows, given: Float64Array): Float64Array | null {
  const { offsets, columns, values, n } = rows;
  const readers = transposedRows(rows);
  const x = new Float64Array(n).fill(1);
  const free = new Uint8Array(n);
  const rhs = new Float64Array(n);
  const diagonal = new Float64Array(n).fill(1);
  for (;;) {
    if (freeMore(rows, readers, given, x, free) === 0) return x;
    for (let row = 0; row < n; row++) {
      rhs[row] = given[row]!;
      for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
        if (free[columns[place]!] === 0) rhs[row]! += values[place]!;
    }
    if (!solveFeedback({ rows, scale: 1, diagonal }, rhs, x, free)) return null;
  }
}

/** Marks all that stay below 1, also because others do; x stays above the answer. Gives their number. */
function freeMore(
  rows: SummedRows,
  readers: SummedRows,
  given: Float64Array,
  x: Float64Array,
  free: Uint8Array,
): number {
  const { offsets, columns, values, n } = rows;
  const waiting = Array.from({ length: n }, (_, row) => row);
  let freed = 0;
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    if (free[row] === 1) continue;
    let sum = given[row]!;
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) sum += values[place]! * x[columns[place]!]!;
    if (sum >= almostOne) continue;
    free[row] = 1;
    x[row] = sum;
    freed++;
    for (let place = readers.offsets[row]!; place < readers.offsets[row + 1]!; place++)
      if (free[readers.columns[place]!] === 0) waiting.push(readers.columns[place]!);
  }
  return freed;
}
