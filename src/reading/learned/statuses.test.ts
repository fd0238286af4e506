import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../model/document.ts";
import { partyOf } from "../../model/party.ts";
import { createReader } from "../create-reader.ts";

const read = createReader({
  parties: [partyOf("amazon", "Amazon", "cloud"), partyOf("openai", "OpenAI", "lab")],
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
