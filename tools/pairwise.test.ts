import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pairwise, sharesOf } from "./pairwise.ts";

// Settled {1,2,3} {4,5}, true {1,2} {3,4,5}: together in both are 1-2 and 4-5; settled are 4 pairs, true are 4.
test("pairs are counted as by hand", () => {
  const { total, byLabel } = pairwise([0, 0, 0, 1, 1], [7, 7, 8, 8, 8], [["a"], ["a"], ["b"], ["b"], ["b"]]);
  assert.deepEqual(total, { claims: 5, both: 4, settled: 8, truth: 8 });
  assert.deepEqual(sharesOf(total), { precision: 0.5, recall: 0.5, f1: 0.5 });
  assert.deepEqual(byLabel.get("a"), { claims: 2, both: 2, settled: 4, truth: 2 });
  assert.deepEqual(byLabel.get("b"), { claims: 3, both: 2, settled: 4, truth: 6 });
});

test("the names of groups make no difference, and a grouping agrees with itself", () => {
  const groups = fc.array(fc.nat(5), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(groups, (truth) => {
      const renamed = truth.map((group) => 100 - group);
      assert.equal(sharesOf(pairwise(renamed, truth).total).f1, 1);
    }),
  );
});
