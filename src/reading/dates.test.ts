import assert from "node:assert/strict";
import { test } from "node:test";
import type { PartialDay } from "../model/day.ts";
import { findTimes, reportedMonth, statedDay } from "./dates.ts";
import { tokenise } from "./tokens.ts";

/** A Tuesday. */
const today = "2025-12-16" as PartialDay;

type Told = readonly [start: string | null, end: string | null, years: number | null];

function times(text: string, day: PartialDay | null): Told[] {
  return findTimes(tokenise(text, 0, text.length), day).map(({ start, end, years }) => [start, end, years]);
}

/** The only time of the text, whose document has no day. */
function only(text: string, day: PartialDay | null = null): Told {
  const found = times(text, day);
  assert.equal(found.length, 1, `${text}: ${JSON.stringify(found)}`);
  return found[0]!;
}

test("a full date is read in every common form", () => {
  for (const text of ["on March 3rd, 2026", "on the 3rd of March 2026", "on 3 Mar. 2026"])
    assert.equal(only(text)[0], "2026-03-03", text);
  for (const text of ["on March 3, 2026", "on 3 March 2026", "on Mar. 3, 2026", "on 2026-03-03", "on 03.03.2026"])
    assert.equal(only(text)[0], "2026-03-03", text);
});

test("a range that breaks off is its beginning", () => {
  for (const text of ["in 2026 –", "2026 to", "between 2026 and", "from March 2026 until"])
    assert.equal(only(text)[0]?.slice(0, 4), "2026", text);
});

test("a month with its year and a year alone are as precise as the text", () => {
  assert.equal(only("in October 2025")[0], "2025-10");
  assert.equal(only("in October of 2025")[0], "2025-10");
  assert.equal(only("in 2026")[0], "2026");
});

test("in, since, as of and starting give a start alone", () => {
  assert.deepEqual(only("in 2026"), ["2026", null, null]);
  assert.deepEqual(only("since 2019"), ["2019", null, null]);
  assert.deepEqual(only("as of 30 September 2025"), ["2025-09-30", null, null]);
  assert.deepEqual(only("starting in 2027"), ["2027", null, null]);
  assert.deepEqual(only("starting January 2026"), ["2026-01", null, null]);
});

test("by, through, until and due give an end alone", () => {
  assert.deepEqual(only("by 2030"), [null, "2030", null]);
  assert.deepEqual(only("by the end of 2027"), [null, "2027", null]);
  assert.deepEqual(only("through 2032"), [null, "2032", null]);
  assert.deepEqual(only("until March 2026"), [null, "2026-03", null]);
  assert.deepEqual(only("until mid-2030"), [null, "2030", null]);
  assert.deepEqual(only("notes due 2031"), [null, "2031", null]);
});

test("a range, a quarter and a half fill both ends", () => {
  assert.deepEqual(only("between 2026 and 2029"), ["2026", "2029", null]);
  assert.deepEqual(only("from 2026 to 2030"), ["2026", "2030", null]);
  assert.deepEqual(only("2026-2030"), ["2026", "2030", null]);
  assert.deepEqual(only("in Q3 2025"), ["2025-07", "2025-09", null]);
  assert.deepEqual(only("in the third quarter of 2025"), ["2025-07", "2025-09", null]);
  assert.deepEqual(only("in the first half of 2026"), ["2026-01", "2026-06", null]);
  assert.deepEqual(only("in the second half of 2026"), ["2026-07", "2026-12", null]);
  assert.deepEqual(only("in H1 2026"), ["2026-01", "2026-06", null]);
});

test("a term is told in years", () => {
  assert.deepEqual(only("a seven-year contract"), [null, null, 7]);
  assert.deepEqual(only("over eight years"), [null, null, 8]);
  assert.deepEqual(only("for 15 years"), [null, null, 15]);
  assert.deepEqual(only("an 18-month lease"), [null, null, 1.5]);
});

test("a length of time that is no term is none", () => {
  for (const text of ["ten years ago", "a five-year-old firm", "the ten-year Treasury", "every two years"])
    assert.deepEqual(times(text, today), [], text);
});

test("relative times count from the day of the document", () => {
  assert.equal(only("last month", today)[0], "2025-11");
  assert.equal(only("next month", today)[0], "2026-01");
  assert.equal(only("next year", today)[0], "2026");
  assert.equal(only("last year", today)[0], "2024");
  assert.equal(only("this year", today)[0], "2025");
  assert.equal(only("was signed yesterday", today)[0], "2025-12-15");
  assert.equal(only("the deal was signed on Friday", today)[0], "2025-12-12");
  assert.equal(only("the deal was signed on Monday", today)[0], "2025-12-15");
  assert.equal(only("is expected to close on Friday", today)[0], "2025-12-19");
});

test("a month without a year is the nearest one that the words look to", () => {
  assert.equal(only("it was signed in October", today)[0], "2025-10");
  assert.equal(only("it is expected to list in March", today)[0], "2026-03");
  assert.equal(only("it raised money in October last year", today)[0], "2024-10");
  assert.deepEqual(only("until March", today), [null, "2026-03", null]);
});

test("months on either side of the turn of the year stay in their years", () => {
  assert.equal(only("last month", "2026-01-05" as PartialDay)[0], "2025-12");
  assert.equal(only("next month", "2025-12-31" as PartialDay)[0], "2026-01");
  assert.equal(only("was signed yesterday", "2026-01-01" as PartialDay)[0], "2025-12-31");
});

test("without the day of the document relative times are none", () => {
  for (const text of [
    "last month",
    "next year",
    "was signed on Tuesday",
    "was signed yesterday",
    "it was signed in October",
    "in the third quarter",
    "last autumn",
    "by year-end",
  ])
    assert.deepEqual(times(text, null), [], text);
});

test("counts, prices and versions are no years", () => {
  for (const text of ["$2025", "2,025 chips", "2030 chips", "2000 employees", "model-2025"])
    assert.deepEqual(times(text, today), [], text);
});

test("the verb may is no month and a number that no month has is no day", () => {
  assert.deepEqual(times("Amazon may invest 5 billion", today), []);
  assert.deepEqual(times("on 31.13.2025", null), []);
});

test("a date that no calendar has is none", () => {
  for (const text of ["on February 31, 2026", "on 31 April 2026", "on 2026-02-30", "on 31.06.2026", "on 2026-00-05"])
    for (const [start, end] of times(text, null))
      for (const day of [start, end]) assert.notEqual(day?.length, 10, `${text}: ${day}`);
});

test("words that every JavaScript object knows are no months", () => {
  assert.deepEqual(times("in Constructor, the constructor quarter", today), []);
  assert.deepEqual(times("5 Constructor 2026", today), [["2026", null, null]]);
});

test("the head of a document states its day where a full date stands in it", () => {
  const head = "SEATTLE, Dec. 16, 2025 — Amazon is in talks";
  assert.equal(statedDay(tokenise(head, 0, head.length)), "2025-12-16");
  const without = "Amazon is in talks since October 2025";
  assert.equal(statedDay(tokenise(without, 0, without.length)), null);
});

test("the title of a report on a quarter tells about when it is spoken of", () => {
  const month = (title: string): string | null => reportedMonth(tokenise(title, 0, title.length));
  assert.equal(month("TALLGRASS CLOUD, INC. — Q3 2026 EARNINGS CALL"), "2026-11");
  assert.equal(month("Fourth-quarter 2025 results, conference call"), "2026-02");
  assert.equal(month("Results for the second quarter of 2026"), "2026-08");
  assert.equal(month("Amazon wants chips by Q3 2026"), null);
  assert.equal(month("Tallgrass Cloud earnings call, Q3"), null);
});
