import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Entries, plainSweep, type RowSweep, rowSweep } from "./row-sweep.ts";

/** Rows drawn by a small generator, some of them empty; large enough for WebAssembly. */
function drawn(n: number, entries: number, seed: number): Entries {
  let state = seed;
  const draw = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const rows = Int32Array.from({ length: entries }, () => Math.floor(draw() * n * 0.9)).sort();
  const offsets = new Int32Array(n + 1);
  for (const row of rows) offsets[row + 1]!++;
  for (let row = 0; row < n; row++) offsets[row + 1]! += offsets[row]!;
  return {
    n,
    offsets,
    columns: Int32Array.from(rows, () => Math.floor(draw() * n)),
    values: Float64Array.from(rows, () => draw() / 40),
  };
}

function filled(sweep: RowSweep): RowSweep {
  for (let row = 0; row < sweep.x.length; row++) {
    sweep.x[row] = (row % 7) / 7;
    sweep.b[row] = (row % 11) / 100;
    sweep.gain[row] = 1 - (row % 3) / 10;
    sweep.shift[row] = (row % 5) / 100;
    sweep.full[row] = row % 4 === 0 ? 0.3 : Number.POSITIVE_INFINITY;
  }
  return sweep;
}

test("a renewed value is used at once, one that is full is 1, and a row that is skipped has only its own", () => {
  const rows: Entries = {
    n: 3,
    offsets: Int32Array.of(0, 1, 2, 3),
    columns: Int32Array.of(2, 0, 1),
    values: Float64Array.of(0.5, 0.5, 0.5),
  };
  const sweep = rowSweep(rows);
  sweep.b.fill(1);
  sweep.gain.fill(2);
  sweep.shift.fill(3);
  sweep.full[2] = 4;
  sweep.run();
  // 2 · 1 + 3; 2 · (1 + 5 / 2) + 3; 1 + 10 / 2 is more than 4.
  assert.deepEqual([...sweep.x], [5, 10, 1]);
  const without = rowSweep(rows, Uint8Array.of(0, 1, 0));
  without.b.fill(1);
  without.run();
  assert.deepEqual([...without.x], [1, 1, 1.5]);
});

test("WebAssembly gives what TypeScript gives, to the last bit, sweep after sweep, larger and smaller networks in turn", () => {
  const sizes = fc.tuple(fc.integer({ min: 100, max: 9000 }), fc.integer({ min: 30_000, max: 60_000 }));
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 2 ** 30 }), fc.boolean(), ([n, entries], seed, skips) => {
      const rows = drawn(n, entries, seed);
      const skipped = skips ? Uint8Array.from({ length: n }, (_, row) => (row % 3 === 1 ? 1 : 0)) : null;
      const [large, plain] = [filled(rowSweep(rows, skipped)), filled(plainSweep(rows, skipped))];
      assert.notEqual(large.x.byteLength, large.x.buffer.byteLength);
      for (let sweep = 0; sweep < 3; sweep++) {
        large.run();
        plain.run();
        assert.deepEqual(large.x, plain.x);
      }
    }),
    { numRuns: 20 },
  );
});
