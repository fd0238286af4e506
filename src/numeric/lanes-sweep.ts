/**
 * Four systems with the same rows, swept side by side: what becomes of each unknown when it is renewed from all others, its new value at once used for the next?
 *
 *   x_i = (b_i + Σ_j a_ij x_j) · inverse_i in each of the four lanes
 *
 * As WebAssembly, assembled by hand below, two lanes are one step of the machine; else the same steps run in TypeScript, with the same result to the last bit.
 *
 * Shapes: n rows without entries on the diagonal; x, b and inverse hold four values a row: x[4 · row + lane]. The arrays are valid until another sweep is made.
 */

import { type AssembledSweep, sharedRoom } from "./assembled-sweep.ts";
import type { SummedRows } from "./summed-rows.ts";

export interface LanesSweep {
  readonly x: Float64Array;
  readonly run: () => void;
}

/** Below so many entries copying them costs what it saves. */
const small = 500;

/** A sweep that begins with x 0. */
export function lanesSweep(rows: SummedRows, inverse: Float64Array, b: Float64Array): LanesSweep {
  const entries = rows.columns.length;
  const made = entries >= small ? room(100 * rows.n + 4 + 12 * entries) : null;
  return made ? assembledSweep(rows, inverse, b, made) : plainLanesSweep(rows, inverse, b);
}

/** The sweep in TypeScript. */
export function plainLanesSweep(
  { n, offsets, columns, values }: SummedRows,
  inverse: Float64Array,
  b: Float64Array,
): LanesSweep {
  const x = new Float64Array(4 * n);
  return { x, run: () => sweepFour(n, offsets, columns, values, inverse, b, x) };
}

function sweepFour(
  n: number,
  offsets: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  inverse: Float64Array,
  b: Float64Array,
  x: Float64Array,
): void {
  for (let row = 0, place = 0; row < n; row++) {
    const at = 4 * row;
    let one = b[at]!;
    let two = b[at + 1]!;
    let three = b[at + 2]!;
    let four = b[at + 3]!;
    for (const end = offsets[row + 1]!; place < end; place++) {
      const value = values[place]!;
      const from = 4 * columns[place]!;
      one += value * x[from]!;
      two += value * x[from + 1]!;
      three += value * x[from + 2]!;
      four += value * x[from + 3]!;
    }
    x[at] = one * inverse[at]!;
    x[at + 1] = two * inverse[at + 1]!;
    x[at + 2] = three * inverse[at + 2]!;
    x[at + 3] = four * inverse[at + 3]!;
  }
}

/** The sweep in WebAssembly: x first in its memory, so that a column is an address, then b and inverse, the values, the offsets, the columns. */
function assembledSweep(
  { n, offsets, columns, values }: SummedRows,
  inverse: Float64Array,
  b: Float64Array,
  { buffer, sweep }: AssembledSweep,
): LanesSweep {
  const size = 32 * n;
  const x = new Float64Array(buffer, 0, 4 * n).fill(0);
  new Float64Array(buffer, size, 4 * n).set(b);
  new Float64Array(buffer, 2 * size, 4 * n).set(inverse);
  new Float64Array(buffer, 3 * size, columns.length).set(values);
  const offsetsAt = 3 * size + 8 * columns.length;
  new Int32Array(buffer, offsetsAt, n + 1).set(offsets);
  const columnsAt = offsetsAt + 4 * (n + 1);
  new Int32Array(buffer, columnsAt, columns.length).set(columns);
  return { x, run: () => sweep(size, 3 * size, offsetsAt, columnsAt) };
}

// biome-ignore format: one step a line
const code = Uint8Array.of(
  // magic word and version
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  // a type: four whole numbers in, nothing out
  0x01, 0x08, 0x01, 0x60, 0x04, 0x7f, 0x7f, 0x7f, 0x7f, 0x00,
  // imports the memory "m" of ""
  0x02, 0x07, 0x01, 0x00, 0x01, 0x6d, 0x02, 0x00, 0x00,
  // one function of this type
  0x03, 0x02, 0x01, 0x00,
  // exports it as "s"
  0x07, 0x05, 0x01, 0x01, 0x73, 0x00, 0x00,
  // its code; three vectors of two reals and four whole numbers as variables
  0x0a, 0xc7, 0x01, 0x01, 0xc4, 0x01, 0x02, 0x03, 0x7b, 0x04, 0x7f,
  // first = column
  0x20, 0x03, 0x21, 0x09,
  // rows:
  0x03, 0x40,
  // the first two and the last two of b[row]
  0x20, 0x08, 0x20, 0x00, 0x6a, 0x22, 0x0a, 0xfd, 0x00, 0x03, 0x00, 0x21, 0x04, 0x20, 0x0a, 0xfd, 0x00, 0x03, 0x10, 0x21, 0x05,
  // end = first + 4 · offsets[row + 1]
  0x20, 0x09, 0x20, 0x02, 0x28, 0x02, 0x04, 0x41, 0x02, 0x74, 0x6a, 0x21, 0x07,
  // unless column < end, past the entries
  0x02, 0x40, 0x20, 0x03, 0x20, 0x07, 0x4f, 0x0d, 0x00,
  // entries:
  0x03, 0x40,
  // its value, twice
  0x20, 0x01, 0xfd, 0x0a, 0x03, 0x00, 0x21, 0x06,
  // the address of x[column]
  0x20, 0x03, 0x28, 0x02, 0x00, 0x41, 0x05, 0x74, 0x21, 0x0a,
  // sums += value · x[column]
  0x20, 0x04, 0x20, 0x06, 0x20, 0x0a, 0xfd, 0x00, 0x03, 0x00, 0xfd, 0xf2, 0x01, 0xfd, 0xf0, 0x01, 0x21, 0x04, 0x20, 0x05, 0x20, 0x06, 0x20, 0x0a, 0xfd, 0x00, 0x03, 0x10, 0xfd, 0xf2, 0x01, 0xfd, 0xf0, 0x01, 0x21, 0x05,
  // next value
  0x20, 0x01, 0x41, 0x08, 0x6a, 0x21, 0x01,
  // next column; again while column < end
  0x20, 0x03, 0x41, 0x04, 0x6a, 0x22, 0x03, 0x20, 0x07, 0x49, 0x0d, 0x00, 0x0b, 0x0b,
  // x[row] = sums · inverse[row]
  0x20, 0x08, 0x20, 0x00, 0x41, 0x01, 0x74, 0x6a, 0x21, 0x0a, 0x20, 0x08, 0x20, 0x04, 0x20, 0x0a, 0xfd, 0x00, 0x03, 0x00, 0xfd, 0xf2, 0x01, 0xfd, 0x0b, 0x03, 0x00, 0x20, 0x08, 0x20, 0x05, 0x20, 0x0a, 0xfd, 0x00, 0x03, 0x10, 0xfd, 0xf2, 0x01, 0xfd, 0x0b, 0x03, 0x10,
  // next offset
  0x20, 0x02, 0x41, 0x04, 0x6a, 0x21, 0x02,
  // next row; again while row < size
  0x20, 0x08, 0x41, 0x20, 0x6a, 0x22, 0x08, 0x20, 0x00, 0x49, 0x0d, 0x00, 0x0b, 0x0b,
);

const room = sharedRoom(code);
