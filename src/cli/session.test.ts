import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", NO_COLOR: "1", USER: "ada", TERM: "xterm" };
const talks = "Amazon is in talks to invest at least $10 billion in OpenAI.";
const order = "Meta ordered 50,000 GPUs from Nvidia.";

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "capstack-session-"));
}

function capstack(folder: string, ...words: readonly string[]): Ran {
  return spawnSync(process.execPath, [launcher, ...words], { cwd: folder, encoding: "utf8", env });
}

/** The answer of a command that must succeed, read as JSON. */
function json<T>(folder: string, ...words: readonly string[]): T {
  const { stdout, stderr, status } = capstack(folder, ...words, "--json");
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as T;
}

interface Claims {
  readonly data: string;
  readonly rows: readonly { id: string; quote: string; status: string; review: string; conditional: boolean }[];
}

function quotes(folder: string, filter = ""): string[] {
  return json<Claims>(folder, "claims", ...(filter ? [filter] : [])).rows.map(({ quote }) => quote);
}

test("a book from its first text to its copy elsewhere, through the commands alone", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "talks.txt"), `${talks}\n`);
  writeFileSync(join(folder, "order.txt"), `${order}\n`);
  const book = join(folder, "book");
  mkdirSync(book);

  const added = capstack(book, "add", "../talks.txt", "../order.txt", "../none.txt");
  assert.equal(added.status, 3, "a file could not be read");
  assert.match(added.stdout, /\+ \d\d \.\.\/talks\.txt +1 claim[\s\S]*! \.\.\/none\.txt +there is no such file/);
  assert.ok(existsSync(join(book, "capstack.yaml")), "the folder became a book");
  const { data } = json<Claims>(book, "claims");
  assert.deepEqual(quotes(book).sort(), [talks.slice(0, -1), order.slice(0, -1)].sort());

  const again = capstack(book, "add", "../talks.txt");
  assert.match(again.stdout, /= \.\.\/talks\.txt +the same as \d\d \(sha256 [0-9a-f]{8}\)\. Nothing added\./);
  assert.equal(json<Claims>(book, "claims").data, data, "the same text twice changes nothing");

  // A book is found from a folder within it, and by its name from outside.
  mkdirSync(join(book, "notes"));
  assert.deepEqual(quotes(join(book, "notes"), "party:OpenAI"), [talks.slice(0, -1)]);
  assert.equal(json<Claims>(folder, "claims", "--book", "book").rows.length, 2);

  const { id } = json<Claims>(book, "claims", "party:OpenAI").rows[0]!;
  assert.equal(capstack(book, "review", "--reject", id, "--because", "an old rumour").status, 0);
  assert.deepEqual(quotes(book), [order.slice(0, -1)], "a rejected claim counts no more");
  assert.match(capstack(book, "why", id).stdout, /ada rejected: “an old rumour”/);
  assert.match(capstack(book, "undo").stdout, /^Undone: c-[0-9a-f]+ rejected: “an old rumour”/);
  assert.equal(json<Claims>(book, "claims").data, data, "what is undone leaves no trace in the answers");
  assert.match(capstack(book, "undo", "--redo").stdout, /^Done again: c-[0-9a-f]+ rejected/);

  const first = capstack(book, "export");
  assert.equal(capstack(book, "export", "-o", "../book.jsonl").status, 0);
  const elsewhere = newFolder();
  copyFileSync(join(folder, "book.jsonl"), join(elsewhere, "book.jsonl"));
  assert.equal(capstack(elsewhere, "import", "book.jsonl").status, 0);
  assert.equal(capstack(elsewhere, "export").stdout, first.stdout, "byte for byte");
  assert.equal(readFileSync(join(folder, "book.jsonl"), "utf8"), first.stdout);
  assert.equal(json<Claims>(elsewhere, "claims").data, json<Claims>(book, "claims").data);
  assert.equal(capstack(elsewhere, "check", "--strict").status, 0);
});

test("a dry run tells what would be and leaves the folder as it was", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "talks.txt"), talks);
  assert.match(capstack(folder, "add", "talks.txt", "--dry-run").stdout, /1 document and 1 claim would be added/);
  assert.deepEqual(
    [existsSync(join(folder, "capstack.yaml")), existsSync(join(folder, "capstack.db"))],
    [false, false],
  );
  capstack(folder, "add", "talks.txt");
  const { data } = json<Claims>(folder, "claims");
  assert.match(capstack(folder, "undo", "--dry-run").stdout, /^Would undo: added 1 text/);
  assert.equal(json<Claims>(folder, "claims").data, data);
});

test("pages follow one another without a gap, and end", () => {
  const folder = newFolder();
  writeFileSync(
    join(folder, "many.txt"),
    [1, 2, 3, 4, 5].map((n) => `Meta ordered ${n},000 GPUs from Nvidia.\n\n`).join(""),
  );
  capstack(folder, "add", "many.txt");
  const whole = quotes(folder);
  const paged: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page: Claims & { next: string | null } = json(
      folder,
      "claims",
      "--limit",
      "2",
      ...(after ? ["--after", after] : []),
    );
    paged.push(...page.rows.map(({ quote }) => quote));
    after = page.next;
  }
  assert.ok(whole.length > 2);
  assert.deepEqual(paged, whole);
});

test("a month counts as known from its last day, an undated text from the day it came", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "month.txt"), talks);
  writeFileSync(join(folder, "undated.txt"), order);
  capstack(folder, "add", "month.txt", "--published", "2025-12");
  capstack(folder, "add", "undated.txt");
  const knownOn = (day: string): number => json<Claims>(folder, "claims", "--known-on", day).rows.length;
  assert.deepEqual([knownOn("2025-12-30"), knownOn("2025-12-31"), knownOn("today")], [0, 1, 2]);
  assert.equal(quotes(folder).length, 2, "where no day is asked, all count");
});

test("what was completed only later is left out, what was talked about is not", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "a.txt"), "Amazon invested $4 billion in Anthropic in March 2025.");
  capstack(folder, "add", "a.txt", "--published", "2025-12-17");
  const asOf = (day: string): number => json<Claims>(folder, "claims", "--as-of", day).rows.length;
  assert.deepEqual([asOf("2025-02"), asOf("2025-03")], [0, 1]);
  assert.equal(json<Claims>(folder, "claims", "--firm", "signed").rows.length, 1);
});

test("with other registers there is another reader: check says so, add --again reads anew, decisions stay", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "talks.txt"), talks);
  capstack(folder, "add", "talks.txt");
  const { id } = json<Claims>(folder, "claims").rows[0]!;
  capstack(folder, "review", "--accept", id);
  writeFileSync(join(folder, "parties.csv"), "id,name,kind\namazon,Amazon,company\nopenai,OpenAI,lab\n");
  const checked = capstack(folder, "check", "--strict");
  assert.equal(checked.status, 1);
  assert.match(checked.stdout, /1 document is not read by this version's reader[\s\S]*Fix: capstack add --again/);
  assert.match(capstack(folder, "add", "--again").stdout, /~ 01 +was here as 01; a newer reader finds 1 claim\./);
  assert.equal(capstack(folder, "check", "--strict").status, 0);
  assert.deepEqual(
    json<Claims>(folder, "claims").rows.map(({ review }) => review),
    ["accepted"],
  );
});

test("the demo reads its documents once", () => {
  const folder = newFolder();
  const first = capstack(folder, "demo");
  const second = capstack(folder, "demo");
  assert.equal(second.stdout, first.stdout);
  assert.match(second.stderr, /all are in the book, none had to be read anew/);
});

/** An intake that takes a while, interrupted once its book is there. */
async function interrupted(folder: string, count: number, signals: number): Promise<{ code: number; talk: string }> {
  mkdirSync(join(folder, "texts"));
  const text = (n: number): string => Array.from({ length: 12 }, (_, line) => `${talks} No ${n}-${line}.`).join(" ");
  for (let n = 0; n < count; n++) writeFileSync(join(folder, "texts", `${n}.txt`), text(n));
  const child = spawn(process.execPath, [launcher, "add", "texts"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close");
  let talk = "";
  child.stderr.on("data", (chunk: Buffer) => {
    talk += chunk;
    // The second time, when the first was heard.
    if (signals > 1 && talk.includes("Stopping")) child.kill("SIGINT");
  });
  child.stdout.resume();
  while (!existsSync(join(folder, "capstack.db"))) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  child.kill("SIGINT");
  const [code] = await closed;
  return { code, talk };
}

function documentsIn(folder: string): number {
  return json<{ rows: readonly object[] }>(folder, "docs").rows.length;
}

test("Ctrl-C keeps what is done and says so, and the same command goes on with the rest", async () => {
  const folder = newFolder();
  const count = 400;
  const { code, talk } = await interrupted(folder, count, 1);
  assert.equal(code, 130, "400 texts take longer than the signal");
  const [, kept, left] = /Stopped\. (\d+) files? done and kept, (\d+) not begun\./.exec(talk) ?? [];
  assert.equal(Number(kept) + Number(left), count);
  assert.equal(documentsIn(folder), Number(kept), "what is reported as kept is in the book");
  assert.equal(capstack(folder, "add", "texts").status, 0);
  assert.equal(documentsIn(folder), count);
});

test("Ctrl-C twice stops now, and leaves a whole book", async () => {
  const folder = newFolder();
  const { code, talk } = await interrupted(folder, 400, 2);
  assert.equal(code, 130);
  assert.doesNotMatch(talk, /Stopped\./);
  assert.equal(capstack(folder, "check").status, 0);
});

const hasPseudoTerminal = spawnSync("script", ["-qfec", "true", "/dev/null"], { stdio: "ignore" }).status === 0;

/** A command at a terminal of its own, which `script` of util-linux gives it. Keys are pressed when the prompt stands there. */
async function atTerminal(folder: string, command: string, keys: readonly string[]): Promise<string> {
  const line = `${process.execPath} ${launcher} ${command}`;
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn("script", ["-qfec", line, "/dev/null"], {
    cwd: folder,
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const screen = { text: "", prompts: 0 };
  child.stdout.on("data", (chunk: Buffer) => {
    screen.text += chunk;
    const prompts = screen.text.split("q stop ▸ ").length - 1;
    for (; screen.prompts < prompts; screen.prompts++) child.stdin.write(keys[screen.prompts] ?? "q");
  });
  await once(child, "close");
  return screen.text;
}

test("a review key by key: what is pressed is in the book", {
  skip: hasPseudoTerminal ? false : "there is no script(1) here",
}, async () => {
  const folder = newFolder();
  const texts = [
    "Amazon invested $40 billion in OpenAI.",
    "Meta invested $30 billion in Mistral.",
    "Nvidia invested $20 billion in xAI.",
  ];
  writeFileSync(join(folder, "texts.txt"), texts.join("\n\n"));
  capstack(folder, "add", "texts.txt");
  const byAmount = (filter: string): Claims["rows"] => json<Claims>(folder, "claims", filter, "--sort", "-amount").rows;
  assert.deepEqual(
    byAmount("").map(({ quote }) => quote),
    texts.map((text) => text.slice(0, -1)),
    "the reader finds the three investments",
  );

  // Accept the first; the second: reject, undo, call it signed, edit its amount, move on; the third: conditional, then stop.
  const keys = ["a", "x", "u", "4", "eamount=>=31bn\r", " ", "i", "q"];
  const screen = await atTerminal(folder, "review", keys);
  assert.match(screen, /1\/3[\s\S]*▐Amazon invested \$40 billion in OpenAI▌[\s\S]*accepted/);
  assert.match(screen, /1 accepted · 3 edited · 0 rejected · 1 skipped/);
  assert.match(screen, /Go on: capstack review {3}Back: capstack undo/);
  assert.deepEqual(
    byAmount("").map(({ quote, review, status, conditional }) => [quote.split(" ")[0], review, status, conditional]),
    [
      ["Amazon", "accepted", "completed", false],
      ["Meta", "edited", "signed", false],
      ["Nvidia", "edited", "completed", true],
    ],
  );
  assert.deepEqual(quotes(folder, "amount:>=31bn party:Meta").length, 1, "the edited amount is found");
  assert.match(capstack(folder, "undo").stdout, /^Undone: c-[0-9a-f]+ edited conditional to true/);
});
