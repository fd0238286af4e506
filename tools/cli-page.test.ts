import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { verbs } from "../src/cli/verbs.ts";
import { cliFile, cliPage } from "./cli-page.ts";

test("docs/cli.md is the verb table (rewrite: node tools/cli-page.ts)", () => {
  assert.equal(readFileSync(cliFile, "utf8"), cliPage());
});

test("every verb of the table can be loaded and run", async () => {
  for (const { name, load } of verbs) assert.equal(typeof (await load()).run, "function", name);
});
