import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../model/day.ts";
import { assumptionFault, readDays, readFraction, readShareCount } from "./assumption-words.ts";

const faultOf = (of: string, is: string, on: string | null = null): string | null =>
  assumptionFault({ of, is, on: on === null ? null : parseDay(on) });

test("a rate has its day; money is money", () => {
  assert.equal(faultOf("EUR.rate", "1.08", "2025-12-01"), null);
  assert.match(faultOf("EUR.rate", "1.08")!, /needs the day of the rate/);
  assert.match(faultOf("EUR.rate", "0", "2025-12-01")!, /is no rate/);
  assert.match(faultOf("openai.cash", "5 GW")!, /no amount of money/);
});

test("what ownership needs of a company is read as it is written", () => {
  assert.deepEqual(readShareCount("1.6..1.7bn"), { low: 1.6e9, high: 1.7e9, unit: "shares" });
  assert.deepEqual(readShareCount("160m shares"), { low: 160e6, high: 160e6, unit: "shares" });
  assert.deepEqual(readFraction("10..20%"), { low: 0.1, high: 0.2, unit: "share" });
  assert.deepEqual(readDays("2026..2027"), { first: "2026-01-01", last: "2027-12-31" });
  assert.deepEqual(readDays("2027-Q2"), { first: "2027-04-01", last: "2027-06-30" });
});

test("what cannot be meant is told with what to write", () => {
  assert.equal(faultOf("openai.listing-dilution", "20bn"), "“20bn” is no part of the whole: 20%, or 10..20%");
  assert.equal(faultOf("openai.listing-dilution", "100%"), "“100%” is no part of the whole: 20%, or 10..20%");
  assert.equal(faultOf("openai.shares", "3%"), "“3%” is no count of shares: 1.6bn, or 1.6..1.7bn");
  assert.equal(faultOf("openai.listing-day", "soon"), "“soon” is no day: 2027-06, or 2026..2027 for what lies between");
  assert.equal(
    faultOf("openai.listing-day", "2027..2026"),
    "“2027..2026” is no day: 2027-06, or 2026..2027 for what lies between",
  );
  assert.equal(faultOf("openai.pre-money", "500bn"), null);
});
