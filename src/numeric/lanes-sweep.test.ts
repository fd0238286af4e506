import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lanesSweep, plainLanesSweep } from "./lanes-sweep.ts";
import { type SummedRows, summedRows } from "./summed-rows.ts";

/** Entries drawn by a small generator; some rows stay empty. */
function drawn(n: number, entries: number, seed: number): SummedRows {
  let state = seed;
  const draw = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const node = (): number => Math.floor(draw() * n * 0.9);
  const [rows, columns] = [Int32Array.from({ length: entries }, node), Int32Array.from({ length: entries }, node)];
  return summedRows(
    n,
    rows,
    columns,
    Float64Array.from({ length: entries }, () => draw() / 40),
  );
}

test("each lane is renewed by its own values, a renewed one used at once", () => {
  const rows = summedRows(2, Int32Array.of(0, 1), Int32Array.of(1, 0), Float64Array.of(0.5, 0.25));
  const inverse = new Float64Array(8).fill(1);
  inverse[1] = 2;
  const { x, change, told, run } = lanesSweep({
    rows,
    inverse,
    leak: new Float64Array(8).fill(0.5),
    b: Float64Array.of(1, 2, 3, 4, 0, 0, 0, 8),
  });
  run();
  assert.deepEqual([...x], [1, 4, 3, 4, 0.25, 1, 0.75, 9]);
  run();
  assert.deepEqual([...x], [1.125, 5, 3.375, 8.5, 0.28125, 1.25, 0.84375, 10.125]);
  assert.deepEqual([...change], [0.125, 1, 0.375, 4.5, 0.03125, 0.25, 0.09375, 1.125]);
  const [one, , , four] = [0, 1, 2, 3].map((lane) => Object.values(told).map((sums) => sums[lane]));
  assert.deepEqual(one, [0.125 ** 2 + 0.03125 ** 2, 0.125 * 1 + 0.03125 * 0.25, (1.125 + 0.28125) / 2, 1 / 9]);
  assert.deepEqual(four, [4.5 ** 2 + 1.125 ** 2, 4.5 * 4 + 1.125 * 9, (8.5 + 10.125) / 2, 4.5 / 8.5]);
});

test("WebAssembly gives what TypeScript gives, to the last bit, sweep after sweep, larger and smaller systems in turn", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 3000 }),
      fc.integer({ min: 4000, max: 9000 }),
      fc.integer({ min: 1, max: 2 ** 30 }),
      (n, entries, seed) => {
        const rows = drawn(Math.max(n, 200), entries, seed);
        const inverse = Float64Array.from({ length: 4 * rows.n }, (_, at) => (at % 13 === 0 ? 0 : 1 / (1 + (at % 5))));
        const b = Float64Array.from({ length: 4 * rows.n }, (_, at) => (at % 11) / 7);
        const leak = Float64Array.from({ length: 4 * rows.n }, (_, at) => (at % 7) / 50);
        const systems = { rows, inverse, leak, b };
        const [made, plain] = [lanesSweep(systems), plainLanesSweep(systems)];
        assert.notEqual(made.x.byteLength, made.x.buffer.byteLength);
        for (let sweep = 0; sweep < 4; sweep++) {
          made.run();
          plain.run();
          assert.deepEqual(made.x, plain.x);
          assert.deepEqual(made.change, plain.change);
          assert.deepEqual(made.told, plain.told);
        }
      },
    ),
    { numRuns: 40 },
  );
});
