import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { showsColour, showsGlyphs } from "./terminal.ts";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
const sentence = "Amazon is in talks to invest at least $10 billion in OpenAI.\n";

function capstack(words: readonly string[], input = "", env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [launcher, ...words], {
    input,
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
}

test("a text may come through a pipe, and its spans count in it", () => {
  const { stdout, status } = capstack(["read", "-", "--json"], sentence);
  const [claim] = JSON.parse(stdout);
  assert.equal(status, 0);
  assert.equal(sentence.slice(...(claim.span as [number, number])), claim.quote);
});

test("as JSON a party has the id of its name in the text, and the register's beside it", () => {
  const { stdout } = capstack(["read", "-", "--json"], "Mizuho Bank lent CoreWeave $1 billion.\n");
  const [claim] = JSON.parse(stdout);
  assert.deepEqual(claim.roles, { borrower: "coreweave", lender: "mizuho-bank" });
  assert.deepEqual(claim.registered, { "mizuho-bank": "mizuho" });
});

test("several files give an object by path, one file a bare array", () => {
  const folder = mkdtempSync(join(tmpdir(), "capstack-cli-"));
  const { stdout, status } = capstack(["read", "-", join(folder, "none.txt"), "--json"], sentence);
  assert.deepEqual([Object.keys(JSON.parse(stdout)), status], [["-"], 3]);
});

test("no colour in a pipe, none for NO_COLOR, and colour where it is asked for", () => {
  assert.ok(!capstack(["read", "-"], sentence).stdout.includes("\u001b["));
  assert.ok(capstack(["read", "-", "--color", "always"], sentence).stdout.includes("\u001b["));
  assert.equal(showsColour("auto", true, { NO_COLOR: "1" }), false);
  assert.equal(showsColour("auto", true, { TERM: "dumb" }), false);
  assert.equal(showsColour("auto", true, {}), true);
});

test("a locale without UTF-8 gets words for glyphs", () => {
  assert.match(capstack(["read", "-"], sentence, { LC_ALL: "POSIX" }).stdout, /^ \[[a-z]+\]/m);
  assert.equal(showsGlyphs({ LANG: "de_DE.ISO-8859-1" }, "linux"), false);
  assert.equal(showsGlyphs({}, "linux"), true);
});

test("a table fits 80 columns, whatever the text", () => {
  const long = "Amazon is in talks to invest $10 billion in OpenAI, ".repeat(20);
  for (const line of capstack(["read", "-"], `${long}\n`).stdout.split("\n")) assert.ok([...line].length <= 80, line);
});

test("a quote cannot steer the terminal", () => {
  const { stdout } = capstack(["read", "-"], "Amazon \u001b[31mis in talks to invest $10 billion in OpenAI\u0007.\n");
  assert.ok(!/[\u001b\u0007]/.test(stdout));
});

test("a reader that leaves early ends the work without a word", async () => {
  const child = spawn(process.execPath, [launcher, "read", "-", "--plain"], { stdio: ["pipe", "pipe", "pipe"] });
  let talk = "";
  child.stderr.on("data", (chunk: Buffer) => {
    talk += chunk;
  });
  child.stdout.destroy();
  child.stdin.end(sentence.repeat(3));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([talk, code], ["", 0]);
});

test("a bug of ours is one line, a saved report and code 70; the stack only with --debug", () => {
  const state = mkdtempSync(join(tmpdir(), "capstack-state-"));
  const preload = `data:text/javascript,${encodeURIComponent('JSON.parse = () => { throw new Error("made to fail"); };')}`;
  const run = (words: readonly string[]) =>
    spawnSync(process.execPath, ["--import", preload, launcher, ...words], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, XDG_STATE_HOME: state },
    });
  const { stderr, status } = run(["--version"]);
  assert.equal(status, 70);
  assert.match(stderr, /^Something in Capstack broke \(not your data\)\. Saved: /);
  assert.ok(!stderr.includes("made to fail"));
  const [report] = readdirSync(join(state, "capstack"));
  assert.match(readFileSync(join(state, "capstack", report!), "utf8"), /made to fail/);
});
