import assert from "node:assert/strict";
import { test } from "node:test";
import type { Decision } from "../model/book.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId } from "../model/id.ts";
import { conflictsIn, rivalsOf } from "./conflicts.ts";
import { settle } from "./settle.ts";
import { plain, told } from "./testimony.test-kit.ts";

const amazonAnthropic = { investor: "amazon", investee: "anthropic" };
const contract = { customer: "openai", provider: "aws" };

function conflictsAmong(testimonies: readonly Testimony[], decisions: readonly Decision[] = []) {
  return conflictsIn(settle(testimonies, { ...plain, decisions }).deals);
}

/** The sort of disagreement in which each claim is; an empty text for none. */
function sortsOf(testimonies: readonly Testimony[], decisions: readonly Decision[] = []): string[] {
  const conflicts = conflictsAmong(testimonies, decisions);
  return testimonies.map(({ claim }) =>
    (conflicts.get(claim.id) ?? []).map(({ name, disagreement }) => `${name} ${disagreement}`).join(),
  );
}

function decided(verb: string, subject: string, body: Decision["body"]): Decision {
  return { id: "d-1", write: "w-1", at: "2026-01-01T00:00:00.000Z", by: "Ada", verb, subject, body } as Decision;
}

const signed = (document: string, amount: string): Testimony =>
  told(document, { kind: "compute-contract", roles: contract, amount, status: "signed" });
const paid = (document: string, amount: string): Testimony => told(document, { roles: amazonAnthropic, amount });

test("two exact figures of one signed contract are in conflict, hard", () => {
  assert.deepEqual(sortsOf([signed("a", "38bn"), signed("b", "40bn")]), ["amount USD hard", "amount USD hard"]);
});

test("over 8 and 4, both undated, are in conflict, soft: a total and a tranche", () => {
  assert.deepEqual(sortsOf([paid("a", "4bn"), paid("b", ">8bn")]), ["amount USD soft", "amount USD soft"]);
});

test("of three figures, two of them alike, all are in conflict, each only with those that say otherwise", () => {
  const all = [signed("a", "38bn"), signed("b", "40bn"), signed("c", "38bn")];
  const conflicts = conflictsAmong(all);
  const rivals = all.map(({ claim }) => rivalsOf(claim.id, conflicts).map((rival) => rival.claim));
  const [a, b, c] = all.map(({ claim }) => claim.id) as [ClaimId, ClaimId, ClaimId];
  assert.deepEqual([rivals[0], new Set(rivals[1]), rivals[2]], [[b], new Set([a, c]), [b]]);
});

test("a figure told alike, another deal of the two and a figure without a rival are in no conflict", () => {
  const right = { kind: "right", roles: { holder: "openai", grantor: "aws" }, terms: { right: "warrant" } } as const;
  assert.deepEqual(sortsOf([signed("a", "38bn"), signed("b", "38bn"), told("c", right)]), ["", "", ""]);
});

test("whatever a field is about: what one calls signed and another denies is in conflict", () => {
  const denial = told("b", { kind: "compute-contract", roles: contract, status: "denied", published: "2025-12-18" });
  assert.deepEqual(sortsOf([signed("a", "38bn"), denial]), ["status hard", "status hard"]);
});

test("who takes part in two disagreements has the rivals of both, each told once with all that it says", () => {
  const both = (document: string, amount: string, period: string): Testimony =>
    told(document, { kind: "compute-contract", roles: contract, amount, period, status: "signed" });
  const [one, other] = [both("a", "38bn", "2025-11 for 7"), both("b", "40bn", "2025-11 for 8")];
  const rivals = rivalsOf(one.claim.id, conflictsAmong([one, other]));
  assert.deepEqual(
    rivals.map(({ claim, otherwise }) => [claim, otherwise.map(({ reading }) => reading.text)]),
    [[other.claim.id, ["$40bn", "8 years"]]],
  );
});

test("what a person calls different is in no conflict; a reading that is preferred leaves the other beside it", () => {
  const [one, other] = [signed("a", "38bn"), signed("b", "40bn")] as const;
  const different = decided("different", one.claim.id, { as: other.claim.id });
  assert.deepEqual(sortsOf([one, other], [different]), ["", ""]);
  const { deals, named } = settle([one, other], plain);
  const prefer = decided("prefer", deals[0]!.id, { field: "amount USD", draw: "smallest" });
  const after = settle([one, other], { ...plain, decisions: [prefer], names: named });
  assert.equal(after.deals[0]!.fields[0]!.choice, "decided");
  assert.equal(conflictsIn(after.deals).size, 2);
});
