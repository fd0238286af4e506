import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import { parseEdit } from "./parse-edit.ts";

const claim = {
  kind: "investment",
  roles: { investor: "meta", investee: "openai" },
  amount: { min: 5, max: 5, unit: "chips", approximate: false },
  period: { start: "2025-10", end: null, years: null },
} as unknown as Claim;
const known = { parties: new Map([["amazon.com", "amazon" as never]]), documents: new Map() };
const edited = (text: string): unknown => parseEdit(text, claim, known);

test("figures keep their bound, their unit and their doubt", () => {
  assert.deepEqual(edited("amount=>=10bn"), {
    amount: { min: 1e10, max: null, unit: "chips", approximate: false },
    comparator: ">=",
  });
  assert.deepEqual(edited('amount="~ $13bn"'), {
    amount: { min: 13e9, max: 13e9, unit: "USD", approximate: true },
    comparator: "~",
  });
  assert.deepEqual(edited("amount=$5bn..$8bn"), {
    amount: { min: 5e9, max: 8e9, unit: "USD", approximate: false },
    comparator: "=",
  });
  assert.deepEqual(edited("amount=none"), { amount: null, comparator: null });
});

test("a party is taken by a name of the book, else by the name as it is; the other side stays", () => {
  assert.deepEqual(edited("from=Amazon.com"), { roles: { investor: "amazon", investee: "openai" } });
  assert.deepEqual(edited('to="Mistral AI"'), { roles: { investor: "meta", investee: "mistral-ai" } });
  assert.deepEqual(edited("from=none"), { roles: { investee: "openai" } });
});

test("several fields in one edit build on one another", () => {
  assert.deepEqual(edited("status=signed from=Amazon.com to=none period=2025-11..2032 years=7 hedged=no"), {
    status: "signed",
    roles: { investor: "amazon" },
    period: { start: "2025-11", end: "2032", years: 7 },
    hedged: false,
  });
});

test("what is no edit is told with the field that was meant", () => {
  const told = (text: string): string => (edited(text) as { message: string }).message;
  assert.match(told("statos=signed"), /There is no field “statos” to edit\. Did you mean status\?/);
  assert.match(told("signed"), /“signed” is no field with a value/);
  assert.match(told("amount=lots"), /“lots” is no amount/);
  assert.match(told("hedged=maybe"), /hedged is yes or no, not “maybe”/);
  assert.match(told("period=soon"), /“soon” is no period/);
});
