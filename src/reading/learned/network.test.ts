import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addFeature, emptyFeatures } from "./features.ts";
import { addVectors, networkOf, nothing, type TrainedNetwork } from "./network.ts";

/** A network whose rows hold these bytes. */
function networkWith(rows: readonly number[], width: number, table: Uint8Array): TrainedNetwork {
  const none = new Float32Array(0);
  return {
    outputs: [],
    conditions: [],
    width,
    step: 1,
    rows: Int32Array.from(rows),
    table,
    scales: none,
    shifts: none,
    weights: none,
    biases: none,
  };
}

test("vectors add up as they would one after another, however many, from any place, and what is unknown adds nothing", () => {
  const keys = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      keys,
      fc.integer({ min: 1, max: 5 }),
      fc.nat(3),
      fc.nat(),
      fc.array(fc.nat(14), { maxLength: 900 }),
      (rows, quarter, before, seed, picks) => {
        const width = quarter * 4;
        const table = Uint8Array.from(
          { length: rows.length * width },
          (_, at) => (Math.imul(at + seed, 0x9e3779b1) >>> 23) & 255,
        );
        const features = emptyFeatures();
        for (const pick of picks) addFeature(features, rows[pick] ?? 7);
        const sums = Int32Array.from({ length: before + width + 2 }, (_, at) => at);
        const expected = sums.slice();
        for (let at = 0; at < features.length; at++) {
          const row = rows.indexOf(features.values[at]!);
          for (let unit = 0; row >= 0 && unit < width; unit++)
            expected[before + unit] = expected[before + unit]! + table[row * width + unit]! - nothing;
        }
        addVectors(networkOf(networkWith(rows, width, table)), features, sums, before);
        assert.deepEqual(sums, expected);
      },
    ),
  );
});

test("rows at either end of a byte's range do not run over", () => {
  const features = emptyFeatures();
  for (let at = 0; at < 1000; at++) addFeature(features, 5);
  const sums = new Int32Array(4);
  addVectors(networkOf(networkWith([5], 4, Uint8Array.of(255, 0, 128, 1))), features, sums);
  assert.deepEqual([...sums], [127_000, -128_000, 0, -127_000]);
});
