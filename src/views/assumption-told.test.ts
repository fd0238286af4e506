import assert from "node:assert/strict";
import { test } from "node:test";
import { assumable } from "../model/assumption.ts";
import { parseDay } from "../model/day.ts";
import { assumableOf, assumedBy, assumptionExamples, missingPart, partOf } from "./assumption-told.ts";
import { assumptionFault } from "./assumption-words.ts";

const told = { what: "OpenAI.cash", is: "15..40bn", because: "mine" };

test("what it is and why are needed, and a refusal knows its part", () => {
  assert.equal(missingPart(told), null);
  assert.equal(partOf(missingPart({ ...told, is: " " })!), "is");
  assert.equal(partOf(missingPart({ ...told, because: "" })!), "because");
});

test("a fault is about what was written wrongly", () => {
  const faulty = (of: string, is: string): string =>
    partOf({ code: "cannot-assume", message: `${assumptionFault({ of, is, on: null })}.` });
  assert.equal(faulty("openai.cash", "plenty"), "is");
  assert.equal(faulty("openai.mood", "good"), "what");
  assert.equal(faulty("?.cash", "5bn"), "what");
  assert.equal(faulty("EUR.rate", "1.08"), "on");
  assert.equal(partOf({ code: "unknown-subject", message: "" }), "what");
});

test("every example can be assumed", () => {
  const subjects = { deal: "deal-72b2", party: "openai", currency: "EUR" } as const;
  for (const [kind, fields] of Object.entries(assumable))
    for (const field of fields) {
      const of = `${subjects[kind as keyof typeof subjects]}.${field}`;
      assert.equal(assumptionFault({ of, is: assumptionExamples[field], on: parseDay("2025-12-01") }), null, of);
    }
});

test("three capitals may be a currency and a company", () => {
  assert.ok(assumableOf("AMD").includes("rate") && assumableOf("AMD").includes("cash"));
  assert.ok(!assumableOf("OpenAI").includes("rate"));
  assert.deepEqual(assumableOf("deal-72b2/1"), assumable.deal);
});

test("a line that assumes something says of what, with its example; another line does not", () => {
  assert.deepEqual(assumedBy('capstack assume deal-72b2.schedule "even 2026..2030" --because "…"'), {
    what: "deal-72b2.schedule",
    example: "even 2026..2030",
  });
  assert.deepEqual(assumedBy('capstack assume EUR.rate 1.08 --on 2025-12-01 --because "…"'), {
    what: "EUR.rate",
    example: "1.08",
  });
  assert.equal(assumedBy("capstack add FILE"), null);
});
