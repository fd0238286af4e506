import assert from "node:assert/strict";
import { test } from "node:test";
import type { Firmness } from "../deals/firmness.ts";
import { post } from "../deals/post.ts";
import { settle } from "../deals/settle.ts";
import { parties, plain, told } from "../deals/testimony.test-kit.ts";
import type { Testimony } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, partyOf } from "../model/party.ts";
import { parseChips } from "../model/register.ts";
import { integrationRows, type Layer, layers, networkCompanies, networkLinks } from "./network-rows.ts";

const groups = (party: PartyId): PartyId => lineage(party, parties).at(-1)!;

function linked(
  testimonies: readonly Testimony[],
  firmness: Firmness = "talks",
  only: readonly Layer[] = layers,
  about: readonly string[] | null = null,
) {
  const { deals } = settle(testimonies, plain);
  const ledger = post(deals, { assumptions: [], priceOf: () => null });
  const question = { firmness, shown: groups, layers: new Set(only), about: about && new Set(about as PartyId[]) };
  return networkLinks(deals, ledger, question);
}

const cloud = told("a", {
  kind: "compute-contract",
  roles: { customer: "openai", provider: "aws" },
  amount: "38bn",
  status: "signed",
  period: "2025-11 for 7",
});
const talks = told("b", { roles: { investor: "amazon", investee: "openai" }, amount: ">=10bn", status: "talks" });
const stake = told("c", {
  kind: "stake",
  roles: { holder: "microsoft", company: "openai" },
  amount: "27%",
  status: "completed",
});
const inside = told("d", {
  kind: "chip-supply",
  roles: { customer: "azure", vendor: "microsoft" },
  amount: "1bn",
  status: "signed",
});

test("each leg is a link between groups, money first; inside a group is none; an owner is one in which nothing moves", () => {
  assert.deepEqual(
    linked([cloud, talks, stake, inside]).map(({ from, to, layer, text }) => `${layer}: ${from} → ${to} ${text}`),
    [
      "money: openai → amazon $38bn",
      "money: amazon → openai ≥ $10bn",
      "compute: amazon → openai not stated",
      "shares: openai → amazon not stated",
      "owns: microsoft → openai 27%",
    ],
  );
});

test("firmness, layers and companies only remove", () => {
  const all = [cloud, talks, stake];
  const text = (links: ReturnType<typeof linked>) => links.map(({ deal, commodity }) => `${deal.id} ${commodity}`);
  const whole = new Set(text(linked(all)));
  for (const some of [
    linked(all, "signed"),
    linked(all, "talks", ["money"]),
    linked(all, "talks", layers, ["microsoft"]),
  ]) {
    assert.ok(some.length < whole.size && text(some).every((each) => whole.has(each)));
  }
});

test("what companies pay and get is summed at both ends; who is paid ranks before who only pays", () => {
  const companies = networkCompanies(linked([cloud, talks, stake]), parties);
  const row = (id: string) => companies.find(({ party }) => party === id)!;
  assert.deepEqual(row("openai").pays, { low: 38e11, high: 38e11 });
  assert.deepEqual(row("openai").gets, { low: 10e11, high: null });
  assert.equal(row("microsoft").pays, null);
  assert.ok(row("amazon").rank > row("microsoft").rank);
  assert.ok(Math.abs(companies.reduce((sum, { rank }) => sum + rank, 0) - 1) < 1e-9);
  assert.deepEqual(networkCompanies([], parties), []);
});

test("what a company has along the chain is told by a deal or known to the register; the rest is not stated", () => {
  const chips = parseChips("id,name,vendor,family\ntrn2,Trainium2,aws,trainium\n", "chips.csv").value;
  const registered = [...parties.values(), partyOf("openai", "OpenAI", "lab", { products: ["ChatGPT"] })];
  const rows = integrationRows(
    ["amazon", "openai"] as PartyId[],
    linked([cloud, talks]),
    { parties: registered, chips },
    (id) => id,
  );
  const told = rows.map(({ stages }) =>
    Object.fromEntries(
      Object.entries(stages).map(([stage, own]) => [
        stage,
        own.map(({ what, deal }) => `${what}${deal ? "" : " (register)"}`),
      ]),
    ),
  );
  assert.deepEqual(told, [
    {
      chips: ["makes trainium (register)"],
      compute: ["rents out to openai $38bn"],
      cloud: ["runs amazon, aws (register)"],
      models: [],
      capital: ["funds openai ≥ $10bn"],
    },
    {
      chips: [],
      compute: ["rents from amazon $38bn"],
      cloud: [],
      models: ["makes ChatGPT (register)"],
      capital: ["funded by amazon ≥ $10bn"],
    },
  ]);
});
