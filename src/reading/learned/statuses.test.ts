import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedReader } from "../../intake/trained-reader.ts";
import { documentOf } from "../../model/document.ts";
import { partyOf } from "../../model/party.ts";

const read = trainedReader({
  parties: [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("openai", "OpenAI", "lab"),
    partyOf("nvidia", "Nvidia", "chipmaker"),
    partyOf("xai", "xAI", "lab"),
  ],
  chips: [],
});

test("what is only potential has not been done, whatever stands around it", () => {
  for (const text of [
    "Amazon's potential $10 billion investment in OpenAI represents a pivotal moment for both.",
    "A Turning Point\n\nAmazon’s potential $10 billion investment in OpenAI cements what its money has bought. It owns a stake in OpenAI already.",
  ]) {
    const claims = read(documentOf(text)).value.claims.filter(({ amount }) => amount?.min === 10e9);
    assert.deepEqual(
      claims.map(({ kind, status }) => [kind, status]),
      [["investment", "talks"]],
      text,
    );
  }
});

test("what is said to lack a contract has none", () => {
  const [claim] = read(
    documentOf(
      "Amazon has not completed a definitive agreement to invest up to $100 billion in OpenAI, an officer said.",
    ),
  ).value.claims;
  assert.deepEqual([claim?.kind, claim?.amount?.max, claim?.status], ["investment", 100e9, "announced"]);
});

test("what somebody is urged to use is not in use, nor what may be used", () => {
  const statuses = [
    "Amazon wants to get OpenAI to use its Trainium chips.",
    "Amazon is pushing OpenAI to adopt its Trainium chips.",
    "The deal brings the potential adoption of Amazon's Trainium chips by OpenAI.",
    "OpenAI would use Amazon's Trainium chips.",
  ].flatMap((text) => read(documentOf(text)).value.claims.map(({ kind, status }) => `${kind} ${status}`));
  assert.ok(statuses.includes("chip-adoption talks"));
  assert.ok(!statuses.includes("chip-adoption completed"), String(statuses));
  const [used] = read(documentOf("OpenAI uses Amazon's Trainium chips.")).value.claims;
  assert.deepEqual([used?.kind, used?.status], ["chip-adoption", "completed"]);
});

test("what may be paid has not been, and what is to be delivered is settled and to come", () => {
  const statusOf = (text: string, figure: number): string | undefined =>
    read(documentOf(text)).value.claims.find(({ amount }) => amount?.max === figure)?.status;
  assert.equal(statusOf("Nvidia may invest $2 billion in xAI.", 2e9), "talks");
  assert.equal(statusOf("Nvidia invested $2 billion in xAI.", 2e9), "completed");
  assert.equal(statusOf("Nvidia is to deliver 100,000 GPUs to xAI.", 1e5), "announced");
});

test("a switch to a chip that would cost work has not been made", () => {
  const text =
    "Most of what OpenAI runs today runs on Nvidia hardware, and a switch to Amazon's Trainium would take work that nobody has priced in public.";
  const trainium = read(documentOf(text)).value.claims.filter(({ chip }) => chip === "trainium");
  assert.deepEqual(
    trainium.map(({ kind, status }) => [kind, status]),
    [["chip-adoption", "talks"]],
  );
});

test("what a bracket tells of a party stands, whatever would be", () => {
  const text = "A $500 billion valuation would put OpenAI ahead of xAI ($230 billion).";
  const told = read(documentOf(text)).value.claims.find(({ amount }) => amount?.max === 230e9);
  assert.deepEqual([told?.kind, told?.roles.company, told?.status], ["valuation", "xai", "completed"]);
});

test("what is done in doing something is done with it, though it is only reported how much", () => {
  const text = "Amazon has invested heavily in xAI, reportedly putting in over $8 billion.";
  const [told] = read(documentOf(text)).value.claims;
  assert.deepEqual([told?.kind, told?.amount?.min, told?.status], ["investment", 8e9, "completed"]);
  const discussed = "Amazon has discussed a deal with xAI, reportedly putting in over $8 billion.";
  assert.deepEqual(
    read(documentOf(discussed)).value.claims.map(({ amount, status }) => [amount?.min, status]),
    [[8e9, "talks"]],
  );
});

test("what a figure would do is talked about", () => {
  const text =
    "The plan is new. Much is open, yet what follows from it is plain. A valuation north of $500 billion would reinforce OpenAI’s position as the most valuable private company in the world, a title that it held for some weeks after a sale of shares.";
  const told = read(documentOf(text)).value.claims.find(({ kind }) => kind === "valuation");
  assert.deepEqual([told?.amount?.min, told?.status], [500e9, "talks"]);
});

test("what is only reported, assumed or hung on a modal has not been done", () => {
  const statusOf = (text: string, kind: string): (string | undefined)[] => {
    const told = read(documentOf(text)).value.claims.find((one) => one.kind === kind);
    return [told?.kind, told?.status];
  };
  for (const text of [
    "Amazon's reported $10 billion investment in OpenAI is more than a purchase of shares. It binds both.",
    "Why it matters\n\nAmazon's reported $10 billion investment in OpenAI anchors the lab to AWS, and has strengthened both.",
  ])
    assert.deepEqual(statusOf(text, "investment"), ["investment", "talks"], text);
  const assumed = "If OpenAI adopts Trainium, even for part of its needs, it would strongly validate Amazon's silicon.";
  assert.deepEqual(statusOf(assumed, "chip-adoption"), ["chip-adoption", "talks"]);
  const modal = "Amazon might secure rights to exclusive OpenAI features or early access to its models.";
  assert.deepEqual(statusOf(modal, "right"), ["right", "talks"]);
});

test("what is under discussion has not been done; what has reportedly been poured in has", () => {
  const statusesOf = (text: string): string[] => read(documentOf(text)).value.claims.map(({ status }) => status);
  assert.deepEqual(statusesOf("The adoption of Nvidia H100 chips by OpenAI is under discussion."), ["talks"]);
  const poured = "Amazon has reportedly poured over $8 billion into xAI. Talks on more are said to go on.";
  assert.ok(statusesOf(poured).includes("completed"));
});
