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
