import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../model/day.ts";
import { bothLeftOut, isToldBy, leftOutBy } from "./price-days.ts";

const day = (text: string) => parseDay(text)!;

test("an imprecise day counts from the last one that it can mean", () => {
  assert.equal(isToldBy(day("2025-12"), day("2025-12-31")), true);
  assert.equal(isToldBy(day("2025-12"), day("2025-12-30")), false);
  assert.equal(isToldBy(day("2025-12-17"), day("2025-12-17")), true);
});

test("a price without a day counts always, and without a day that is asked every price does", () => {
  assert.equal(isToldBy(null, day("2020")), true);
  assert.equal(isToldBy(day("2026"), null), true);
  assert.equal(leftOutBy([day("2026")], null), null);
});

test("what is left out is told apart: later for certain, or dated too vaguely, and when all of it counts", () => {
  const days = [day("2024-12"), null, day("2025"), day("2026-05-20"), day("2026")];
  assert.deepEqual(leftOutBy(days, day("2025-12-17")), { later: 2, vague: 1, until: "2026-12-31" });
  assert.equal(leftOutBy(days, day("2026-12-31")), null);
});

test("two registers leave out what either does", () => {
  const one = { later: 2, vague: 1, until: day("2026-12-31") };
  const other = { later: 1, vague: 0, until: day("2026-05-20") };
  assert.deepEqual(bothLeftOut(one, other), { later: 3, vague: 1, until: "2026-12-31" });
  assert.deepEqual(bothLeftOut(null, other), other);
  assert.equal(bothLeftOut(null, null), null);
});
