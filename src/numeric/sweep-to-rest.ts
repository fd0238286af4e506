/**
 * What solves d_i x_i = b_i + Σ_j a_ij x_j for non-negative a when no unknown waits long for another? Sweeps over the rows, each value at once used for the next,
 * until they rest.
 *
 *   Where it is known what leaks from each unknown, all is scaled after each sweep so that as much leaks out as comes in: then it does not matter how
 *   little that is. Where it is not, and a change is nearly a multiple of the one before, the rest of that geometric series is added at once.
 *
 * Shapes: n unknowns, rows without entries on the diagonal; d_j = leak_j + Σ_i a_ij where leaks are given. No b is below 0; then nothing cancels, and
 *   every x comes out to about 14 digits, however small it is beside others.
 *   Four systems with the same rows are swept side by side in the time of two: their unknowns stand beside each other (x[4 · row + lane]), as do diagonals, leaks and b.
 * Errors: false where sweeps do not rest soon; x is then no solution.
 * Source: R. Varga, Matrix iterative analysis (1962), section 3.3, for the sweeps; A. Aitken, On Bernoulli's numerical solution of algebraic equations, Proc. Roy. Soc. Edinburgh
 *   46 (1926), for the series.
 */

import { type FourSystems, type LanesSweep, lanesSweep, type SweepSums } from "./lanes-sweep.ts";
import type { SummedRows } from "./summed-rows.ts";

export interface BlockSystem {
  /** Without entries on the diagonal. */
  readonly rows: SummedRows;
  readonly diagonal: Float64Array;
  readonly leak: Float64Array | null;
}

/** Sweeps of which each halves the change need 50. */
const usualSweeps = 100;
/** Changes are parallel where the square of their cosine is above this. */
const parallel = 0.98;

/** Writes the solution into x. */
export function sweepToRest(system: BlockSystem, b: Float64Array, x: Float64Array, mostSweeps = usualSweeps): boolean {
  return sweepLanes(system, b, x, 1, mostSweeps);
}

/** Writes the solutions of four systems into x. */
export function sweepFourToRest(system: BlockSystem, b: Float64Array, x: Float64Array): boolean {
  return sweepLanes(system, b, x, 4, usualSweeps);
}

/** What is known of one system between sweeps. */
interface Lane {
  readonly entering: number;
  isAtRest: boolean;
  /** The rate of the slowest series that was summed. */
  slowest: number;
  /** Of the change before: its square, 0 where there is none to compare with; the largest part of a value; the rate. */
  square: number;
  moved: number;
  rate: number;
}

function sweepLanes(
  { rows, diagonal, leak }: BlockSystem,
  b: Float64Array,
  solution: Float64Array,
  count: 1 | 4,
  mostSweeps: number,
): boolean {
  const inverse = diagonal.map((each) => 1 / each);
  const systems = { rows, inverse, leak: leak ?? new Float64Array(b.length), b };
  const sweep = count === 4 ? lanesSweep(systems) : laneSweep(systems, solution);
  const { x, run } = sweep;
  const lanes = Array.from({ length: count }, (_, lane): Lane => {
    let entering = 0;
    for (let at = lane; at < b.length; at += count) entering += b[at]!;
    for (let at = lane; at < x.length; at += count) x[at] = leak && entering > 0 ? 1 : 0;
    return { entering, isAtRest: entering === 0, slowest: 0, square: 0, moved: 0, rate: Number.POSITIVE_INFINITY };
  });
  for (let sweeps = 0; sweeps < mostSweeps && !lanes.every(({ isAtRest }) => isAtRest); sweeps++) {
    run();
    for (let at = 0; at < count; at++)
      if (!lanes[at]!.isAtRest && !judge(lanes[at]!, at, count, sweep, leak !== null)) return false;
  }
  if (x !== solution) solution.set(x);
  return lanes.every(({ isAtRest }) => isAtRest);
}

/** The same sweep for one system. */
function laneSweep({ rows, inverse, leak, b }: FourSystems, x: Float64Array): LanesSweep {
  const change = new Float64Array(x.length);
  const [square, product, leaving, moved] = [0, 0, 0, 0].map(() => new Float64Array(1));
  const told = { square: square!, product: product!, leaving: leaving!, moved: moved! };
  return { x, change, told, run: () => sweepOne(rows, inverse, leak, b, x, change, told) };
}

function sweepOne(
  { n, offsets, columns, values }: SummedRows,
  inverse: Float64Array,
  leak: Float64Array,
  b: Float64Array,
  x: Float64Array,
  change: Float64Array,
  told: SweepSums,
): void {
  let [square, product, leaving, moved] = [0, 0, 0, 0];
  for (let row = 0, place = 0; row < n; row++) {
    let sum = b[row]!;
    for (const end = offsets[row + 1]!; place < end; place++) sum += values[place]! * x[columns[place]!]!;
    const value = sum * inverse[row]!;
    const difference = value - x[row]!;
    x[row] = value;
    square += difference * difference;
    product += difference * change[row]!;
    change[row] = difference;
    leaving += leak[row]! * value;
    const step = Math.abs(difference);
    const height = Math.abs(value);
    if (step > moved * height) moved = step / height;
  }
  told.square[0] = square;
  told.product[0] = product;
  told.leaving[0] = leaving;
  told.moved[0] = moved;
}

/** Looks at what a sweep changed in one lane: is it at rest? Else it is scaled, or its series is summed. False where its values are no numbers. */
function judge(state: Lane, lane: number, count: number, { x, change, told }: LanesSweep, leaks: boolean): boolean {
  const square = told.square[lane]!;
  const product = told.product[lane]!;
  let moved = told.moved[lane]!;
  if (!Number.isFinite(square)) return false;
  if (leaks) {
    const scale = state.entering / told.leaving[lane]!;
    for (let at = lane; at < x.length; at += count) x[at]! *= scale;
    moved += Math.abs(1 - scale);
  }
  // Values that fall to a part of themselves say nothing of a rate yet.
  moved = Math.min(1, moved);
  // Changes shrink by the larger of two rates, unless a slower series still hides among them: the rest of them sums to moved · rate / (1 − rate).
  const rate = Math.max(state.slowest, moved / state.moved, state.rate);
  state.isAtRest = moved <= 1e-15 || (rate < 0.9 && (moved * rate) / (1 - rate) <= 1e-14);
  const ratio = product / state.square;
  const isSeries = product * product > parallel * square * state.square && ratio > 0 && ratio < 1;
  state.rate = moved / state.moved;
  state.moved = moved;
  state.square = square;
  if (leaks || !isSeries || state.isAtRest) return true;
  for (let at = lane; at < x.length; at += count) x[at]! += (change[at]! * ratio) / (1 - ratio);
  state.slowest = Math.max(state.slowest, ratio);
  state.rate = Number.POSITIVE_INFINITY;
  state.moved = 0;
  state.square = 0;
  return true;
}
