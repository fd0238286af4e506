import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "./spread.ts";

test("1 to 5 have mean and median 3, deviation √2.5, quantiles between the figures", () => {
  // R: quantile(1:5, c(.05, .95)) gives 1.2 and 4.8.
  const found = spread(Float64Array.of(4, 1, 5, 3, 2));
  assert.deepEqual([found.mean, found.median, found.min, found.max], [3, 3, 1, 5]);
  assert.ok(
    Math.abs(found.deviation - Math.sqrt(2.5)) < 1e-12 && Math.abs(found.standardError - Math.sqrt(0.5)) < 1e-12,
  );
  assert.ok(Math.abs(found.p05 - 1.2) < 1e-12 && Math.abs(found.p95 - 4.8) < 1e-12);
});

test("one figure alone has no spread", () => {
  assert.deepEqual(
    { ...spread(Float64Array.of(7)) },
    { mean: 7, standardError: 0, deviation: 0, min: 7, p05: 7, median: 7, p95: 7, max: 7 },
  );
});
