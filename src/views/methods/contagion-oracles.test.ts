import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { methods } from "./all.ts";

interface KnownAnswer {
  readonly method: string;
  readonly tolerance: Tolerance;
  readonly input: unknown;
  readonly output: unknown;
}

interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

const folder = fileURLToPath(new URL("../../../../shared/oracles/network", import.meta.url));
/** What answers need not list: figures of enumerations and of how a program went about it. */
const aside = new Set(["allClearingVectors", "steps", "waves"]);

test("clearing, contagion and concentration agree with every known answer", skipped(), () => {
  const files = globSync("c-*.json", { cwd: folder }).sort();
  assert.ok(files.length >= 45);
  for (const file of files) {
    const { method, tolerance, input, output }: KnownAnswer = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const { value, problems } = methods.find(({ name }) => name === method)!.run(input);
    assert.deepEqual(problems, [], file);
    compare(value, output, tolerance, file);
  }
});

function compare(got: unknown, want: unknown, tolerance: Tolerance, place: string): void {
  if (typeof want === "number" && typeof got === "number")
    assert.ok(
      Math.abs(got - want) <= tolerance.abs + tolerance.rel * Math.abs(want),
      `${place}: ${got} is not ${want}`,
    );
  else if (typeof want !== "object" || want === null) assert.equal(got, want, place);
  else
    for (const [key, each] of Object.entries(want))
      if (!aside.has(key)) compare((got as Record<string, unknown>)[key], each, tolerance, `${place} ${key}`);
}

function skipped(): { skip: string | false } {
  return { skip: existsSync(folder) ? false : "no ../shared/oracles/network beside this checkout" };
}
