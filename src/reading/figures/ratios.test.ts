import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenise } from "../tokens.ts";
import { findQuantities } from "./find-quantities.ts";

/** The shares of a text as `comparator share`. */
function shares(text: string): string[] {
  return findQuantities(tokenise(text, 0, text.length), () => false)
    .filter((one) => one.type === "share")
    .map((one) => `${one.comparator} ${one.min ?? one.max}`);
}

test("some of so many is a share", () => {
  assert.deepEqual(shares("Nine out of ten francs went to one supplier."), ["= 0.9"]);
  assert.deepEqual(shares("BT brings in £6 of every £10."), ["= 0.6"]);
  assert.deepEqual(shares("Four dollars of every five come from it."), ["= 0.8"]);
  assert.deepEqual(shares("Seven euros on ten arrive from them."), ["= 0.7"]);
  assert.deepEqual(shares("One in six racks is idle."), ["= 0.1667"]);
  assert.deepEqual(shares("More than two in five sales are theirs."), ["> 0.4"]);
});

test("dates, spans of time and other counts are none", () => {
  for (const text of [
    "One in ten years is bad.",
    "It signed 3 in 5 months.",
    "Two of them left.",
    "It sold 40 out of 30.",
    "Six on a list.",
    "Twelve in 2025.",
  ])
    assert.deepEqual(shares(text), [], text);
});

test("all, half and the rest of a whole are shares", () => {
  assert.deepEqual(shares("a wholly owned subsidiary"), ["= 1"]);
  assert.deepEqual(shares("its sole shareholder"), ["= 1"]);
  assert.deepEqual(shares("they own it 50/50"), ["= 0.5"]);
  assert.deepEqual(shares("64p of every pound"), ["= 0.64"]);
  assert.deepEqual(shares("forty-one cents of each dollar"), ["= 0.41"]);
  assert.deepEqual(shares("MGX has the remaining fifth"), ["= 0.2"]);
  assert.deepEqual(shares("the other quarter was weak"), []);
});
