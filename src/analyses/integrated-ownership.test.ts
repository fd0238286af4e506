import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { failureCascade } from "./failure-cascade.ts";
import {
  closedGroups,
  type HoldingIndex,
  holdingIndex,
  integratedShares,
  integratedWithoutReturn,
  overheld,
} from "./integrated-ownership.ts";
import { lookThrough } from "./look-through.ts";

type Row = readonly [holder: number, company: number, share: number];

function indexOf(n: number, rows: readonly Row[], largestInverse?: number): HoldingIndex {
  const columns = [0, 1].map((column) => Int32Array.from(rows, (row) => row[column]!));
  return holdingIndex(
    n,
    columns[0]!,
    columns[1]!,
    Float64Array.from(rows, (row) => row[2]),
    largestInverse,
  );
}

function near(got: Iterable<number>, want: readonly number[], tolerance = 1e-12): void {
  const list = Array.from(got);
  assert.equal(list.length, want.length);
  for (const [at, each] of want.entries()) assert.ok(Math.abs(list[at]! - each) <= tolerance, `${list} for ${want}`);
}

test("60 % of 60 % of 60 % is 21.6 %", () => {
  near(
    integratedShares(
      indexOf(4, [
        [0, 1, 0.6],
        [1, 2, 0.6],
        [2, 3, 0.6],
      ]),
      0,
    ),
    [0, 0.6, 0.36, 0.216],
  );
});

test("two companies that hold half of each other: one third and two thirds, without coming back a quarter and a half", () => {
  // M = 1 / (1 − 1/4) · [[1, 1/2], [1/2, 1]]
  const index = indexOf(2, [
    [0, 1, 0.5],
    [1, 0, 0.5],
  ]);
  near(integratedShares(index, 0), [1 / 3, 2 / 3]);
  near(integratedWithoutReturn(index, 0), [1 / 4, 1 / 2]);
  const { marketValue, netValue, lookThrough: look } = lookThrough(index, Float64Array.of(1, 1));
  near(marketValue, [2, 2]);
  near(netValue, [1, 1]);
  near(look, [1, 1]);
});

test("treasury shares cancel: 90 % beside 10 % of its own is the whole", () => {
  near(
    integratedShares(
      indexOf(2, [
        [0, 1, 0.9],
        [1, 1, 0.1],
      ]),
      0,
    ),
    [0, 1],
  );
});

test("a group that owns itself completely is named, and only what depends on it has no value", () => {
  // 0 ↔ 1 closed; 1 also holds half of 2; 3 holds the other half of 2 and all of 4.
  const index = indexOf(5, [
    [0, 1, 1],
    [1, 0, 1],
    [1, 2, 0.5],
    [3, 2, 0.5],
    [3, 4, 1],
  ]);
  assert.deepEqual(closedGroups(index), [[0, 1]]);
  near(integratedShares(index, 3), [0, 0, 0.5, 0, 1]);
  assert.deepEqual([...integratedShares(index, 0)].map(Number.isNaN), [true, true, true, false, false]);
  const { marketValue } = lookThrough(index, Float64Array.of(0, 0, 10, 0, 7));
  assert.deepEqual([...marketValue], [Number.NaN, Number.NaN, 10, 12, 7]);
});

test("a company that owns itself, a sum above 1 and an empty network are outcomes", () => {
  assert.deepEqual(closedGroups(indexOf(1, [[0, 0, 1]])), [[0]]);
  const over = indexOf(3, [
    [0, 2, 0.6],
    [1, 2, 0.5],
  ]);
  assert.deepEqual([overheld(over), closedGroups(over)], [[2], []]);
  near(integratedShares(over, 0), [0, 0, 0.6]);
  assert.deepEqual(closedGroups(indexOf(0, [])), []);
  near(integratedShares(indexOf(1, []), 0), [0]);
});

test("shares above 1 inside a group feed back without end only where the group as a whole does", () => {
  // 2 · 0.4 = 0.8 < 1 and 2 · 0.6 = 1.2 > 1
  assert.deepEqual(
    closedGroups(
      indexOf(2, [
        [0, 1, 2],
        [1, 0, 0.4],
      ]),
    ),
    [],
  );
  assert.deepEqual(
    closedGroups(
      indexOf(2, [
        [0, 1, 2],
        [1, 0, 0.6],
      ]),
    ),
    [[0, 1]],
  );
});

test("a chain of 50,000 companies is no deeper than the stack", () => {
  const rows = Array.from({ length: 49_999 }, (_, at): Row => [at, at + 1, 1]);
  assert.equal(integratedShares(indexOf(50_000, rows), 0)[49_999], 1);
});

/** Random holdings of which each company's sum to less than 1. */
const network = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    links: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 100 })), { maxLength: 4 * n }),
    held: fc.integer({ min: 10, max: 999 }).map((value) => value / 1000),
    assets: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: n, maxLength: n }),
  }),
);

function scaled(n: number, links: readonly Row[], held: number): Row[] {
  const sums = new Float64Array(n);
  for (const [, company, weight] of links) sums[company]! += weight;
  return links.map(([holder, company, weight]) => [holder, company, (weight / sums[company]!) * held]);
}

test("what final owners get sums to what there is, however companies hold each other", () => {
  fc.assert(
    fc.property(network, ({ n, links, held, assets }) => {
      const { netValue, marketValue } = lookThrough(indexOf(n, scaled(n, links, held)), Float64Array.from(assets));
      const all = assets.reduce((sum, each) => sum + each, 0);
      const got = netValue.reduce((sum, each) => sum + each, 0);
      assert.ok(Math.abs(got - all) <= 1e-9 * (1 + all), `${got} for ${all}`);
      assert.ok(marketValue.every((value, company) => value >= assets[company]! - 1e-9));
    }),
  );
});

test("each row solves its defining equation, by inverses and by sweeps alike", () => {
  fc.assert(
    fc.property(network, ({ n, links, held }) => {
      const rows = scaled(n, links, held);
      for (const largestInverse of [1, 1000]) {
        const shares = integratedShares(indexOf(n, rows, largestInverse), 0);
        // y_j = w_0j + Σ_i y_i w_ij
        const again = new Float64Array(n);
        for (const [holder, company, share] of rows)
          again[company]! += ((holder === 0 ? 1 : 0) + shares[holder]!) * share;
        near(shares, [...again], 1e-9 * (1 + Math.max(...shares)));
      }
    }),
  );
});

test("a fall pulls along whoever holds enough of the fallen, wave by wave", () => {
  // 1 holds half of 0, 2 half of 1, on assets of 100 each: 50 of 100, 75 of 150, 175. Then 0 loses all of its own.
  const index = indexOf(3, [
    [1, 0, 0.5],
    [2, 1, 0.5],
  ]);
  const before = lookThrough(index, Float64Array.of(100, 100, 100)).netValue;
  near(before, [50, 75, 175]);
  const threshold = before.map((value) => 0.9 * value);
  const cost = threshold.map((value) => value / 2);
  const { waves, value } = failureCascade(index, Float64Array.of(0, 100, 100), threshold, cost);
  // v = 0, 50, 150 < 45, 67.5, 157.5: all at once; then assets −22.5, 66.25, 21.25.
  assert.deepEqual(waves, [[0, 1, 2]]);
  near(value, [-11.25, (66.25 - 11.25) / 2, 21.25 + (66.25 - 11.25) / 2]);
});

test("nobody fails where nothing fell, also at a threshold of the whole value", () => {
  fc.assert(
    fc.property(network, ({ n, links, held, assets }) => {
      const index = indexOf(n, scaled(n, links, held));
      const own = Float64Array.from(assets);
      const { netValue } = lookThrough(index, own);
      assert.deepEqual(failureCascade(index, own, netValue, netValue).waves, []);
    }),
  );
});
