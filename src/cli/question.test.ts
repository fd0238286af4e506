import assert from "node:assert/strict";
import { test } from "node:test";
import { readDayFlag, readQuestion } from "./question.ts";

test("a quarter, a month and a year mean their last day", () => {
  const { knownOn, asOf } = readQuestion({ texts: { at: "2025-Q1", "known-on": "2024-02" } }) as {
    knownOn: string;
    asOf: string;
  };
  assert.deepEqual([asOf, knownOn], ["2025-03-31", "2024-02-29"]);
});

test("today is the day in Greenwich", () => {
  assert.equal(
    readDayFlag("at", "today", () => new Date("2025-12-17T23:59:00Z")),
    "2025-12-17",
  );
});

test("a day that is none is told in words", () => {
  const told = (written: string): string => (readDayFlag("at", written) as { message: string }).message;
  assert.match(told("2025-02-30"), /there is no day 30 in that month/);
  assert.match(told("2025-1-5"), /months and days have two digits/);
  assert.match(told("soon"), /that is no date/);
});
