import assert from "node:assert/strict";
import { test } from "node:test";
import type { Span } from "../model/claim.ts";
import { quoteContext } from "./quote-context.ts";

function around(text: string, quote: string) {
  const start = text.indexOf(quote);
  const span: Span = [start, start + quote.length];
  return quoteContext(text, span);
}

test("a quote stands in its sentence, with its neighbours before and after", () => {
  const text = "It rained. Amazon, people said, will invest $10 billion soon. Nobody minded.";
  const { sentence, before, after } = around(text, "will invest $10 billion");
  assert.equal(text.slice(...sentence), "Amazon, people said, will invest $10 billion soon.");
  assert.equal(`${before}|${after}`, "It rained. Amazon, people said, | soon. Nobody minded.");
});

test("what is cut is cut at a word and says so", () => {
  const text = `${"many words ".repeat(40)}and this. Amazon bought it. ${"more words ".repeat(40)}`;
  const { before, after } = around(text, "Amazon bought it");
  assert.match(before, /^…(many|words) [\s\S]*and this\. $/);
  assert.match(after, /^\. [\s\S]*(more|words)…$/);
});
