import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { problemExamples } from "./problem-examples.ts";
import { problemsFile, problemsPage } from "./problems.ts";

test("docs/problems.md shows what is really said (rewrite: node tools/problems.ts)", async () => {
  assert.equal(readFileSync(problemsFile, "utf8"), await problemsPage());
});

test("every code that the sources use has an example", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const sources = globSync("src/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  const codes = sources.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/(?:\bcode: |\bmisuse\(\s*)"([a-z0-9-]+)"/g)].map(
      (match) => match[1]!,
    ),
  );
  assert.deepEqual(
    [...new Set(codes)].sort(),
    problemExamples.map(({ code }) => code),
  );
});
