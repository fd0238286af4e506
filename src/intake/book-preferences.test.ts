import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { usualPreferences } from "../views/preferences.ts";
import { readSettings } from "./book.ts";
import { bookPreferences, keepPreferences } from "./book-preferences.ts";

test("preferences are kept beside what a person wrote in the configuration, and go when they are usual again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "capstack-preferences-"));
  try {
    const file = join(folder, "capstack.yaml");
    const written = "# Mine.\nname: My book # a name\nat: 2025-12-17\n";
    writeFileSync(file, written);
    assert.deepEqual(await bookPreferences(folder), usualPreferences);
    const wished = { ...usualPreferences, theme: "dark" as const, steps: ["circle"] };
    assert.deepEqual(await keepPreferences(folder, wished, "Ada"), []);
    assert.deepEqual(await bookPreferences(folder), wished);
    assert.match(readFileSync(file, "utf8"), /# Mine\.\nname: My book # a name\nat: 2025-12-17/);
    assert.equal((await readSettings(folder)).value?.reviewer, "Ada");
    await keepPreferences(folder, usualPreferences, null);
    assert.equal(readFileSync(file, "utf8"), `${written}reviewer: Ada\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("where nothing can be written it is told", async () => {
  const [problem] = await keepPreferences("/nowhere", usualPreferences, null);
  assert.equal(problem?.code, "preferences-not-kept");
});
