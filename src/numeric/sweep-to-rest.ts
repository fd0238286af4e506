/**
 * What solves d_i x_i = b_i + Σ_j a_ij x_j for non-negative a when no unknown waits long for another? Sweeps over the rows, each value at once used for the next,
 * until they rest.
 *
 *   Where it is known what leaks from each unknown, all is scaled after each sweep so that as much leaks out as comes in: then it does not matter how
 *   little that is. Where it is not, and a change is nearly a multiple of the one before, the rest of that geometric series is added at once.
 *
 * Shapes: n unknowns, rows without entries on the diagonal; d_j = leak_j + Σ_i a_ij where leaks are given. No b is below 0; then nothing cancels, and
 *   every x comes out to about 14 digits, however small it is beside others.
 * Errors: false where sweeps do not rest soon; x is then no solution.
 * Source: R. Varga, Matrix iterative analysis (1962), section 3.3, for the sweeps; A. Aitken, On Bernoulli's numerical solution of algebraic equations, Proc. Roy. Soc. Edinburgh
 *   46 (1926), for the series.
 */

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
  const { rows, diagonal, leak } = system;
  const { n, offsets, columns, values } = rows;
  const entering = b.reduce((sum, each) => sum + each, 0);
  x.fill(leak && entering > 0 ? 1 : 0);
  if (entering === 0) return true;
  const change = new Float64Array(n);
  const inverse = diagonal.map((each) => 1 / each);
  const leaks = leak ?? change.slice();
  let slowest = 0;
  let sizeBefore = 0;
  let movedBefore = 0; // 0 where there is no change before to compare with
  let rateBefore = Number.POSITIVE_INFINITY;
  for (let sweeps = 0; sweeps < mostSweeps; sweeps++) {
    let leaving = 0;
    let moved = 0;
    let size = 0;
    let product = 0;
    for (let row = 0, place = 0; row < n; row++) {
      let sum = b[row]!;
      const end = offsets[row + 1]!;
      while (place < end) {
        sum += values[place]! * x[columns[place]!]!;
        place++;
      }
      const value = sum * inverse[row]!;
      const difference = value - x[row]!;
      x[row] = value;
      leaving += leaks[row]! * value;
      size += difference * difference;
      product += difference * change[row]!;
      change[row] = difference;
      const height = Math.abs(value);
      const step = Math.abs(difference);
      if (step > moved * height) moved = step / height;
    }
    if (!Number.isFinite(size)) return false;
    if (leak) {
      const scale = entering / leaving;
      for (let row = 0; row < n; row++) x[row]! *= scale;
      moved += Math.abs(1 - scale);
    }
    // Values that fall to a part of themselves say nothing of a rate yet.
    moved = Math.min(1, moved);
    // Changes shrink by the larger of two rates, unless a slower series still hides among them: the rest of them sums to moved · rate / (1 − rate).
    const rate = Math.max(slowest, moved / movedBefore, rateBefore);
    rateBefore = moved / movedBefore;
    if (moved <= 1e-15 || (rate < 0.9 && (moved * rate) / (1 - rate) <= 1e-14)) return true;
    movedBefore = moved;
    const ratio = product / sizeBefore;
    const isSeries = product * product > parallel * size * sizeBefore && ratio > 0 && ratio < 1;
    sizeBefore = size;
    if (leak || !isSeries) continue;
    slowest = Math.max(slowest, ratio);
    for (let row = 0; row < n; row++) x[row]! += (change[row]! * ratio) / (1 - ratio);
    sizeBefore = 0;
    movedBefore = 0;
    rateBefore = Number.POSITIVE_INFINITY;
  }
  return false;
}
