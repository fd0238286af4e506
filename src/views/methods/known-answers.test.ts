/** Do ownership and cash methods give the answers that independent programs gave? Runs the shared oracles where they are at hand. */

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { methods } from "./all.ts";

interface KnownAnswer {
  readonly method: string;
  readonly title: string;
  readonly tolerance: { readonly abs: number; readonly rel: number };
  readonly input: unknown;
  readonly output: Readonly<Record<string, unknown>>;
}

const folder = join(fileURLToPath(new URL("../../..", import.meta.url)), "../shared/oracles/network");
const skip = existsSync(folder) ? false : "the known answers lie in ../shared/oracles/network, which is not here";

/** What an answer's author adds to single results, and what no input gives. */
const beside = new Set(["published", "source"]);

const files = globSync("[bd]-*.json", { cwd: folder }).sort();

test("the known answers are there", { skip }, () => assert.ok(files.length >= 40));

for (const file of files) {
  const known = JSON.parse(readFileSync(join(folder, file), "utf8")) as KnownAnswer;
  test(`${basename(file, ".json")}: ${known.title}`, () => {
    const method = methods.find(({ name }) => name === known.method);
    assert.ok(method, known.method);
    const { value, problems } = method.run(known.input);
    assert.deepEqual(problems, []);
    const different: string[] = [];
    compare(value, known.output, known.tolerance, "", different);
    assert.deepEqual(different, []);
  });
}

function compare(
  got: unknown,
  want: unknown,
  tolerance: KnownAnswer["tolerance"],
  at: string,
  different: string[],
): void {
  if (typeof want === "number" && typeof got === "number") {
    const fits = Math.abs(got - want) <= tolerance.abs + tolerance.rel * Math.abs(want);
    if (!fits) different.push(`${at}: ${got} for ${want}`);
  } else if (Array.isArray(want) || ArrayBuffer.isView(want)) {
    const list = Array.isArray(got) ? got : ArrayBuffer.isView(got) ? Array.from(got as Float64Array) : [];
    if (list.length !== (want as unknown[]).length)
      different.push(`${at}: ${list.length} for ${(want as unknown[]).length}`);
    for (const [index, each] of (want as unknown[]).entries())
      compare(list[index], each, tolerance, `${at}[${index}]`, different);
  } else if (typeof want === "object" && want !== null) {
    const object = typeof got === "object" && got !== null ? (got as Record<string, unknown>) : {};
    for (const [key, each] of Object.entries(want))
      if (!beside.has(key)) compare(object[key], each, tolerance, `${at}.${key}`, different);
  } else if (got !== want) different.push(`${at}: ${JSON.stringify(got)} for ${JSON.stringify(want)}`);
}
