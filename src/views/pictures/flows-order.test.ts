import assert from "node:assert/strict";
import { test } from "node:test";
import { type Arc, crossings, orderOf } from "./flows-order.ts";

/** Three companies pay three others straight across: a → x, b → y, c → z. */
const straight: readonly Arc[] = [
  { from: "a", to: "x", size: 1 },
  { from: "b", to: "y", size: 1 },
  { from: "c", to: "z", size: 1 },
];
const columns = new Map(["a", "b", "c", "x", "y", "z"].map((node, index) => [node, index < 3 ? 0 : 1]));

function namesOf({ slots }: ReturnType<typeof orderOf>): string[] {
  return slots.map((own) => own.map(({ node }) => node ?? "·").join(""));
}

test("without an order of the reader nothing crosses that need not", () => {
  const order = orderOf(straight, columns, 2);
  assert.equal(crossings(order.slots, order.steps), 0);
});

test("the reader's order is kept from the top, whatever crosses; who is not named follows with few crossings", () => {
  assert.deepEqual(namesOf(orderOf(straight, columns, 2, ["c", "b", "a", "x", "y", "z"])), ["cba", "xyz"]);
  const some = orderOf(straight, columns, 2, ["c", "a"]);
  const left = namesOf(some)[0]!;
  assert.ok(left.indexOf("c") < left.indexOf("a"));
  assert.equal(crossings(some.slots, some.steps), 0);
});

test("names that are in no column change nothing, and one alone has nothing to be above", () => {
  const usual = namesOf(orderOf(straight, columns, 2));
  assert.deepEqual(namesOf(orderOf(straight, columns, 2, ["nobody", "b"])), usual);
});
