/** A picture as SVG and as PNG, written by the real program. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
const skip = isThere("@resvg/resvg-js") ? false : "what draws PNG is not installed: it is an optional part";

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "capstack-pictures-"));
  writeFileSync(join(folder, "one.txt"), "Amazon invested $40 billion in Anthropic in 2024.\n");
  run("add", "one.txt", "--book", "book");
});
after(() => rmSync(folder, { recursive: true }));

test("SVG and PNG come from one command, and the same book gives the same bytes", { skip }, () => {
  const write = (name: string): Buffer[] => {
    run("network", "--svg", `${name}.svg`, "--png", `${name}.png`, "--book", "book");
    return [`${name}.svg`, `${name}.png`].map((file) => readFileSync(join(folder, file)));
  };
  assert.deepEqual(write("first"), write("second"));
  assert.equal(PNG.sync.read(readFileSync(join(folder, "first.png"))).width, 2160);
});

test("in the pixels too the head lies at the receiver, and nothing like it at the giver", { skip }, () => {
  run("network", "--svg", "a.svg", "--png", "a.png", "--book", "book");
  const svg = readFileSync(join(folder, "a.svg"), "utf8");
  const { width, height, data } = PNG.sync.read(readFileSync(join(folder, "a.png")));
  const scale = width / Number(/viewBox="0 0 ([\d.]+)/.exec(svg)![1]);
  const isBlue = (x: number, y: number): boolean => {
    const at = 4 * (Math.round(y * scale) * width + Math.round(x * scale));
    assert.ok(at < 4 * width * height);
    return data[at]! < 90 && data[at + 2]! > 180;
  };
  const [claimed] = /<g data-deals=.*?<\/g>/s.exec(svg)!;
  const [tip, left, right] = /points="([^"]+)"/
    .exec(claimed)![1]!
    .split(" ")
    .map((pair) => pair.split(",").map(Number) as [number, number]);
  const [fromX, fromY, bendX, bendY] = /d="M([\d.]+) ([\d.]+)Q([\d.]+) ([\d.]+)/.exec(claimed)!.slice(1).map(Number);
  const from: [number, number] = [fromX!, fromY!];
  const between = (one: [number, number], other: [number, number], part: number): [number, number] => [
    one[0] + (other[0] - one[0]) * part,
    one[1] + (other[1] - one[1]) * part,
  ];
  const centre: [number, number] = [(tip![0] + left![0] + right![0]) / 3, (tip![1] + left![1] + right![1]) / 3];
  for (const corner of [left!, right!])
    assert.ok(isBlue(...between(corner, centre, 0.25)), "inside its corners the head is wider than the line");
  // As far along the line, and as far beside it, from the giver's end there is ground.
  const length = Math.hypot(bendX! - fromX!, bendY! - fromY!);
  const [alongX, alongY] = [(bendX! - fromX!) / length, (bendY! - fromY!) / length];
  for (const side of [8, -8])
    assert.ok(!isBlue(fromX! + 18 * alongX - side * alongY, fromY! + 18 * alongY + side * alongX), "no head");
  const amazon = /data-party="amazon"><rect x="([\d.]+)"/.exec(svg)!;
  assert.ok(Math.abs(from[0] - Number(amazon[1])) < Math.abs(tip![0] - Number(amazon[1])), "Amazon gives");
});

test("a file that cannot be written is told with a way out, and nothing is left of it", () => {
  const { status, stderr } = spawn("network", "--svg", "nowhere/a.svg", "--book", "book");
  assert.notEqual(status, 0);
  assert.match(stderr, /cannot be written \(ENOENT\)/);
  assert.ok(!existsSync(join(folder, "nowhere")));
});

function isThere(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function spawn(...words: string[]): { readonly status: number | null; readonly stderr: string } {
  const env = { ...process.env, XDG_STATE_HOME: folder };
  return spawnSync(process.execPath, [launcher, ...words], { cwd: folder, encoding: "utf8", env });
}

function run(...words: string[]): void {
  const { status, stderr } = spawn(...words);
  assert.equal(status, 0, stderr);
}
