import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { summedRows } from "../numeric/summed-rows.ts";
import { additionalLoss, debtRank, firstLosses, leverageNetwork } from "./debt-rank.ts";
import { defaultCascade } from "./default-cascade.ts";
import { revenueAtRisk } from "./revenue-at-risk.ts";
import { singleHitDebtRank } from "./single-hit-debt-rank.ts";

type Edges = readonly (readonly [number, number, number])[];

const columns = (edges: Edges) =>
  [
    Int32Array.from(edges, ([from]) => from),
    Int32Array.from(edges, ([, to]) => to),
    Float64Array.from(edges, ([, , amount]) => amount),
  ] as const;
const leverage = (edges: Edges, equity: readonly number[]) =>
  leverageNetwork(equity.length, ...columns(edges), Float64Array.from(equity));
const rows = (n: number, edges: Edges) => summedRows(n, ...columns(edges));

function close(got: ArrayLike<number>, want: readonly number[], tolerance = 1e-12): void {
  assert.equal(got.length, want.length);
  for (const [at, each] of want.entries())
    assert.ok(Math.abs(got[at]! - each) <= tolerance, `${at}: ${got[at]} is not ${each}`);
}

/** The three companies in the README of the R package NetworkRiskMeasures, and what it prints for them. */
const claims: Edges = [
  [0, 1, 1],
  [1, 0, 10],
  [1, 2, 3],
  [2, 0, 3],
  [2, 1, 2],
];
const three = leverage(claims, [2, 5, 2]);

test("a single hit gives what the R package NetworkRiskMeasures prints", () => {
  const shock = Float64Array.of(0.1, 0.1, 0.1);
  const { h } = singleHitDebtRank(three, shock);
  close(h, [0.15, 0.26, 0.3]);
  assert.ok(Math.abs(additionalLoss(shock, h, Float64Array.of(10, 100, 30))! - 0.1607) < 5e-5);
  const defaults = [0, 1, 2].map((failed) => {
    const first = Float64Array.from([0, 1, 2], (each) => (each === failed ? 1 : 0));
    return additionalLoss(first, singleHitDebtRank(three, first).h, Float64Array.of(10, 100, 30))!;
  });
  close(defaults, [0.9285714, 0.25, 0.6642857], 5e-8);
});

test("all reverberations lose 0.2/(1 - 1/4) in a pair of halves, a single hit only 0.25", () => {
  const pair = leverage(
    [
      [0, 1, 5],
      [1, 0, 5],
    ],
    [10, 10],
  );
  close(debtRank(pair, Float64Array.of(0.2, 0)).h, [4 / 15, 2 / 15]);
  close(singleHitDebtRank(pair, Float64Array.of(0.2, 0)).h, [0.25, 0.1]);
});

test("who has no equity has failed already, whatever is said of its shock", () => {
  const network = leverage(
    [
      [0, 1, 5],
      [1, 0, 5],
    ],
    [10, -3],
  );
  close(debtRank(network, Float64Array.of(0, 0)).h, [0.5, 1]);
  close(firstLosses(network, Float64Array.of(7, 0)), [1, 1], 0);
});

test("a single hit never loses more than all reverberations, and a larger shock never less", () => {
  const edge = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 30 }));
  const shocks = fc.array(fc.double({ min: 0, max: 0.4, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 15 }), shocks, (edges, shock) => {
      const network = leverage(edges, [20, 30, 40, 50, 60, 70]);
      const { h } = debtRank(network, Float64Array.from(shock));
      const once = singleHitDebtRank(network, Float64Array.from(shock)).h;
      const more = debtRank(
        network,
        Float64Array.from(shock, (each) => each + 0.01),
      ).h;
      for (let company = 0; company < 6; company++) {
        assert.ok(once[company]! <= h[company]! + 1e-9);
        assert.ok(h[company]! <= more[company]! + 1e-9 && h[company]! >= shock[company]!);
      }
    }),
  );
});

test("dominoes fall by Furfine's rule; what is recovered stops them", () => {
  const owed = rows(4, [
    [0, 1, 10],
    [1, 2, 9],
    [2, 3, 2],
  ]);
  const worth = Float64Array.of(1, 5, 8, 3);
  const hard = defaultCascade(owed, worth, Int32Array.of(0), 0);
  assert.deepEqual(
    [[...hard.wave], [...hard.loss]],
    [
      [0, 1, 2, -1],
      [0, 10, 9, 2],
    ],
  );
  const soft = defaultCascade(owed, worth, Int32Array.of(0), 0.6);
  assert.deepEqual(
    [[...soft.wave], [...soft.loss]],
    [
      [0, -1, -1, -1],
      [0, 4, 0, 0],
    ],
  );
});

test("a loss of exactly the net worth is borne, also after rounding; who had less than nothing falls", () => {
  const owed = rows(4, [
    [0, 1, 0.1],
    [0, 1, 0.2],
    [0, 2, 1],
  ]);
  const { wave } = defaultCascade(owed, Float64Array.of(0, 0.3, 1, -1), Int32Array.of(0, 0), 0);
  assert.deepEqual([...wave], [0, -1, -1, 1]);
});

test("a supplier with 60% from a customer that stops loses 60%, and its own supplier 6%", () => {
  const sales = rows(3, [
    [0, 1, 60],
    [2, 0, 10],
  ]);
  const none = new Float64Array(3);
  const all = new Float64Array(3).fill(1);
  const { q, revenue } = revenueAtRisk(sales, Float64Array.of(40, 0, 90), none, all, Int32Array.of(1));
  close(q, [0.6, 1, 0.06]);
  assert.deepEqual([...revenue], [100, 0, 100]);
  const half = revenueAtRisk(
    sales,
    Float64Array.of(40, 0, 90),
    none,
    all.map(() => 0.5),
    Int32Array.of(1),
  );
  close(half.q, [0.6, 1, 0.03]);
});

test("companies that sell to each other alone lose all by the smallest shock, though shares of thirds do not sum to 1", () => {
  const sales = rows(4, [
    [0, 1, 0.1],
    [0, 2, 0.2],
    [1, 0, 0.7],
    [1, 2, 0.1],
    [2, 0, 1 / 3],
    [2, 1, 1 / 7],
  ]);
  const shock = Float64Array.of(1e-9, 0, 0, 0);
  const { q } = revenueAtRisk(sales, new Float64Array(4), shock, new Float64Array(4).fill(1), new Int32Array(0));
  assert.deepEqual([...q], [1, 1, 1, 0]);
});
