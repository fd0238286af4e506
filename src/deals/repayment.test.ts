import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { dayNumber, dayOfNumber, type PartialDay } from "../model/day.ts";
import { yearsBetween } from "../model/day-count.ts";
import { levelLoan, paymentDays, readRepayment, repaid } from "./repayment.ts";

const oracle = fileURLToPath(new URL("../../../shared/oracles/simulation/31-schedules.json", import.meta.url));
const skip = existsSync(oracle) ? false : "../shared/oracles is not here";

interface Case {
  readonly name: string;
  readonly in: Readonly<Record<string, unknown>>;
  readonly expect: unknown;
}

test("days and loans are those that QuantLib and the annuity formula give", { skip }, () => {
  const cases = (JSON.parse(readFileSync(oracle, "utf8")) as { cases: Case[] }).cases;
  const named = (begin: string): Case => cases.find(({ name }) => name.startsWith(begin))!;
  for (const [begin, step] of [
    ["quarterly", 3],
    ["monthly", 1],
  ] as const) {
    const { in: input, expect } = named(begin);
    const [from, ...days] = expect as PartialDay[];
    assert.deepEqual(paymentDays(from!, step, days.length, input.eom === true), days);
  }
  const { payment, "rows[k,interest,principal,balance]": rows } = named("level loan").expect as Record<
    string,
    unknown
  > & { payment: number };
  const loan = levelLoan(1000, 0.08 / 4, 8);
  assert.ok(Math.abs(loan.payment - payment) <= 1e-9);
  for (const [k, interest, principal, balance] of rows as number[][]) {
    const row = loan.rows[k! - 1]!;
    for (const [got, want] of [
      [row.interest, interest],
      [row.principal, principal],
      [row.balance, balance],
    ])
      assert.ok(Math.abs(got! - want!) <= 1e-9, `${k}: ${got} ${want}`);
  }
  const counts = named("day counts").expect as Record<string, number>;
  const [from, to] = ["2024-02-28", "2025-03-01"] as PartialDay[];
  assert.equal(dayNumber(to!) - dayNumber(from!), counts.act);
  for (const [convention, key] of [
    ["ACT/365F", "act/365"],
    ["30/360-US", "30/360US"],
    ["ACT/ACT-ISDA", "act/act ISDA"],
  ] as const) {
    const { numerator, denominator } = yearsBetween(from!, to!, convention);
    assert.ok(Math.abs(numerator / denominator - counts[key]!) <= 1e-12, convention);
  }
});

test("a loan is written in words", () => {
  assert.deepEqual(readRepayment("level 8% quarterly for 5 years from 2026-01-31"), {
    is: "level",
    rate: 0.08,
    step: 3,
    periods: 20,
    from: "2026-01-31",
  });
  for (const wrong of [
    "level",
    "level 8% quarterly for 4 months",
    "level 8% weekly for 5 years",
    "bullet 8% yearly for 5 years from soon",
  ])
    assert.equal(typeof readRepayment(wrong), "string");
});

test("a bullet pays interest, and in the end the principal; without interest a level loan pays equal parts", () => {
  const bullet = repaid({ is: "bullet", rate: 0.1, step: 12, periods: 3, from: null }, "2026-02-28" as PartialDay);
  assert.deepEqual([...bullet.timing.sums], [100_000, 200_000, 1_300_000]);
  assert.deepEqual([...bullet.timing.days].map(dayOfNumber), ["2027-02-28", "2028-02-29", "2029-02-28"]);
  assert.ok(Math.abs(bullet.forOne - 1.3) < 1e-12);
  assert.equal(repaid({ is: "level", rate: 0, step: 1, periods: 7, from: null }, "2026-01-15" as PartialDay).forOne, 1);
});
