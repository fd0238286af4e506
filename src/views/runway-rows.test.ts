import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Observation } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { assumed, bookOf, exactly, ofOpenAI, type Told } from "./company.test-kit.ts";
import { type CashQuestion, type RunwayAnswer, runwayOf } from "./runway-rows.ts";

const question: CashQuestion = { ...ofOpenAI, isCompany: (party) => party === "openai" };
const billion = 1e11;
const bn = (low: number, high = low): Ends => ({ low: low * billion, high: high * billion });

function answerOf(
  told: readonly Told[],
  figures: Readonly<Record<string, string>>,
  observations: readonly Observation[] = [],
): RunwayAnswer {
  const answer = runwayOf({ ...bookOf(told), observations, assumptions: assumed(figures) }, question);
  assert.ok(answer.cash !== null);
  return answer as RunwayAnswer;
}

test("12 to 24 billion at 12 a year last 12 to 24 months", () => {
  const { shortest, longest, burn } = answerOf([], { "openai.cash": "12..24bn", "openai.cash-burn": "12bn" });
  assert.deepEqual(
    [shortest, longest],
    [
      { months: 12, day: "2026-12-31" },
      { months: 24, day: "2027-12-31" },
    ],
  );
  assert.deepEqual(burn!.ends, bn(12));
});

test("a payment that is more than the cash left ends the runway on its day", () => {
  const { shortest, longest, years } = answerOf(
    [
      { from: "openai", to: "aws", ends: bn(5), day: "2026-06-30" },
      { from: "openai", to: "oracle", ends: bn(20, 30), day: "2027-06-30" },
      { from: "softbank", to: "openai", kind: "investment", ends: bn(10), day: "2026-09-30" },
    ],
    { "openai.cash": "15..20bn" },
  );
  // 15 − 5 + 10 = 20, less 30; 20 − 5 + 10 = 25, less 20.
  assert.deepEqual([shortest?.day, longest], ["2027-06-30", null]);
  assert.deepEqual(
    years.map(({ year, comesIn, fallsDue, burn, left }) => [year, comesIn, fallsDue, burn, left]),
    [
      [2025, exactly(0), exactly(0), null, { low: 15 * billion, high: 20 * billion }],
      [2026, bn(10), bn(5), null, { low: 20 * billion, high: 25 * billion }],
      [2027, exactly(0), bn(20, 30), null, { low: -10 * billion, high: 5 * billion }],
    ],
  );
});

test("what has no day, hangs on nothing firm, or came in before is listed and not counted", () => {
  const answer = answerOf(
    [
      { from: "nvidia", to: "openai", kind: "investment", ends: bn(100), day: null },
      { from: "microsoft", to: "openai", kind: "investment", ends: bn(13), day: null, status: "completed" },
      { from: "openai", to: "azure", ends: bn(250), day: null },
      { from: "openai", to: "amd", kind: "chip-supply" },
      { from: "openai", to: "cerebras", ends: bn(9), status: "talks" },
    ],
    { "openai.cash": "15bn", "openai.cash-burn": "10bn" },
  );
  assert.deepEqual(answer.shortest, { months: 18, day: "2027-06-30" });
  const parties = ({ posting: { from, to } }: RunwayAnswer["undatedIn"][number]) => `${from} ${to}`;
  assert.deepEqual(
    [answer.undatedIn.map(parties), answer.undatedOut.map(parties), answer.received.map(parties)],
    [["nvidia openai"], ["openai azure"], ["microsoft openai"]],
  );
  assert.deepEqual(
    answer.unstated.map(({ to }) => to),
    ["amd"],
  );
  assert.deepEqual([...answer.moneyIn, ...answer.moneyOut], []);
});

test("an obligation without an upper end may end it with its first piece; what it is at the low end is told too", () => {
  const { shortest, shortestClosed, openEnded } = answerOf(
    [{ from: "openai", to: "cerebras", ends: { low: 2 * billion, high: null }, day: "2026-03-31" }],
    { "openai.cash": "14bn", "openai.cash-burn": "12bn" },
  );
  assert.equal(shortest?.day, "2026-03-31");
  assert.deepEqual(shortestClosed, { months: 12, day: "2026-12-31" });
  assert.equal(openEnded.length, 1);
});

const observed = (rest: Partial<Observation>): Observation => ({
  party: "openai" as PartyId,
  measure: "cash-burn",
  valuation: null,
  amount: { min: 8.5e9, max: 8.5e9, unit: "USD", approximate: true },
  comparator: "~",
  status: "completed",
  conditional: false,
  period: { start: "2025" as Observation["known"], end: null, years: null },
  known: "2025-12-12" as Observation["known"],
  claims: [],
  documents: [],
  ...rest,
});

test("a burn is taken from a source that dates it to a year, a forecast last, and a person's replaces it", () => {
  const cash = { "openai.cash": "20bn" };
  const burnOf = (observations: readonly Observation[], more: Readonly<Record<string, string>> = {}) =>
    answerOf([], { ...cash, ...more }, observations).burn?.ends ?? null;
  const forecast = observed({ status: "forecast", amount: { min: 9e9, max: 9e9, unit: "USD", approximate: false } });
  const loss = observed({ measure: "loss", amount: { min: 5e9, max: 5e9, unit: "USD", approximate: false } });
  assert.deepEqual(burnOf([forecast]), bn(9));
  assert.deepEqual(burnOf([forecast, observed({}), loss]), bn(8.5));
  assert.deepEqual(burnOf([loss]), bn(5));
  assert.deepEqual(burnOf([observed({})], { "openai.cash-burn": "3..4bn" }), bn(3, 4));
  assert.equal(burnOf([observed({ period: null })]), null);
  assert.equal(
    burnOf([observed({ period: { start: "2025-09" as Observation["known"], end: null, years: null } })]),
    null,
  );
  assert.equal(burnOf([observed({ status: "denied" })]), null);
});

test("without the cash there is no runway, but what was told instead", () => {
  const book = bookOf([
    { from: "employees", to: "openai", kind: "secondary-sale", ends: bn(6.6), status: "completed" },
  ]);
  const answer = runwayOf({ ...book, observations: [observed({ measure: "revenue" })], assumptions: [] }, question);
  assert.ok(answer.cash === null);
  assert.deepEqual([answer.observations.length, answer.secondarySales.length], [1, 1]);
});

test("cash in another currency counts at a rate that a person wrote, and else not", () => {
  const { cash } = answerOf([], { "openai.cash": "€10bn", "EUR.rate": "1.1" });
  assert.deepEqual(cash.ends, bn(11));
  assert.equal("rate" in cash.from ? cash.from.rate?.of : null, "EUR.rate");
  const without = runwayOf(
    { ...bookOf([]), observations: [], assumptions: assumed({ "openai.cash": "€10bn" }) },
    question,
  );
  assert.equal(without.cash, null);
});

test("whatever the amounts are inside their ends, the day lies between both days, and the order of deals does not matter", () => {
  const days = ["2026-02-28", "2026-06-30", "2027-01-31", "2029-12-31"];
  const deal = fc.record({
    out: fc.boolean(),
    low: fc.integer({ min: 0, max: 20 }),
    width: fc.integer({ min: 0, max: 20 }),
    day: fc.constantFrom(...days),
  });
  const range = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }));
  const places = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 8 }), range, range, places, (told, cash, burn, at) => {
      const booked = (chosen: boolean): Told[] =>
        told.map(({ out, low, width, day }, index) => ({
          ...(out ? { from: "openai", to: "aws" } : { from: "softbank", to: "openai", kind: "investment" }),
          ends: chosen ? bn(low + (width * at[index]!) / 4) : bn(low, low + width),
          day,
        }));
      const figures = ([c, cw]: readonly [number, number], [b, bw]: readonly [number, number], chosen: boolean) => ({
        "openai.cash": chosen ? `${c + (cw * at[8]!) / 4}bn` : `${c}..${c + cw}bn`,
        "openai.cash-burn": chosen ? `${b + (bw * at[9]!) / 4}bn` : `${b}..${b + bw}bn`,
      });
      const ranges = answerOf(booked(false), figures(cash, burn, false));
      const { shortest, longest } = answerOf(booked(true), figures(cash, burn, true));
      assert.deepEqual(shortest, longest);
      const never = Number.POSITIVE_INFINITY;
      const [low, high] = [ranges.shortest?.months ?? never, ranges.longest?.months ?? never];
      const months = shortest?.months ?? never;
      assert.ok(low <= months + 1e-9 && months <= high + 1e-9, `${months} is not in ${low} to ${high}`);
      const turned = answerOf(booked(false).toReversed(), figures(cash, burn, false));
      assert.deepEqual([turned.shortest, turned.longest], [ranges.shortest, ranges.longest]);
    }),
  );
});
