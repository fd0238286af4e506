import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readInput } from "./read-input.ts";

test("edges become arrays, and what is missing takes its fallback", () => {
  const fields = readInput(
    {
      n: 3,
      edges: [
        [0, 1, 5],
        [1, 2, 0.5],
      ],
    },
    ["n", "edges", "damping"],
  );
  const { from, to, amount } = fields.edges("edges", fields.count("n"));
  assert.deepEqual(
    [[...from], [...to], [...amount]],
    [
      [0, 1],
      [1, 2],
      [5, 0.5],
    ],
  );
  assert.equal(fields.number("damping", { fallback: 0.85 }), 0.85);
  assert.deepEqual(
    fields.answer(() => ({ rank: 1 })),
    { value: { rank: 1 }, problems: [] },
  );
});

test("each wrong place is told by its path, with what it should be", () => {
  const fields = readInput({ n: 2, edges: [[0, 2, 1], [0, 1, -1], [0], "x"], share: 1.5 }, ["n", "edges", "share"]);
  fields.edges("edges", fields.count("n"));
  fields.number("share", { min: 0, max: 1 });
  fields.flag("strict");
  const { value, problems } = fields.answer(() => ({ never: true }));
  assert.deepEqual(value, {});
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      "edges[0][1] (to) is 2, not a whole number from 0 to 1.",
      "edges[1][2] (amount) is -1, not a number of at least 0.",
      "edges[2] has 1 entry; a row is [from, to, amount].",
      'edges[3] is "x"; a row is [from, to, amount].',
      "share is 1.5, not a number from 0 to 1.",
      "strict is missing.",
    ],
  );
});

test("where n is wrong, its nodes are not blamed", () => {
  const fields = readInput({ n: -1, edges: [[0, 1, 5]], cash: [1] }, ["n", "edges", "cash"]);
  const n = fields.count("n");
  fields.edges("edges", n);
  fields.numbers("cash", n);
  assert.deepEqual(
    fields.answer(() => ({})).problems.map(({ message }) => message),
    ["n is -1, not a whole number from 0 to 50000000."],
  );
});

test("a field that no method knows is told and ignored", () => {
  const { value, problems } = readInput({ edgse: [] }, ["n", "edges"]).answer(() => ({ done: true }));
  assert.deepEqual(value, { done: true });
  assert.equal(problems[0]!.message, "edgse is no field of this method: ignored. Did you mean edges?");
});

test("objects in a list tell where they stand", () => {
  const fields = readInput({ events: [{ kind: "round" }, 7] }, ["events"]);
  for (const event of fields.objects("events", ["kind"])) event.oneOf("kind", ["found", "round"]);
  assert.deepEqual(
    fields.answer(() => ({})).problems.map(({ message }) => message),
    ["events[1] is 7, not an object with the fields kind."],
  );
});

test("no JSON makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ n: fc.jsonValue(), edges: fc.jsonValue() })), (input) => {
      const fields = readInput(input, ["n", "edges", "list", "word"]);
      const n = fields.count("n");
      fields.edges("edges", n);
      fields.numbers("edges", n, { min: 0 });
      fields.nodes("edges", n);
      fields.oneOf("word", ["one", "two"]);
      fields.objects("edges", ["kind"]).forEach((each) => void each.text("kind"));
      const { value, problems } = fields.answer(() => ({ done: true }));
      assert.ok(Object.keys(value).length > 0 || problems.length > 0);
    }),
  );
});
