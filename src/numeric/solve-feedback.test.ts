import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { solveFeedback } from "./solve-feedback.ts";
import { rowSums, type SummedRows, summedRows, transposedRows } from "./summed-rows.ts";

/** The largest amount by which x misses d x = b + a x, beside the largest term. */
function missed(rows: SummedRows, diagonal: Float64Array, b: Float64Array, x: Float64Array): number {
  let most = 0;
  for (let row = 0; row < rows.n; row++) {
    let sum = b[row]!;
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
      sum += rows.values[place]! * x[rows.columns[place]!]!;
    most = Math.max(most, Math.abs(sum - diagonal[row]! * x[row]!) / Math.max(1, Math.abs(diagonal[row]! * x[row]!)));
  }
  return most;
}

function random(n: number, degree: number, weight: number, spin = 1): SummedRows {
  const m = n * degree;
  const to = Int32Array.from({ length: m }, (_, entry) => (entry * 7919 * spin + (entry % 13) * 104_729) % n);
  return summedRows(
    n,
    Int32Array.from({ length: m }, (_, entry) => entry % n),
    to,
    new Float64Array(m).fill(weight),
  );
}

test("small systems are solved to rounding, whatever the sign of what comes in", () => {
  const entry = fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 30 }),
      fc.array(fc.integer(), { minLength: 8, maxLength: 8 }),
      (entries, b) => {
        const rows = summedRows(
          8,
          Int32Array.from(entries, ([row]) => row),
          Int32Array.from(entries, ([, column]) => column),
          Float64Array.from(entries, ([, , value]) => value),
          "keep",
        );
        const diagonal = rowSums(rows).map((sum) => sum + 1);
        const x = new Float64Array(8);
        const rhs = Float64Array.from(b, (each) => each % 1000);
        assert.ok(solveFeedback({ rows, scale: 1, diagonal }, rhs, x));
        assert.ok(missed(rows, diagonal, rhs, x) < 1e-10);
      },
    ),
  );
});

test("large blocks are swept, iterated or shortened; all satisfy their equations", () => {
  const ring = summedRows(
    3000,
    Int32Array.from({ length: 3000 }, (_, at) => at),
    Int32Array.from({ length: 3000 }, (_, at) => (at + 1) % 3000),
    new Float64Array(3000).fill(1 - 1e-6),
  );
  for (const rows of [random(3000, 4, 0.1), random(3000, 4, 0.2499), random(3000, 4, 0.249_999_9), ring]) {
    const diagonal = new Float64Array(rows.n).fill(1);
    const b = Float64Array.from({ length: rows.n }, (_, row) => (row % 5) - 2);
    const x = new Float64Array(rows.n);
    assert.ok(solveFeedback({ rows, scale: 1, diagonal }, b, x));
    assert.ok(missed(rows, diagonal, b, x) < 1e-9);
  }
});

test("next to nothing that leaks away loses no digits: what enters leaves", () => {
  for (const leak of [1, 1e-6, 1e-12]) {
    const columns = random(600, 3, 1);
    const rows = transposedRows(columns);
    const outside = new Float64Array(600).fill(leak);
    const diagonal = rowSums(columns).map((sum) => sum + leak);
    const b = new Float64Array(600).fill(leak / 3);
    const x = new Float64Array(600);
    assert.ok(solveFeedback({ rows, scale: 1, diagonal, conserving: { columns, outside } }, b, x));
    // Summed over all equations: what comes in is what leaves, Σ b = leak Σ x.
    const sum = x.reduce((total, each) => total + each, 0);
    assert.ok(Math.abs(sum - 200) < 1e-9, `${leak}: ${sum}`);
  }
});

test("a group that feeds itself completely has no solution, which is said", () => {
  const rows = summedRows(2, Int32Array.of(0, 1), Int32Array.of(1, 0), Float64Array.of(1, 1));
  assert.equal(
    solveFeedback({ rows, scale: 1, diagonal: Float64Array.of(1, 1) }, Float64Array.of(1, 0), new Float64Array(2)),
    false,
  );
});
