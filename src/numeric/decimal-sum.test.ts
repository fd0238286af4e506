import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalSum, sumOfDecimals } from "./decimal-sum.ts";
import { parseRational, sumOf, toNumber } from "./rational.ts";

test("a dime and two are three, a cent beside a quadrillion is kept, and nothing sums to nothing", () => {
  assert.equal(sumOfDecimals([0.1, 0.2, -0.3]), 0);
  assert.equal(sumOfDecimals([1e15, 0.01, -1e15]), 0.01);
  assert.equal(sumOfDecimals([2 ** 53 - 1, 2, -2, 1]), 2 ** 53);
  assert.equal(sumOfDecimals([1e22, 1, -1e22]), 1);
  assert.equal(sumOfDecimals([]), 0);
});

test("what has no end has none in a sum", () => {
  assert.equal(sumOfDecimals([0.1, Number.POSITIVE_INFINITY, 5]), Number.POSITIVE_INFINITY);
  assert.equal(sumOfDecimals([-1, Number.NEGATIVE_INFINITY]), Number.NEGATIVE_INFINITY);
});

test("it is the nearest double to the sum of fractions, after every term", () => {
  const term = fc.oneof(
    fc.double({ min: -1e100, max: 1e100, noNaN: true }),
    fc.integer({ min: -(10 ** 6), max: 10 ** 6 }).map((cents) => cents / 100),
    fc.maxSafeInteger(),
  );
  fc.assert(
    fc.property(fc.array(term, { maxLength: 12 }), (terms) => {
      const sum = decimalSum();
      terms.forEach((each, at) => {
        sum.add(each);
        const exact = sumOf(terms.slice(0, at + 1).map((one) => parseRational(one)!));
        assert.ok(Math.abs(sum.value() - toNumber(exact)) <= 0);
      });
    }),
  );
});
