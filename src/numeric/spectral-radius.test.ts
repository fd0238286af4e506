import assert from "node:assert/strict";
import { test } from "node:test";
import { spectralRadius } from "./spectral-radius.ts";
import { summedRows } from "./summed-rows.ts";

function radius(n: number, entries: readonly (readonly [number, number, number])[]): number {
  const { lower, upper } = spectralRadius(
    summedRows(
      n,
      Int32Array.from(entries, ([row]) => row),
      Int32Array.from(entries, ([, column]) => column),
      Float64Array.from(entries, ([, , value]) => value),
      "keep",
    ),
  );
  assert.ok(upper - lower <= 1e-12 * upper);
  return upper;
}

test("the radius of a pair is the root of the product, of a ring that of all its entries", () => {
  assert.ok(
    Math.abs(
      radius(2, [
        [0, 1, 4],
        [1, 0, 9],
      ]) - 6,
    ) < 1e-12,
  );
  const ring = Array.from({ length: 6 }, (_, at) => [at, (at + 1) % 6, at + 1] as const);
  assert.ok(Math.abs(radius(6, ring) - 720 ** (1 / 6)) < 1e-11);
});

test("the radius of [[2, 1], [1, 1]] is the golden ratio squared", () => {
  assert.ok(
    Math.abs(
      radius(2, [
        [0, 0, 2],
        [0, 1, 1],
        [1, 0, 1],
        [1, 1, 1],
      ]) -
        (3 + Math.sqrt(5)) / 2,
    ) < 1e-12,
  );
});

test("without a circle the radius is 0, and of several circles the strongest counts", () => {
  assert.equal(
    radius(3, [
      [0, 1, 5],
      [1, 2, 5],
    ]),
    0,
  );
  assert.equal(
    radius(4, [
      [0, 0, 3],
      [1, 2, 2],
      [2, 1, 2],
    ]),
    3,
  );
});

test("circles that are hardly joined are told apart all the same", () => {
  // [[1, t], [t, 1]] has radius 1 + t; the power method alone would take some 1/t steps.
  const t = 1e-7;
  assert.ok(
    Math.abs(
      radius(2, [
        [0, 0, 1],
        [1, 1, 1],
        [0, 1, t],
        [1, 0, t],
      ]) -
        1 -
        t,
    ) < 1e-12,
  );
});
