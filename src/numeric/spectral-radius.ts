/**
 * How strongly does a matrix of non-negative entries feed itself? Its spectral radius, between two bounds.
 *
 *   For every positive x: min (A x)_i / x_i ≤ radius ≤ max (A x)_i / x_i. The power method on A + c I draws the two together; where it is slow, a block
 *   of up to 400 is finished by inverse iteration from above, which squares the error at each step.
 *
 * Shapes: n × n by rows; each block of unknowns that feed one another has its own radius, the largest counts.
 * Errors: where the bounds do not meet they are given as they stand: the radius lies between them.
 * Source: L. Collatz, Einschließungssatz für die charakteristischen Zahlen von Matrizen, Mathematische Zeitschrift 48 (1942); T. Noda, Note on the
 *   computation of the maximal eigenvalue of a non-negative irreducible matrix, Numerische Mathematik 17 (1971).
 */

import { eliminate } from "./eliminate.ts";
import { componentRows, stronglyConnected } from "./strong-components.ts";
import type { SummedRows } from "./summed-rows.ts";

export interface RadiusBounds {
  readonly lower: number;
  readonly upper: number;
}

const largestDense = 400;
const close = 1e-13;

export function spectralRadius(rows: SummedRows): RadiusBounds {
  const blocks = stronglyConnected(rows);
  const position = new Int32Array(rows.n);
  let [lower, upper] = [0, 0];
  for (let block = 0; block < blocks.count; block++) {
    const local = componentRows(rows, blocks, block, position);
    if (local.values.length === 0) continue;
    const found = blockRadius(local);
    lower = Math.max(lower, found.lower);
    upper = Math.max(upper, found.upper);
  }
  return { lower, upper };
}

function blockRadius(rows: SummedRows): RadiusBounds {
  const { n } = rows;
  const x = new Float64Array(n).fill(1);
  const image = new Float64Array(n);
  let bounds: RadiusBounds = { lower: 0, upper: Number.MAX_VALUE };
  const isClose = (): boolean => bounds.upper - bounds.lower <= close * bounds.upper;
  const most = n <= largestDense ? 100 : 5000;
  for (let step = 0; step < most && !isClose(); step++) {
    bounds = narrowed(bounds, rows, x, image);
    // The shift keeps matrices that merely pass values round in turn from swinging for ever.
    const shift = bounds.upper / 4;
    for (let at = 0; at < n; at++) x[at] = image[at]! + shift * x[at]!;
    scale(x);
  }
  for (let step = 0; step < 50 && n <= largestDense && !isClose(); step++) {
    if (!inverseStep(rows, bounds.upper, x)) break;
    bounds = narrowed(bounds, rows, x, image);
  }
  return bounds;
}

/** Bounds from A x / x, never wider than before. */
function narrowed(before: RadiusBounds, rows: SummedRows, x: Float64Array, image: Float64Array): RadiusBounds {
  const { n, offsets, columns, values } = rows;
  let [lower, upper] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) sum += values[place]! * x[columns[place]!]!;
    image[row] = sum;
    const ratio = sum / x[row]!;
    if (ratio < lower) lower = ratio;
    if (ratio > upper) upper = ratio;
  }
  return { lower: Math.max(before.lower, lower), upper: Math.min(before.upper, upper) };
}

/** x becomes (bound I − A)⁻¹ x, scaled; false where the bound is the radius itself to all digits. */
function inverseStep({ n, offsets, columns, values }: SummedRows, bound: number, x: Float64Array): boolean {
  const a = new Float64Array(n * n);
  const diagonal = new Float64Array(n).fill(bound);
  for (let row = 0; row < n; row++)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
      if (columns[place] === row) diagonal[row]! -= values[place]!;
      else a[row * n + columns[place]!] = values[place]!;
  const solved = x.slice();
  if (!eliminate(n, a, diagonal, null, solved) || !solved.every((each) => each > 0 && Number.isFinite(each)))
    return false;
  x.set(solved);
  scale(x);
  return true;
}

function scale(x: Float64Array): void {
  const largest = x.reduce((most, each) => Math.max(most, each), 0);
  for (let at = 0; at < x.length; at++) x[at]! /= largest;
}
