import assert from "node:assert/strict";
import { test } from "node:test";
import { readPreferences, usualPreferences } from "./preferences.ts";

test("what is no preference leaves the usual one", () => {
  for (const value of [null, 3, [], { theme: "pink", letterKeys: "no", steps: "all", quotes: 1 }])
    assert.deepEqual(readPreferences(value), usualPreferences);
});

test("a saved filter has a name and words; what has not is left out", () => {
  const filters = [{ name: " Talks ", filter: "status:talks" }, { name: "", filter: "x" }, "x", null, { name: "y" }];
  assert.deepEqual(readPreferences({ filters }).filters, [{ name: "Talks", filter: "status:talks" }]);
});

test("a chosen key is a short text; what is none is left out", () => {
  const keys = { accept: "q", select: " ", edit: 3, flag: "", undo: "x".repeat(21) };
  assert.deepEqual(readPreferences({ keys }).keys, { accept: "q", select: " " });
  assert.deepEqual(readPreferences({ keys: ["q"] }).keys, {});
});

test("what is told stands above what was before", () => {
  const before = readPreferences({ theme: "dark", letterKeys: false });
  assert.deepEqual(readPreferences({ theme: "light" }, before), {
    ...usualPreferences,
    theme: "light",
    letterKeys: false,
  });
});
