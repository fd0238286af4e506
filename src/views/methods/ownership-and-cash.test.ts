/** What ownership and cash methods say of plain input that is strange or wrong. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { methods } from "./all.ts";

function run(name: string, input: unknown) {
  const { value, problems } = methods.find((method) => method.name === name)!.run(input);
  return {
    value: JSON.parse(JSON.stringify(value)) as Record<string, unknown>,
    said: problems.map(({ message }) => message),
    codes: problems.map(({ code }) => code),
  };
}

const own = methods.filter(({ name }) => /^(ownership|cash)\./.test(name));

test("the fourteen methods of ownership and cash are there", () => assert.equal(own.length, 14));

test("no JSON makes a method throw, and what is refused has no answer but a reason", () => {
  const keys = [
    "n",
    "holdings",
    "votes",
    "flows",
    "events",
    "cases",
    "asOf",
    "method",
    "total",
    "months",
    "p",
    "theta",
    "cash",
    "sources",
    "uses",
  ];
  const input = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(fc.jsonValue(), fc.constantFrom("2025-01-31", 3, [[0, 1, 0.5]], [["2025-01-31", -5]])),
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...own), input, (method, each) => {
      const { value, problems } = method.run(each);
      assert.ok(Object.keys(value).length > 0 || problems.length > 0);
      for (const { message } of problems) assert.ok(message.length > 0);
    }),
    { numRuns: 500 },
  );
});

test("empty networks have empty answers", () => {
  assert.deepEqual(run("ownership.integrated", { n: 0, holdings: [], underlying: [] }).value.sums, {
    underlying: 0,
    marketValue: 0,
    netValue: 0,
    doubleCountRatio: null,
  });
  assert.deepEqual(run("ownership.control", { n: 0, votes: [] }).value.controls, {});
  assert.deepEqual(
    run("ownership.egjCascade", { n: 0, holdings: [], p: [], theta: 0.9, costShareOfThreshold: 0.5 }).value.waves,
    [],
  );
  assert.deepEqual(run("ownership.capTable", { events: [] }).value, { states: [] });
  assert.deepEqual(run("ownership.bounds", { n: 0, holdings: [], holders: [] }).value, { bounds: {} });
});

test("a closed group is named beside the answers that still hold", () => {
  const { value, codes } = run("ownership.integrated", {
    n: 3,
    holdings: [
      [0, 1, 1],
      [1, 0, 1],
      [2, 0, 0],
    ],
    underlying: [1, 1, 7],
  });
  assert.deepEqual([value.closedGroups, value.marketValue], [[[0, 1]], [null, null, 7]]);
  assert.deepEqual(codes, ["closed-ownership"]);
  assert.deepEqual((value.integrated as unknown[])[2], [0, 0, 0]);
});

test("holders of a large network are asked for by name", () => {
  const holdings = Array.from({ length: 4999 }, (_, at) => [at, at + 1, 0.5]);
  const { value } = run("ownership.integrated", { n: 5000, holdings, holders: [4997] });
  assert.deepEqual(value.integratedRows, { 4997: { 4998: 0.5, 4999: 0.25 } });
  assert.equal(value.integrated, undefined);
});

test("dual class: 55 % of the votes with 10 % of the cash flow is a wedge of 45 points", () => {
  const { value } = run("ownership.control", { n: 2, votes: [[0, 1, 0.55]], holdings: [[0, 1, 0.1]] });
  const [[holder, company, votes, cashFlow, wedge]] = value.wedge as [number[]];
  assert.deepEqual([holder, company, votes, cashFlow, Math.round(wedge! * 1e9) / 1e9], [0, 1, 0.55, 0.1, 0.45]);
});

test("totals beyond what a number keeps are given as text and come back as text", () => {
  const { value } = run("cash.recognition", {
    method: "straightLineMonthly",
    total: "100000000000000000001",
    months: 2,
  });
  assert.deepEqual(value.recognised, ["50000000000000000000", "50000000000000000001"]);
  assert.match(
    run("cash.recognition", { method: "straightLineMonthly", total: 1e17, months: 2 }).said[0]!,
    /total is 100000000000000000, not a whole number that is kept exactly/,
  );
});

test("steps place by their weights, decimals too", () => {
  const { value } = run("cash.recognition", { method: "steps", total: 1000, weights: [0, 0.25, "0.75"] });
  assert.deepEqual(
    [value.recognised, value.rpo],
    [
      [0, 250, 750],
      [1000, 750, 0],
    ],
  );
});

test("wrong dates, orders and rates are told by their place", () => {
  assert.deepEqual(
    run("cash.xirr", {
      flows: [
        ["2025-02-30", 1],
        ["2025-01", 1],
      ],
      rate: -1,
    }).said,
    [
      'flows[0][0] is "2025-02-30", not a date.',
      'flows[1][0] is "2025-01", not a date.',
      "rate is -1; a yearly rate is above -1 (a loss of everything).",
    ],
  );
  const daily = {
    method: "straightLineDaily",
    total: 5,
    start: "2025-02-01",
    end: "2025-01-01",
    periodEnds: ["2025-03-01", "2025-02-01"],
  };
  assert.deepEqual(run("cash.recognition", daily).said, [
    "end lies before start.",
    "periodEnds[1] lies before the one above.",
  ]);
  const events = [
    { type: "found", shares: { f: 5 } },
    { type: "secondary", from: "f", to: "x", shares: 6 },
  ];
  assert.deepEqual(run("ownership.capTable", { events }).said, ["events[1] sells more shares than f holds."]);
});

test("undated commitments stand in a line of their own, in no band", () => {
  const { value } = run("cash.ladder", {
    asOf: "2025-01-01",
    flows: [
      [null, -7],
      ["2025-01-02", -1],
    ],
    cash: 3,
  });
  assert.deepEqual(value.unscheduled, { payable: 7, receivable: 0 });
  assert.equal((value.buckets as { cumulative: number }[])[7]!.cumulative, -1);
});

test("a rate over less than a year stands beside what the period returned", () => {
  const { value } = run("cash.xirr", {
    flows: [
      ["2022-01-24", -10000],
      ["2022-01-28", 9800],
    ],
  });
  assert.ok(Math.abs((value.periodReturn as number) + 0.02) < 1e-12);
  assert.equal(value.days, 4);
});

test("ranges in give ranges out, and an open end stays open", () => {
  assert.deepEqual(run("cash.sourcesAndUses", { sources: { equity: [10, null] }, uses: { chips: 38 } }).value, {
    sources: [10, null],
    uses: [38, 38],
    fundingGap: [0, 28],
    surplus: [0, null],
    balanced: "possible",
  });
  const { value } = run("cash.runway", {
    asOf: "2025-01-01",
    cash: [30, 60],
    monthlyBurn: 10,
    flows: [["2026-01-01", [5, 10]]],
  });
  assert.deepEqual(value.date, ["2025-04-01", "2025-07-01"]);
});

/** A right input of each method of cash and of the capitalisation table, with a hole where an amount stands. */
const withAmount: readonly (readonly [name: string, place: RegExp, input: (amount: unknown) => unknown])[] = [
  ["cash.xirr", /^flows\[0\]\[1\]/, (amount) => ({ flows: [["2025-01-01", amount]] })],
  ["cash.xirr", /^nav/, (nav) => ({ flows: [], nav })],
  ["cash.xirr", /^rate/, (rate) => ({ flows: [], rate })],
  ["cash.ladder", /^flows\[0\]\[1\]/, (amount) => ({ asOf: "2025-01-01", flows: [["2025-01-01", amount]] })],
  ["cash.ladder", /^flows\[0\]\[1\]/, (amount) => ({ asOf: "2025-01-01", flows: [[null, amount]] })],
  ["cash.ladder", /^cash/, (cash) => ({ asOf: "2025-01-01", flows: [], cash })],
  ["cash.runway", /^cash/, (cash) => ({ asOf: "2025-01-01", cash })],
  ["cash.runway", /^monthlyBurn/, (burn) => ({ asOf: "2025-01-01", cash: 1, monthlyBurn: [0, burn] })],
  ["cash.runway", /^flows\[0\]\[1\]/, (amount) => ({ asOf: "2025-01-01", cash: 1, flows: [["2025-02-01", amount]] })],
  ["cash.sourcesAndUses", /^sources\.a/, (amount) => ({ sources: { a: [1, amount] }, uses: {} })],
  [
    "cash.listingReturns",
    /^entryValue/,
    (entryValue) => ({ entryDate: "2025-01-01", entryValue, listingDate: "2026-01-01", listingValue: 1 }),
  ],
  ["cash.recognition", /^total/, (total) => ({ method: "straightLineMonthly", total, months: 3 })],
  ["cash.recognition", /^weights\[1\]/, (weight) => ({ method: "steps", total: 5, weights: [1, weight] })],
  ["ownership.capTable", /^events\[0\]\.shares/, (shares) => ({ events: [{ type: "pool", shares }] })],
];

test("what is no number that can be computed with is refused at its place, in every amount", () => {
  const strange = [Number.NaN, Number.POSITIVE_INFINITY, JSON.parse("-1e999"), 1e300, 1e-300, "many", true, {}];
  for (const [name, place, input] of withAmount)
    for (const each of strange) {
      const { value, said } = run(name, input(each));
      assert.deepEqual(value, {}, `${name} takes ${String(each)}`);
      assert.ok(
        said.some((message) => place.test(message)),
        `${name} of ${String(each)}: ${said.join(" ")}`,
      );
    }
});

test("the last year of the calendar has its bands, and a runway from it is refused", () => {
  const flows = [
    ["9999-12-31", -7],
    ["9998-07-01", -1],
  ];
  const { value } = run("cash.ladder", { asOf: "9998-06-01", flows });
  assert.deepEqual(
    (value.buckets as { payable: number }[]).map(({ payable }) => payable),
    [0, 1, 0, 0, 7, 0, 0, 0],
  );
  assert.match(run("cash.runway", { asOf: "9998-06-01", cash: 5 }).said[0]!, /^asOf lies after the year 9898/);
});

test("a rate beyond all doubles is null beside what the time returned", () => {
  const { value } = run("cash.xirr", {
    flows: [
      ["2025-01-01", -1],
      ["2025-01-02", 1e90],
    ],
  });
  assert.deepEqual([value.status, value.xirr, value.roots], ["unique", null, [null]]);
  assert.ok(Math.abs((value.periodReturn as number) / 1e90 - 1) < 1e-9);
});

test("shares beyond what can be computed with are told, and thousands of decimal weights take no time", () => {
  const split = { type: "split", factor: 1e60 };
  const events = [{ type: "found", shares: { f: 1 } }, split, split];
  assert.match(run("ownership.capTable", { events }).said[0]!, /^events\[2\] leads to more shares/);
  const weights = Array.from({ length: 5000 }, (_, index) => (index % 7) / 8 + 0.001);
  const { value } = run("cash.recognition", { method: "steps", total: 10_000_001, weights });
  assert.equal(
    (value.recognised as number[]).reduce((all, piece) => all + piece, 0),
    10_000_001,
  );
});
