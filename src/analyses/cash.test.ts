/** Ladders, runways, sources and uses, and returns of a late entrant: sums by hand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber, dayOfNumber, type PartialDay } from "../model/day.ts";
import { exactly } from "../numeric/interval.ts";
import { ladder, liquidity } from "./ladder.ts";
import { listingReturns } from "./listing-returns.ts";
import { type DatedRanges, runway } from "./runway.ts";
import { sourcesAndUses } from "./sources-and-uses.ts";

const day = (text: string): PartialDay => text as PartialDay;
const days = (...texts: readonly string[]): Int32Array => Int32Array.from(texts, (text) => dayNumber(day(text)));
const nothing: DatedRanges = { days: new Int32Array(0), low: new Float64Array(0), high: new Float64Array(0) };

test("a band ends on its last day, a day later is the next, and what is due today is overdue", () => {
  const due = days("2024-11-30", "2025-02-28", "2025-03-01");
  const bands = ladder(day("2024-11-30"), due, Float64Array.of(-1, -2, -4), 5);
  assert.deepEqual(
    bands.slice(0, 3).map(({ payable }) => payable),
    [1, 2, 4],
  );
  assert.deepEqual(
    bands.slice(0, 3).map(({ fundingGap }) => fundingGap),
    [0, 0, 2],
  );
});

test("a shortfall inside a band shows on the path, payments of a day are netted, and their order does not matter", () => {
  const path = liquidity(
    day("2025-01-01"),
    days("2025-02-01", "2025-01-15", "2025-01-15"),
    Float64Array.of(50, -30, 10),
    15,
  );
  assert.deepEqual(path, {
    end: 45,
    lowest: -5,
    lowestDay: dayNumber(day("2025-01-15")),
    firstShortfall: dayNumber(day("2025-01-15")),
  });
  const calm = liquidity(day("2025-01-01"), days("2024-12-31", "2025-02-01"), Float64Array.of(-100, 5), 15);
  assert.deepEqual(calm, { end: 20, lowest: 15, lowestDay: dayNumber(day("2025-01-01")), firstShortfall: null });
});

test("bands sum to all payments", () => {
  const flows = fc.array(fc.tuple(fc.integer({ min: 15_000, max: 25_000 }), fc.integer({ min: -1000, max: 1000 })));
  fc.assert(
    fc.property(flows, (rows) => {
      const bands = ladder(
        dayOfNumber(20_000),
        Int32Array.from(rows, ([when]) => when),
        Float64Array.from(rows, ([, amount]) => amount),
        0,
      );
      const sum = rows.reduce((all, [, amount]) => all + amount, 0);
      assert.equal(bands[bands.length - 1]!.cumulative, sum);
      assert.equal(
        bands.reduce((all, { receivable, payable }) => all + receivable - payable, 0),
        sum,
      );
    }),
  );
});

test("cash of 30 lasts three months at 10 a month, six at 5, and a day longer is too long", () => {
  const [shortest, longest] = runway(day("2025-01-31"), exactly(30), { low: 5, high: 10 }, nothing);
  assert.ok(Math.abs(shortest!.months - 3) < 1e-9);
  assert.ok(Math.abs(longest!.months - 6) < 1e-9);
  assert.equal(runway(day("2025-01-31"), exactly(30), exactly(0), nothing)[0], null);
  assert.deepEqual(runway(day("2025-01-31"), exactly(-1), exactly(0), nothing)[0], { months: 0, day: "2025-01-31" });
});

test("a payment due brings the end forward, one that comes in pushes it back", () => {
  const payments = (amount: number): DatedRanges => ({
    days: days("2025-02-15"),
    low: Float64Array.of(amount),
    high: Float64Array.of(amount),
  });
  // 30 − 14 days of 10 / 28 leaves 25 on 15 February.
  assert.deepEqual(runway(day("2025-02-01"), exactly(30), exactly(10), payments(-26))[0], {
    months: 0.5,
    day: "2025-02-15",
  });
  const [longer] = runway(day("2025-02-01"), exactly(30), exactly(10), payments(30));
  assert.ok(Math.abs(longer!.months - 6) < 1e-9);
});

test("more cash or less burn never shortens a runway", () => {
  const positive = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(positive, positive, positive, positive, (cash, moreCash, burn, moreBurn) => {
      const [low, high] = runway(
        day("2025-05-31"),
        { low: cash, high: cash + moreCash },
        { low: burn, high: burn + moreBurn },
        nothing,
      );
      const months = (each: typeof low): number => each?.months ?? Number.POSITIVE_INFINITY;
      assert.ok(months(low) <= months(high));
    }),
  );
});

test("10 to 15 of sources for 20 of uses leave a gap of 5 to 10, and an open end leaves it open", () => {
  const { fundingGap, surplus, balanced } = sourcesAndUses([{ low: 4, high: 9 }, exactly(6)], [exactly(20)]);
  assert.deepEqual([fundingGap, surplus, balanced], [{ low: 5, high: 10 }, { low: 0, high: 0 }, "no"]);
  const open = sourcesAndUses([{ low: 10, high: Number.POSITIVE_INFINITY }], [exactly(38)]);
  assert.deepEqual([open.fundingGap, open.balanced], [{ low: 0, high: 28 }, "possible"]);
  assert.equal(sourcesAndUses([], []).balanced, "yes");
});

test("in at 500, listed at 1000 with a tenth diluted: 1.8 times, 80 % in a year and 34 % a year in two", () => {
  const terms = { entryValue: exactly(500), listingValue: exactly(1000), dilution: exactly(0.1), costs: exactly(0) };
  const { multiple, yearlyRate, breakEvenValue } = listingReturns({ ...terms, days: { low: 365, high: 730 } });
  assert.deepEqual(multiple, { low: 1.8, high: 1.8 });
  assert.ok(Math.abs(yearlyRate.high - 0.8) < 1e-12 && Math.abs(yearlyRate.low - (Math.sqrt(1.8) - 1)) < 1e-12);
  assert.ok(Math.abs(breakEvenValue.low - 500 / 0.9) < 1e-9);
});

test("every point inside the ranges earns a return inside the band, losses too", () => {
  const span = (min: number, max: number) =>
    fc.tuple(
      fc.double({ min, max, noNaN: true }),
      fc.double({ min, max, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
  fc.assert(
    fc.property(span(1, 1000), span(1, 1000), span(0, 0.9), span(0, 0.2), span(30, 3000), (...spans) => {
      const ranges = spans.map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));
      const points = spans.map(([, , share], at) => ranges[at]!.low + share * (ranges[at]!.high - ranges[at]!.low));
      const returnsOf = (terms: readonly { low: number; high: number }[]) =>
        listingReturns({
          entryValue: terms[0]!,
          listingValue: terms[1]!,
          dilution: terms[2]!,
          costs: terms[3]!,
          days: terms[4]!,
        });
      const band = returnsOf(ranges);
      const inside = returnsOf(points.map(exactly));
      for (const key of ["multiple", "yearlyRate", "breakEvenValue"] as const) {
        const slack = 1e-9 * (1 + Math.abs(inside[key].low));
        assert.ok(band[key].low <= inside[key].low + slack && inside[key].high <= band[key].high + slack);
      }
    }),
  );
});
