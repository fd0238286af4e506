import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedReader } from "../intake/trained-reader.ts";
import { documentOf } from "../model/document.ts";
import { partyOf } from "../model/party.ts";

const read = trainedReader({
  parties: [
    partyOf("openai", "OpenAI", "lab"),
    partyOf("google", "Google", "cloud"),
    partyOf("terawulf", "TeraWulf", "datacenter"),
    partyOf("fluidstack", "Fluidstack", "neocloud"),
    partyOf("applied-digital", "Applied Digital", "datacenter"),
  ],
  chips: [],
});

/** The period of the claim that rests on a figure. */
function periodOf(text: string, figure: number): unknown {
  return read(documentOf(text)).value.claims.find(({ amount }) => amount?.max === figure)?.period;
}

test("what notes are due in is the end of the debt", () => {
  const text = "Applied Digital sold $2.35 billion of senior secured notes due 2030.";
  assert.deepEqual(periodOf(text, 2.35e9), { start: null, end: "2030", years: null });
});

test("the same sum in other words stands between a figure and its years, and parts them not", () => {
  const text = "Google announced capital expenditure of $15 billion (about ₹1.33 lakh crore) between 2026 and 2030.";
  assert.deepEqual(periodOf(text, 15e9), { start: "2026", end: "2030", years: null });
});

test("a clause behind the figure tells when it starts", () => {
  const text =
    "Fluidstack signed a lease with TeraWulf for 160 MW, which is due to start operating in the second half of 2026.";
  assert.deepEqual(periodOf(text, 160e6), { start: "2026-07", end: "2026-12", years: null });
});

test("a clause that tells another thing does not", () => {
  const text = "Fluidstack signed a lease with TeraWulf for 160 MW, which the town had refused OpenAI in 2021.";
  assert.equal(periodOf(text, 160e6), null);
});
