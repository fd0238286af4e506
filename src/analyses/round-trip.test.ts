import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Edge, rowsOf, someNetwork } from "./network.test-kit.ts";
import { commitmentIndex, type RoundTrip, roundTrips } from "./round-trip.ts";

function trips(
  n: number,
  investments: readonly Edge[],
  commitments: readonly Edge[],
  hops: readonly number[],
  other = new Float64Array(n),
): RoundTrip[] {
  return roundTrips(commitmentIndex(rowsOf(n, commitments)), rowsOf(n, investments), hops, other);
}

test("a chip maker invests 100 in a lab, the lab buys compute, the clouds buy chips", () => {
  // Two hops: min(300, 40) + min(50, 80) = 90; the third way, 1 → 2 → 3 → 0, brings the 10 that are left.
  const [trip] = trips(
    4,
    [[0, 1, 100]],
    [
      [1, 2, 300],
      [1, 3, 50],
      [2, 0, 40],
      [3, 0, 80],
      [2, 3, 20],
    ],
    [1, 2, 3],
  );
  assert.deepEqual([trip!.direct, trip!.byHops, trip!.unbounded], [0, [0, 90, 100], 100]);
  assert.ok(Math.abs(trip!.proRata! - 1) < 1e-12);
});

test("money spent elsewhere does not come back: half of it, by hand", () => {
  const [trip] = trips(2, [[0, 1, 10]], [[1, 0, 5]], [1], Float64Array.of(0, 5));
  assert.deepEqual([trip!.direct, trip!.proRata], [5, 0.5]);
});

test("a fair gambler's money ends at the goal in proportion to what he has", () => {
  // Companies 1 … n pay half each to their neighbours; 0 is the investor, n + 1 keeps what it gets.
  for (const n of [4, 60, 600]) {
    const steps = Array.from({ length: n }, (_, at): Edge[] => [
      [at + 1, at, 1],
      [at + 1, at + 2, 1],
    ]).flat();
    for (const { company, proRata } of trips(
      n + 2,
      [
        [0, 1, 1],
        [0, n / 2, 1],
        [0, n, 1],
      ],
      steps,
      [1],
    ))
      assert.ok(Math.abs(proRata! - (n + 1 - company) / (n + 1)) < 1e-9, `${n}: ${company} ${proRata}`);
  }
});

test("a pair that leaks one part in a billion still ends where it leaks", () => {
  const [trip] = trips(
    4,
    [[0, 1, 1]],
    [
      [1, 2, 1e9],
      [2, 1, 1e9],
      [2, 0, 1],
      [2, 3, 2],
    ],
    [1],
  );
  assert.ok(Math.abs(trip!.proRata! - 1 / 3) < 1e-12);
});

test("a commitment that stands second on one way and third on another is used once", () => {
  // 1 → 2 → 3 → 0 and 1 → 4 → 2 → 3 → 0: both need 2 → 3.
  const commitments: Edge[] = [
    [1, 2, 3],
    [1, 4, 9],
    [4, 2, 9],
    [2, 3, 5],
    [3, 0, 9],
  ];
  const [trip] = trips(5, [[0, 1, 20]], commitments, [2, 3, 4]);
  assert.deepEqual(trip!.byHops, [0, 3, 5]);
});

test("an investment into oneself is none, and two into one company are one", () => {
  assert.deepEqual(trips(2, [[0, 0, 5]], [[0, 1, 5]], [1]), []);
  assert.deepEqual(
    trips(
      2,
      [
        [0, 1, 5],
        [0, 1, 6],
      ],
      [[1, 0, 20]],
      [1],
    ).map(({ invested, direct }) => [invested, direct]),
    [[11, 11]],
  );
});

test("more hops never bring less back, and never more than without a bound or than was invested", () => {
  fc.assert(
    fc.property(someNetwork, someNetwork, ({ n, edges }, other) => {
      const investments = other.edges.filter(([from, to]) => from < n && to < n);
      for (const { direct, byHops, unbounded, invested, proRata } of trips(n, investments, edges, [1, 2, 3, 4, 5, 6])) {
        const steps = [direct, ...byHops, unbounded, invested];
        for (let at = 1; at < steps.length; at++) assert.ok(steps[at]! >= steps[at - 1]! - 1e-9, steps.join(" "));
        assert.ok(Math.abs(byHops[5]! - unbounded) < 1e-9, "seven nodes have no path of more than six hops");
        assert.ok(proRata !== null && proRata >= 0 && proRata <= 1);
        assert.equal(proRata > 0, unbounded > 0);
      }
    }),
    { numRuns: 300 },
  );
});
