import assert from "node:assert/strict";
import { test } from "node:test";
import { completion, type OpenAmounts, typicalAmount } from "./completions.ts";
import { ensemble } from "./ensemble.ts";

const open = Number.POSITIVE_INFINITY;

function amounts(
  edges: readonly (readonly [number, number, number, number])[],
  n = 4,
  totals: Partial<OpenAmounts> = {},
): OpenAmounts {
  return {
    from: Int32Array.from(edges, ([from]) => from),
    to: Int32Array.from(edges, ([, to]) => to),
    low: Float64Array.from(edges, ([, , low]) => low),
    high: Float64Array.from(edges, ([, , , high]) => high),
    rowTotals: new Float64Array(n).fill(Number.NaN),
    columnTotals: new Float64Array(n).fill(Number.NaN),
    ...totals,
  };
}

test("what is typical is read from the logarithms of the stated amounts", () => {
  const known = amounts([
    [0, 1, 1, 1],
    [0, 2, 10, 10],
    [0, 3, 100, 100],
    [1, 2, 0, open],
  ]);
  const { median, sigma } = typicalAmount(known)!;
  assert.ok(Math.abs(median - 10) < 1e-12 && Math.abs(sigma - Math.LN10) < 1e-12);
  assert.equal(
    typicalAmount(
      amounts([
        [0, 1, 1, 1],
        [0, 2, 10, 10],
      ]),
    ),
    null,
  );
});

test("stated amounts stay, ranges are kept to, and a draw is the same whatever else is drawn", () => {
  const some = amounts([
    [0, 1, 7, 7],
    [1, 2, 5, 20],
    [2, 3, 8, open],
    [3, 0, 0, open],
    [0, 2, 0, 3],
  ]);
  const typical = { median: 10, sigma: 1 };
  for (let draw = 0; draw < 500; draw++) {
    const { amount } = completion(some, typical, 42, draw);
    assert.equal(amount[0], 7);
    assert.ok(amount[1]! >= 5 && amount[1]! <= 20 && amount[2]! >= 8 && amount[3]! > 0 && amount[4]! <= 3);
  }
  const { amount } = completion(some, typical, 42, 17);
  assert.deepEqual(completion(some, typical, 42, 17).amount, amount);
  assert.notDeepEqual(completion(some, typical, 43, 17).amount, amount);
});

test("unstated amounts have the median and spread that were asked for", () => {
  const { figures } = ensemble(
    amounts([[0, 1, 0, open]]),
    { median: 50, sigma: 0.5 },
    (amount) => Float64Array.of(Math.log(amount[0]!)),
    { draws: 20_000, seed: 1 },
  );
  const { mean, deviation, standardError } = figures[0]!;
  assert.ok(Math.abs(mean - Math.log(50)) < 4 * standardError && Math.abs(deviation - 0.5) < 0.02);
  assert.ok(Math.abs(standardError - deviation / Math.sqrt(20_000)) < 1e-12);
});

test("known totals are met, around what is stated", () => {
  const table = amounts(
    [
      [0, 2, 5, 5],
      [0, 3, 0, open],
      [1, 2, 0, open],
      [1, 3, 0, open],
    ],
    4,
    { rowTotals: Float64Array.of(12, 20, 0, 0), columnTotals: Float64Array.of(Number.NaN, Number.NaN, 14, 18) },
  );
  // Two unknown pairs of totals leave one way: 5 + 7, 9 + 11.
  const { amount, mismatch } = completion(table, { median: 1, sigma: 2 }, 3, 0);
  assert.ok(mismatch <= 1e-9);
  for (const [at, want] of [5, 7, 9, 11].entries()) assert.ok(Math.abs(amount[at]! - want) < 1e-6);
});

test("totals that the stated amounts do not allow are missed by the part that is told", () => {
  const table = amounts(
    [
      [0, 1, 30, 30],
      [0, 2, 0, open],
    ],
    3,
    { rowTotals: Float64Array.of(20, Number.NaN, Number.NaN) },
  );
  const { amount, mismatch } = completion(table, { median: 1, sigma: 1 }, 3, 0);
  assert.deepEqual([...amount], [30, 0]);
  assert.ok(Math.abs(mismatch - 1 / 3) < 1e-12);
});
