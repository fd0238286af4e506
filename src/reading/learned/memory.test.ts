import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PartyId } from "../../model/id.ts";
import { tokenise } from "../tokens.ts";
import { emptyFeatures } from "./features.ts";
import {
  emptyMemory,
  type Memory,
  pointedAt,
  recall,
  remember,
  type Told,
  toldFor,
  toldKinds,
  toldOf,
} from "./memory.ts";

const party = (name: string): PartyId => name as PartyId;

function told(sentence: number, more: Partial<Told> = {}): Told {
  const roles = { investor: party("amazon"), investee: party("openai") };
  const place = { sentence, paragraph: 0, passage: 0, first: 0 };
  return { kind: "investment", metric: null, roles, figured: true, chip: null, ...place, ...more };
}

function memoryOf(claims: readonly Told[]): Memory {
  const memory = emptyMemory();
  for (const one of claims) remember(memory, one);
  return memory;
}

function featuresOf(who: string | null, claims: readonly Told[], number = 5, passage = 0, paragraph = 0): number[] {
  const to = emptyFeatures();
  const recalled = recall(memoryOf(claims), number);
  const place = { number, paragraph, passage, pointed: 0 };
  toldOf(who === null ? null : party(who), recalled, place, to);
  toldFor("valuation", "company", who === null ? null : party(who), recalled, place, to);
  return [...to.values.slice(0, to.length)];
}

test("the three claims told last are remembered, the nearest first, and none from far back", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.nat(10), (gaps, later) => {
      let sentence = 0;
      const memory = gaps.map((gap) => {
        sentence += gap;
        return told(sentence);
      });
      const last = recall(memoryOf(memory), sentence + later).told;
      assert.ok(last.length <= 3);
      assert.deepEqual(last, memory.slice(memory.length - last.length).reverse());
      for (const one of last) assert.ok(sentence + later - one.sentence <= 6);
    }),
  );
});

test("who held a role in the claim before looks other than who held none, and other in each role", () => {
  const memory = [told(4)];
  const [investor, investee, other] = ["amazon", "openai", "oracle"].map((who) => featuresOf(who, memory));
  assert.notDeepEqual(investor, investee);
  assert.notDeepEqual(investor, other);
  assert.deepEqual(other, featuresOf("meta", memory));
});

test("a claim above a heading tells something else than one in the same passage", () => {
  assert.notDeepEqual(featuresOf("openai", [told(4)], 5, 0), featuresOf("openai", [told(4)], 5, 1));
});

test("and so does a claim of the paragraph before", () => {
  assert.notDeepEqual(featuresOf("openai", [told(4)], 5, 0, 0), featuresOf("openai", [told(4)], 5, 0, 1));
});

test("nothing told adds nothing", () => {
  assert.deepEqual(featuresOf("openai", []), []);
});

test("who held a role once is known ever after where that role is asked for", () => {
  const valued = told(1, { kind: "valuation", roles: { company: party("openai") } });
  assert.deepEqual(recall(memoryOf([valued]), 40).told, []);
  assert.equal(featuresOf("openai", [valued], 40).length, 1);
  assert.deepEqual(featuresOf("meta", [valued], 40), []);
  assert.deepEqual(featuresOf("openai", [told(1)], 40), []);
});

test("who holds a share of another's revenue is remembered as its customer, not as what it depends on", () => {
  const dependence = { kind: "dependence", roles: { dependent: party("cerebras"), supplier: party("g42") } } as const;
  const [share, need] = [true, false].map((figured) => featuresOf("g42", [told(4, { ...dependence, figured })]));
  assert.notDeepEqual(share, need);
});

test("a sentence points back by what deals are called, and by of it", () => {
  const pointed = (text: string): number => pointedAt(tokenise(text, 0, text.length));
  const facility = pointed("That facility permits borrowings.");
  assert.notEqual(facility, 0);
  assert.equal(pointed("It keeps the undrawn facility."), pointed("The facility grew."));
  assert.notEqual(pointed("The facility grew."), facility);
  assert.equal(pointed("It has drawn $20 million of it."), pointed("Of which £60m is drawn: £50m of which was."));
  assert.equal(pointed("It borrowed $20 million from a bank."), 0);
});

test("what is told before weighs more where the sentence points back at it", () => {
  const place = { number: 1, paragraph: 0, passage: 0 };
  const kinds = (pointed: number): number => {
    const to = emptyFeatures();
    toldKinds(recall(memoryOf([told(0)]), 1), { ...place, pointed }, to);
    return to.length;
  };
  assert.equal(kinds(5), kinds(0) + 1);
  const parties = (who: string, pointed: number): number => {
    const to = emptyFeatures();
    toldFor("investment", "investor", party(who), recall(memoryOf([told(0)]), 1), { ...place, pointed }, to);
    return to.length;
  };
  assert.equal(parties("amazon", 5), parties("amazon", 0) + 1);
  assert.equal(parties("nobody", 5), parties("nobody", 0));
});
