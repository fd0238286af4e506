import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayOfNumber, monthsAfter, type PartialDay } from "./day.ts";
import { type DayCountConvention, dayCountConventions, yearsBetween } from "./day-count.ts";

const years = (start: string, end: string, convention: DayCountConvention): readonly [number, number] => {
  const { numerator, denominator } = yearsBetween(start as PartialDay, end as PartialDay, convention);
  return [numerator, denominator];
};

test("the worked example of the ISDA memorandum: 61 days of 2003 and 121 of 2004", () => {
  // 61/365 + 121/366
  assert.deepEqual(years("2003-11-01", "2004-05-01", "ACT/ACT-ISDA"), [66491, 133590]);
  assert.deepEqual(years("2012-01-01", "2012-07-30", "30/360-US"), [209, 360]);
  assert.deepEqual(years("2012-01-01", "2012-07-30", "ACT/365F"), [211, 365]);
});

test("in the US form the last of February counts as the 30th, in the European it does not", () => {
  assert.deepEqual(years("2007-02-28", "2007-08-31", "30/360-US"), [1, 2]);
  assert.deepEqual(years("2007-02-28", "2007-08-31", "30E/360"), [91, 180]);
  assert.deepEqual(years("2024-02-29", "2025-02-28", "30/360-US"), [1, 1]);
});

test("backwards counts negative, and a day to itself is nothing, by every convention", () => {
  const day = fc.integer({ min: -20_000, max: 60_000 }).map(dayOfNumber);
  fc.assert(
    fc.property(day, day, fc.constantFrom(...dayCountConventions), (start, end, convention) => {
      const there = yearsBetween(start, end, convention);
      const back = yearsBetween(end, start, convention);
      assert.equal(there.numerator + back.numerator, 0);
      assert.equal(yearsBetween(start, start, convention).numerator, 0);
    }),
  );
});

test("ACT/ACT adds up: from a day over any other to a third", () => {
  const day = fc.integer({ min: -20_000, max: 60_000 }).map(dayOfNumber);
  fc.assert(
    fc.property(day, day, day, (...days) => {
      const [first, second, third] = days.toSorted() as [PartialDay, PartialDay, PartialDay];
      const value = (start: PartialDay, end: PartialDay): number => {
        const { numerator, denominator } = yearsBetween(start, end, "ACT/ACT-ISDA");
        return (numerator * 133590) / denominator;
      };
      assert.equal(value(first, second) + value(second, third), value(first, third));
    }),
  );
});

test("months are added from the anchor, to the last day where a month is too short", () => {
  const after = (day: string, count: number): string => monthsAfter(day as PartialDay, count);
  assert.equal(after("2024-01-31", 1), "2024-02-29");
  assert.equal(after("2024-01-31", 13), "2025-02-28");
  assert.equal(after("2024-01-31", 2), "2024-03-31");
  assert.equal(after("2024-03-31", -1), "2024-02-29");
  assert.equal(after("2024-12-15", -10), "2024-02-15");
});
