import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../model/document.ts";
import { partyOf } from "../model/party.ts";
import { createReader } from "./create-reader.ts";

const read = createReader({
  parties: [partyOf("amazon", "Amazon", "cloud"), partyOf("openai", "OpenAI", "lab")],
  chips: [],
});
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
  assert.deepEqual(
    claimsOf("Amazon signed an agreement to invest $5 billion in OpenAI. The remaining $35 billion will follow.").map(
      ({ amount }) => amount?.min,
    ),
    [5e9],
  );
});

test("money that is paid at once hangs on no condition", () => {
  const paid = claimsOf(
    "Amazon agreed to invest $50 billion in OpenAI. Amazon pays OpenAI $15 billion of that at once as an investment.",
  );
  assert.ok(paid.every(({ conditional }) => !conditional));
});
