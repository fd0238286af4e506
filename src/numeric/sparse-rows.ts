/**
 * How is a sparse matrix kept: its rows one after the other, each sorted by column, entries at one place summed.
 *
 * Shapes: `offsets` has one entry more than there are rows; row r holds the places offsets[r] … offsets[r+1]-1 of `columns` and `values`.
 */

/** A square sparse matrix, or the edges of a network: row = from, column = to, value = amount. */
export interface SparseRows {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** What is left out before anything is summed. */
export interface Dropped {
  /** Entries on the diagonal: what somebody owes to himself. */
  readonly loops: boolean;
  /** Entries of value 0 or less. */
  readonly empty: boolean;
}

/** Builds the rows from entries in any order: sorted by column, then by row, each in one pass, then summed. */
export function sparseRows(
  n: number,
  from: Int32Array,
  to: Int32Array,
  amount: Float64Array,
  dropped: Dropped = { loops: true, empty: true },
): SparseRows {
  const kept = keptEntries(from, to, amount, dropped);
  const sorted = sortedBy(from, n, sortedBy(to, n, kept));
  const offsets = new Int32Array(n + 1);
  const columns = new Int32Array(sorted.length);
  const values = new Float64Array(sorted.length);
  let count = 0;
  let lastRow = -1;
  for (let place = 0; place < sorted.length; place++) {
    const entry = sorted[place]!;
    const row = from[entry]!;
    const column = to[entry]!;
    if (row === lastRow && columns[count - 1] === column) {
      values[count - 1]! += amount[entry]!;
      continue;
    }
    columns[count] = column;
    values[count] = amount[entry]!;
    count++;
    offsets[row + 1]!++;
    lastRow = row;
  }
  for (let row = 0; row < n; row++) offsets[row + 1]! += offsets[row]!;
  return { n, offsets, columns: columns.slice(0, count), values: values.slice(0, count) };
}

/** The same entries by column: row c of the result holds the rows that have an entry in column c. */
export function transposed({ n, offsets, columns, values }: SparseRows): SparseRows {
  const turned = new Int32Array(n + 1);
  for (let place = 0; place < columns.length; place++) turned[columns[place]! + 1]!++;
  for (let row = 0; row < n; row++) turned[row + 1]! += turned[row]!;
  const next = turned.slice(0, n);
  const rows = new Int32Array(columns.length);
  const turnedValues = new Float64Array(columns.length);
  for (let row = 0; row < n; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const target = next[columns[place]!]!++;
      rows[target] = row;
      turnedValues[target] = values[place]!;
    }
  }
  return { n, offsets: turned, columns: rows, values: turnedValues };
}

/** The row of each entry, as a list of edges needs it. */
export function rowOfEntries({ n, offsets, columns }: SparseRows): Int32Array {
  const rows = new Int32Array(columns.length);
  for (let row = 0; row < n; row++) rows.fill(row, offsets[row]!, offsets[row + 1]!);
  return rows;
}

/** Sums of the rows. */
export function rowSums({ n, offsets, values }: SparseRows): Float64Array {
  const sums = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) sum += values[place]!;
    sums[row] = sum;
  }
  return sums;
}

function keptEntries(from: Int32Array, to: Int32Array, amount: Float64Array, { loops, empty }: Dropped): Int32Array {
  const kept = new Int32Array(from.length);
  let count = 0;
  for (let entry = 0; entry < from.length; entry++) {
    if ((loops && from[entry] === to[entry]) || (empty && !(amount[entry]! > 0))) continue;
    kept[count++] = entry;
  }
  return kept.subarray(0, count);
}

/** Sorts entries by their key, keeping the order of equal ones. */
function sortedBy(keys: Int32Array, n: number, entries: Int32Array): Int32Array {
  const next = new Int32Array(n + 1);
  for (let place = 0; place < entries.length; place++) next[keys[entries[place]!]! + 1]!++;
  for (let key = 0; key < n; key++) next[key + 1]! += next[key]!;
  const sorted = new Int32Array(entries.length);
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place]!;
    sorted[next[keys[entry]!]!++] = entry;
  }
  return sorted;
}
