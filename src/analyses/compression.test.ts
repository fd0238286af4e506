import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rowOfEntries } from "../numeric/summed-rows.ts";
import { compression } from "./compression.ts";
import { type Edge, rowsOf, someNetwork } from "./network.test-kit.ts";

test("of a ring of 5, 10 and 20 a chain of 15 goes round (D'Errico and Roukny)", () => {
  const found = compression(
    rowsOf(3, [
      [0, 1, 5],
      [1, 2, 10],
      [2, 0, 20],
    ]),
  );
  assert.deepEqual([found.gross, [...found.net], found.minimumGross], [35, [-15, 5, 10], 15]);
  assert.deepEqual([found.bilateralReduction, found.conservativeReduction, [...found.flow]], [0, 15, [5, 5, 5]]);
});

test("netting pairs first would lose the larger circle", () => {
  const found = compression(
    rowsOf(4, [
      [0, 1, 1],
      [1, 0, 1],
      [1, 2, 1],
      [2, 3, 1],
      [3, 0, 1],
    ]),
  );
  assert.deepEqual([found.bilateralReduction, found.conservativeReduction], [2, 4]);
});

test("a chain has an intermediary and nothing that goes round; its ranks are its order", () => {
  const found = compression(
    rowsOf(3, [
      [0, 1, 10],
      [1, 2, 10],
    ]),
  );
  assert.deepEqual(
    [found.gross, found.minimumGross, found.conservativeReduction, [...found.ranks]],
    [20, 10, 0, [0, 1, 2]],
  );
});

test("nothing owed is nothing circular", () => {
  assert.equal(compression(rowsOf(2, [[0, 0, 5]])).gross, 0);
  assert.equal(compression(rowsOf(0, [])).conservativeReduction, 0);
});

test("flow and ranks prove each other: it fits, it goes round, and no flow can be larger", () => {
  fc.assert(
    fc.property(someNetwork, ({ n, edges }) => provesItself(n, edges)),
    { numRuns: 500 },
  );
});

test("a network of hundreds of nodes proves itself too", () => {
  const network = fc.integer({ min: 100, max: 300 }).chain((n) => {
    const node = fc.integer({ min: 0, max: n - 1 });
    const edge = fc.tuple(node, node, fc.integer({ min: 1, max: 1_000_000 }));
    return fc.tuple(fc.constant(n), fc.array(edge, { minLength: 3 * n, maxLength: 6 * n, size: "max" }));
  });
  fc.assert(
    fc.property(network, ([n, edges]) => provesItself(n, edges)),
    { numRuns: 20 },
  );
});

function provesItself(n: number, edges: readonly Edge[]): void {
  const rows = rowsOf(n, edges);
  const { gross, net, minimumGross, bilateralReduction, conservativeReduction, flow, ranks } = compression(rows);
  const from = rowOfEntries(rows);
  const balance = new Float64Array(n);
  let [total, bound] = [0, 0];
  for (let place = 0; place < flow.length; place++) {
    assert.ok(flow[place]! >= 0 && flow[place]! <= rows.values[place]!);
    balance[from[place]!]! += flow[place]!;
    balance[rows.columns[place]!]! -= flow[place]!;
    total += flow[place]!;
    bound += rows.values[place]! * Math.max(0, 1 + ranks[from[place]!]! - ranks[rows.columns[place]!]!);
  }
  assert.ok(balance.every((each) => each === 0));
  assert.deepEqual([total, bound], [conservativeReduction, conservativeReduction]);
  assert.equal(
    net.reduce((sum, each) => sum + each, 0),
    0,
  );
  assert.ok(bilateralReduction <= conservativeReduction && conservativeReduction <= gross - minimumGross);
}
