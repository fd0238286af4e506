import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceText, pointsText, shareText } from "./interval-text.ts";

test("shares and points are one figure where both ends print alike", () => {
  assert.equal(shareText({ low: 0.86268, high: 0.8627 }), "86.3%");
  assert.equal(shareText({ low: 0.0124, high: 1 }), "1.2–100%");
  assert.equal(shareText({ low: 0.2, high: Number.POSITIVE_INFINITY }), "≥ 20%");
  assert.equal(shareText(null), "—");
  assert.equal(pointsText({ low: 0.52, high: 0.625 }), "5,200–6,250");
});

test("balances tell their sign, and an open end in words", () => {
  assert.equal(balanceText({ low: -130_000_000_000, high: 2_370_000_000_000 }), "−$1.3bn to $23.7bn");
  assert.equal(balanceText({ low: 5e11, high: 5e11 }), "$5bn");
  assert.equal(balanceText({ low: Number.NEGATIVE_INFINITY, high: -5e11 }), "≤ −$5bn");
  assert.equal(balanceText({ low: 0, high: Number.POSITIVE_INFINITY }), "≥ $0");
});
