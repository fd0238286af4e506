import assert from "node:assert/strict";
import { test } from "node:test";
import { editDistance, nearest } from "./suggest.ts";

test("two neighbours that changed places count once", () => {
  assert.equal(editDistance("raed", "read"), 1);
  assert.equal(editDistance("kitten", "sitting"), 3);
});

test("a word that is near none suggests none", () => {
  assert.equal(nearest("frobnicate", ["read", "demo"]), null);
  assert.equal(nearest("sgined", ["talks", "signed"]), "signed");
});
