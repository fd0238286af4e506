import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../model/document.ts";
import { partyOf } from "../model/party.ts";
import { prepare } from "./analyse.ts";
import { byRules } from "./learned/reader-networks.ts";
import { nameIndex } from "./names.ts";
import { describeParties } from "./parties/descriptions.ts";
import { findMentions } from "./parties/find-mentions.ts";
import { type Resolver, resolveReferences } from "./references.ts";

const index = nameIndex({
  parties: [
    partyOf("openai", "OpenAI", "lab", { descriptors: ["the ChatGPT maker"], products: ["ChatGPT"] }),
    partyOf("anthropic", "Anthropic", "lab", { products: ["Claude"] }),
    partyOf("microsoft", "Microsoft", "cloud", { ticker: "MSFT" }),
    partyOf("nvidia", "Nvidia", "chipmaker", { ticker: "NVDA" }),
    partyOf("coreweave", "CoreWeave", "neocloud", { ticker: "CRWV" }),
  ],
  chips: [],
});

/** What the words that are no names stand for: "it" → openai. Only registered names count here. */
function references(text: string, judge = byRules): (readonly [words: string, party: string])[] {
  const { read, names } = prepare(documentOf(text), index, () => false);
  const defined = findMentions(read, names, { ordinary: () => true, odds: () => 0 });
  resolveReferences(read, defined, names, describeParties(read, names), null, judge);
  return read.flatMap(({ mentions, tokens }) =>
    mentions
      .filter((one) => one.via === "pronoun" || one.via === "descriptor")
      .map((one) => [text.slice(tokens[one.first]!.start, tokens[one.next - 1]!.end), one.party] as const),
  );
}

test("it and its stand for the subject that the text is about", () => {
  assert.deepEqual(references("OpenAI raised $6.6 billion. It is burning its cash."), [
    ["It", "openai"],
    ["its", "openai"],
  ]);
});

test("a pronoun stands for the subject rather than for a party behind a preposition", () => {
  assert.deepEqual(references("OpenAI signed a contract with CoreWeave. It will pay $11.9 billion."), [
    ["It", "openai"],
  ]);
});

test("the company is the party that the text is about", () => {
  assert.deepEqual(references("CoreWeave borrowed $2 billion. The company will buy servers."), [
    ["The company", "coreweave"],
  ]);
});

test("a description of the register is its party", () => {
  assert.deepEqual(references("Microsoft backs the ChatGPT maker."), [["the ChatGPT maker", "openai"]]);
});

test("the maker of a product is told by the product", () => {
  assert.deepEqual(references("Microsoft lent money to the maker of the Claude chatbot."), [
    ["the maker of the Claude chatbot", "anthropic"],
  ]);
});

test("a noun means a party of its kind, though another stands nearer", () => {
  assert.deepEqual(references("Nvidia met Microsoft in May. Later the chipmaker invested $5 billion."), [
    ["the chipmaker", "nvidia"],
  ]);
});

test("a start-up is no company whose shares are listed", () => {
  assert.deepEqual(references("Microsoft met OpenAI in May. The start-up raised $5 billion."), [
    ["The start-up", "openai"],
  ]);
});

test("the two and both companies stand for the last two parties", () => {
  const both = (text: string): string[] =>
    references(text)
      .map(([, id]) => id)
      .sort();
  assert.deepEqual(both("Microsoft met OpenAI in May. The two signed a contract."), ["microsoft", "openai"]);
  assert.deepEqual(both("Microsoft met OpenAI in May. Both companies declined to comment."), ["microsoft", "openai"]);
});

test("the two with a noun behind it is no pair of parties", () => {
  assert.deepEqual(references("Microsoft met OpenAI in May. The two campuses are in Texas."), []);
});

test("we is the party that speaks in a company's own words, and nobody in an author's", () => {
  assert.deepEqual(references("CoreWeave reports results. We raised $2 billion."), [["We", "coreweave"]]);
  assert.deepEqual(references("CoreWeave reports results. We think that this is a lot."), []);
});

test("a pronoun before any party stands for the party that the document is about", () => {
  assert.deepEqual(references("The company needs cash. OpenAI said so on Friday.")[0], ["The company", "openai"]);
});

test("without a party a pronoun stands for nobody", () => {
  assert.deepEqual(references("It rained. The company said nothing."), []);
});

test("what a party is said to be is no mention of another", () => {
  assert.deepEqual(
    references("Microsoft waits. It would make OpenAI stand as the most valuable start-up in the world."),
    [["It", "microsoft"]],
  );
});

test("a title or a heading that names several opens no passage about the first", () => {
  const text = "Nvidia, CoreWeave and the year\n\nThen there is CoreWeave. In 2024 it borrowed.\n\nIts shares rose.";
  assert.deepEqual(references(text), [
    ["it", "coreweave"],
    ["Its", "coreweave"],
  ]);
});

test("in an interview we is the company that the person at its head leads", () => {
  const text =
    "Who will rent to OpenAI? Dana Ferreira, chief executive of CoreWeave, on chips.\n\nQ: And revenue?\nA: We made it.\nQ: How?\nA: By luck.";
  assert.deepEqual(
    references(text).filter(([words]) => words === "We"),
    [["We", "coreweave"]],
  );
});

test("we at a company is that company, whoever is named first", () => {
  const text = "OpenAI was our first customer. We at CoreWeave are proud. We raised $2 billion.";
  assert.ok(
    references(text)
      .filter(([words]) => words === "We")
      .every(([, party]) => party === "coreweave"),
  );
});

test("speakers who take turns by their names make an interview too", () => {
  const text =
    "A morning with Dana Ferreira, chief executive of CoreWeave.\n\nDana Ferreira: We made it.\n\nReporter: How?\n\nDana Ferreira: By luck.\n\nReporter: And OpenAI?\n\nDana Ferreira: It rents.";
  assert.deepEqual(
    references(text).filter(([words]) => words === "We"),
    [["We", "coreweave"]],
  );
});

test("whom the trained judge holds for likelier is meant, and what follows goes on about it", () => {
  const coreweave = { ...byRules, resolve: liking("coreweave") };
  const text = "OpenAI signed a contract with CoreWeave. It will build halls. The company borrowed.";
  assert.deepEqual(references(text, coreweave), [
    ["It", "coreweave"],
    ["The company", "coreweave"],
  ]);
});

test("we, the two and the maker of a product are told by rule", () => {
  const resolve: Resolver = (place, parties) =>
    place.reference.kind === "unsaid" ? byRules.resolve(place, parties) : assert.fail("asked");
  const never = { ...byRules, resolve };
  assert.deepEqual(references("Microsoft met Nvidia. The two paid the maker of ChatGPT.", never), [
    ["The two", "nvidia"],
    ["The two", "microsoft"],
    ["the maker of ChatGPT", "openai"],
  ]);
});

test("who says we is whom the trained judge holds for the speaker, an author of his own too", () => {
  const text = "CoreWeave rents to OpenAI. We raised $2 billion and our customers are glad.";
  const speaks = (who: string | null): typeof byRules => ({
    ...byRules,
    speaker: ({ parties }) => parties.map((one) => Number(one === who)),
  });
  assert.deepEqual(references(text, speaks("openai")), [
    ["We", "openai"],
    ["our", "openai"],
  ]);
  assert.deepEqual(references(text, speaks(null)), []);
});

test("whom else a reference could mean is kept with the odds of each", () => {
  const { read, names } = prepare(documentOf("OpenAI pays CoreWeave. It grows."), index, () => false);
  const defined = findMentions(read, names, { ordinary: () => true, odds: () => 0 });
  resolveReferences(read, defined, names, describeParties(read, names), null, byRules);
  const [it] = read[1]!.mentions;
  assert.equal(it!.party, "openai");
  assert.deepEqual(it!.meant, [
    { party: "openai", odds: 0.5 },
    { party: "coreweave", odds: 0.25 },
  ]);
});

/** A resolver that is sure of one party. */
function liking(who: string): Resolver {
  return (_, parties) => parties.map((one) => Number(one === who));
}

test("a sentence that names nobody knows whom it could be about, and one that does whom else", () => {
  const { read, names } = prepare(
    documentOf("OpenAI pays CoreWeave. 300 employees. OpenAI grows."),
    index,
    () => false,
  );
  const defined = findMentions(read, names, { ordinary: () => true, odds: () => 0 });
  resolveReferences(read, defined, names, describeParties(read, names), null, byRules);
  assert.deepEqual(
    read.map(({ unsaid }) => unsaid.map((one) => one.party)),
    [[], ["openai", "coreweave"], ["coreweave"]],
  );
});

test("you in an interview is who answers, also where nobody says we", () => {
  const text =
    "Dana Ferreira, chief executive of CoreWeave, on chips.\n\nQ: What do you pay OpenAI?\nA: Nothing.\nQ: And Nvidia?\nA: A lot.";
  assert.deepEqual(
    references(text).filter(([words]) => words === "you"),
    [["you", "coreweave"]],
  );
});
