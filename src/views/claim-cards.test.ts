import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import { type Party, partyOf } from "../model/party.ts";
import { claimCard, isInsideGroup, partyNaming } from "./claim-cards.ts";
import { readEdit } from "./parse-edit.ts";

const parties = new Map<PartyId, Party>(
  [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "Amazon Web Services", "cloud", { parent: "amazon" as PartyId }),
    partyOf("openai", "OpenAI", "lab"),
  ].map((party) => [party.id, party]),
);
const names = { party: (id: PartyId) => parties.get(id)?.name ?? id, document: () => "04" };
const known = {
  parties: new Map([...parties.values()].map(({ id, name }) => [name.toLowerCase(), id])),
  documents: new Map(),
};
const claim = (fields: Partial<Claim>): Claim =>
  ({
    id: "c-1",
    document: "d",
    kind: "compute-contract",
    roles: { customer: "openai", provider: "aws" },
    amount: null,
    comparator: null,
    status: "signed",
    period: null,
    chip: null,
    metric: null,
    conditional: false,
    hedged: false,
    saidBy: null,
    origin: null,
    terms: null,
    checks: [],
    quote: "q",
    span: [0, 1],
    also: [],
    ...fields,
  }) as unknown as Claim;
const cardOf = (fields: Partial<Claim>) =>
  claimCard(
    { claim: claim(fields), review: "unreviewed", byHand: false },
    { short: "c-1", reader: "r", decisions: [], disputed: [], rivals: [] },
    names,
    false,
  );

test("the fields of a card read back as the claim that they are of", () => {
  for (const fields of [
    { amount: { min: 10e9, max: null, unit: "USD", approximate: false }, comparator: ">=" as const },
    { amount: { min: null, max: 5e9, unit: "EUR", approximate: false }, comparator: "<=" as const },
    { amount: { min: 13e9, max: 13e9, unit: "USD", approximate: true }, comparator: "~" as const },
    { amount: { min: 0.27, max: 0.27, unit: "share", approximate: false }, comparator: "=" as const },
    {
      amount: { min: 1e9, max: 2e9, unit: "W", approximate: false },
      comparator: "=" as const,
      status: "talks" as const,
    },
  ]) {
    const { fields: written } = cardOf(fields);
    const parts = Object.entries(written).map(([name, value]): [string, string] => [
      name,
      value === "" ? "none" : value,
    ]);
    const read = readEdit(
      parts.filter(([name]) => name !== "years" && name !== "period"),
      claim({}),
      known,
    );
    assert.ok(!("code" in read), JSON.stringify(read));
    assert.deepEqual(read.amount, fields.amount, written.amount);
    assert.equal(read.comparator, fields.comparator);
    assert.deepEqual(read.roles, { customer: "openai", provider: "aws" });
  }
});

test("by group a unit is named inside its group, by unit on its own", () => {
  assert.equal(partyNaming("unit", parties, names.party)("aws" as PartyId), "Amazon Web Services");
  assert.equal(partyNaming("group", parties, names.party)("aws" as PartyId), "Amazon (Amazon Web Services)");
  assert.equal(partyNaming("group", parties, names.party)("amazon" as PartyId), "Amazon");
});

test("what runs between two parts of one group is inside it", () => {
  assert.equal(
    isInsideGroup(claim({ roles: { customer: "amazon" as PartyId, provider: "aws" as PartyId } }), parties),
    true,
  );
  assert.equal(isInsideGroup(claim({}), parties), false);
});
