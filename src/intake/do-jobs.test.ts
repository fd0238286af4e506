/**
 * Real commands on real texts. A bug is made as bugs come: a function that our program calls throws on one text. It is put there from outside, into the
 * process of the test, since no text is known on which the reader breaks.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { newFolder } from "../store/store.test-kit.ts";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
const mark = "Breaker Works";

/** Runs in every thread of the program before anything else. */
const preload = (act: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    import { isMainThread } from "node:worker_threads";
    const normalize = String.prototype.normalize;
    String.prototype.normalize = function (...form) {
      if (String(this).includes(${JSON.stringify(mark)})) { ${act} }
      return normalize.apply(this, form);
    };`)}`;

function addTexts(texts: number, broken: readonly number[], act: string) {
  const folder = newFolder();
  mkdirSync(join(folder, "texts"));
  for (let n = 0; n < texts; n++) {
    const name = broken.includes(n) ? mark : `Company ${n}`;
    writeFileSync(join(folder, "texts", `${n}.txt`), `Meta ordered ${n + 2},000 GPUs from Nvidia. ${name} said so.\n`);
  }
  const run = (words: readonly string[], more: readonly string[] = []) =>
    spawnSync(process.execPath, [...more, launcher, ...words], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", USER: "ada", XDG_STATE_HOME: folder },
    });
  const { stdout, stderr, status } = run(["add", "texts"], ["--import", preload(act)]);
  const documents = (): number => JSON.parse(run(["docs", "--json"]).stdout).rows.length;
  return { stdout, stderr, status, documents: documents(), again: () => run(["add", "texts"]), later: documents };
}

for (const [where, texts] of [
  ["in this thread", 5],
  ["on several threads", 20],
] as const)
  test(`a text on which our program breaks ${where} is told with its name, and all others are kept`, () => {
    const added = addTexts(texts, [3], 'throw new RangeError("made to fail");');
    assert.equal(added.status, 70, added.stderr);
    assert.match(added.stdout, /! texts\/3\.txt +Capstack broke on this text \(RangeError: made to\s+fail\)/);
    assert.match(added.stdout, /That is our bug, not yours\.\s+Nothing of it was\s+kept\./);
    assert.match(added.stdout, /Fix: Report what this prints, with the text: capstack read texts\/3\.txt --debug/);
    assert.equal(added.documents, texts - 1);
    assert.equal(added.again().status, 0, "a version without the bug takes in the rest");
    assert.equal(added.later(), texts);
  });

test("a text that ends a thread costs that text alone", () => {
  const added = addTexts(24, [3, 20], "if (!isMainThread) process.exit(1); throw new Error('main');");
  assert.equal(added.status, 70, added.stderr);
  assert.deepEqual(
    [...added.stdout.matchAll(/! texts\/(\d+)\.txt +Capstack broke on this text \(Error: the thread/g)].map(
      ([, n]) => n,
    ),
    ["20", "3"],
  );
  assert.equal(added.documents, 22);
});

test("threads that all die end the command as a bug, and what was kept stays", () => {
  const every = Array.from({ length: 24 }, (_, n) => n);
  const added = addTexts(24, every, "if (!isMainThread) process.exit(1); throw new Error('main');");
  assert.equal(added.status, 70);
  assert.match(added.stderr, /Something in Capstack broke \(not your data\)/);
  assert.equal(added.documents, 0);
});
