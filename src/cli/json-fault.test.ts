import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jsonFault } from "./json-fault.ts";

test("the first fault is told by its place", () => {
  assert.deepEqual(jsonFault('{"edges": [[0, 1],]}'), { position: 18, expected: "a value is expected" });
  assert.deepEqual(jsonFault('{"n": 2 "edges": []}'), { position: 8, expected: ", or } is expected" });
  assert.deepEqual(jsonFault("{n: 2}"), { position: 1, expected: "a name in double quotes is expected" });
  assert.deepEqual(jsonFault('{"n" 2}'), { position: 5, expected: ": is expected" });
  assert.deepEqual(jsonFault("[1, 2"), { position: 5, expected: ", or ] is expected" });
  assert.deepEqual(jsonFault("[1] 2"), { position: 4, expected: "nothing more is expected" });
  assert.deepEqual(jsonFault(""), { position: 0, expected: "a value is expected" });
});

test("it finds a fault exactly where the engine refuses", () => {
  const pieces = fc.array(
    fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-0.5e3", "01", "null", " ", '"\\x"'),
    { maxLength: 9 },
  );
  const texts = fc.oneof(
    pieces.map((parts) => parts.join("")),
    fc.json(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      assert.equal(jsonFault(text) === null, isJson, text);
    }),
    { numRuns: 2000 },
  );
});
