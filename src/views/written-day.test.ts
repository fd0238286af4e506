import assert from "node:assert/strict";
import { test } from "node:test";
import type { PartialDay } from "../model/day.ts";
import { readWrittenDay } from "./written-day.ts";

const read = (text: string, shown = "2025-12-17"): string | null =>
  readWrittenDay(text, shown as PartialDay, "2026-03-02" as PartialDay);

test("a day may be written in many ways", () => {
  assert.equal(read("2025-11-03"), "2025-11-03");
  assert.equal(read("2025-11"), "2025-11-30");
  assert.equal(read("2025"), "2025-12-31");
  assert.equal(read("2025-Q1"), "2025-03-31");
  assert.equal(read(" today "), "2026-03-02");
});

test("steps count from the day that is shown", () => {
  assert.equal(read("-1q"), "2025-09-17");
  assert.equal(read("+2m"), "2026-02-17");
  assert.equal(read("-10d"), "2025-12-07");
  assert.equal(read("-1w"), "2025-12-10");
  assert.equal(read("-1m", "2025-03-31"), "2025-02-28");
  assert.equal(read("+1y", "2024-02-29"), "2025-02-28");
});

test("what is no day is none", () => {
  for (const text of ["", "yesterday", "2025-13", "2025-02-30", "1q", "--1q"]) assert.equal(read(text), null, text);
});
