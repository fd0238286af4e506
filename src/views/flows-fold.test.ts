import assert from "node:assert/strict";
import { test } from "node:test";
import { post } from "../deals/post.ts";
import { settle } from "../deals/settle.ts";
import { parties, plain, told } from "../deals/testimony.test-kit.ts";
import type { PartyId } from "../model/id.ts";
import { partyOf } from "../model/party.ts";
import { notFolded, ownFold } from "./flows-fold.ts";
import { type FlowsAsked, flowsView } from "./flows-view.ts";
import { readWindow } from "./window.ts";

const ids = (...names: string[]): PartyId[] => names as PartyId[];
const known = new Map([
  ...parties,
  ...[
    partyOf("openai", "OpenAI", "lab"),
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId }),
    partyOf("tsmc", "TSMC", "foundry"),
  ].map((party) => [party.id, party] as const),
]);
const named = (name: string): PartyId | undefined => [...known.keys()].find((id) => id === name);

test("names in any case fold the companies that are shown for them, each once; names of nobody are told apart", () => {
  const byGroup = ownFold("AWS, amazon,,Opnai", named, "group", known);
  assert.deepEqual([[...byGroup.folded], byGroup.unknown], [ids("amazon"), ["Opnai"]]);
  assert.deepEqual([...ownFold("aws,amazon", named, "unit", known).folded], ids("aws", "amazon"));
});

test("told is which of them have no flow: a group has those of its units, by role nothing is folded", () => {
  const testimonies = [
    told("a", { kind: "compute-contract", roles: { customer: "openai", provider: "aws" }, amount: "38bn" }),
  ];
  const { deals } = settle(testimonies, { ...plain, parties: known });
  const ledger = post(deals, { assumptions: [], priceOf: () => null });
  const posted = { deals, ledger, parties: known, testimonies: new Map(testimonies.map((one) => [one.claim.id, one])) };
  const left = (by: FlowsAsked["by"]): readonly PartyId[] => {
    const { folded } = ownFold("amazon,tsmc", named, by, known);
    const asked: FlowsAsked = {
      ...{ firmness: "talks", by, window: readWindow("2026")!, basis: "whole", unit: "USD" },
      ...{ about: null, folded, order: [] },
    };
    return notFolded(flowsView(posted, asked), asked, known);
  };
  assert.deepEqual(left("group"), ids("tsmc"));
  assert.deepEqual(left("unit"), ids("amazon", "tsmc"));
  assert.deepEqual(left("role"), ids("amazon", "tsmc"));
});
