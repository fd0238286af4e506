import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cappedFeedback } from "./capped-feedback.ts";
import { summedRows } from "./summed-rows.ts";

function capped(n: number, entries: readonly (readonly [number, number, number])[], b: readonly number[]): number[] {
  const rows = summedRows(
    n,
    Int32Array.from(entries, ([row]) => row),
    Int32Array.from(entries, ([, column]) => column),
    Float64Array.from(entries, ([, , value]) => value),
  );
  const { x, exact } = cappedFeedback(rows, Float64Array.from(b));
  assert.ok(exact);
  return [...x];
}

test("a pair that feeds back by halves loses 0.2/(1 - 1/4) and half of it", () => {
  const [a, b] = capped(
    2,
    [
      [0, 1, 0.5],
      [1, 0, 0.5],
    ],
    [0.2, 0],
  );
  assert.ok(Math.abs(a! - 4 / 15) < 1e-13 && Math.abs(b! - 2 / 15) < 1e-13);
});

test("where feedback does not die out the smallest shock takes all, and no shock takes nothing", () => {
  for (const weight of [1, 1.0001, 7]) {
    const entries = [
      [0, 1, weight],
      [1, 0, weight],
    ] as const;
    assert.deepEqual(capped(2, entries, [1e-15, 0]), [1, 1]);
    assert.deepEqual(capped(2, entries, [0, 0]), [0, 0]);
  }
});

test("a circle that almost feeds itself is solved, not crept along", () => {
  // x = s + (1 - t) x around a ring of 5,000: x = s / (1 - (1 - t)^5000) at the start.
  const t = 1e-9;
  const ring = Array.from({ length: 5000 }, (_, at) => [at, (at + 1) % 5000, 1 - t] as const);
  const [first] = capped(
    5000,
    ring,
    Array.from({ length: 5000 }, (_, at) => (at === 0 ? 1e-6 : 0)),
  );
  assert.ok(Math.abs(first! / (1e-6 / -Math.expm1(5000 * Math.log1p(-t))) - 1) < 1e-6);
});

test("the answer is the limit of simply passing the loss on, step by step", () => {
  const entry = fc.tuple(fc.nat(5), fc.nat(5), fc.double({ min: 0.01, max: 0.9, noNaN: true }));
  const shock = fc.array(fc.constantFrom(0, 0, 0.001, 0.2), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), shock, (entries, b) => {
      let x: readonly number[] = b;
      for (let step = 0; step < 20_000; step++) {
        const next: number[] = [...b];
        for (const [row, column, value] of entries) if (row !== column) next[row]! += value * x[column]!;
        const after = next.map((each) => Math.min(1, each));
        if (after.every((each, at) => each === x[at])) break;
        x = after;
      }
      for (const [at, each] of capped(6, entries, b).entries())
        assert.ok(Math.abs(each - x[at]!) < 1e-9, `${each} ${x[at]}`);
    }),
  );
});
