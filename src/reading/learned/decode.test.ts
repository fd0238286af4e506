import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readRegisters } from "../../intake/registers.ts";
import { trainedReader } from "../../intake/trained-reader.ts";
import { documentOf } from "../../model/document.ts";
import { partyOf } from "../../model/party.ts";

const read = trainedReader({
  parties: [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("amd", "AMD", "chipmaker"),
    partyOf("openai", "OpenAI", "lab"),
    partyOf("solvane", "Solvane", "neocloud"),
    partyOf("nvidia", "Nvidia", "chipmaker"),
    partyOf("anthropic", "Anthropic", "lab"),
    partyOf("aws", "AWS", "cloud"),
    partyOf("google-cloud", "Google Cloud", "cloud"),
    partyOf("azure", "Azure", "cloud"),
    partyOf("databricks", "Databricks", "enterprise"),
  ],
  chips: [],
});

/** The claims of a text as `kind figure chip`. */
function claims(text: string): string[] {
  return read(documentOf(text)).value.claims.map(
    ({ kind, amount, chip }) => `${kind} ${amount?.max ?? amount?.min ?? "-"} ${chip ?? "-"}`,
  );
}

test("a word that speaks of the claim on a figure or chip beside it makes no claim of its own", () => {
  assert.deepEqual(claims("AMD granted OpenAI warrants on up to 160 million shares."), ["right 160000000 -"]);
  assert.deepEqual(claims("OpenAI uses Amazon's Trainium chips to train its models."), ["chip-adoption - trainium"]);
});

test("an order keeps its chip in the sentence that tells its price", () => {
  assert.deepEqual(
    claims("Solvane ordered 18,000 Blackwell GPUs from Nvidia. The order is worth $840 million to Nvidia."),
    ["chip-supply 18000 blackwell", "chip-supply 840000000 blackwell"],
  );
});

test("each of a list of providers makes a contract, an aside between them or not", () => {
  const text = "Anthropic rents computing capacity from AWS, Google Cloud and, since 2026, Azure.";
  const { claims } = read(documentOf(text)).value;
  assert.deepEqual(
    claims.map(({ kind, roles }) => [kind, roles.customer, roles.provider]),
    ["aws", "google-cloud", "azure"].map((provider) => ["compute-contract", "anthropic", provider]),
  );
});

test("a chip that the next sentence calls by no name keeps its own", () => {
  const text = "OpenAI uses Amazon's Trainium chips to train its models. Databricks is testing them.";
  assert.deepEqual(claims(text), ["chip-adoption - trainium", "chip-adoption - trainium"]);
});

test("the only chip that a text names of a maker that no register knows is meant by its units", () => {
  const text =
    "Arbel Compute said its Tabor processor is shipping. Databricks has ordered 4,000 of the chips from Arbel Compute.";
  assert.deepEqual(claims(text), ["chip-supply 4000 tabor"]);
});

test("a figure or a word speaks of the chip that was told, of GPUs in general or of none", () => {
  assert.deepEqual(
    claims("Its Condor processors are made by Arbel Compute. Databricks ordered 20,000 of them from Arbel Compute."),
    ["chip-supply 20000 condor"],
  );
  assert.deepEqual(claims("Solvane operates 71,000 Nvidia GPUs, and it has ordered 2,000 H200s from Nvidia."), [
    "chip-adoption 71000 gpu",
    "chip-supply 2000 h200",
  ]);
  assert.deepEqual(
    claims("OpenAI tested Nvidia's Blackwell chips. Databricks has ordered 9,000 accelerators from AMD."),
    ["chip-adoption - blackwell", "chip-supply 9000 -"],
  );
});

test("a sentence that begins with the deal just told and names nobody speaks of its parties", async () => {
  // "In October, Anthropic signed a contract with Google Cloud for up to one million TPUs. That contract gives it well over 1 gigawatt … Amazon remains …"
  const file = new URL("../../../examples/ai-economy/documents/03-anthropic-backers.md", import.meta.url);
  const text = readFileSync(file, "utf8").split("\n---\n")[1]!;
  const { claims } = trainedReader((await readRegisters()).value)(documentOf(text)).value;
  const power = claims.find(({ amount }) => amount?.unit === "W" && amount.min === 1e9);
  assert.deepEqual(power?.roles, { customer: "anthropic", provider: "google-cloud" });
});

test("a power that runs on a platform of chips is a supply of them", async () => {
  const text =
    "Nvidia would put up to $100 billion into OpenAI step by step, as each gigawatt of capacity is switched on. OpenAI, in turn, means to run at least 10 gigawatts of Nvidia hardware. The first gigawatt is due on the Vera Rubin platform in the second half of 2026.";
  const { claims } = trainedReader((await readRegisters()).value)(documentOf(text)).value;
  const told = claims.find(({ amount }) => amount?.max === 1e9);
  assert.deepEqual([told?.kind, told?.roles.vendor, told?.chip], ["chip-supply", "nvidia", "rubin"]);
});

test("a price and a bare small number are no sums of a claim", () => {
  assert.deepEqual(claims("OpenAI borrowed $900 from Nvidia."), []);
  const text =
    "Q: And Solvane's revenue?\n\nA: Eleven million last year. US dollars! The plan for this year says forty.";
  assert.deepEqual(claims(text), ["metric 11000000 -"]);
});

test("who takes part in a round is an investor beside the one that leads it", () => {
  const investors = (text: string): string[] =>
    read(documentOf(text))
      .value.claims.filter(({ kind }) => kind === "investment")
      .map(({ roles }) =>
        Object.entries(roles)
          .filter(([role]) => role.startsWith("investor"))
          .map(([, party]) => party)
          .join(" "),
      );
  for (const tail of [
    "led by Nvidia, with participation from AMD and existing investor Databricks.",
    "led by Nvidia, with AMD and Databricks following.",
    "led by Nvidia, joined by AMD and Databricks.",
    "led by Nvidia. AMD and Databricks also took part.",
    "from Nvidia, AMD and the chip firm Databricks.",
  ])
    assert.deepEqual(investors(`OpenAI raised $2 billion in a round ${tail}`), ["nvidia amd databricks"], tail);
  assert.deepEqual(investors("OpenAI raised $2 billion in a round led by Nvidia, with AMD supplying the chips."), [
    "nvidia",
  ]);
});
