import assert from "node:assert/strict";
import { test } from "node:test";
import { assumptionFault, readDays, readFraction, readShareCount } from "./assumption-words.ts";

test("what ownership needs of a company is read as it is written", () => {
  assert.deepEqual(readShareCount("1.6..1.7bn"), { low: 1.6e9, high: 1.7e9, unit: "shares" });
  assert.deepEqual(readShareCount("160m shares"), { low: 160e6, high: 160e6, unit: "shares" });
  assert.deepEqual(readFraction("10..20%"), { low: 0.1, high: 0.2, unit: "share" });
  assert.deepEqual(readDays("2026..2027"), { first: "2026-01-01", last: "2027-12-31" });
  assert.deepEqual(readDays("2027-Q2"), { first: "2027-04-01", last: "2027-06-30" });
});

test("what cannot be meant is told with what to write", () => {
  assert.equal(
    assumptionFault({ of: "openai.listing-dilution", is: "20bn" }),
    "“20bn” is no part of the whole: 20%, or 10..20%",
  );
  assert.equal(
    assumptionFault({ of: "openai.listing-dilution", is: "100%" }),
    "“100%” is no part of the whole: 20%, or 10..20%",
  );
  assert.equal(assumptionFault({ of: "openai.shares", is: "3%" }), "“3%” is no count of shares: 1.6bn, or 1.6..1.7bn");
  assert.equal(
    assumptionFault({ of: "openai.listing-day", is: "soon" }),
    "“soon” is no day: 2027-06, or 2026..2027 for what lies between",
  );
  assert.equal(
    assumptionFault({ of: "openai.listing-day", is: "2027..2026" }),
    "“2027..2026” is no day: 2027-06, or 2026..2027 for what lies between",
  );
  assert.equal(assumptionFault({ of: "openai.pre-money", is: "500bn" }), null);
});
