import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exponentialRoots } from "./exponential-roots.ts";

/** Coefficients of the polynomial in x = e^(−u) that is zero at x = 1/g, so at u = ln g, for each g. */
function withRoots(growths: readonly number[]): Float64Array {
  let coefficients = [1];
  for (const growth of growths) {
    const next = new Array<number>(coefficients.length + 1).fill(0);
    for (const [power, coefficient] of coefficients.entries()) {
      next[power]! += coefficient;
      next[power + 1]! -= coefficient * growth;
    }
    coefficients = next;
  }
  return Float64Array.from(coefficients);
}

function growthsOf(coefficients: Float64Array): number[] {
  return exponentialRoots(coefficients, Float64Array.from(coefficients.keys())).map(Math.exp);
}

test("a polynomial gives back the roots it was made of, far apart or near", () => {
  for (const growths of [
    [1.1, 1.2],
    [1.0999, 1.1001],
    [0.5, 1, 2, 4, 8, 16, 32],
    [0.9, 1.1, 1.2, 1.5, 2, 3],
    [1e-9, 1, 1e9],
  ]) {
    const found = growthsOf(withRoots(growths));
    assert.equal(found.length, growths.length, `${growths}`);
    for (const [index, growth] of growths.entries())
      assert.ok(Math.abs(found[index]! / growth - 1) < 1e-9, `${found[index]} for ${growth}`);
  }
});

test("a sum that touches zero has one root there, one that stays just above has none", () => {
  assert.equal(growthsOf(withRoots([1.1, 1.1])).length, 1);
  assert.deepEqual(growthsOf(Float64Array.of(-1, 2.2, -1.2100001)), []);
});

test("a root of high order is one root, and found quickly", () => {
  for (const order of [3, 4, 5, 6]) {
    const found = growthsOf(withRoots(new Array<number>(order).fill(1.1)));
    assert.equal(found.length, 1);
    // Rounding alone moves a root of order k by the k-th root of the rounding error.
    assert.ok(Math.abs(found[0]! - 1.1) < 2 * 1e-14 ** (1 / order), `${found[0]}`);
  }
});

test("roots beyond any usual rate are found", () => {
  // 100 today against twice that tomorrow: 365 ln 2 a year.
  const [root] = exponentialRoots(Float64Array.of(-100, 200), Float64Array.of(0, 1 / 365));
  assert.ok(Math.abs(root! - 365 * Math.LN2) < 1e-10);
});

test("never more roots than changes of sign, of the same parity, and none moves when the sum is scaled or turned round", () => {
  const terms = fc.array(
    fc.integer({ min: -500, max: 500 }).filter((value) => value !== 0),
    { minLength: 2, maxLength: 30 },
  );
  fc.assert(
    fc.property(terms, (amounts) => {
      const exponents = Float64Array.from(amounts, (_, index) => index * 0.37 + (index % 3) * 0.1);
      const roots = exponentialRoots(Float64Array.from(amounts), exponents);
      const changes = amounts.filter((amount, index) => index > 0 && amount > 0 !== amounts[index - 1]! > 0).length;
      assert.ok(roots.length <= changes);
      assert.equal((changes - roots.length) % 2, 0);
      const scaled = exponentialRoots(
        Float64Array.from(amounts, (amount) => amount * -7),
        exponents,
      );
      assert.equal(scaled.length, roots.length);
      for (const [index, root] of roots.entries()) assert.ok(Math.abs(scaled[index]! - root) < 1e-8);
    }),
    { numRuns: 300 },
  );
});
