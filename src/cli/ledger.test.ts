/** The ledger of the whole example book, as the real program writes it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
const isThere = spawnSync("bean-check", ["--help"]).status === 0;
const dates = ["2025-12-17", "2026-02-28"];

let folder: string;
const written = (form: string, day: string): string => join(folder, `${day}.${form}`);

before(() => {
  folder = mkdtempSync(join(tmpdir(), "capstack-ledger-"));
  const run = (...words: string[]): void => {
    const env = { ...process.env, XDG_STATE_HOME: folder };
    const { status, stderr } = spawnSync(process.execPath, [launcher, ...words], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    assert.equal(status, 0, stderr);
  };
  run("demo", "--in", "book");
  for (const day of dates)
    for (const form of ["beancount", "jsonl"])
      run("export", "--ledger", form, "-o", written(form, day), "--at", day, "--book", "book");
});
after(() => rmSync(folder, { recursive: true }));

test("bean-check accepts it on both dates", { skip: isThere ? false : "bean-check is not installed" }, () => {
  for (const day of dates) {
    const { status, stdout, stderr } = spawnSync("bean-check", [written("beancount", day)], { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  }
});

test("every entry gives what it takes, and its amounts are the low ends of the same flows in the other form", () => {
  for (const day of dates) {
    const entries = new Map<string, bigint[]>();
    let posting = "";
    for (const line of readFileSync(written("beancount", day), "utf8").split("\n")) {
      posting = /^ {2}posting: "([^"]+)"$/.exec(line)?.[1] ?? posting;
      const amount = /^ {2}Equity:\S+ {2}(-?[\d.]+) \S+$/.exec(line)?.[1];
      if (amount !== undefined)
        entries.set(posting, [...(entries.get(posting) ?? []), BigInt(amount.replace(".", ""))]);
    }
    const flows = new Map<string, bigint>();
    for (const line of readFileSync(written("jsonl", day), "utf8").trim().split("\n")) {
      const { id, day: on, low } = JSON.parse(line) as { id: string; day: string | null; low: string };
      if (on !== null) flows.set(id, (flows.get(id) ?? 0n) + BigInt(low.replace(".", "")));
    }
    assert.ok(flows.size > 5);
    assert.deepEqual([...entries.keys()].sort(), [...flows.keys()].sort());
    for (const [id, amounts] of entries) {
      assert.equal(
        amounts.reduce((sum, each) => sum + each, 0n),
        0n,
        id,
      );
      assert.equal(
        amounts.filter((each) => each > 0n).reduce((sum, each) => sum + each, 0n),
        flows.get(id),
        id,
      );
    }
  }
});
