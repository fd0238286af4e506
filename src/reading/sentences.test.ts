import assert from "node:assert/strict";
import { test } from "node:test";
import { type Sentence, splitSentences } from "./sentences.ts";

const texts = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));
const blocks = (text: string): string[] => splitSentences(text).map(({ block }) => block);
const flagged = (text: string): boolean[] => splitSentences(text).map(({ boilerplate }) => boilerplate);

test("a full stop ends a sentence, the point of a figure does not", () => {
  assert.deepEqual(texts("OpenAI has promised $1.4 trillion. It earns far less."), [
    "OpenAI has promised $1.4 trillion.",
    "It earns far less.",
  ]);
});

test("a stop that is glued to the next sentence still ends one", () => {
  assert.deepEqual(texts("Azure powers it.OpenAI pays Microsoft for that every month."), [
    "Azure powers it.",
    "OpenAI pays Microsoft for that every month.",
  ]);
});

test("abbreviations, initials and legal forms end no sentence", () => {
  assert.deepEqual(
    texts("Amazon.com Inc. said on Dec. 16 that Mr. Jassy met Sam H. Altman of the U.S. company.").length,
    1,
  );
  assert.deepEqual(texts("Vendors, e.g. Nvidia and AMD, raised prices vs. last year.").length, 1);
});

test("a legal form ends a sentence where the next word plainly begins one", () => {
  assert.deepEqual(texts("It bought Solvane Systems, Inc. The price was $2 billion."), [
    "It bought Solvane Systems, Inc.",
    "The price was $2 billion.",
  ]);
});

test("closing quotation marks belong to the sentence they end", () => {
  assert.deepEqual(texts("“We signed.” Amazon agreed."), ["“We signed.”", "Amazon agreed."]);
});

test("the marks of footnotes belong to the sentence they end", () => {
  assert.deepEqual(texts("It lent it €5 million.[3] In 2023 it sold a stake.[4][5] Kelp followed.¹² So did Umber."), [
    "It lent it €5 million.[3]",
    "In 2023 it sold a stake.[4][5]",
    "Kelp followed.¹²",
    "So did Umber.",
  ]);
});

test("list items stand alone, without their marks", () => {
  const text =
    "The rounds of the week were these:\n\n- Amazon invests $10 billion\n• Nvidia buys a stake\n1. AMD sells chips";
  assert.deepEqual(texts(text).slice(1), ["Amazon invests $10 billion", "Nvidia buys a stake", "AMD sells chips"]);
  assert.deepEqual(blocks(text).slice(1), ["bullet", "bullet", "bullet"]);
});

test("a table row is one block", () => {
  const text = "| Customer | Vendor | Amount |\n| OpenAI | AMD | 6 GW |";
  assert.deepEqual(blocks(text), ["row", "row"]);
  assert.deepEqual(texts(text)[1], "| OpenAI | AMD | 6 GW |");
});

test("a short line without a stop is a heading", () => {
  assert.deepEqual(blocks("Amazon backs OpenAI\n\nThe company will invest $10 billion."), ["heading", "paragraph"]);
});

test("a hard-wrapped paragraph is one block", () => {
  const text = "Amazon is in talks to invest at least ten billion dollars\nin OpenAI, people close to the talks said.";
  assert.equal(texts(text).length, 1);
});

test("teasers, disclaimers and adverts are flagged, the text beside them is not", () => {
  assert.deepEqual(flagged("Read also: Nvidia buys a 5% stake in Intel."), [true]);
  assert.deepEqual(flagged("Disclaimer: we hold shares of Nvidia."), [true]);
  assert.deepEqual(flagged("Subscribe to our newsletter."), [true]);
  assert.deepEqual(flagged("This post contains an affiliate link to Nvidia cards."), [true]);
  assert.deepEqual(flagged("This is not financial advice, but Nvidia is worth $4 trillion."), [true]);
  assert.deepEqual(flagged("Amazon will invest $10 billion in OpenAI.\n\nSee also: our guide to chips."), [
    false,
    true,
  ]);
});

test("all that follows the heading of a disclaimer is flagged, to the next heading", () => {
  const text =
    "Disclaimer\n\nNvidia invested $5 billion in Intel.\n\nThe week in deals\n\nAmazon will invest $10 billion in OpenAI.";
  assert.deepEqual(flagged(text), [true, true, false, false]);
});

test("sentences are in order, do not overlap and leave out nothing but white space and marks", () => {
  const text = "One deal.  Two deals!\n\n- Three (3) deals…\n\n“Four?” asked Amazon.\r\nFive";
  const sentences = splitSentences(text);
  let last = 0;
  for (const { start, end } of sentences) {
    assert.ok(start >= last && end > start);
    assert.match(text.slice(last, start), /^[\s-]*$/);
    last = end;
  }
  assert.equal(text.slice(last), "");
  assert.ok(
    sentences.every((one: Sentence) => text.slice(one.start, one.end).trim() === text.slice(one.start, one.end)),
  );
});
