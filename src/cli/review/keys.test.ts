import assert from "node:assert/strict";
import { test } from "node:test";
import { keysIn } from "./keys.ts";

test("an arrow is one key, pasted letters are several", () => {
  assert.deepEqual(keysIn("\u001b[A"), ["\u001b[A"]);
  assert.deepEqual(keysIn("ax\u001b[1;5Cé\r"), ["a", "x", "\u001b[1;5C", "é", "\r"]);
  assert.deepEqual(keysIn("\u001b"), ["\u001b"]);
});
