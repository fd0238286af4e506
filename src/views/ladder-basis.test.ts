import assert from "node:assert/strict";
import { test } from "node:test";
import { ladderFlags, rateText, readLadder, readYearlyRate } from "./ladder-basis.ts";

test("a yearly rate is a percentage, with its sign or without", () => {
  for (const [written, rate] of [
    ["8%", 0.08],
    [" 8 ", 0.08],
    ["7.25%", 0.0725],
    ["0%", 0],
    ["0.5%", 0.005],
  ] as const) {
    assert.equal(readYearlyRate(written), rate);
    assert.equal(readYearlyRate(rateText(rate)), rate);
  }
});

test("what could be 8 % and 0.08 % is refused, and so is what is no rate", () => {
  for (const written of ["0.08", "100%", "-3%", "eight", "8..10%", ""]) {
    const problem = readYearlyRate(written);
    assert.ok(typeof problem === "object" && problem.code === "bad-discount-rate", written);
  }
  const small = readYearlyRate("0.08");
  assert.ok(typeof small === "object" && small.fix === "--rate 8% or --rate 0.08%");
});

test("a present value without a rate is refused with the way to give one, and none is taken", () => {
  const asked = readLadder({ basis: "value" });
  assert.ok("code" in asked && asked.code === "no-discount-rate" && asked.fix === "--basis value --rate 8%");
});

test("flags ask for what was read; a rate counts for a present value alone, and contracts have no quarters", () => {
  const flagsOf = (written: Parameters<typeof readLadder>[0]): string => {
    const shown = readLadder(written);
    return "code" in shown ? shown.code : ladderFlags(shown);
  };
  assert.equal(flagsOf({}), "");
  assert.equal(flagsOf({ basis: "value", rate: "8", quarters: "2026" }), " --basis value --rate 8% --quarters 2026");
  assert.equal(flagsOf({ rate: "8", quarters: "2026" }), " --quarters 2026");
  assert.equal(flagsOf({ basis: "total", quarters: "2026" }), " --basis total");
  assert.equal(flagsOf({ quarters: "2026-03" }), "bad-quarters");
  assert.equal(flagsOf({ basis: "vaule", rate: "8" }), "bad-basis");
});
