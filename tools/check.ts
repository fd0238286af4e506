/** Is the code in order? Format and lint, types, layers: one line each, details where one fails. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layerBreaches } from "./layers.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const checks: readonly (readonly [name: string, details: () => string | null])[] = [
  ["format and lint", () => program("biome", ["ci", "--colors=off", "--diagnostic-level=warn", "."])],
  ["types", () => program("tsc", ["-p", "tsconfig.json"])],
  ["types of the pure rooms (no Node, no DOM)", () => program("tsc", ["-p", "tsconfig.pure.json"])],
  ["types of the web (DOM, no Node)", () => program("tsc", ["-p", "tsconfig.web.json"])],
  ["types of the tests of the web", () => program("tsc", ["-p", "tsconfig.web-tests.json"])],
  ["layers", () => layerBreaches(root).join("\n") || null],
];

/** Runs a program of node_modules; its output where it fails, null where all is well. */
function program(name: string, words: readonly string[]): string | null {
  const { status, stdout, stderr, error } = spawnSync(join(root, "node_modules", ".bin", name), words, {
    cwd: root,
    encoding: "utf8",
  });
  if (error) return `${name} cannot be started (${error.message}). Run npm ci first.`;
  return status === 0 ? null : `${stdout}${stderr}`.trim();
}

let failed = 0;
for (const [name, run] of checks) {
  const details = run();
  console.log(`${details === null ? "ok  " : "FAIL"}  ${name}`);
  if (details !== null) console.log(details.replace(/^/gm, "      "));
  if (details !== null) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
