import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dailyPieces, evenPieces, rampWeights, remainders, roundedHalfToEven, weightedPieces } from "./schedules.ts";

test("100 over three periods is 33, 34, 33, and a credit its mirror image", () => {
  assert.deepEqual(evenPieces(100n, 3), [33n, 34n, 33n]);
  assert.deepEqual(evenPieces(-100n, 3), [-33n, -34n, -33n]);
  assert.deepEqual(evenPieces(0n, 2), [0n, 0n]);
});

test("halves go to the even neighbour, below zero too", () => {
  const rounded = [1n, 3n, 5n, -1n, -3n, -5n, 4n].map((numerator) => roundedHalfToEven(numerator, 2n));
  assert.deepEqual(rounded, [0n, 2n, 2n, 0n, -2n, -2n, 2n]);
});

test("a ramp from nothing to 4 over two periods is a quarter and three quarters", () => {
  assert.deepEqual(weightedPieces(100n, rampWeights(2, 0n, 4n)), [25n, 75n]);
});

test("days outside the term carry nothing, and a term of one day falls whole into its period", () => {
  assert.deepEqual(dailyPieces(90n, 10, 19, [5, 10, 13, 19, 30]), [0n, 0n, 30n, 60n, 0n]);
  assert.deepEqual(dailyPieces(90n, 10, 11, [10, 11]), [0n, 90n]);
  assert.deepEqual(dailyPieces(90n, 10, 10, [10, 11]), [0n, 90n]);
});

test("what a period end leaves out remains", () => {
  assert.deepEqual(remainders(90n, dailyPieces(90n, 10, 19, [13, 16])), [60n, 30n]);
});

test("weights that place nothing are refused", () => {
  assert.throws(() => weightedPieces(1n, [0n, 0n]), /No weight/);
  assert.throws(() => weightedPieces(1n, []), /No weight/);
  assert.throws(() => weightedPieces(1n, [2n, -1n]), /below zero: -1/);
  assert.throws(() => dailyPieces(1n, 3, 2, [4]), /before its start/);
});

test("pieces add to the total, each within one of its exact share, and scaling the weights changes nothing", () => {
  const weights = fc.array(fc.bigInt(0n, 10n ** 20n), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), weights, (total, some) => {
      fc.pre(some.some((weight) => weight > 0n));
      const pieces = weightedPieces(total, some);
      assert.equal(sum(pieces), total);
      assert.deepEqual(
        weightedPieces(
          total,
          some.map((weight) => weight * 7n),
        ),
        pieces,
      );
      const all = sum(some);
      for (const [index, piece] of pieces.entries()) {
        const off = piece * all - total * some[index]!;
        assert.ok(off <= all && off >= -all);
      }
    }),
  );
});

function sum(numbers: readonly bigint[]): bigint {
  return numbers.reduce((all, number) => all + number, 0n);
}

test("pieces by the day are those of its days, counted one by one, whatever the periods and the sign", () => {
  const ends = fc.array(fc.integer({ min: -20, max: 120 }), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 20n), 10n ** 20n),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 50 }),
      ends,
      (total, start, length, some) => {
        const periodEnds = some.sort((one, other) => one - other);
        const pieces = dailyPieces(total, start, start + length, periodEnds);
        const byDay = length === 0 ? [total] : evenPieces(total, length);
        let placed = 0n;
        for (const [index, piece] of pieces.entries()) {
          placed += piece;
          assert.equal(placed, sum(byDay.filter((_, day) => start + day < periodEnds[index]!)));
        }
        assert.deepEqual(
          dailyPieces(-total, start, start + length, periodEnds),
          pieces.map((piece) => -piece),
        );
        if (periodEnds.some((end) => end > start + length)) assert.equal(placed, total);
      },
    ),
  );
});
