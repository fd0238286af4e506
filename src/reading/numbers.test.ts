import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber } from "./numbers.ts";
import { tokenise } from "./tokens.ts";

function numberIn(text: string, currency = false): number | null {
  return readNumber(tokenise(text, 0, text.length), 0, currency)?.value ?? null;
}

/** How much of the text the number takes. */
function taken(text: string): string {
  const tokens = tokenise(text, 0, text.length);
  const number = readNumber(tokens, 0);
  return number ? text.slice(0, tokens[number.next - 1]!.end) : "";
}

test("digits group by thousands, the Indian way or by thin spaces, and may have a fraction", () => {
  assert.equal(numberIn("1,240"), 1240);
  assert.equal(numberIn("1,33,000"), 133_000);
  assert.equal(numberIn("1\u202f240"), 1240);
  assert.equal(numberIn("12\u00a0500"), 12_500);
  assert.equal(numberIn("1.000.000"), 1_000_000);
  assert.equal(numberIn("2.75"), 2.75);
  assert.equal(numberIn("1,5"), 1.5);
});

test("a scale multiplies, in a word of its own or glued to the figure", () => {
  assert.equal(numberIn("10 billion"), 10e9);
  assert.equal(numberIn("38bn"), 38e9);
  assert.equal(numberIn("1.4 trillion"), 1.4e12);
  assert.equal(numberIn("1.36bn"), 1_360_000_000);
  assert.equal(numberIn("250m"), 250e6);
  assert.equal(numberIn("40k"), 40_000);
  assert.equal(numberIn("6.6b"), 6.6e9);
  assert.equal(numberIn("1.5-billion"), 1.5e9);
});

test("one letter apart from its figure is a scale after a currency alone", () => {
  assert.equal(numberIn("5 m"), 5);
  assert.equal(numberIn("5 B", true), 5e9);
});

test("crore and lakh count ten millions and hundred thousands", () => {
  assert.equal(numberIn("500 crore"), 5e9);
  assert.equal(numberIn("3 lakh"), 300_000);
  assert.equal(numberIn("1.33 lakh crore"), 1.33e12);
  assert.equal(numberIn("20,000 crores"), 2e11);
});

test("numbers are read from words", () => {
  assert.equal(numberIn("seven"), 7);
  assert.equal(numberIn("twenty-five"), 25);
  assert.equal(numberIn("two hundred and fifty"), 250);
  assert.equal(numberIn("forty billion"), 40e9);
  assert.equal(numberIn("one and a half billion"), 1.5e9);
  assert.equal(numberIn("a hundred thousand"), 100_000);
  assert.equal(numberIn("a dozen"), 12);
});

test("half a billion is a figure and a third is a fraction", () => {
  assert.equal(numberIn("half a billion"), 5e8);
  assert.equal(numberIn("half a trillion"), 5e11);
  assert.equal(numberIn("three-quarters of a billion"), 7.5e8);
  const third = readNumber(tokenise("a third", 0, 7), 0)!;
  assert.equal(third.fraction, true);
  assert.ok(Math.abs(third.value - 1 / 3) < 1e-4);
  assert.equal(numberIn("two-thirds")!.toFixed(3), "0.667");
  assert.equal(numberIn("one-third")!.toFixed(3), "0.333");
  assert.equal(numberIn("half"), 0.5);
  assert.equal(numberIn("one half"), 0.5);
  assert.equal(numberIn("one quarter later"), 1);
});

test("a vague number is none", () => {
  assert.equal(numberIn("multi-billion"), null);
  assert.equal(numberIn("tens of billions"), null);
  assert.equal(numberIn("billions"), null);
  assert.equal(numberIn("several billion"), null);
});

test("an ordinal is no fraction", () => {
  assert.equal(numberIn("third quarter"), null);
});

test("a number takes its own words and no more", () => {
  assert.equal(taken("10 billion dollars"), "10 billion");
  assert.equal(taken("two hundred and fifty chips"), "two hundred and fifty");
  assert.equal(taken("27%"), "27");
  assert.equal(taken("5 million and seven others"), "5 million");
});

test("words that every JavaScript object knows are no numbers and no scales", () => {
  assert.equal(numberIn("constructor"), null);
  assert.equal(numberIn("5 constructor"), 5);
  assert.equal(numberIn("two constructor"), 2);
  assert.equal(numberIn("a constructor"), null);
});

test("a run of digits that is longer than any sum is no number", () => {
  assert.equal(numberIn("9".repeat(400)), null);
  assert.equal(numberIn("hundred ".repeat(200)), null);
  assert.equal(numberIn("9,000 trillion"), 9e15);
});

test("speech says the point, and halves what it has just scaled", () => {
  assert.equal(numberIn("eight point nine billion"), 8.9e9);
  assert.equal(numberIn("one point four trillion of compute"), 1.4e12);
  assert.equal(numberIn("thirteen point seven five"), 13.75);
  assert.equal(taken("eight point nine billion for it"), "eight point nine billion");
  assert.equal(numberIn("a billion and a half"), 1.5e9);
  assert.equal(numberIn("two million and a half"), 2.5e6);
  assert.equal(taken("four point out"), "four");
});

test("blanks group by thousands, and parts of a scale are added in words", () => {
  assert.equal(numberIn("410 000 000"), 410_000_000);
  assert.equal(taken("410 000 000 euros"), "410 000 000");
  assert.equal(numberIn("2025 100"), 2025);
  assert.equal(numberIn("a billion and a quarter"), 1.25e9);
  assert.equal(numberIn("a seventh"), 0.1429);
});
