import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rowsOf, someNetwork } from "./network.test-kit.ts";
import { pageRank, rankDefaults, rankIndex } from "./pagerank.ts";

test("a hub and its spoke, by hand: x0 = 0.85 x1 + 0.85/2 · x2's share + …", () => {
  // 0 → 1, 1 → 0 and 2 → 0; with d = 1/2: x2 = 1/6, x0 = 1/6 + (x1 + x2)/2, x1 = 1/6 + x0/2.
  const { rank } = pageRank(
    rankIndex(
      rowsOf(3, [
        [0, 1, 1],
        [1, 0, 1],
        [2, 0, 1],
      ]),
    ),
    { ...rankDefaults, damping: 0.5 },
  );
  for (const [node, exact] of [4 / 9, 7 / 18, 1 / 6].entries()) assert.ok(Math.abs(rank[node]! - exact) < 1e-13);
});

test("without deals all rank alike, and amounts count, not their number", () => {
  assert.deepEqual([...pageRank(rankIndex(rowsOf(4, []))).rank], [0.25, 0.25, 0.25, 0.25]);
  const amounts = pageRank(
    rankIndex(
      rowsOf(3, [
        [0, 1, 9],
        [0, 2, 1],
      ]),
    ),
  );
  assert.ok(amounts.rank[1]! > amounts.rank[2]!);
});

test("sweeps that go round by rounding alone have come to rest", () => {
  const circle = rowsOf(7, [
    [3, 5, 1],
    [4, 3, 1],
    [5, 4, 1],
  ]);
  const { rank, converged, errorBound } = pageRank(rankIndex(circle), { ...rankDefaults, damping: 0.970777832901828 });
  assert.ok(converged && errorBound < 1e-12);
  // By symmetry the three in the circle rank alike, and so do the four beside it.
  for (const [nodes, first] of [
    [[3, 4, 5], 3],
    [[0, 1, 2, 6], 0],
  ] as const)
    for (const node of nodes) assert.ok(Math.abs(rank[node]! - rank[first]!) < 1e-13);
});

test("ranks sum to one and solve their equation within the error told, for any damping", () => {
  fc.assert(
    fc.property(someNetwork, fc.double({ min: 0, max: 0.99, noNaN: true }), ({ n, edges }, damping) => {
      const rows = rowsOf(n, edges, "keep");
      const { rank, converged } = pageRank(rankIndex(rows), { ...rankDefaults, damping });
      assert.ok(converged);
      const next = new Float64Array(n).fill((1 - damping) / n);
      for (let from = 0; from < n; from++) {
        const [begin, end] = [rows.offsets[from]!, rows.offsets[from + 1]!];
        const sum = rows.values.subarray(begin, end).reduce((total, each) => total + each, 0);
        for (let place = begin; place < end; place++)
          next[rows.columns[place]!]! += (damping * rank[from]! * rows.values[place]!) / sum;
        if (begin === end) for (let to = 0; to < n; to++) next[to]! += (damping * rank[from]!) / n;
      }
      for (let node = 0; node < n; node++) assert.ok(Math.abs(next[node]! - rank[node]!) < 1e-12);
      assert.ok(Math.abs(rank.reduce((sum, each) => sum + each, 0) - 1) < 1e-12);
    }),
  );
});
