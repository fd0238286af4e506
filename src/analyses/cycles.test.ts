import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundedCycles, type CycleBounds } from "./cycles.ts";
import type { Cycles } from "./found-cycles.ts";
import { type Edge, rowsOf, someNetwork } from "./network.test-kit.ts";

const all: CycleBounds = { maxLength: 100, minAmount: 0, maxCount: 1_000_000 };

/** Cycles as texts: `0-3:1`, the nodes and the bottleneck. */
function told({ count, starts, nodes, bottlenecks }: Cycles): string[] {
  return Array.from(
    { length: count },
    (_, at) => `${[...nodes.subarray(starts[at]!, starts[at + 1]!)].join("-")}:${bottlenecks[at]}`,
  );
}

const completeDigraph = (n: number): Edge[] =>
  Array.from({ length: n * n }, (_, at) => [Math.floor(at / n), at % n, 1] as const).filter(
    ([from, to]) => from !== to,
  );

/** t diamonds one after the other, from 0 to t, and an edge back: 2^t cycles of 2t + 1 edges. */
function diamonds(t: number): { n: number; edges: Edge[] } {
  const edges: Edge[] = [[t, 0, 1]];
  for (let at = 0; at < t; at++)
    for (const middle of [t + 1 + at, 2 * t + 1 + at]) edges.push([at, middle, 1], [middle, at + 1, 1]);
  return { n: 3 * t + 1, edges };
}

test("the five nodes on which a published search misses cycles have six (networkx issue 8265)", () => {
  const letters = "ABCDE";
  const edges = ["AD", "AE", "BD", "BE", "CA", "CB", "DB", "EC", "DA"].map(
    (pair): Edge => [letters.indexOf(pair[0]!), letters.indexOf(pair[1]!), 1],
  );
  const found = boundedCycles(rowsOf(5, edges), { ...all, maxLength: 5 });
  const names = told(found).map((text) =>
    text
      .slice(0, -2)
      .replaceAll("-", "")
      .replace(/\d/g, (digit) => letters[Number(digit)]!),
  );
  assert.deepEqual(names.sort(), ["AD", "ADBEC", "AEC", "AECBD", "BD", "BEC"]);
});

test("a complete network of six has 6!/(6-k)!/k cycles of k", () => {
  const { count, starts } = boundedCycles(rowsOf(6, completeDigraph(6)), all);
  const lengths = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) lengths[starts[at + 1]! - starts[at]!]!++;
  assert.deepEqual(lengths, [0, 0, 15, 40, 90, 144, 120]);
});

test("twelve diamonds have 4,096 cycles, and none that is one edge shorter", () => {
  const { n, edges } = diamonds(12);
  assert.equal(boundedCycles(rowsOf(n, edges), { ...all, maxLength: 25 }).count, 4096);
  assert.equal(boundedCycles(rowsOf(n, edges), { ...all, maxLength: 24 }).count, 0);
});

test("two hundred diamonds without a cycle short enough take no time", () => {
  const { n, edges } = diamonds(200);
  assert.equal(boundedCycles(rowsOf(n, edges), { ...all, maxLength: 400 }).count, 0);
});

test("small deals are left out, parallel ones are one, a deal with oneself is a cycle of one", () => {
  const edges: Edge[] = [
    [0, 1, 2],
    [0, 1, 2],
    [1, 0, 3],
    [1, 1, 7],
    [1, 2, 1],
    [2, 1, 9],
  ];
  assert.deepEqual(told(boundedCycles(rowsOf(3, edges, "keep"), { ...all, minAmount: 3 })), ["0-1:3", "1:7"]);
});

test("an answer that was cut short says by what", () => {
  const rows = rowsOf(6, completeDigraph(6));
  const few = boundedCycles(rows, { ...all, maxCount: 10 });
  assert.deepEqual([few.count, few.stoppedBy], [10, "count"]);
  assert.deepEqual(boundedCycles(rows, { ...all, maxCount: 409 }).stoppedBy, null);
  const none = boundedCycles(rows, { ...all, mayGoOn: () => false });
  assert.deepEqual([none.count, none.stoppedBy], [0, "time"]);
});

test("exactly the cycles that trying every walk finds, whatever the numbering", () => {
  const bounds = fc.record({ maxLength: fc.integer({ min: 1, max: 9 }), minAmount: fc.integer({ min: 0, max: 6 }) });
  fc.assert(
    fc.property(someNetwork, bounds, ({ n, edges }, { maxLength, minAmount }) => {
      const found = boundedCycles(rowsOf(n, edges, "keep"), { ...all, maxLength, minAmount });
      assert.deepEqual(told(found), everyWalk(n, edges, maxLength, minAmount));
    }),
    { numRuns: 300 },
  );
});

/** Every walk without repetition from every start through larger nodes, in the order of the nodes. */
function everyWalk(n: number, edges: readonly Edge[], maxLength: number, minAmount: number): string[] {
  const amount = Array.from({ length: n }, () => new Float64Array(n));
  for (const [from, to, each] of edges) amount[from]![to]! += each;
  const found: string[] = [];
  const walk = (path: number[], least: number): void => {
    const last = path.at(-1)!;
    const has = (to: number): boolean => amount[last]![to]! > 0 && amount[last]![to]! >= minAmount;
    if (has(path[0]!)) found.push(`${path.join("-")}:${Math.min(least, amount[last]![path[0]!]!)}`);
    if (path.length === maxLength) return;
    for (let to = path[0]! + 1; to < n; to++)
      if (has(to) && !path.includes(to)) walk([...path, to], Math.min(least, amount[last]![to]!));
  };
  for (let start = 0; start < n; start++) walk([start], Number.POSITIVE_INFINITY);
  return found;
}
