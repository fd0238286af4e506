import assert from "node:assert/strict";
import { test } from "node:test";
import { cuesOf } from "./cues.ts";

/** Words of each cue, as quotes write them. */
const told = {
  enlarges: [
    "enlarged its contract by $5bn",
    "expands the deal",
    "an extended order",
    "upsized the loan",
    "amended the lease",
    "topped up its stake",
    "added $5bn to its order",
    "raised its order with AMD by $2bn",
    "boosted the facility by 3bn",
    "lifts its commitment by $1bn",
  ],
  sum: ["which now stands at $9bn", "bringing the total to $9bn", "taking it to $9bn", "for a total of $9bn"],
  another: ["another $5bn", "an additional $5bn", "a further $5bn", "a second contract", "a third", "a separate order"],
  total: ["since 2019", "in total", "altogether", "all told", "to date", "so far", "cumulatively", "totalling $9bn"],
  part: ["$15bn of that", "of which $3bn", "at once", "up front", "upfront", "immediately", "the remaining $35bn"],
  tranche: ["a tranche of $5bn", "an instalment", "an installment", "drew $2bn", "has drawn $2bn", "draws $2bn"],
} as const;

for (const [cue, quotes] of Object.entries(told))
  test(`words that tell ${cue} are heard`, () => {
    for (const quote of quotes) assert.equal(cuesOf(`Amazon ${quote}.`)[cue as keyof typeof told], true, quote);
  });

test("a round is named", () => {
  assert.equal(cuesOf("raised a Series F").round, "series f");
  assert.equal(cuesOf("a seed round").round, "seed round");
  assert.equal(cuesOf("its pre-seed money").round, "pre-seed");
});

test("words that only begin like a cue say nothing", () => {
  const plain = cuesOf("Amazon invested $5bn.");
  for (const quote of ["Separately, Amazon invested $5bn.", "Amazon firstly invested $5bn.", "Its upkeep costs $5bn."])
    assert.deepEqual(cuesOf(quote), plain, quote);
});
