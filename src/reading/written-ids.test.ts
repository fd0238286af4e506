import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import { documentOf } from "../model/document.ts";
import type { PartyId } from "../model/id.ts";
import { partyOf } from "../model/party.ts";
import { prepare } from "./analyse.ts";
import { nameIndex } from "./names.ts";
import { findMentions } from "./parties/find-mentions.ts";
import { asWritten, writtenIds } from "./written-ids.ts";

const index = nameIndex({
  parties: [
    partyOf("mizuho", "Mizuho", "bank", { aliases: ["Mizuho Bank"] }),
    partyOf("galaxy-digital", "Galaxy Digital", "miner", { aliases: ["Galaxy"] }),
    partyOf("alibaba", "Alibaba", "cloud", { aliases: ["Alibaba Group"] }),
    partyOf("microsoft", "Microsoft", "cloud", { aliases: ["MSFT"] }),
    partyOf("european-investment-bank", "European Investment Bank", "bank", { aliases: ["EIB"] }),
    partyOf("us-government", "United States government", "government", { aliases: ["US Treasury"] }),
    partyOf("iren", "IREN", "miner", { aliases: ["Iris Energy"] }),
  ],
  chips: [],
});

function written(text: string): Record<string, string> {
  const { read, names } = prepare(documentOf(text), index, () => false);
  findMentions(read, names, { ordinary: () => true, odds: () => 0 });
  return Object.fromEntries(writtenIds(read, names));
}

const cases: readonly (readonly [text: string, ids: Record<string, string>])[] = [
  ["Mizuho Bank lent it $1 billion. Mizuho is its main lender.", { mizuho: "mizuho-bank" }],
  ["Mizuho lent it $1 billion.", {}],
  ["Galaxy rents 800 MW to CoreWeave.", { "galaxy-digital": "galaxy" }],
  ["Galaxy Digital rents 800 MW; Galaxy owns the site.", {}],
  ["Alibaba Group owns 36% of it.", {}],
  ["MSFT bought $10 billion of computing.", {}],
  ["The EIB lent it €50 million.", { "european-investment-bank": "eib" }],
  ["The US Treasury took 10% of Intel.", {}],
  ["Iris Energy sold 20,000 chips.", { iren: "iris-energy" }],
  ["Iris Energy, now IREN, sold 20,000 chips.", {}],
];

test("a registered party has the id of the fullest name that the text gives it", () => {
  for (const [text, ids] of cases) assert.deepEqual(written(text), ids, text);
});

test("a claim by itself names its parties as its text does, and tells what the register calls them", () => {
  const claim = { roles: { lender: "mizuho", borrower: "rapidus" } } as unknown as Claim;
  const own = asWritten(claim, new Map([["mizuho" as PartyId, "mizuho-bank" as PartyId]]));
  assert.deepEqual(own.roles, { lender: "mizuho-bank", borrower: "rapidus" });
  assert.deepEqual(own.registered, { "mizuho-bank": "mizuho" });
  assert.equal(asWritten(claim, new Map()), claim);
});
