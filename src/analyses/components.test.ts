import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { components } from "./components.ts";
import { reachability, rowsOf, someNetwork } from "./network.test-kit.ts";

test("two triangles joined by one deal are two components, named by their smallest nodes", () => {
  const edges = [
    [0, 1, 5],
    [1, 2, 5],
    [2, 0, 5],
    [3, 4, 1],
    [4, 5, 1],
    [5, 3, 1],
    [2, 3, 9],
  ] as const;
  const { label, ...counts } = components(rowsOf(7, edges, "keep"));
  assert.deepEqual([...label], [0, 0, 0, 3, 3, 3, 6]);
  assert.deepEqual(counts, { components: 3, largest: 3, cyclicNodes: 6 });
});

test("a deal with oneself makes a node cyclic", () => {
  assert.equal(
    components(
      rowsOf(
        2,
        [
          [0, 0, 1],
          [0, 1, 1],
        ],
        "keep",
      ),
    ).cyclicNodes,
    1,
  );
});

test("a ring of 200,000 nodes is walked without recursion", () => {
  const n = 200_000;
  const { components: count, largest } = components(
    rowsOf(
      n,
      Array.from({ length: n }, (_, at) => [at, (at + 1) % n, 1]),
    ),
  );
  assert.deepEqual([count, largest], [1, n]);
});

test("no nodes make no components", () => {
  assert.deepEqual(components(rowsOf(0, [])), { label: new Int32Array(0), components: 0, largest: 0, cyclicNodes: 0 });
});

test("two nodes share a label exactly when each reaches the other", () => {
  fc.assert(
    fc.property(someNetwork, ({ n, edges }) => {
      const reaches = reachability(n, edges);
      const { label } = components(rowsOf(n, edges, "keep"));
      for (let one = 0; one < n; one++)
        for (let other = 0; other < n; other++)
          assert.equal(label[one] === label[other], reaches[one]![other] && reaches[other]![one]);
    }),
  );
});
