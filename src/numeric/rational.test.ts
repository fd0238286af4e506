import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compared, minus, over, parseRational, plus, ratio, times, toNumber, zero } from "./rational.ts";

test("decimals are read as the fractions that they state", () => {
  const read = (text: string | number): string => {
    const value = parseRational(text);
    return value ? `${value.numerator}/${value.denominator}` : "none";
  };
  assert.deepEqual(["0.12", 0.1, "1e3", "-.5", 1e21, "2."].map(read), [
    "3/25",
    "1/10",
    "1000/1",
    "-1/2",
    `${10n ** 21n}/1`,
    "2/1",
  ]);
  assert.deepEqual(["", ".", "12%", "1,000", Number.NaN, "1e9999"].map(read), new Array(6).fill("none"));
});

test("every double that is written as a decimal comes back as itself", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 }), (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-150);
      assert.equal(toNumber(parseRational(value)!), value === 0 ? 0 : value);
    }),
  );
});

test("the nearest double to a third, and to quotients of huge numbers, is division's", () => {
  assert.equal(toNumber(ratio(1n, 3n)), 1 / 3);
  assert.equal(toNumber(ratio(10n ** 400n, 3n * 10n ** 400n)), 1 / 3);
  assert.equal(toNumber(ratio(-(10n ** 320n), 10n ** 300n)), -1e20);
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (a, b) =>
      assert.equal(toNumber(ratio(BigInt(a), BigInt(b))), a / b + 0),
    ),
  );
});

test("the field's laws hold", () => {
  const rational = fc.tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n)).map(([a, b]) => ratio(a, b));
  fc.assert(
    fc.property(rational, rational, rational, (a, b, c) => {
      assert.deepEqual(times(a, plus(b, c)), plus(times(a, b), times(a, c)));
      assert.deepEqual(minus(plus(a, b), b), a);
      if (compared(b, zero) !== 0) assert.deepEqual(times(over(a, b), b), a);
    }),
  );
});
