import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rowSums, summedRows, transposedRows } from "./summed-rows.ts";

test("entries at one place are summed, loops and zeros fall out", () => {
  const rows = summedRows(
    3,
    Int32Array.of(2, 0, 2, 1, 0),
    Int32Array.of(1, 2, 1, 1, 1),
    Float64Array.of(1, 5, 2, 9, 0),
  );
  assert.deepEqual(
    [[...rows.offsets], [...rows.columns], [...rows.values]],
    [
      [0, 1, 1, 2],
      [2, 1],
      [5, 3],
    ],
  );
});

test("loops stay where they are asked for", () => {
  const rows = summedRows(1, Int32Array.of(0), Int32Array.of(0), Float64Array.of(4), "keep");
  assert.deepEqual([...rows.values], [4]);
});

test("rows and columns hold the same matrix as a table filled entry by entry", () => {
  const entry = fc.tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 9 }),
  );
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const table = new Float64Array(49);
      for (const [row, column, value] of entries) table[row * 7 + column]! += value;
      const rows = summedRows(
        7,
        Int32Array.from(entries, ([row]) => row),
        Int32Array.from(entries, ([, column]) => column),
        Float64Array.from(entries, ([, , value]) => value),
        "keep",
      );
      const columns = transposedRows(rows);
      for (let row = 0; row < 7; row++) {
        assert.equal(
          rowSums(rows)[row],
          table.slice(row * 7, row * 7 + 7).reduce((sum, each) => sum + each, 0),
        );
        for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
          assert.equal(rows.values[place], table[row * 7 + rows.columns[place]!]);
        for (let place = columns.offsets[row]!; place < columns.offsets[row + 1]!; place++)
          assert.equal(columns.values[place], table[columns.columns[place]! * 7 + row]);
      }
      assert.equal(rows.values.length, table.filter((each) => each > 0).length);
    }),
  );
});
