import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { concentration } from "./concentration.ts";
import { concentrationOverTime } from "./concentration-over-time.ts";

test("four firms with 30, 30, 20 and 20 percent have 2,600 points, the example of the guidelines of 1992", () => {
  const found = concentration(Float64Array.of(30, 30, 20, 20))!;
  assert.ok(Math.abs(found.points - 2600) < 1e-9);
  assert.ok(Math.abs(found.effectiveNumber - 1 / 0.26) < 1e-12);
  assert.ok(Math.abs(found.normalised! - 0.01 / 0.75) < 1e-12);
  assert.equal(found.topShare, 0.3);
});

test("one alone is a monopoly, and nothing sold is no answer", () => {
  assert.deepEqual(
    { ...concentration(Float64Array.of(7)) },
    { hhi: 1, points: 10_000, effectiveNumber: 1, normalised: null, topShare: 1 },
  );
  assert.equal(concentration(Float64Array.of(0, 0)), null);
  assert.equal(concentration(new Float64Array(0)), null);
});

test("order and unit do not matter, and amounts beyond what can be squared are no harm", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }), (amounts) => {
      const given = concentration(Float64Array.from(amounts))!.hhi;
      assert.ok(given >= 1 / amounts.length - 1e-12 && given <= 1);
      const other = concentration(Float64Array.from(amounts.toReversed(), (each) => each * 1e200))!.hhi;
      assert.ok(Math.abs(other - given) < 1e-12);
    }),
  );
});

test("a layer is counted from period to period, without sales to oneself", () => {
  // Layer 0: companies 0 and 1; layer 1: company 2. Period 0: 30 and 10; period 1: all from company 1.
  const cells = concentrationOverTime(Int32Array.of(0, 0, 1), 2, {
    seller: Int32Array.of(0, 1, 1, 2, 2),
    customer: Int32Array.of(2, 2, 2, 2, 0),
    amount: Float64Array.of(30, 10, 8, 99, 4),
    period: Int32Array.of(0, 0, 1, 0, 1),
  });
  assert.deepEqual(
    cells.map(({ layer, period, total, sellers, largestSeller, concentration: { hhi } }) => [
      layer,
      period,
      total,
      sellers,
      largestSeller,
      hhi,
    ]),
    [
      [0, 0, 40, 2, 0, 0.625],
      [0, 1, 8, 1, 1, 1],
      [1, 1, 4, 1, 2, 1],
    ],
  );
});
