import assert from "node:assert/strict";
import { test } from "node:test";
import { verbReading } from "./verbs.ts";

const reading = (word: string): string => {
  const found = verbReading(word);
  return found ? `${found.lemma} ${found.forms.join(" ")}` : "none";
};

test("forms lead to their verb", () => {
  assert.equal(reading("dropped"), "drop past participle");
  assert.equal(reading("repaid"), "repay past participle");
  assert.equal(reading("slid"), "slide past participle");
  assert.equal(reading("weighs"), "weigh s");
  assert.equal(reading("chair"), "none");
});

test("British and American spellings are one verb", () => {
  assert.equal(reading("cancelled"), "cancel past participle");
  assert.equal(reading("canceled"), "cancel past participle");
  assert.equal(reading("cancelling"), "cancel ing");
});
