import assert from "node:assert/strict";
import { test } from "node:test";
import type { Firmness } from "../../deals/firmness.ts";
import { post } from "../../deals/post.ts";
import { settle } from "../../deals/settle.ts";
import { parties, plain, told } from "../../deals/testimony.test-kit.ts";
import { assumptionOf } from "../../model/assumption.ts";
import type { PartialDay } from "../../model/day.ts";
import type { DealKind, Testimony } from "../../model/deal.ts";
import { circlesIn } from "../network-view.ts";
import { sinceText } from "./deal-card.ts";
import { dealMissing } from "./deal-missing.ts";
import { type DealPage, dealPage } from "./deal-page.ts";

const asOf = "2025-12-17" as PartialDay;
const place = { file: "assumptions.yaml" };

/** The page of the deal of a kind that these claims make. */
function pageOf(testimonies: readonly Testimony[], kind: DealKind, assumed: Readonly<Record<string, string>> = {}) {
  return pageAt(null, testimonies, kind, assumed);
}

function pageAt(
  firmness: Firmness | null,
  testimonies: readonly Testimony[],
  kind: DealKind,
  assumed: Readonly<Record<string, string>> = {},
): DealPage {
  const { deals } = settle(testimonies, plain);
  const deal = deals.find((each) => each.kind === kind)!;
  const assumptions = Object.entries(assumed).map(([field, is]) =>
    assumptionOf({ of: `${deal.id}.${field}`, is, on: null, by: null, at: null, because: null, place }),
  );
  const book = {
    ...{ deals, parties, ledger: post(deals, { assumptions, priceOf: () => null }) },
    testimonies: new Map(testimonies.map((each) => [each.claim.id, each])),
  };
  const circles = circlesIn(book, { firmness: firmness ?? "talks", by: "group", asOf });
  return dealPage(book, deal, { firmness, asOf, circles });
}

const missing = (page: DealPage): (readonly [string, string | null])[] =>
  dealMissing(page, "deal-1", (party) => party).map(({ text, command }) => [text, command]);

const talks = told("a", { roles: { investor: "amazon", investee: "openai" }, amount: ">=10bn", status: "talks" });
const cloud = told("b", {
  kind: "compute-contract",
  roles: { customer: "openai", provider: "aws" },
  amount: "38bn",
  status: "signed",
  period: "2025-11 for 7",
});

test("money without a day asks for a schedule, shares without a count for nothing that can be assumed", () => {
  assert.deepEqual(missing(pageOf([talks], "investment")), [
    ["payment dates of ≥ $10bn to openai", 'capstack assume deal-1.schedule "even 2026..2030" --because "…"'],
    ["how many shares of openai: no claim states it", null],
  ]);
});

test("with the schedule that was asked for, the money falls due in its years, and nothing is asked any more", () => {
  const page = pageOf([talks], "investment", { schedule: "even 2026..2030" });
  assert.deepEqual(missing(page), [["how many shares of openai: no claim states it", null]]);
  const [due] = page.due;
  assert.deepEqual(
    due!.ladder.rows.map(({ year, due: { low, high } }) => [year, low / 1e11, high]),
    [2026, 2027, 2028, 2029, 2030].map((year) => [year, 2, null]),
  );
});

test("a contract told in money asks for its compute; its seven years are in the ledger", () => {
  const page = pageOf([cloud], "compute-contract");
  assert.deepEqual(missing(page), [
    ["how much compute: it is told in money alone", 'capstack assume deal-1.compute "h100 at 2.2..4" --because "…"'],
  ]);
  const [money, compute] = page.legs;
  assert.equal(money!.amount, "$38bn");
  assert.equal(money!.when, "2025-11-30 to 2032-11-15, on 85 days");
  assert.equal(compute!.when, "not posted: no amount");
  // 38 of 84 months: the year 2026 has twelve of them.
  const year = page.due[0]!.ladder.rows.find((row) => row.year === 2026)!;
  assert.ok(Math.abs(year.due.low / 1e11 - (38 * 12) / 84) < 0.01);
});

test("a condition asks whether it holds, of its own leg", () => {
  const warrant = told("c", {
    kind: "right",
    roles: { holder: "openai", grantor: "amd" },
    amount: "160m shares",
    status: "signed",
    terms: { right: "warrant" } as never,
    conditional: true,
  });
  const commands = missing(pageOf([warrant], "right")).map(([, command]) => command);
  assert.ok(commands.includes('capstack assume deal-1/1.condition "holds 2026-10" --because "…"'));
});

test("a loan of which no source names the lender says so, and asks how it is paid back", () => {
  const loan = told("d", { kind: "financing", roles: { borrower: "oracle" }, amount: "10bn", status: "completed" });
  assert.deepEqual(
    missing(pageOf([loan], "financing")).map(([text]) => text),
    [
      "the lender: no source names one",
      "payment dates of $10bn to oracle",
      "when and at what rate $10bn to oracle is paid back",
    ],
  );
});

test("both deals of a circle stand in it; above its weakest link it is none", () => {
  for (const kind of ["investment", "compute-contract"] as const) {
    const [standing, ...more] = pageOf([talks, cloud], kind).circles;
    assert.equal(standing!.number, 1);
    assert.equal(standing!.circle.status, "talks");
    assert.deepEqual(more, []);
  }
  const firm = pageAt("signed", [talks, cloud], "investment");
  assert.equal(firm.isFirm, false);
  assert.equal(firm.circles[0]!.number, null);
  assert.deepEqual(firm.about, []);
});

test("deals of one pair stand beside each other, whoever pays", () => {
  assert.equal(pageOf([talks, cloud], "investment").between.length, 2);
});

test("a day to come, on which a contract begins, is none since which it is signed", () => {
  const later = told("e", { ...cloud.claim, amount: "300bn", period: "2027 for 5", roles: { ...cloud.claim.roles } });
  assert.equal(sinceText(pageOf([later], "compute-contract").deal), "known since 2025-12-17");
  assert.equal(sinceText(pageOf([cloud], "compute-contract").deal), "since 2025-11, known since 2025-12-17");
});
