import assert from "node:assert/strict";
import { test } from "node:test";
import { partyOf } from "../../src/model/party.ts";
import { referenceSorts } from "../../src/reading/learned/antecedent-features.ts";
import { byRules } from "../../src/reading/learned/reader-networks.ts";
import { nameIndex } from "../../src/reading/names.ts";
import { readPassage } from "./annotated.ts";
import { referenceExamples } from "./references.ts";

const names = nameIndex({
  parties: [
    partyOf("openai", "OpenAI", "lab"),
    partyOf("nvidia", "Nvidia", "chipmaker"),
    partyOf("coreweave", "CoreWeave", "neocloud"),
  ],
  chips: [],
});
const judge = { ...byRules, ordinary: () => true, odds: () => 0 };

/** Each decision as its sort, how many parties it is among, and the places of those that are right. */
function decisions(text: string): (readonly [sort: string, of: number, right: readonly number[]])[] {
  return referenceExamples(readPassage(`\n${text}`), names, judge).map(({ condition, candidates, right }) => [
    referenceSorts[condition]!,
    candidates.length,
    right,
  ]);
}

test("a pronoun stands for the party of the claim that its sentence does not name", () => {
  const text = `OpenAI met Nvidia and CoreWeave.
It raised $2 billion last year.
  investment investee=coreweave 2000000000 USD completed`;
  assert.deepEqual(decisions(text), [["it", 3, [1]]]);
});

test("where its sentence names a party of the claim before it, a pronoun may stand for any of the claim", () => {
  const text = `Nvidia met CoreWeave.
OpenAI said that it would pay $2 billion.
  compute-contract customer=openai provider=coreweave 2000000000 USD announced`;
  assert.deepEqual(decisions(text), [["it", 3, [0, 2]]]);
});

test("a sentence without a word for the party of its claim tells whom it is about", () => {
  const text = `OpenAI met Nvidia and CoreWeave.
Staff: 300 people.
  metric:headcount company=coreweave 300 people completed`;
  assert.deepEqual(decisions(text), [["unsaid", 3, [1]]]);
});

test("who says we is the party that most sentences with the word tell something of and do not name, else nobody", () => {
  const ours = `CoreWeave rents to OpenAI.
We raised $2 billion.
  investment investee=coreweave 2000000000 USD completed
We employ 300 people.
  metric:headcount company=coreweave 300 people completed`;
  assert.deepEqual(
    decisions(ours).filter(([sort]) => sort === "we"),
    [["we", 3, [1]]],
  );
  const nobodys = `We think OpenAI raised $2 billion.
  investment investee=openai 2000000000 USD completed
We hear CoreWeave employs 300 people.
  metric:headcount company=coreweave 300 people completed`;
  assert.deepEqual(
    decisions(nobodys).filter(([sort]) => sort === "we"),
    [["we", 3, [0]]],
  );
});
