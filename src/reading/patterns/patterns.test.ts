import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { trainedReader } from "../../intake/trained-reader.ts";
import { documentOf } from "../../model/document.ts";
import { parseChips, parseParties } from "../../model/register.ts";
import { patterns } from "./all.ts";
import { shortForm } from "./short-form.ts";

const book = new URL("../../../examples/ai-economy/", import.meta.url);
const read = trainedReader({
  parties: parseParties(readFileSync(new URL("parties.csv", book), "utf8"), "parties.csv").value,
  chips: parseChips(readFileSync(new URL("chips.csv", book), "utf8"), "chips.csv").value,
});

for (const { name, example, reads } of patterns) {
  test(`pattern ${name} reads its example: “${example}”`, () => {
    const claims = read(documentOf(example)).value.claims.map(shortForm);
    assert.ok(claims.includes(reads), `wanted ${reads}\n  found ${claims.join("\n        ") || "no claim"}`);
  });
}

test("no two patterns share a name", () => {
  assert.equal(new Set(patterns.map(({ name }) => name)).size, patterns.length);
});
