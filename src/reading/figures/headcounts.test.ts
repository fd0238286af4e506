import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenise } from "../tokens.ts";
import { findQuantities } from "./find-quantities.ts";
import { isHeadcount } from "./headcounts.ts";

function headcounts(text: string): number[] {
  const tokens = tokenise(text, 0, text.length);
  return findQuantities(tokens, () => false)
    .filter((one) => one.type === "count" && isHeadcount(one, tokens))
    .map((one) => one.max ?? one.min ?? 0);
}

test("a number right behind who is counted counts people", () => {
  assert.deepEqual(headcounts("Staff: six."), [6]);
  assert.deepEqual(headcounts("Employees: 263 (2025)"), [263]);
  assert.deepEqual(headcounts("Headcount stood at 520 in May."), [520]);
  assert.deepEqual(headcounts("Staff to rise from 280 to 350."), [280, 350]);
  assert.deepEqual(headcounts("Number of employees of the company: 142"), [142]);
  assert.deepEqual(headcounts("At its height it employed 212."), [212]);
});

test("a number that counts something else, or a year, does not", () => {
  for (const text of [
    "The team won 30 awards.",
    "Staff owned 20 of them in the end, plus 40 sites.",
    "Jobs at 12 sites.",
    "Employees in 2025.",
    "The staff of the three labs moved to 40 sites.",
  ])
    assert.deepEqual(headcounts(text), [], text);
});
