import assert from "node:assert/strict";
import { test } from "node:test";
import { bestPairs, type Edge } from "./best-pairs.ts";

test("a row gives way where another column serves it", () => {
  const edges = [
    [
      { column: 0, weight: 5 },
      { column: 1, weight: 4 },
    ],
    [{ column: 0, weight: 3 }],
  ];
  assert.deepEqual(bestPairs(edges, 2), [1, 0]);
});

test("a row goes without where another gains more from its column", () => {
  assert.deepEqual(bestPairs([[{ column: 0, weight: 3 }], [{ column: 0, weight: 5 }]], 1), [-1, 0]);
});

test("the pairing weighs as much as the best of all pairings that are tried one by one", () => {
  const seed = 20251217;
  const random = generator(seed);
  for (let round = 0; round < 300; round++) {
    const columns = 1 + Math.floor(random() * 5);
    const edges = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
      Array.from({ length: columns }, (_, column) => ({ column, weight: Math.ceil(random() * 20) })).filter(
        () => random() < 0.6,
      ),
    );
    const pairs = bestPairs(edges, columns);
    const used = pairs.filter((column) => column >= 0);
    assert.equal(new Set(used).size, used.length, `seed ${seed}, round ${round}`);
    const weight = pairs.reduce(
      (sum, column, row) => sum + (edges[row]!.find((edge) => edge.column === column)?.weight ?? 0),
      0,
    );
    assert.equal(weight, heaviest(edges, 0, new Set()), `seed ${seed}, round ${round}: ${JSON.stringify(edges)}`);
  }
});

function heaviest(edges: readonly (readonly Edge[])[], row: number, taken: ReadonlySet<number>): number {
  if (row === edges.length) return 0;
  const ways = edges[row]!.filter(({ column }) => !taken.has(column));
  return Math.max(
    heaviest(edges, row + 1, taken),
    ...ways.map(({ column, weight }) => weight + heaviest(edges, row + 1, new Set([...taken, column]))),
  );
}

/** Park and Miller's generator: enough for shapes of tests. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
