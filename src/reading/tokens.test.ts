import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenise } from "./tokens.ts";

const words = (text: string): string[] => tokenise(text, 0, text.length).map((token) => token.text);

test("the span of a token cuts that token out of the text", () => {
  const text = "Nvidia’s “Blackwell” chips — 18,000 of them, worth $1.4 trillion — power naïve 東京 🙂 models.";
  const tokens = tokenise(text, 0, text.length);
  for (const token of tokens) assert.equal(text.slice(token.start, token.end), token.text);
  assert.equal(tokens.map((token) => token.text).join(""), text.replace(/\s/g, ""));
});

test("spans count from the start of the document, not of the sentence", () => {
  const text = "First one. Amazon paid.";
  assert.deepEqual(
    tokenise(text, 11, 22).map(({ text, start, end }) => [text, start, end]),
    [
      ["Amazon", 11, 17],
      ["paid", 18, 22],
    ],
  );
});

test("a figure with its decimals is one token and its sign another", () => {
  assert.deepEqual(words("$1.4 trillion"), ["$", "1.4", "trillion"]);
  assert.deepEqual(words("€1,240.50"), ["€", "1,240.50"]);
  assert.deepEqual(words("$38bn"), ["$", "38", "bn"]);
  assert.deepEqual(words("27%"), ["27", "%"]);
});

test("a currency code stands apart from the figure that it is glued to, a model's name stays whole", () => {
  assert.deepEqual(words("USD10bn"), ["USD", "10", "bn"]);
  assert.deepEqual(words("Rs500"), ["Rs", "500"]);
  assert.deepEqual(words("MI450"), ["MI450"]);
});

test("names with dots, ampersands and apostrophes stay whole, a possessive stands alone", () => {
  assert.deepEqual(words("Amazon.com and AT&T"), ["Amazon.com", "and", "AT&T"]);
  assert.deepEqual(words("the U.S. unit"), ["the", "U.S.", "unit"]);
  assert.deepEqual(words("OpenAI's"), ["OpenAI", "'s"]);
  assert.deepEqual(words("OpenAI’s"), ["OpenAI", "’s"]);
  assert.deepEqual(words("doesn't"), ["doesn't"]);
  assert.deepEqual(words("seven-year"), ["seven", "-", "year"]);
});

test("capitals are told apart in every script", () => {
  const capitals = tokenise("Émile émile OpenAI xAI 5", 0, 24).map((token) => token.capital);
  assert.deepEqual(capitals, [true, false, true, false, false]);
});

test("printers' quotation marks and apostrophes are read as those of a keyboard", () => {
  const lower = (text: string): string[] => tokenise(text, 0, text.length).map((token) => token.lower);
  assert.deepEqual(lower("Amazon’s “bet” didn’t pay"), lower("Amazon's \"bet\" didn't pay"));
});
