import assert from "node:assert/strict";
import { test } from "node:test";
import { citationBibtex, citationMarkdown, citationText, markedDocument } from "./citations.ts";
import type { ClaimCard } from "./page-answers.ts";

const from = {
  line: {
    number: "08",
    title: "The Rack Room",
    publisher: "Rack & Co",
    published: "2025-12-01",
    id: "0123456789abcdef",
  },
  url: "https://rack.example/88",
  data: "60b972a5fa5b",
  asOf: "2025-12-17",
};
const card = {
  id: "c-1",
  short: "c-1f2e3d",
  quote: "Amazon has poured over $8 billion",
  span: [3, 36],
  status: "completed",
  sides: "Amazon → Anthropic",
  what: "investment",
  amount: "> $8bn",
} as unknown as ClaimCard;

test("a quote leaves with its place, its day and its data", () => {
  assert.equal(
    citationText(card, from),
    "“Amazon has poured over $8 billion” (The Rack Room, Rack & Co, 2025-12-01; 08:3–36)\nRead as: Amazon → Anthropic · investment · > $8bn · completed (c-1f2e3d)\nCapstack · as of 2025-12-17 · data 60b972a5fa5b · sha256 0123456789ab\n",
  );
  assert.match(
    citationMarkdown(card, from),
    /^> Amazon has poured over \$8 billion\n>\n> \[The Rack Room, Rack & Co, 2025-12-01\]\(<https:\/\/rack\.example\/88>\); 08:3–36\n/,
  );
  assert.match(citationBibtex(card, from), /publisher = \{Rack \\& Co\}/);
});

test("the words are marked where they stand, and markup stays text", () => {
  const text = "Oh <script>alert(1)</script> & more";
  const claims = [
    { ...card, span: [3, 11] },
    { ...card, span: [6, 20] },
  ] as unknown as ClaimCard[];
  const page = markedDocument(text, claims, from);
  assert.doesNotMatch(page, /<script/);
  const shown = /<pre>(.*)<\/pre>/s.exec(page)![1]!.replaceAll(/<\/?mark[^>]*>/g, "");
  assert.equal(shown.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"), text);
});
