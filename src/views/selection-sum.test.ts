import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { claimKinds, flowKinds, statuses } from "../model/claim.ts";
import { type Figure, selectionSums, toldRange } from "./selection-sum.ts";

const figure = (fields: Partial<Figure>): Figure => ({
  kind: "investment",
  status: "signed",
  low: 1e9,
  high: 1e9,
  unit: "USD",
  ...fields,
});

test("two signed billions are two billions, an announced one stands by itself", () => {
  const { sums } = selectionSums([figure({}), figure({}), figure({ status: "announced", low: 5e9, high: 5e9 })]);
  assert.deepEqual(
    sums.map(({ text, status, claims }) => [text, status, claims]),
    [
      ["$2bn", "signed", 2],
      ["$5bn", "announced", 1],
    ],
  );
});

test("one open end leaves the sum open, and a ceiling gives it a low end of nothing", () => {
  assert.equal(selectionSums([figure({}), figure({ low: 10e9, high: null })]).sums[0]!.text, "≥ $11bn");
  assert.equal(selectionSums([figure({}), figure({ low: null, high: 5e9 })]).sums[0]!.text, "$1bn–$6bn");
});

test("dollars and euros, stakes, valuations and metrics are not added", () => {
  const { sums, notSummed } = selectionSums([
    figure({}),
    figure({ unit: "EUR" }),
    figure({ kind: "stake", unit: "share" }),
    figure({ kind: "valuation" }),
    figure({ kind: "metric" }),
    figure({ unit: null, low: null, high: null }),
  ]);
  assert.deepEqual(
    sums.map(({ unit }) => unit),
    ["EUR", "USD"],
  );
  assert.equal(notSummed, 4);
});

test("a group tells between which ends its claims are, and adds none: two claims of one deal would count twice", () => {
  const told = (...figures: readonly Figure[]) => toldRange(figures)?.text ?? null;
  assert.equal(told(figure({}), figure({})), "$1bn");
  assert.equal(told(figure({ low: 4e9, high: 4e9 }), figure({ low: 8e9, high: null })), "≥ $4bn");
  assert.equal(
    told(figure({}), figure({ low: 5e9, high: 6e9 }), figure({ kind: "valuation", low: 9e12, high: 9e12 })),
    "$1bn–$6bn",
  );
  assert.equal(told(figure({}), figure({ status: "talks" })), null);
  assert.equal(told(figure({}), figure({ unit: "EUR" })), null);
  assert.equal(told(figure({ kind: "valuation" })), null);
});

test("sums are the same in any order, every claim is in one sum or in none, and no sum mixes", () => {
  const some = fc.record({
    kind: fc.constantFrom(...claimKinds),
    status: fc.constantFrom(...statuses),
    low: fc.option(fc.integer({ min: 0, max: 1e12 })),
    high: fc.option(fc.integer({ min: 0, max: 1e12 })),
    unit: fc.constantFrom("USD", "EUR", "W", "chips", "share", null),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (figures) => {
      const { sums, notSummed } = selectionSums(figures);
      assert.deepEqual(selectionSums([...figures].reverse()), { sums, notSummed });
      assert.equal(
        sums.reduce((all, { claims }) => all + claims, notSummed),
        figures.length,
      );
      for (const { unit, status, low } of sums) {
        const own = figures.filter(
          (each) => each.unit === unit && each.status === status && flowKinds.includes(each.kind),
        );
        assert.equal(
          low,
          own.reduce((all, each) => all + (each.low ?? 0), 0),
        );
      }
    }),
  );
});
