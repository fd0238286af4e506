import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileBreaches, layerBreaches } from "./layers.ts";

test("the house keeps its layers", () => {
  assert.deepEqual(layerBreaches(fileURLToPath(new URL("..", import.meta.url))), []);
});

test("a pure room that imports a door is told with file, line and rule", () => {
  const source = 'import { a } from "../model/a.ts";\nimport { b } from "../cli/b.ts";\n';
  assert.deepEqual(fileBreaches("src/reading/x.ts", source), [
    "src/reading/x.ts:2: reading may not import cli: it may use model",
  ]);
});

test("a pure room may use neither Node nor the clock", () => {
  assert.deepEqual(
    fileBreaches("src/deals/x.ts", 'import { readFileSync } from "node:fs";\nconst now = new Date();\n'),
    [
      "src/deals/x.ts:1: deals may not import node:fs: it may use no package",
      "src/deals/x.ts:2: deals is pure: no clock and no randomness",
    ],
  );
});

test("one door may not import another", () => {
  assert.deepEqual(fileBreaches("src/intake/x.ts", 'const { run } = await import("../cli/main.ts");\n').length, 1);
});

test("a room that the house does not know is told", () => {
  assert.deepEqual(fileBreaches("src/utils/x.ts", ""), [
    "src/utils/x.ts:1: src/utils is no room of the house; add it to tools/layers.ts",
  ]);
});
