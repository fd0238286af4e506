import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { commonOwnership } from "./common-ownership.ts";
import { holdingIndex, integratedWithoutReturn } from "./integrated-ownership.ts";
import { ownershipBounds } from "./ownership-bounds.ts";

type Row = readonly [holder: number, company: number, low: number, high: number];

function boundsOf(n: number, rows: readonly Row[], holder: number, rest = false) {
  const [owners, companies] = [0, 1].map((column) => Int32Array.from(rows, (row) => row[column]!));
  const [low, high] = [2, 3].map((column) => Float64Array.from(rows, (row) => row[column]!));
  return ownershipBounds({ n, holder: owners!, company: companies!, low: low!, high: high! }, holder, rest);
}

test("10 to 20 % of a company that holds at least half of another: 5 to 20 % of it", () => {
  const { low, high } = boundsOf(
    3,
    [
      [0, 1, 0.1, 0.2],
      [1, 2, 0.5, 1],
    ],
    0,
  );
  assert.deepEqual([...low], [0, 0.1, 0.05]);
  assert.deepEqual([...high], [0, 0.2, 0.2]);
});

test("stakes that cannot all be at their high ends share the whole, the holder's own first", () => {
  // Of company 2: the holder 0–0.7, and 0.2–0.9 for company 1, of which the holder has half. 0.7 + 0.3 · 0.5
  const { high } = boundsOf(
    3,
    [
      [0, 1, 0.5, 0.5],
      [0, 2, 0, 0.7],
      [1, 2, 0.2, 0.9],
    ],
    0,
  );
  assert.ok(Math.abs(high[2]! - 0.85) < 1e-12);
});

test("what nobody recorded may be the holder's where that is asked for", () => {
  const { low, high } = boundsOf(3, [[1, 2, 0.3, 0.4]], 0, true);
  assert.deepEqual([...low], [0, 0, 0]);
  assert.deepEqual([...high], [1, 1, 1]);
  assert.deepEqual([...boundsOf(3, [[1, 2, 0.3, 0.4]], 0).high], [0, 0, 0]);
});

test("every cap table inside the ranges gives shares inside the bounds, and exact tables give them exactly", () => {
  const table = fc
    .integer({ min: 2, max: 7 })
    .chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.array(
          fc.tuple(
            fc.nat(n - 1),
            fc.nat(n - 1),
            fc.integer({ min: 0, max: 10 }),
            fc.integer({ min: 0, max: 10 }),
            fc.integer({ min: 0, max: 4 }),
          ),
          { maxLength: 16 },
        ),
      ),
    );
  fc.assert(
    fc.property(table, ([n, draws]) => {
      const counts = new Float64Array(n);
      for (const [, company] of draws) counts[company]!++;
      // A drawn point, and a range around it; points of a company sum to at most 0.95.
      const point = draws.map(([, company, tenth]) => (0.095 * tenth) / counts[company]!);
      const rows = draws.map(([holder, company, , width, left], at): Row => {
        const low = Math.max(0, point[at]! - (width * left) / 400);
        return [holder, company, low, Math.min(1, point[at]! + (width * (4 - left)) / 40)];
      });
      const { low, high, settled } = boundsOf(n, rows, 0);
      assert.ok(settled);
      const index = holdingIndex(
        n,
        Int32Array.from(draws, ([holder]) => holder),
        Int32Array.from(draws, ([, company]) => company),
        Float64Array.from(point),
      );
      for (const [company, share] of integratedWithoutReturn(index, 0).entries()) {
        assert.ok(
          low[company]! <= share + 1e-12 && share <= high[company]! + 1e-12,
          `${low[company]} ${share} ${high[company]}`,
        );
        assert.ok(high[company]! <= 1 + 1e-12);
      }
      const exact = boundsOf(
        n,
        draws.map(([holder, company], at): Row => [holder, company, point[at]!, point[at]!]),
        0,
      );
      for (let company = 0; company < n; company++)
        assert.ok(Math.abs(exact.high[company]! - exact.low[company]!) < 1e-11);
    }),
  );
});

test("two rivals with the same owners weigh each other like themselves, with separate ones not at all", () => {
  const same = commonOwnership(2, Float64Array.of(0.3, 0.3, 0.1, 0.1), Float64Array.of(0.5, 0.5));
  assert.deepEqual([...same.profitWeights], [1, 1, 1, 1]);
  assert.deepEqual([same.hhi, same.mhhi, same.mhhiDelta], [0.5, 1, 0.5]);
  const apart = commonOwnership(2, Float64Array.of(0.3, 0, 0, 0.4), Float64Array.of(0.5, 0.5));
  assert.deepEqual([...apart.profitWeights], [1, 0, 0, 1]);
  assert.equal(apart.mhhiDelta, 0);
});

test("weights by hand: an owner of 20 % and 10 %, another of 10 % of the first", () => {
  // κ_12 = 0.02 / (0.04 + 0.01), κ_21 = 0.02 / 0.01
  const { profitWeights } = commonOwnership(2, Float64Array.of(0.2, 0.1, 0.1, 0), null);
  assert.ok(Math.abs(profitWeights[1]! - 0.4) < 1e-12);
  assert.ok(Math.abs(profitWeights[2]! - 2) < 1e-12);
});
