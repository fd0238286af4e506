import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rowSums, type SummedRows, summedRows, transposedRows } from "./summed-rows.ts";
import { sweepFourToRest, sweepToRest } from "./sweep-to-rest.ts";

const size = 6;
const entry = fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 9 }));
const someRows = fc.array(entry, { maxLength: 25 }).map((entries) =>
  summedRows(
    size,
    Int32Array.from(entries, ([row]) => row),
    Int32Array.from(entries, ([, column]) => column),
    Float64Array.from(entries, ([, , value]) => value),
  ),
);
const someLeaks = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: size, maxLength: size });

/** What leaves each unknown: its leak, and what others read of it. */
function diagonalOf(rows: SummedRows, leak: Float64Array): Float64Array {
  return rowSums(transposedRows(rows)).map((sum, at) => sum + leak[at]!);
}

test("four systems side by side come to what each comes to alone, with known leaks and without", () => {
  fc.assert(
    fc.property(someRows, fc.array(someLeaks, { minLength: 4, maxLength: 4 }), fc.boolean(), (rows, leaks, known) => {
      const four = { diagonal: new Float64Array(4 * size), leak: new Float64Array(4 * size) };
      const b = new Float64Array(4 * size);
      const alone = leaks.map((list, lane) => {
        const leak = Float64Array.from(list);
        const diagonal = diagonalOf(rows, leak);
        const own = Float64Array.from({ length: size }, (_, at) => (at === lane ? 3 : 1));
        for (let at = 0; at < size; at++) {
          four.diagonal[4 * at + lane] = diagonal[at]!;
          four.leak[4 * at + lane] = leak[at]!;
          b[4 * at + lane] = own[at]!;
        }
        const x = new Float64Array(size);
        assert.ok(sweepToRest({ rows, diagonal, leak: known ? leak : null }, own, x, 2000));
        return x;
      });
      const x = new Float64Array(4 * size);
      if (!sweepFourToRest({ rows, diagonal: four.diagonal, leak: known ? four.leak : null }, b, x)) return;
      for (const [lane, own] of alone.entries())
        for (let at = 0; at < size; at++) assert.ok(Math.abs(x[4 * at + lane]! - own[at]!) <= 1e-11 * own[at]!);
    }),
  );
});

test("a small change after a large one is no rest", () => {
  // x₀ = 1 + 0.999 x₁, x₁ = 0.999 x₀: both are near 500, and sweeps rise slowly.
  const rows = summedRows(2, Int32Array.of(0, 1), Int32Array.of(1, 0), Float64Array.of(0.999, 0.999));
  const x = new Float64Array(2);
  assert.ok(sweepToRest({ rows, diagonal: Float64Array.of(1, 1), leak: null }, Float64Array.of(1, 0), x));
  assert.ok(Math.abs(x[0]! - 1 / (1 - 0.999 ** 2)) < 1e-9);
});
