import assert from "node:assert/strict";
import { test } from "node:test";
import { type Line, tableLines } from "./table-lines.ts";

const groups = [
  { key: "a", claims: 2 },
  { key: "b", claims: 1 },
  { key: "c", claims: 3 },
];
const all = (folded: readonly string[], claims = 6, some = groups): Line[] => {
  const { count, at } = tableLines(claims, some, new Set(folded));
  return Array.from({ length: count }, (_, line) => at(line));
};

test("without groups every line is a claim", () => {
  assert.deepEqual(all([], 3, []), [{ claim: 0 }, { claim: 1 }, { claim: 2 }]);
});

test("a head stands above the claims of each group", () => {
  assert.deepEqual(all([]), [
    { head: 0 },
    { claim: 0 },
    { claim: 1 },
    { head: 1 },
    { claim: 2 },
    { head: 2 },
    { claim: 3 },
    { claim: 4 },
    { claim: 5 },
  ]);
});

test("a folded group shows its head alone, and what follows keeps its place in the order", () => {
  assert.deepEqual(all(["a", "c"]), [{ head: 0 }, { head: 1 }, { claim: 2 }, { head: 2 }]);
  assert.deepEqual(all(["a", "b", "c"]), [{ head: 0 }, { head: 1 }, { head: 2 }]);
});

test("every line knows its group, and every head its line", () => {
  const { count, groupAt, headAt, firstOf } = tableLines(6, groups, new Set(["b"]));
  assert.deepEqual(
    Array.from({ length: count }, (_, line) => groupAt(line)),
    [0, 0, 0, 1, 2, 2, 2, 2],
  );
  assert.deepEqual([0, 1, 2].map(headAt), [0, 3, 4]);
  assert.deepEqual([0, 1, 2].map(firstOf), [0, 2, 3]);
});
