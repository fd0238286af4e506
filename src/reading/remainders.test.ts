import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedReader } from "../intake/trained-reader.ts";
import { documentOf } from "../model/document.ts";
import { partyOf } from "../model/party.ts";
import { analyse } from "./analyse.ts";
import { patternIndex } from "./create-reader.ts";
import { byRules } from "./learned/reader-networks.ts";
import { nameIndex } from "./names.ts";
import { withRemainders } from "./remainders.ts";

const registers = { parties: [partyOf("amazon", "Amazon", "cloud"), partyOf("openai", "OpenAI", "lab")], chips: [] };
const read = trainedReader(registers);
const claimsOf = (text: string) => read(documentOf(text)).value.claims;

test("what is left of a sum is of those who agreed on it, and its condition is kept", () => {
  const text =
    "Amazon signed an agreement to invest $50 billion in OpenAI. The remaining $35 billion will follow only if certain conditions are met.";
  const rest = claimsOf(text).find(({ amount }) => amount?.min === 35e9);
  assert.deepEqual(rest?.roles, { investor: "amazon", investee: "openai" });
  assert.equal(rest?.conditional, true);
  assert.equal(rest?.terms?.condition, "contractual");
  assert.equal(text.slice(...rest!.span), rest!.quote);
});

test("a remainder without a larger sum before it is nobody's", () => {
  const document = documentOf(
    "Amazon signed an agreement to invest $5 billion in OpenAI. The remaining $35 billion will follow.",
  );
  const told = read(document).value.claims.filter(({ amount }) => amount?.min === 5e9);
  const judge = { ordinary: () => true, odds: () => 0, ...byRules };
  assert.equal(told.length, 1);
  assert.deepEqual(withRemainders(told, document, analyse(document, nameIndex(registers), patternIndex, judge)), told);
});

test("money that is paid at once hangs on no condition", () => {
  const paid = claimsOf(
    "Amazon agreed to invest $50 billion in OpenAI. Amazon pays OpenAI $15 billion of that at once as an investment.",
  );
  assert.ok(paid.every(({ conditional }) => !conditional));
});
