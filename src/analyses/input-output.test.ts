import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { summedRows } from "../numeric/summed-rows.ts";
import {
  demandMultipliers,
  influence,
  inputOutput,
  isProductive,
  outputForDemand,
  outputForValueAdded,
  supplyMultipliers,
} from "./input-output.ts";

function system(table: readonly (readonly number[])[], output: readonly number[]) {
  const n = table.length;
  const cells = table.flatMap((row, seller) => row.map((amount, buyer) => [seller, buyer, amount] as const));
  const flows = summedRows(
    n,
    Int32Array.from(cells, ([seller]) => seller),
    Int32Array.from(cells, ([, buyer]) => buyer),
    Float64Array.from(cells, ([, , amount]) => amount),
    "keep",
  );
  return inputOutput(flows, Float64Array.from(output));
}

const rounded = (values: ArrayLike<number> | null): number[] =>
  Array.from(values!, (each) => Math.round(each * 1000) / 1000);

/** Miller and Blair, Input-output analysis, 2nd edition (2009), section 2.3: two sectors. */
const book = system(
  [
    [150, 500],
    [200, 100],
  ],
  [1000, 2000],
);

test("the inverse and the outputs are those of Miller and Blair", () => {
  assert.deepEqual(rounded(outputForDemand(book, Float64Array.of(1, 0))), [1.254, 0.264]);
  assert.deepEqual(rounded(outputForDemand(book, Float64Array.of(0, 1))), [0.33, 1.122]);
  assert.deepEqual(rounded(outputForDemand(book, Float64Array.of(600, 1500))), [1247.525, 1841.584]);
  assert.deepEqual([...book.finalDemand], [350, 1700]);
  assert.deepEqual([...book.valueAdded], [650, 1400]);
});

test("multipliers are the sums of the inverses: 1.254 + 0.264, and 1.254 + 0.660", () => {
  assert.deepEqual(rounded(demandMultipliers(book)), [1.518, 1.452]);
  assert.deepEqual(rounded(supplyMultipliers(book)), [1.914, 1.254]);
});

test("a system that needs all that it makes is not productive", () => {
  assert.equal(isProductive(book), true);
  assert.equal(
    isProductive(
      system(
        [
          [0, 10],
          [10, 0],
        ],
        [10, 10],
      ),
    ),
    false,
  );
});

test("final demand calls up the output it was computed from, value added pushes it through, influence of full recipes sums to 1", () => {
  const cell = fc.integer({ min: 0, max: 20 });
  const tables = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(tables, (table) => {
      const output = table.map((row, sector) => 1 + Math.max(sum(row), sum(table.map((each) => each[sector]!))));
      const given = system(table, output);
      for (const found of [outputForDemand(given, given.finalDemand), outputForValueAdded(given, given.valueAdded)])
        for (const [sector, made] of found!.entries())
          assert.ok(Math.abs(made - output[sector]!) < 1e-8 * output[sector]!);
      // Output times influence of its inputs: with alpha = 1 nothing passes on.
      assert.deepEqual(rounded(influence(given, 1)), [0.2, 0.2, 0.2, 0.2, 0.2]);
    }),
  );
});

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
