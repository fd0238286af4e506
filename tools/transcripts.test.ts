import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { goldenFile, printed, readmeFile, readmeWith, transcripts } from "./transcripts.ts";

for (const [name, commands] of Object.entries(transcripts)) {
  test(`capstack prints what the transcript “${name}” shows (rewrite: node tools/transcripts.ts --write)`, () => {
    assert.equal(printed(commands), readFileSync(goldenFile(name), "utf8"));
  });
}

test("the README's example is what the demo prints", () => {
  const readme = readFileSync(readmeFile, "utf8");
  assert.equal(readmeWith(readFileSync(goldenFile("demo"), "utf8"), readme), readme);
});
