/**
 * Which entries does each row of a sparse matrix have? Entries `(from, to, amount)` in any order become rows sorted by column; entries at one place are
 * summed, zeros fall out.
 *
 * Shapes: n × n; `offsets` has n + 1 places, `columns` and `values` one for each entry kept. Two counting sorts, O(n + m).
 */

export interface SummedRows {
  readonly n: number;
  /** Row i is at offsets[i] … offsets[i + 1] - 1. */
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Sums entries into rows; `loops` says what becomes of entries from a node to itself. */
export function summedRows(
  n: number,
  from: Int32Array,
  to: Int32Array,
  amount: Float64Array,
  loops: "drop" | "keep" = "drop",
): SummedRows {
  const byColumn = countingOrder(n, to, null);
  const order = countingOrder(n, from, byColumn);
  const offsets = new Int32Array(n + 1);
  const columns = new Int32Array(from.length);
  const values = new Float64Array(from.length);
  let kept = 0;
  let place = 0;
  for (let row = 0; row < n; row++) {
    const start = kept;
    for (; place < order.length && from[order[place]!]! === row; place++) {
      const entry = order[place]!;
      const column = to[entry]!;
      const value = amount[entry]!;
      if (value === 0 || (column === row && loops === "drop")) continue;
      if (kept > start && columns[kept - 1] === column) values[kept - 1]! += value;
      else {
        columns[kept] = column;
        values[kept++] = value;
      }
    }
    offsets[row + 1] = kept;
  }
  return { n, offsets, columns: columns.slice(0, kept), values: values.slice(0, kept) };
}

/** The same matrix by columns. */
export function transposedRows({ n, offsets, columns, values }: SummedRows): SummedRows {
  const starts = new Int32Array(n + 1);
  for (let place = 0; place < columns.length; place++) starts[columns[place]! + 1]!++;
  for (let row = 0; row < n; row++) starts[row + 1]! += starts[row]!;
  const next = starts.slice();
  const rows = new Int32Array(columns.length);
  const weights = new Float64Array(columns.length);
  for (let row = 0; row < n; row++)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const at = next[columns[place]!]!++;
      rows[at] = row;
      weights[at] = values[place]!;
    }
  return { n, offsets: starts, columns: rows, values: weights };
}

/** What each row sums to. */
export function rowSums({ n, offsets, values }: SummedRows): Float64Array {
  const sums = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) sum += values[place]!;
    sums[row] = sum;
  }
  return sums;
}

/** The entries in the order of their keys, those of one key in the order in which they came. */
function countingOrder(n: number, keys: Int32Array, came: Int32Array | null): Int32Array {
  const next = new Int32Array(n + 1);
  for (let entry = 0; entry < keys.length; entry++) next[keys[entry]! + 1]!++;
  for (let key = 0; key < n; key++) next[key + 1]! += next[key]!;
  const order = new Int32Array(keys.length);
  for (let place = 0; place < keys.length; place++) {
    const entry = came === null ? place : came[place]!;
    order[next[keys[entry]!]!++] = entry;
  }
  return order;
}
