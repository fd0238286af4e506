import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";
import { herfindahlEnds, shareEnds } from "./share-ends.ts";

const near = (got: Interval | null, low: number, high: number): void => {
  assert.ok(got !== null && Math.abs(got.low - low) < 1e-12 && Math.abs(got.high - high) < 1e-12, JSON.stringify(got));
};

test("shares of exact amounts are exact, and nothing has no share of nothing", () => {
  const [one, other, none] = shareEnds([
    { low: 300, high: 300 },
    { low: 100, high: 100 },
    { low: 0, high: 0 },
  ]);
  near(one!, 0.75, 0.75);
  near(other!, 0.25, 0.25);
  near(none!, 0, 0);
  assert.deepEqual(shareEnds([{ low: 0, high: 0 }]), [null]);
  assert.deepEqual(shareEnds([{ low: 0, high: 9 }]), [{ low: 1, high: 1 }]);
});

test("40 beside 0 to 13 is 40/53 to all of it; beside an open end it may be nothing", () => {
  near(
    shareEnds([
      { low: 40, high: 40 },
      { low: 0, high: 13 },
    ])[0]!,
    40 / 53,
    1,
  );
  const [closed, open] = shareEnds([
    { low: 10, high: 10 },
    { low: 30, high: null },
  ]);
  near(closed!, 0, 0.25);
  near(open!, 0.75, 1);
});

test("the concentration of 300, 37.58 and 10.17 is the sum of their squared shares", () => {
  const total = 347.75;
  const hhi = (300 ** 2 + 37.58 ** 2 + 10.17 ** 2) / total ** 2;
  near(
    herfindahlEnds([
      { low: 300, high: 300 },
      { low: 37.58, high: 37.58 },
      { low: 10.17, high: 10.17 },
    ]),
    hhi,
    hhi,
  );
  near(herfindahlEnds([{ low: 5, high: 9 }]), 1, 1);
  assert.equal(herfindahlEnds([]), null);
  assert.equal(herfindahlEnds([{ low: 0, high: 0 }]), null);
});

test("between ends the least concentrated is as even as can be, the most a corner", () => {
  // 1 to 4 beside 2: even at 2 and 2; at 4 and 2 it is 20/36, at 1 and 2 it is 5/9, the same.
  near(
    herfindahlEnds([
      { low: 1, high: 4 },
      { low: 2, high: 2 },
    ]),
    0.5,
    20 / 36,
  );
  // 0 to 1 beside 3: (9 + x²) / (3 + x)² is 1 at 0 and 10/16 at 1.
  near(
    herfindahlEnds([
      { low: 0, high: 1 },
      { low: 3, high: 3 },
    ]),
    10 / 16,
    1,
  );
  near(
    herfindahlEnds([
      { low: 0, high: null },
      { low: 0, high: null },
    ]),
    0.5,
    1,
  );
});

const amounts = fc.array(
  fc
    .record({
      low: fc.integer({ min: 0, max: 50 }),
      width: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 50 })),
    })
    .map(({ low, width }): Ends => ({ low, high: width === null ? null : low + width })),
  { minLength: 1, maxLength: 16 },
);
const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });

test("whatever the amounts are inside their ends, shares and concentration lie inside theirs", () => {
  fc.assert(
    fc.property(amounts, parts, (all, at) => {
      const chosen = all.map(({ low, high }, index) => low + ((high ?? low + 1e6) - low) * at[index]!);
      const sum = chosen.reduce((total, each) => total + each, 0);
      if (!(sum > 1e-9)) return;
      const shares = shareEnds(all);
      for (const [index, each] of chosen.entries())
        assert.ok(shares[index]!.low <= each / sum + 1e-9 && each / sum <= shares[index]!.high + 1e-9);
      const hhi = chosen.reduce((total, each) => total + (each / sum) ** 2, 0);
      const ends = herfindahlEnds(all)!;
      assert.ok(ends.low <= hhi + 1e-9 && hhi <= ends.high + 1e-9, JSON.stringify({ all, chosen, ends, hhi }));
    }),
  );
});
