/** What a careless settling would make of the five articles, and this one must not: the traps of sections a to c of coverage.md. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { independentSources } from "../../src/deals/origins.ts";
import { settle, settleMore } from "../../src/deals/settle.ts";
import { umbrellaParts } from "../../src/deals/umbrellas.ts";
import { articlesMissing, fiveArticles } from "./five-articles.ts";
import {
  claimsSaying,
  dealsBetween,
  fieldOf,
  numbersOf,
  readingText,
  type Settled,
  settledArticles,
} from "./settled.ts";

const skip = articlesMissing ?? false;
const settled = skip ? null : await settledArticles("written");

test("a sale of existing shares brings the company no cash", { skip }, () => {
  const [sale, ...more] = dealsBetween(book(), "secondary-sale", {});
  assert.deepEqual(more, []);
  assert.deepEqual(numbersOf(book(), sale!.documents), [1, 2]);
  assert.deepEqual(
    sale!.legs.filter(({ to, commodity }) => to === "openai" && commodity === "USD"),
    [],
  );
});

test("of OpenAI's shares 27 % are told of and 73 % are nobody's", { skip }, () => {
  const stakes = book().settlement.deals.filter(({ kind, to }) => kind === "stake" && to === "openai");
  const [microsoft] = stakes.filter(({ from }) => from === "microsoft");
  assert.deepEqual(
    fieldOf(microsoft!, "amount share")!.readings.map((reading) => readingText(book(), reading)),
    ["27% (0, 1)"],
  );
  const told = stakes
    .flatMap(({ fields }) => fields.filter(({ name }) => name === "amount share"))
    .map(({ readings }) => readings[0]!.amount!.max!);
  assert.equal(1 - told.reduce((sum, share) => sum + share, 0), 0.73);
});

test("“Microsoft has OpenAI” is no ownership, whoever reads it", { skip }, async () => {
  const phrase = "Microsoft has OpenAI";
  const { document } = fiveArticles()[4]!;
  const at = document.text.indexOf(phrase);
  assert.ok(at > 0);
  for (const each of [book(), await settledArticles("read")]) {
    const owning = [...each.claims.values()].filter(({ kind }) => kind === "stake" || kind === "acquisition");
    assert.deepEqual(
      owning.filter(
        (claim) => claim.document === document.id && claim.span[0] < at + phrase.length && claim.span[1] > at,
      ),
      [],
    );
    const shares = each.settlement.deals.flatMap(({ fields }) => fields.filter(({ name }) => name === "amount share"));
    assert.ok(shares.every(({ readings }) => readings.every(({ amount }) => (amount?.max ?? 1) < 1)));
  }
});

test("a contract of many billions, unnamed, is the one that is known", { skip }, () => {
  const [contract] = dealsBetween(book(), "compute-contract", { from: "openai", to: "aws" });
  const [vague] = claimsSaying(book(), "multi-billion dollar cloud");
  assert.equal(vague!.amount, null);
  assert.ok(contract!.claims.includes(vague!.id));
  assert.deepEqual(
    contract!.fields.filter(({ disagreement }) => disagreement === "hard"),
    [],
  );
});

test("five articles on Amazon's talks are five documents and one named origin", { skip }, () => {
  const [talks] = dealsBetween(book(), "investment", { from: "amazon", to: "openai" });
  assert.deepEqual(numbersOf(book(), talks!.documents), [0, 1, 2, 3, 4]);
  assert.deepEqual(talks!.origins, ["Bloomberg"]);
  // The other four name nobody who told them; coverage.md takes them for likely repeats of the one report.
  const testimonies = new Map(book().testimonies.map((each) => [each.claim.id, each]));
  assert.equal(independentSources(talks!, testimonies), 1);
});

test("credits are a commodity of their own, and the cash beside them is more than nothing and at most the total", {
  skip,
}, () => {
  const [deal] = dealsBetween(book(), "investment", { from: "microsoft", to: "openai" });
  const given = deal!.legs.filter(({ to }) => to === "openai");
  assert.deepEqual(given.map(({ commodity }) => commodity).sort(), ["USD", "credits:microsoft"]);
  assert.match(fieldOf(deal!, "payment")!.question ?? "", /cash/);
  for (const { quantity } of given) assert.equal(quantity?.min ?? 0, 0);
});

test("what a leg weighs is what its first sentence says", { skip }, () => {
  const unsaid = book().settlement.deals.flatMap((deal) =>
    deal.legs
      .filter(({ quantity }) => quantity !== null && quantity.max !== null)
      .filter(({ quantity, claims }) => book().claims.get(claims[0]!)!.amount?.max !== quantity!.max)
      .map(({ from, to, commodity, claims }) => `${from} ${to} ${commodity}: ${book().claims.get(claims[0]!)!.quote}`),
  );
  assert.deepEqual(unsaid, []);
});

test("that the talks began in October is a step of their history, and nothing is delivered from then on", {
  skip,
}, () => {
  const [talks] = dealsBetween(book(), "investment", { from: "amazon", to: "openai" });
  assert.ok(talks!.history.some(({ happened }) => happened === "2025-10"));
  assert.deepEqual(
    talks!.legs.filter(({ period }) => period !== null),
    [],
  );
});

test("a dependence that a company tries to leave still stands", { skip }, () => {
  const [claim] = claimsSaying(book(), "diversify away");
  const deal = book().settlement.deals.find(({ claims }) => claims.includes(claim!.id))!;
  const reading = fieldOf(deal, "status")!.readings.find(({ claims }) => claims.includes(claim!.id))!;
  assert.equal(reading.text, "completed");
});

test("no two sentences of the five articles cannot both have been true", { skip }, () => {
  const hard = book().settlement.deals.filter(({ fields }) =>
    fields.some(({ disagreement }) => disagreement === "hard"),
  );
  assert.deepEqual(
    hard.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
    [],
  );
});

test("the order in which the articles come makes no difference, nor that they come one by one", { skip }, () => {
  const { testimonies, context, settlement, documents } = book();
  assert.deepEqual(settle(testimonies.toReversed(), context).deals, settlement.deals);
  let grown = settle([], context);
  for (const document of documents.toReversed())
    grown = settleMore(
      grown,
      testimonies.filter(({ claim }) => claim.document === document),
      context,
    );
  assert.deepEqual([grown.deals, grown.observations], [settlement.deals, settlement.observations]);
});

test("several sources of compute are no contract", { skip }, () => {
  const contracts = book().settlement.deals.filter(
    ({ kind, from }) => kind === "compute-contract" && from === "openai",
  );
  assert.deepEqual(
    contracts.map(({ to }) => to),
    ["aws"],
  );
  const posted = book().settlement.deals.filter(
    ({ kind, legs }) => kind === "dependence" && legs.some(({ quantity }) => quantity !== null),
  );
  assert.deepEqual(posted, []);
});

test("the 1.4 trillion are held against what is known of their parts, the rest stays unexplained and nothing is posted", {
  skip,
}, () => {
  const [umbrella, ...more] = dealsBetween(book(), "commitment", { from: "openai" });
  assert.deepEqual(more, []);
  assert.equal(umbrella!.umbrella, true);
  assert.deepEqual([...umbrella!.others].toSorted(), ["amd", "broadcom", "nvidia"]);
  assert.deepEqual(
    umbrella!.legs.filter(({ role }) => role !== "whole"),
    [],
  );
  const { deals } = book().settlement;
  const reconciled = umbrellaParts(umbrella!, deals, book().context.parties)!;
  assert.deepEqual([reconciled.total.min, reconciled.total.max], [1.4e12, null]);
  const [aws] = reconciled.parts.filter(({ deal }) => deal.to === "aws");
  assert.deepEqual([aws?.amount?.min, aws?.named], [38e9, false]);
  assert.deepEqual(
    reconciled.parts.filter(({ named, amount }) => named && amount !== null),
    [],
  );
  // More than 1,400: less 38 there are at least 1,362 of which no sentence tells, and no most.
  assert.deepEqual([reconciled.restLow, reconciled.restHigh], [1.362e12, null]);
});

function book(): Settled {
  assert.ok(settled);
  return settled;
}
