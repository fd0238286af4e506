import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readGold } from "../../src/intake/gold.ts";
import { scoreDocument } from "../../src/views/score-claims.ts";
import { articlesMissing, fiveArticles, fiveTestimonies, written, writtenClaims } from "./five-articles.ts";

const skip = articlesMissing ?? false;
const gold = fileURLToPath(new URL("../../../shared/gold/seeds", import.meta.url));

test("the claims of the five articles hold places and hashes, and no sentence of them", () => {
  const words: string[] = [];
  JSON.stringify(written, (key, value: unknown) => {
    if (typeof value === "string" && key !== "sha256") words.push(value);
    return value;
  });
  assert.ok(words.length > 100);
  for (const word of words) assert.ok(word.split(" ").length <= 5, word);
});

test("every place holds the words that it was written for, and every claim is whole", { skip }, () => {
  const counts = fiveArticles().map((article) => writtenClaims(article).length);
  assert.deepEqual(
    counts,
    Object.values(written).map(({ length }) => length),
  );
});

test("a place that was moved by one letter is noticed", { skip }, () => {
  const article = fiveArticles()[4]!;
  const text = ` ${article.document.text}`;
  assert.throws(() => writtenClaims({ ...article, document: { ...article.document, text } }), /are not those meant/);
});

test("what the shared annotations of the five articles expect is written down, and eighteen things more", async (context) => {
  if (skip || !existsSync(gold)) return context.skip("needs ../shared/gold/seeds, which is not here");
  const { value } = await readGold(gold);
  const articles = fiveArticles();
  assert.equal(value.length, 5);
  let further = 0;
  for (const each of value) {
    const article = articles.find(({ file }) => file.startsWith(each.name))!;
    const { missed, spurious, ungrounded } = scoreDocument(each, writtenClaims(article), true);
    assert.deepEqual([missed, ungrounded], [[], []], each.name);
    further += spurious.length;
  }
  // Those of coverage.md that the annotations leave out: when the talks began, how each text words them and what binds
  // OpenAI to Trainium, what the chips are for, further clouds, DeepMind as a subsidiary, the freedom to raise capital.
  assert.equal(further, 18);
});

test("only the third article's title stands in its text, and only the fourth names who reported first", {
  skip,
}, async () => {
  const testimonies = await fiveTestimonies("written");
  const articles = fiveArticles();
  const numberOf = (document: string): number => articles.findIndex((each) => each.document.id === document);
  const headlines = testimonies.filter(({ headline }) => headline);
  assert.deepEqual(
    headlines.map(({ claim }) => [claim.kind, numberOf(claim.document)]),
    [["ipo", 3]],
  );
  const named = testimonies.filter(({ claim }) => claim.origin !== null);
  assert.deepEqual(
    [...new Set(named.map(({ claim, tier }) => `${claim.origin} ${tier} ${numberOf(claim.document)}`))],
    ["Bloomberg 3 4"],
  );
});
