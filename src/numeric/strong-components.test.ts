import assert from "node:assert/strict";
import { test } from "node:test";
import { componentRows, stronglyConnected } from "./strong-components.ts";
import { summedRows } from "./summed-rows.ts";

function rowsOf(n: number, edges: readonly (readonly [number, number])[]) {
  return summedRows(
    n,
    Int32Array.from(edges, ([from]) => from),
    Int32Array.from(edges, ([, to]) => to),
    new Float64Array(edges.length).fill(1),
  );
}

function blocksOf(...args: Parameters<typeof stronglyConnected>): number[][] {
  const { starts, members } = stronglyConnected(...args);
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
  assert.equal(stronglyConnected(rowsOf(200_000, path)).members[0], 199_999);
});

test("one component alone has the edges between its members, in their order", () => {
  const rows = rowsOf(4, [
    [0, 2],
    [2, 0],
    [2, 2],
    [2, 1],
    [3, 0],
  ]);
  const parts = stronglyConnected(rows);
  const which = parts.component[0]!;
  const members = [...parts.members.subarray(parts.starts[which], parts.starts[which + 1])];
  const { n, offsets, columns } = componentRows(rows, parts, which, new Int32Array(4));
  assert.deepEqual(
    Array.from({ length: n }, (_, row) => [
      members[row],
      [...columns.subarray(offsets[row], offsets[row + 1])].map((column) => members[column]),
    ]),
    [
      [2, [0]],
      [0, [2]],
    ],
  );
});
