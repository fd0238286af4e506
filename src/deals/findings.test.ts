import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { ClaimId, DocumentId, PartyId } from "../model/id.ts";
import { type Party, partyOf } from "../model/party.ts";
import { claimsBehind, findingsOf } from "./findings.ts";

const parties = [party("amazon", null), party("aws", "amazon"), party("openai", null)];

test("an investment and a purchase from a unit of the investor make a possible circle, as firm as its weaker leg", () => {
  const into = claim({ status: "talks", amount: usd(10e9, null) });
  const back = claim({
    kind: "compute-contract",
    roles: { customer: "openai", provider: "aws" },
    amount: usd(38e9, 38e9),
    status: "signed",
    document: "b",
  });
  const { circles } = findingsOf([into, back], parties);
  assert.equal(circles.length, 1);
  assert.equal(circles[0]!.weakest, into);
  assert.equal(circles[0]!.provider, "aws");
  assert.deepEqual(claimsBehind(circles[0]!), [into, back]);
});

test("a leg that is only denied or forecast makes no circle; one that is denied elsewhere is told", () => {
  const back = claim({ kind: "chip-supply", roles: { customer: "openai", vendor: "amazon" }, status: "signed" });
  const denial = claim({ status: "denied" });
  assert.equal(findingsOf([denial, back], parties).circles.length, 0);
  assert.equal(findingsOf([claim({ status: "forecast" }), back], parties).circles.length, 0);
  assert.deepEqual(findingsOf([claim({ status: "talks" }), denial, back], parties).circles[0]!.against, [denial]);
});

test("a purchase from somebody else closes no circle", () => {
  const back = claim({ kind: "compute-contract", roles: { customer: "openai", provider: "oracle" }, status: "signed" });
  assert.equal(findingsOf([claim({ status: "talks" }), back], parties).circles.length, 0);
});

test("the firmest and most exact claim is quoted first", () => {
  const vague = claim({ status: "signed", document: "a" });
  const exact = claim({ status: "signed", amount: usd(10e9, 10e9), document: "b" });
  const loose = claim({ status: "talks", amount: usd(10e9, 10e9), document: "c" });
  const back = claim({ kind: "chip-supply", roles: { customer: "openai", vendor: "amazon" }, status: "signed" });
  assert.deepEqual(findingsOf([vague, loose, exact, back], parties).circles[0]!.funding, [exact, vague, loose]);
});

test("over 8 and 4, both undated, may be a total and a tranche", () => {
  const roles = { investor: "amazon", investee: "anthropic" };
  const four = claim({ roles, status: "completed", amount: usd(4e9, 4e9), document: "a" });
  const eight = claim({ roles, status: "completed", amount: usd(8e9, null), comparator: ">", document: "b" });
  const [rival] = findingsOf([four, eight], parties).rivals;
  assert.equal(rival!.disagreement, "soft");
  assert.deepEqual(rival!.readings, [four, eight]);
});

test("bounds of one sum in talks are no contradiction; two exact sums of one month are", () => {
  const ten = claim({ amount: usd(10e9, 10e9), document: "a" });
  const more = claim({ amount: usd(10e9, null), comparator: ">", document: "b" });
  const least = claim({ amount: usd(10e9, null), comparator: ">=", document: "c" });
  const signed = { status: "signed", period: { start: "2025-10" as PartialDay, end: null, years: null } } as const;
  const two = ["a", "b"].map((document, index) =>
    claim({ ...signed, amount: usd((10 + index) * 1e9, (10 + index) * 1e9), document }),
  );
  assert.equal(findingsOf(two, parties).rivals[0]!.disagreement, "hard");
  assert.equal(findingsOf([ten, more], parties).rivals[0]!.disagreement, "soft");
  assert.equal(findingsOf([ten, least], parties).rivals[0]!.disagreement, "soft");
});

test("tranches of one document, and sums of two known times, are no rivals", () => {
  const first = claim({ amount: usd(1e9, 1e9), document: "a" });
  assert.equal(findingsOf([first, claim({ amount: usd(3e9, 3e9), document: "a" })], parties).rivals.length, 0);
  const of = (start: string, sum: number, document: string): Claim =>
    claim({ amount: usd(sum, sum), document, period: { start: start as never, end: null, years: null } });
  assert.equal(findingsOf([of("2019", 1e9, "a"), of("2023", 10e9, "b")], parties).rivals.length, 0);
});

test("a cheque called bigger that starts below the other does not fit", () => {
  const check = { words: "an even bigger cheque", span: [50, 71] as const };
  const standing = claim({
    roles: { investor: "microsoft", investee: "openai" },
    status: "signed",
    amount: usd(13e9, 13e9),
  });
  const low = claim({ status: "talks", amount: usd(10e9, null), checks: [check] });
  const [finding] = findingsOf([standing, low], parties).unfit;
  assert.deepEqual(finding, { kind: "unfit-comparison", check, bigger: low, than: standing });
  const high = claim({ status: "talks", amount: usd(14e9, null), checks: [check] });
  assert.equal(findingsOf([standing, high], parties).unfit.length, 0);
});

function usd(min: number | null, max: number | null): Claim["amount"] {
  return { min, max, unit: "USD", approximate: false };
}

function party(id: string, parent: string | null): Party {
  return partyOf(id, id, "lab", { parent: parent as PartyId | null });
}

function claim(
  parts: Partial<Omit<Claim, "roles" | "document">> & { roles?: Record<string, string>; document?: string },
): Claim {
  const { roles = { investor: "amazon", investee: "openai" }, document = "a", ...rest } = parts;
  return {
    id: "c-0" as ClaimId,
    document: document as DocumentId,
    kind: "investment",
    roles: roles as Record<string, PartyId>,
    amount: null,
    comparator: null,
    status: "completed",
    period: null,
    chip: null,
    metric: null,
    conditional: false,
    hedged: false,
    saidBy: null,
    origin: null,
    terms: null,
    checks: [],
    quote: "…",
    span: [0, 1],
    also: [],
    ...rest,
  };
}
