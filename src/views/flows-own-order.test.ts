import assert from "node:assert/strict";
import { test } from "node:test";
import type { PartyId } from "../model/id.ts";
import { movedIn, ownOrder } from "./flows-own-order.ts";

const known: ReadonlyMap<string, PartyId> = new Map(
  [
    ["openai", "openai"],
    ["open ai", "openai"],
    ["amazon", "amazon"],
    ["aws", "aws"],
  ].map(([name, party]) => [name!, party as PartyId]),
);
const group = (party: PartyId): PartyId => (party === "aws" ? ("amazon" as PartyId) : party);

test("names in any case are companies as they are shown, each once; what stands for several has the key of the picture", () => {
  const { order, unknown } = ownOrder(
    "AWS, OpenAI,amazon,nobody-pays,folded-3,role-1",
    (name) => known.get(name),
    group,
  );
  assert.deepEqual(order, ["amazon", "openai", "nobody-pays", "folded-3", "role-1"]);
  assert.deepEqual(unknown, []);
});

test("names of nobody are told apart as they were written", () => {
  const { order, unknown } = ownOrder("Opnai,,amazon,role-x", (name) => known.get(name), group);
  assert.deepEqual([order, unknown], [["amazon"], ["Opnai", "role-x"]]);
});

test("a company goes one place up or down in its column and nobody else moves; at an end there is no move", () => {
  const columns = [["a", "b", "c"], ["d"]];
  assert.deepEqual(movedIn(columns, "b", -1), ["b", "a", "c", "d"]);
  assert.deepEqual(movedIn(columns, "b", 1), ["a", "c", "b", "d"]);
  for (const [key, by] of [
    ["a", -1],
    ["c", 1],
    ["d", 1],
    ["x", 1],
  ] as const)
    assert.equal(movedIn(columns, key, by), null);
});
