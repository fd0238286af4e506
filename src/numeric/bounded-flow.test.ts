import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundedFlow } from "./bounded-flow.ts";
import { flowNetwork, largestFlow } from "./largest-flow.ts";

const arrays = (edges: readonly (readonly [number, number, number])[]) => ({
  from: Int32Array.from(edges, ([from]) => from),
  to: Int32Array.from(edges, ([, to]) => to),
  capacity: Float64Array.from(edges, ([, , capacity]) => capacity),
});

test("paths that are too long carry nothing", () => {
  const path = arrays([
    [0, 2, 5],
    [2, 3, 5],
    [3, 1, 5],
  ]);
  assert.equal(boundedFlow(4, path, 0, 1, 2, 10).total, 0);
  assert.equal(boundedFlow(4, path, 0, 1, 3, 10).total, 5);
});

test("an edge that stands at two places of paths is used once", () => {
  const edges = arrays([
    [0, 2, 3],
    [0, 4, 9],
    [4, 2, 9],
    [2, 3, 5],
    [3, 1, 9],
  ]);
  assert.equal(boundedFlow(5, edges, 0, 1, 3, 20).total, 3);
  assert.ok(Math.abs(boundedFlow(5, edges, 0, 1, 4, 20).total - 5) < 1e-9);
});

test("with room for the longest path the bound is no bound", () => {
  const node = fc.integer({ min: 0, max: 6 });
  const edges = fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 20 })), { maxLength: 25 });
  fc.assert(
    fc.property(edges, fc.integer({ min: 1, max: 40 }), (list, most) => {
      const some = list.filter(([from, to]) => from !== to && from !== 1 && to !== 0);
      const { from, to, capacity } = arrays(some);
      const unbounded = largestFlow(flowNetwork(7, from, to, capacity), 0, 1, most);
      const { total, bound } = boundedFlow(7, { from, to, capacity }, 0, 1, 6, most);
      assert.ok(Math.abs(total - unbounded) < 1e-8 * most, `${total}, not ${unbounded}`);
      assert.ok(bound >= total - 1e-8 * most);
    }),
    { numRuns: 300 },
  );
});
