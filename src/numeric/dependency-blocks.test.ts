import assert from "node:assert/strict";
import { test } from "node:test";
import { dependencyBlocks } from "./dependency-blocks.ts";
import { summedRows } from "./summed-rows.ts";

function rowsOf(n: number, edges: readonly (readonly [number, number])[]) {
  return summedRows(
    n,
    Int32Array.from(edges, ([from]) => from),
    Int32Array.from(edges, ([, to]) => to),
    new Float64Array(edges.length).fill(1),
  );
}

function blocksOf(...args: Parameters<typeof dependencyBlocks>): number[][] {
  const { starts, members } = dependencyBlocks(...args);
  return Array.from({ length: starts.length - 1 }, (_, block) =>
    [...members.slice(starts[block], starts[block + 1])].sort(),
  );
}

test("what is depended on comes first, and what depends on one another is one block", () => {
  const edges = [
    [0, 1],
    [1, 2],
    [2, 1],
    [2, 3],
    [4, 0],
  ] as const;
  assert.deepEqual(blocksOf(rowsOf(5, edges)), [[3], [1, 2], [0], [4]]);
});

test("what is not active breaks a ring", () => {
  const ring = [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const;
  assert.deepEqual(blocksOf(rowsOf(3, ring)), [[0, 1, 2]]);
  assert.deepEqual(blocksOf(rowsOf(3, ring), Uint8Array.of(1, 1, 0)), [[1], [0]]);
});

test("a path of 200,000 does not overflow", () => {
  const path = Array.from({ length: 199_999 }, (_, at) => [at, at + 1] as const);
  assert.equal(dependencyBlocks(rowsOf(200_000, path)).members[0], 199_999);
});
