import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type DatedRoundTrip, datedRoundTrip } from "./dated-round-trip.ts";

type Payment = readonly [payer: number, payee: number, amount: number, day: number];

function comesBack(
  invested: number,
  day: number,
  payments: readonly Payment[],
  investor = 0,
  company = 1,
): DatedRoundTrip {
  const column = (at: number): Float64Array => Float64Array.from(payments, (payment) => payment[at]!);
  return datedRoundTrip(
    { investor, company, invested, day },
    { payer: column(0), payee: column(1), amount: column(2), day: column(3) },
  );
}

test("a second leg that is paid before the first brings nothing back in time", () => {
  assert.deepEqual(
    comesBack(100, 0, [
      [1, 2, 80, 30],
      [2, 0, 80, 10],
    ]),
    { sameDayAllowed: 0, strictlyLater: 0, untimed: 80 },
  );
});

test("two legs on one day count only where a day is enough", () => {
  assert.deepEqual(
    comesBack(100, 0, [
      [1, 2, 80, 30],
      [2, 0, 70, 30],
    ]),
    { sameDayAllowed: 70, strictlyLater: 0, untimed: 70 },
  );
});

test("money waits for later payments, and none leaves before it came", () => {
  const payments: Payment[] = [
    [1, 2, 50, 10],
    [2, 0, 20, 15],
    [2, 0, 20, 40],
    [1, 0, 99, 4],
  ];
  assert.deepEqual(comesBack(60, 5, payments), { sameDayAllowed: 40, strictlyLater: 40, untimed: 40 });
});

test("an investment into oneself does not come back", () => {
  assert.equal(comesBack(60, 5, [[1, 1, 5, 6]], 1, 1).untimed, 0);
});

test("strictly later is at most same-day is at most undated is at most the investment", () => {
  const who = fc.integer({ min: 0, max: 4 });
  const payment = fc.tuple(who, who, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 8 }));
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 25 }), fc.integer({ min: 0, max: 20 }), (payments, invested) => {
      const { strictlyLater, sameDayAllowed, untimed } = comesBack(invested, 2, payments);
      const steps = [0, strictlyLater, sameDayAllowed, untimed, invested];
      for (let at = 1; at < steps.length; at++) assert.ok(steps[at - 1]! <= steps[at]!, steps.join(" "));
    }),
  );
});
