/** Do the tests pass? Runs all of them; the last line says how many passed and failed. */

import { globSync } from "node:fs";
import { join, relative } from "node:path";
import type { EventData } from "node:test";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = process.argv.slice(2);
const files = globSync(["src/**/*.test.ts", "tools/**/*.test.ts", "examples/**/*.test.ts"], { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();

let passed = 0;
let failed = 0;
const skipped: string[] = [];
const seconds = new Map<string, number>();

const stream = run({ files: files.map((file) => join(root, file)), concurrency: 2, cwd: root });
stream.on("test:complete", (event) => {
  if (event.file && isFile(event)) seconds.set(event.file, event.details.duration_ms / 1000);
});
stream.on("test:pass", (event) => {
  if (event.details.type === "suite" || isFile(event)) return;
  if (event.skip === undefined) passed++;
  else
    skipped.push(
      `${placeOf(event)}  ${event.name}${typeof event.skip === "string" && event.skip !== "" ? `: ${event.skip}` : ""}`,
    );
});
stream.on("test:fail", (event) => {
  // A suite fails because a test in it failed, which is counted already; a file fails where it cannot be loaded.
  if (event.details.type === "suite" || (isFile(event) && failed > 0)) return;
  failed++;
  console.log(`FAIL  ${placeOf(event)}  ${event.name}\n${errorText(event.details.error).replace(/^/gm, "      ")}`);
});
stream.on("test:stdout", ({ message }) => process.stdout.write(message));
stream.on("test:stderr", ({ message }) => process.stderr.write(message));
stream.on("end", () => {
  for (const line of skipped) console.log(`skip  ${line}`);
  const slowest = [...seconds].filter(([, took]) => took > 15).sort(([, one], [, other]) => other - one);
  for (const [file, took] of slowest) console.log(`slow  ${Math.round(took)} s  ${relative(root, file)}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
});
stream.resume();

function isFile({ nesting, name }: { nesting: number; name: string }): boolean {
  return nesting === 0 && name.endsWith(".test.ts");
}

function placeOf({ file, line }: EventData.LocationInfo): string {
  return file === undefined ? "?" : `${relative(root, file)}${line === undefined ? "" : `:${line}`}`;
}

function errorText(error: Error): string {
  const cause = error.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}
