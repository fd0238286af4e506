import assert from "node:assert/strict";
import { test } from "node:test";
import { multiplesOf, presentValue, ratesOfReturn } from "./rates-of-return.ts";

const days = (...list: number[]): Int32Array => Int32Array.from(list);
const amounts = (...list: number[]): Float64Array => Float64Array.from(list);

test("a loan of a year at 10 % returns 10 %, in whichever order it is written", () => {
  for (const [when, what] of [
    [days(0, 365), amounts(-100, 110)],
    [days(365, 0), amounts(110, -100)],
  ] as const) {
    const { status, rates } = ratesOfReturn(when, what);
    assert.equal(status, "unique");
    assert.ok(Math.abs(rates[0]! - 0.1) < 1e-14);
  }
});

test("money back and forth has two rates, and both are told", () => {
  // −1 + 2.3/(1+r) − 1.32/(1+r)² = −(1 − 1.1/(1+r))(1 − 1.2/(1+r))
  const { status, rates } = ratesOfReturn(days(0, 365, 730), amounts(-1, 2.3, -1.32));
  assert.equal(status, "multiple");
  assert.deepEqual(
    rates.map((rate) => rate.toFixed(10)),
    ["0.1000000000", "0.2000000000"],
  );
});

test("no rate, no change of sign and no payment are three outcomes", () => {
  assert.equal(ratesOfReturn(days(0, 365, 730), amounts(-1, 2, -2)).status, "none");
  assert.equal(ratesOfReturn(days(0, 365), amounts(-1, -2)).status, "no-sign-change");
  assert.equal(ratesOfReturn(days(5, 5), amounts(-100, 110)).status, "no-sign-change");
  assert.equal(ratesOfReturn(days(), amounts()).status, "no-flows");
});

test("payments of a day that cancel but for a rounding speck change no sign", () => {
  const { signChanges, status } = ratesOfReturn(days(0, 9, 9, 9, 365), amounts(-1, 0.1, 0.2, -0.3, 2));
  assert.deepEqual([signChanges, status], [1, "unique"]);
});

test("the worth at a rate of return is nothing, and at 10 % next year's 110 is 100 today", () => {
  assert.ok(Math.abs(presentValue(days(0, 365), amounts(0, 110), 0.1) - 100) < 1e-12);
  assert.ok(Math.abs(presentValue(days(0, 365), amounts(-100, 110), 0.1)) < 1e-12);
});

test("multiples count what was paid in and out, and nothing paid in has none", () => {
  assert.deepEqual(multiplesOf(amounts(-100, -100, 50), 300), {
    paidIn: 200,
    distributed: 50,
    dpi: 0.25,
    rvpi: 1.5,
    tvpi: 1.75,
  });
  assert.deepEqual(multiplesOf(amounts(5), 1), { paidIn: 0, distributed: 5, dpi: null, rvpi: null, tvpi: null });
});
