import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId, DocumentId, PartyId } from "../model/id.ts";
import { type Party, partyOf } from "../model/party.ts";
import { claimsBehind, findingsOf } from "./findings.ts";
import { settle } from "./settle.ts";
import { plain, told } from "./testimony.test-kit.ts";

const register = new Map<PartyId, Party>(
  [party("amazon", null), party("aws", "amazon"), party("openai", null)].map((each) => [each.id, each]),
);

const none = { deals: [], testimonies: new Map(), parties: register };

test("an investment and a purchase from a unit of the investor make a possible circle, as firm as its weaker leg", () => {
  const into = claim({ status: "talks", amount: usd(10e9, null) });
  const back = claim({
    kind: "compute-contract",
    roles: { customer: "openai", provider: "aws" },
    amount: usd(38e9, 38e9),
    status: "signed",
    document: "b",
  });
  const { circles } = findingsOf([into, back], none);
  assert.equal(circles.length, 1);
  assert.equal(circles[0]!.weakest, into);
  assert.equal(circles[0]!.provider, "aws");
  assert.deepEqual(claimsBehind(circles[0]!), [into, back]);
});

test("a leg that is only denied or forecast makes no circle; one that is denied elsewhere is told", () => {
  const back = claim({ kind: "chip-supply", roles: { customer: "openai", vendor: "amazon" }, status: "signed" });
  const denial = claim({ status: "denied" });
  assert.equal(findingsOf([denial, back], none).circles.length, 0);
  assert.equal(findingsOf([claim({ status: "forecast" }), back], none).circles.length, 0);
  assert.deepEqual(findingsOf([claim({ status: "talks" }), denial, back], none).circles[0]!.against, [denial]);
});

test("a purchase from somebody else closes no circle", () => {
  const back = claim({ kind: "compute-contract", roles: { customer: "openai", provider: "oracle" }, status: "signed" });
  assert.equal(findingsOf([claim({ status: "talks" }), back], none).circles.length, 0);
});

test("the firmest and most exact claim is quoted first", () => {
  const vague = claim({ status: "signed", document: "a" });
  const exact = claim({ status: "signed", amount: usd(10e9, 10e9), document: "b" });
  const loose = claim({ status: "talks", amount: usd(10e9, 10e9), document: "c" });
  const back = claim({ kind: "chip-supply", roles: { customer: "openai", vendor: "amazon" }, status: "signed" });
  assert.deepEqual(findingsOf([vague, loose, exact, back], none).circles[0]!.funding, [exact, vague, loose]);
});

/** The amounts in dispute among these, each as its sides, its sort and its two figures. */
function rivalsAmong(testimonies: readonly Testimony[]): string[] {
  const { deals } = settle(testimonies, plain);
  const byId = new Map(testimonies.map((testimony) => [testimony.claim.id, testimony]));
  return findingsOf([], { deals, testimonies: byId, parties: register }).rivals.map(
    ({ from, to, disagreement, readings }) =>
      `${from} ${to} ${disagreement} ${readings.map(({ amount }) => (amount!.min ?? amount!.max)! / 1e9).join(" ")}`,
  );
}

const anthropic = { investor: "amazon", investee: "anthropic" };
const contract = {
  kind: "compute-contract",
  roles: { customer: "openai", provider: "aws" },
  status: "signed",
} as const;

test("over 8 and 4, both undated, may be a total and a tranche", () => {
  const rivals = rivalsAmong([
    told("a", { roles: anthropic, amount: "4bn" }),
    told("b", { roles: anthropic, amount: ">8bn" }),
  ]);
  assert.deepEqual(
    rivals.map((text) => text.split(" ").slice(0, 3).join(" ")),
    ["amazon anthropic soft"],
  );
});

test("hard ones come first, then those of two documents, then money, then the largest", () => {
  const rivals = rivalsAmong([
    told("a", { roles: anthropic, amount: "4bn" }),
    told("b", { roles: anthropic, amount: ">8bn" }),
    told("a", { kind: "stake", roles: { holder: "microsoft", company: "openai" }, amount: "27%" }),
    told("b", { kind: "stake", roles: { holder: "microsoft", company: "openai" }, amount: "32%" }),
    told("c", { roles: { investor: "softbank", investee: "openai" }, amount: "<500bn" }),
    told("c", { roles: { investor: "softbank", investee: "openai" }, amount: "100bn" }),
    told("a", { roles: { investor: "microsoft", investee: "openai" }, amount: ">13bn" }),
    told("b", { roles: { investor: "microsoft", investee: "openai" }, amount: "12bn" }),
    told("a", { ...contract, amount: "1bn" }),
    told("b", { ...contract, amount: "1.1bn" }),
  ]);
  assert.deepEqual(
    rivals.map((text) => text.split(" ").slice(0, 3).join(" ")),
    [
      "openai aws hard",
      "microsoft openai soft",
      "amazon anthropic soft",
      "microsoft openai soft",
      "softbank openai soft",
    ],
  );
});

test("of several readings two are quoted that disagree as all of them do, not two wordings of one figure", () => {
  const about = (document: string, amount: string) => told(document, { ...contract, amount });
  const [rival] = rivalsAmong([about("a", "300bn"), about("b", "~300bn"), about("c", "310bn")]);
  assert.match(rival!, /^openai aws hard/);
  assert.deepEqual(new Set(rival!.split(" ").slice(3)), new Set(["300", "310"]));
});

test("figures that agree, and those of a total that is nobody's alone, are no rivals", () => {
  assert.deepEqual(
    rivalsAmong([told("a", { ...contract, amount: "3bn" }), told("b", { ...contract, amount: "3bn" })]),
    [],
  );
  const total = {
    kind: "commitment",
    roles: { obligor: "openai", "counterparty-1": "nvidia", "counterparty-2": "amd" },
  } as const;
  assert.deepEqual(
    rivalsAmong([told("a", { ...total, amount: "1tn" }), told("b", { ...total, amount: ">1.4tn" })]),
    [],
  );
});

test("a cheque called bigger that starts below the other does not fit", () => {
  const check = { words: "an even bigger cheque", span: [50, 71] as const };
  const standing = claim({
    roles: { investor: "microsoft", investee: "openai" },
    status: "signed",
    amount: usd(13e9, 13e9),
  });
  const low = claim({ status: "talks", amount: usd(10e9, null), checks: [check] });
  const [finding] = findingsOf([standing, low], none).unfit;
  assert.deepEqual(finding, { kind: "unfit-comparison", check, bigger: low, than: standing });
  const high = claim({ status: "talks", amount: usd(14e9, null), checks: [check] });
  assert.equal(findingsOf([standing, high], none).unfit.length, 0);
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
