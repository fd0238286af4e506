import assert from "node:assert/strict";
import { test } from "node:test";
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
