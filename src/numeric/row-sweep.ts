/**
 * What becomes of each unknown when it is renewed from all others, its new value at once used for the next?
 *
 *   s = b_i + Σ_j a_ij x_j;   x_i = 1 where s ≥ full_i, else s · gain_i + shift_i
 *
 * Of large networks this one loop is most of the work of ranks, clearing and DebtRank. There it runs as WebAssembly, assembled by hand below, in half the time; else, and where
 * WebAssembly is not to be had, as the same steps in TypeScript, with the same result to the last bit.
 *
 * Shapes: n unknowns, rows in any order of columns; those marked in `skipped` are taken for empty. The arrays may be written between sweeps. They are valid until another sweep is made:
 *   large ones share one memory.
 */

import { type AssembledSweep, sharedRoom } from "./assembled-sweep.ts";

/** Rows of a sparse matrix, as `SummedRows` or under other names. */
export interface Entries {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export interface RowSweep {
  readonly x: Float64Array;
  readonly b: Float64Array;
  /** 1 at first. */
  readonly gain: Float64Array;
  readonly shift: Float64Array;
  /** Infinite at first. */
  readonly full: Float64Array;
  readonly run: () => void;
}

/** From so many entries on, copying them into the other memory costs less than it saves. */
const large = 30_000;
/** A sweep over rows, with x, b and shift 0. */
export function rowSweep(entries: Entries, skipped: Uint8Array | null = null): RowSweep {
  const bytes = 44 * entries.n + 4 + 12 * entries.columns.length;
  const memory = entries.columns.length >= large ? room(bytes) : null;
  return memory ? assembledSweep(entries, skipped, memory) : plainSweep(entries, skipped);
}

/** The sweep in TypeScript. */
export function plainSweep({ n, offsets, columns, values }: Entries, skipped: Uint8Array | null): RowSweep {
  const at = (): Float64Array => new Float64Array(n);
  const [x, b, gain, shift, full] = [at(), at(), at().fill(1), at(), at().fill(Number.POSITIVE_INFINITY)];
  const isSkipped = skipped ?? new Uint8Array(n);
  const run = (): void => sweepRows(n, offsets, columns, values, isSkipped, x, b, gain, shift, full);
  return { x, b, gain, shift, full, run };
}

function sweepRows(
  n: number,
  offsets: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  skipped: Uint8Array,
  x: Float64Array,
  b: Float64Array,
  gain: Float64Array,
  shift: Float64Array,
  full: Float64Array,
): void {
  for (let row = 0; row < n; row++) {
    let sum = b[row]!;
    if (skipped[row] === 0)
      for (let place = offsets[row]!, end = offsets[row + 1]!; place < end; place++)
        sum += values[place]! * x[columns[place]!]!;
    x[row] = sum >= full[row]! ? 1 : sum * gain[row]! + shift[row]!;
  }
}

/** The sweep in WebAssembly: x first in its memory, so that a column is an address, then b, gain, shift and full, the values, the offsets, the columns. */
function assembledSweep(
  { n, offsets, columns, values }: Entries,
  skipped: Uint8Array | null,
  { buffer, sweep }: AssembledSweep,
): RowSweep {
  const size = 8 * n;
  const vector = (at: number, value: number): Float64Array => new Float64Array(buffer, at * size, n).fill(value);
  const [x, b, gain, shift] = [vector(0, 0), vector(1, 0), vector(2, 1), vector(3, 0)];
  const full = vector(4, Number.POSITIVE_INFINITY);
  const keptValues = new Float64Array(buffer, 5 * size, columns.length);
  const offsetsAt = 5 * size + 8 * columns.length;
  const keptOffsets = new Int32Array(buffer, offsetsAt, n + 1);
  const columnsAt = offsetsAt + 4 * (n + 1);
  const keptColumns = new Int32Array(buffer, columnsAt, columns.length);
  if (skipped === null) {
    keptValues.set(values);
    keptColumns.set(columns);
    keptOffsets.set(offsets);
  } else {
    let kept = 0;
    keptOffsets[0] = 0;
    for (let row = 0; row < n; row++) {
      if (skipped[row] === 0)
        for (let place = offsets[row]!, end = offsets[row + 1]!; place < end; place++) {
          keptColumns[kept] = columns[place]!;
          keptValues[kept++] = values[place]!;
        }
      keptOffsets[row + 1] = kept;
    }
  }
  return { x, b, gain, shift, full, run: () => sweep(size, 5 * size, offsetsAt, columnsAt) };
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
  // its code; a real and three whole numbers as variables
  0x0a, 0xa7, 0x01, 0x01, 0xa4, 0x01, 0x02, 0x01, 0x7c, 0x03, 0x7f,
  // first = column
  0x20, 0x03, 0x21, 0x07,
  // rows:
  0x03, 0x40,
  // sum = b[row]
  0x20, 0x06, 0x20, 0x00, 0x6a, 0x2b, 0x03, 0x00, 0x21, 0x04,
  // end = first + 4 · offsets[row + 1]
  0x20, 0x07, 0x20, 0x02, 0x28, 0x02, 0x04, 0x41, 0x02, 0x74, 0x6a, 0x21, 0x05,
  // unless column < end, past the entries
  0x02, 0x40, 0x20, 0x03, 0x20, 0x05, 0x4f, 0x0d, 0x00,
  // entries:
  0x03, 0x40,
  // sum += value · x[column]
  0x20, 0x04, 0x20, 0x01, 0x2b, 0x03, 0x00, 0x20, 0x03, 0x28, 0x02, 0x00, 0x41, 0x03, 0x74, 0x2b, 0x03, 0x00, 0xa2, 0xa0, 0x21, 0x04,
  // next value
  0x20, 0x01, 0x41, 0x08, 0x6a, 0x21, 0x01,
  // next column; again while column < end
  0x20, 0x03, 0x41, 0x04, 0x6a, 0x22, 0x03, 0x20, 0x05, 0x49, 0x0d, 0x00, 0x0b, 0x0b,
  // x[row] = 1 or sum · gain[row] + shift[row]
  0x20, 0x06, 0x44, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x3f, 0x20, 0x04, 0x20, 0x06, 0x20, 0x00, 0x41, 0x01, 0x74, 0x6a, 0x2b, 0x03, 0x00, 0xa2, 0x20, 0x06, 0x20, 0x00, 0x41, 0x03, 0x6c, 0x6a, 0x2b, 0x03, 0x00, 0xa0,
  // the former where sum ≥ full[row]
  0x20, 0x04, 0x20, 0x06, 0x20, 0x00, 0x41, 0x02, 0x74, 0x6a, 0x2b, 0x03, 0x00, 0x66, 0x1b, 0x39, 0x03, 0x00,
  // next offset
  0x20, 0x02, 0x41, 0x04, 0x6a, 0x21, 0x02,
  // next row; again while row < size
  0x20, 0x06, 0x41, 0x08, 0x6a, 0x22, 0x06, 0x20, 0x00, 0x49, 0x0d, 0x00, 0x0b, 0x0b,
);

const room = sharedRoom(code);
