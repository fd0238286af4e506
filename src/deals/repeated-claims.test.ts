import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import { repeatsOf } from "./repeated-claims.ts";

function claim(document: string, quote: string, min: number, status = "talks"): Claim {
  const amount = { min, max: null, unit: "USD", approximate: false };
  const roles = { investor: "amazon", investee: "openai" };
  return { document, quote, amount, status, roles, kind: "investment", metric: null, chip: null } as unknown as Claim;
}

test("a claim is said before where an earlier document claims the same, in whatever words", () => {
  const earlier = [
    claim("a", "Amazon may put in $10bn", 10),
    claim("b", "it weighs  $10bn, sources say", 10),
    claim("b", "x", 20),
  ];
  const repeats = repeatsOf([claim("c", "It weighs $10bn — sources say", 10), claim("c", "twenty", 20)], earlier);
  assert.deepEqual(repeats, { claims: 2, most: { document: "b", claims: 2, wordForWord: 1 } });
});

test("another amount or a firmer status is news", () => {
  const earlier = [claim("a", "ten", 10)];
  assert.deepEqual(repeatsOf([claim("c", "ten", 11), claim("c", "ten", 10, "signed")], earlier), {
    claims: 0,
    most: null,
  });
});
