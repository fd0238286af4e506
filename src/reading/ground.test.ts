import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedReader } from "../intake/trained-reader.ts";
import { documentOf } from "../model/document.ts";
import { partyOf } from "../model/party.ts";

const read = trainedReader({
  parties: [
    partyOf("orrery", "Orrery", "neocloud"),
    partyOf("northgate", "Northgate", "investor"),
    partyOf("google", "Google", "cloud"),
    partyOf("openai", "OpenAI", "lab"),
    partyOf("aws", "AWS", "cloud"),
  ],
  chips: [],
});

test("the sentence that tells who led a round gives its sum an investor, and is no claim of its own", () => {
  const text =
    "Today Orrery raised €310 million in Series C funding. The funding round was led by Northgate, which invested in Orrery.";
  const { claims } = read(documentOf(text)).value;
  assert.deepEqual(
    claims.map(({ kind, roles, amount }) => [kind, roles, amount?.max]),
    [["investment", { investee: "orrery", investor: "northgate" }, 310e6]],
  );
  assert.equal(claims[0]?.also.length, 1);
  assert.match(text.slice(...claims[0].also[0]!), /Northgate/);
});

test("and what is told of both again is a repeat", () => {
  const text =
    "Today Orrery raised €310 million in Series C funding. The funding round was led by Northgate, which invested in Orrery.\n\nNorthgate put money into Orrery.";
  const { claims } = read(documentOf(text)).value;
  assert.deepEqual(
    claims.map(({ kind, amount, also }) => [kind, amount?.max, also.length]),
    [["investment", 310e6, 2]],
  );
});

test("the same sum in another currency is told once", () => {
  for (const text of [
    "OpenAI signed a $38 billion (£29bn) contract with AWS.",
    "Google announced capital expenditure of $15 billion (about ₹1.33 lakh crore).",
  ]) {
    const { claims } = read(documentOf(text)).value;
    assert.deepEqual(
      claims.map(({ amount }) => amount?.unit),
      ["USD"],
      text,
    );
  }
});
