import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../model/document.ts";
import type { PartyId } from "../../model/id.ts";
import { partyOf } from "../../model/party.ts";
import { prepare } from "../analyse.ts";
import { wordOf } from "../learned/words.ts";
import { nameIndex } from "../names.ts";
import { describeParties, descriptionOf } from "./descriptions.ts";
import { findMentions } from "./find-mentions.ts";

const index = nameIndex({ parties: [partyOf("nvidia", "Nvidia", "chipmaker")], chips: [] });

/** What a text tells of a party, every capitalised run being one. */
function told(text: string, party: string): { kind: string; says(word: string): boolean } {
  const { read, names } = prepare(documentOf(text), index, () => false);
  findMentions(read, names, { ordinary: () => false, odds: () => 1 });
  const { kind, words } = descriptionOf(party as PartyId, describeParties(read, names));
  return { kind, says: (word) => words.has(wordOf(word).symbol) };
}

test("the noun before a name tells what it is, and what belongs to the noun", () => {
  const fjell = told("Yesterday the hydropower cloud Lumen Fjell signed it.", "lumen-fjell");
  assert.equal(fjell.kind, "neocloud");
  assert.ok(fjell.says("hydropower"));
  assert.ok(!fjell.says("signed"));
});

test("so does the apposition behind it, as far as it goes", () => {
  const { kind, says } = told("Zephyrine, a lab for scientific models, will pay Oracle.", "zephyrine");
  assert.equal(kind, "lab");
  assert.ok(says("scientific") && says("model"));
  assert.ok(!says("pay"));
});

test("where nothing stands beside it, the words of the name tell", () => {
  assert.equal(told("A loan came from Banco Ferrol yesterday.", "banco-ferrol").kind, "bank");
  assert.equal(told("It owes Orchard Street Capital money.", "orchard-street-capital").kind, "investor");
  assert.equal(told("It owes Quillon money.", "quillon").kind, "unknown");
});

test("what the register holds stays", () => {
  assert.equal(told("The lender Nvidia said so.", "nvidia").kind, "chipmaker");
  assert.equal(descriptionOf("nobody" as PartyId, new Map()).kind, "unknown");
});
