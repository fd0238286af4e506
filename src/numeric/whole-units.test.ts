import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wholeUnits } from "./whole-units.ts";

test("cents stay exact, whole amounts stay as they are", () => {
  assert.deepEqual(wholeUnits(Float64Array.of(0.1, 0.2, 5)), {
    whole: Float64Array.of(1, 2, 50),
    perOne: 10,
    exact: true,
  });
  assert.deepEqual(wholeUnits(Float64Array.of(38_000_000_000, 7)).perOne, 1);
});

test("no amounts are whole already", () => {
  assert.deepEqual(wholeUnits(new Float64Array(0)), { whole: new Float64Array(0), perOne: 1, exact: true });
});

test("any amounts become whole numbers that sum exactly, each within one unit", () => {
  fc.assert(
    fc.property(fc.float64Array({ min: 0, max: 1e18, noNaN: true, maxLength: 20 }), (amounts) => {
      const { whole, perOne } = wholeUnits(amounts);
      assert.ok(whole.reduce((sum, each) => sum + each, 0) <= 2 ** 53);
      for (let at = 0; at < amounts.length; at++) {
        assert.ok(Number.isInteger(whole[at]!));
        assert.ok(Math.abs(whole[at]! / perOne - amounts[at]!) <= 1 / perOne);
      }
    }),
  );
});
