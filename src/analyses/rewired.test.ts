import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rowOfEntries } from "../numeric/summed-rows.ts";
import { rowsOf, someNetwork } from "./network.test-kit.ts";
import { compareWithRewired, rewired } from "./rewired.ts";

test("rewiring keeps how many deals each has on both sides, and the amounts that each pays", () => {
  fc.assert(
    fc.property(someNetwork, fc.nat(), ({ n, edges }, seed) => {
      const before = rowsOf(n, edges);
      const after = rewired(before, seed, 0, 10);
      assert.deepEqual(after.offsets, before.offsets);
      assert.deepEqual(after.columns.slice().sort(), before.columns.slice().sort());
      const from = rowOfEntries(after);
      for (let node = 0; node < n; node++) {
        const [begin, end] = [before.offsets[node]!, before.offsets[node + 1]!];
        assert.deepEqual(after.values.slice(begin, end).sort(), before.values.slice(begin, end).sort());
      }
      assert.ok(
        from.every((each, at) => each !== after.columns[at]),
        "nobody deals with himself",
      );
    }),
  );
});

test("a seed gives the same networks again, another seed others", () => {
  const ring = rowsOf(
    12,
    Array.from({ length: 24 }, (_, at) => [at % 12, (at * 5 + 1 + (at > 11 ? 1 : 0)) % 12, at + 1]),
  );
  assert.deepEqual(rewired(ring, 7, 3, 10), rewired(ring, 7, 3, 10));
  assert.notDeepEqual(rewired(ring, 7, 3, 10), rewired(ring, 8, 3, 10));
  assert.notDeepEqual(rewired(ring, 7, 3, 10), rewired(ring, 7, 4, 10));
});

test("a network of nothing but pairs is more two-way than nearly all rewired ones", () => {
  const edges = Array.from({ length: 20 }, (_, at) => [at, at % 2 === 0 ? at + 1 : at - 1, 10] as const);
  const { bilateralShare } = compareWithRewired(rowsOf(20, edges), { networks: 99, swapsPerEdge: 20, seed: 1 });
  assert.equal(bilateralShare.observed, 1);
  assert.equal(bilateralShare.chance, 0.01);
});

test("what cannot be rewired is like its rewired networks", () => {
  const { circularShare } = compareWithRewired(rowsOf(2, [[0, 1, 5]]), { networks: 9, swapsPerEdge: 10, seed: 1 });
  assert.deepEqual([circularShare.observed, circularShare.deviations, circularShare.chance], [0, null, 1]);
});
