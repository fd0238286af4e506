import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { oracleFolder, runOracle, runOracles } from "./oracles.ts";

const skip = existsSync(oracleFolder) ? false : "../shared/oracles is not here";

test("every known answer of the shared collection is met within its tolerance", { skip }, () => {
  const results = runOracles(oracleFolder);
  assert.ok(results.length > 100);
  assert.deepEqual(
    results.filter(({ faults }) => faults.length > 0).map(({ file, faults }) => [file, faults.slice(0, 3)]),
    [],
  );
});

/** A ring of 5, 10 and 20: 5 goes round, by hand. */
const ring = {
  method: "circularity.compression",
  tolerance: { abs: 0, rel: 0 },
  input: {
    n: 3,
    edges: [
      [0, 1, 5],
      [1, 2, 10],
      [2, 0, 20],
    ],
  },
};

test("an answer that is known by hand passes, and a wrong one is told where it is wrong", () => {
  const right = runOracle("ring", {
    ...ring,
    output: { gross: 35, net: [-15, 5, 10], conservative: { reduction: 15 } },
  });
  assert.deepEqual(right.faults, []);
  const wrong = runOracle("ring", { ...ring, output: { gross: 36, nett: 1, conservative: { reduction: 20 } } });
  assert.deepEqual(wrong.faults, [
    ".gross: 35, not 36",
    ".nett: missing",
    ".conservative.reduction: 15, not 20",
    "the flow sums to 15, not 20",
    "the ranks prove 15, not 20",
  ]);
});
