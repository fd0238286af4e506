import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import { orderBy } from "../views/claim-order.ts";
import { everything } from "../views/filter.ts";
import { claimsPage, countClaims } from "./claims.ts";
import { keepArrivals } from "./keep-readings.ts";
import { ada, ask, begun, exported, keep, newFolder, opened, seedFor } from "./store.test-kit.ts";
import { openStore } from "./store.ts";
import { verifyBook } from "./verify.ts";

/** A program that runs beside this one, on the sources of the store. */
function programOf(body: string): string {
  const from = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);
  return `import { DatabaseSync } from "node:sqlite";
import { seededArrivals } from ${from("../../bench/seeded-book.ts")};
import { keepArrivals } from ${from("./keep-readings.ts")};
import { openStore } from ${from("./store.ts")};
import { exportLines } from ${from("./export.ts")};
import { countDocuments } from ${from("./documents.ts")};
const begun = ${JSON.stringify(begun)};
${body}`;
}

function started(body: string): ChildProcess {
  return spawn(process.execPath, ["--input-type=module-typescript", "--eval", programOf(body)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
}

test("while another process writes, a writer waits, says so after a second, and then writes", async () => {
  const folder = newFolder();
  await (await opened(folder)).close();
  let told = 0;
  const patient = (await openStore(folder, { waitSeconds: 20, onWait: () => told++ })).value!;
  const hasty = (await openStore(folder, { waitSeconds: 0.3 })).value!;
  const child = started(`
    const database = new DatabaseSync(${JSON.stringify(join(folder, "capstack.db"))});
    database.exec("begin immediate");
    console.log("writing");
    setTimeout(() => database.exec("commit"), 2500);`);
  const ended = once(child, "exit");
  await once(child.stdout!, "data");
  const [arrival] = seededArrivals(1, 2);
  const refused = await hasty.write((book) => keepArrivals(book, [arrival!], "reader 1", ada));
  assert.deepEqual(
    refused.problems.map(({ code }) => code),
    ["book-busy"],
  );
  assert.equal((await ask(hasty, (book) => countClaims(book, everything))).claims, 0, "questions need not wait");
  assert.deepEqual(await keep(patient, [arrival!]), ["document"]);
  assert.equal(told, 1);
  await ended;
  await hasty.close();
  await patient.close();
});

test("two processes that keep documents in one book at once leave the book that one of them would have made", async () => {
  const folder = newFolder();
  await (await opened(folder)).close();
  const half = (from: number): ChildProcess =>
    started(`
      const { value: store } = await openStore(${JSON.stringify(folder)});
      for (const arrival of seededArrivals(60, 3).slice(${from}, ${from + 40})) {
        const { problems } = await store.write((book) => keepArrivals(book, [arrival], "reader 1", begun));
        if (problems.length > 0) throw new Error(problems[0].message);
      }
      await store.close();`);
  const codes = await Promise.all([half(0), half(20)].map(async (child) => (await once(child, "exit"))[0]));
  assert.deepEqual(codes, [0, 0]);
  await using both = await opened(folder);
  await using alone = await opened();
  await keep(alone, seededArrivals(60, 3));
  assert.deepEqual(await exported(both), await exported(alone));
});

test("a full disk refuses the write whole, keeps what was there, and takes the write once there is room", async () => {
  const folder = newFolder();
  const arrivals = seededArrivals(400, 5);
  const small = (await openStore(folder, { sizeLimit: 600_000 })).value!;
  let stored = 0;
  let codes: string[] = [];
  for (; codes.length === 0; stored += 20) {
    const { problems } = await small.write((book) =>
      keepArrivals(book, arrivals.slice(stored, stored + 20), "reader 1", begun),
    );
    codes = problems.map(({ code }) => code);
    if (codes.length > 0) break;
  }
  assert.deepEqual(codes, ["disk-full"]);
  assert.ok(stored > 0 && stored < 400, `${stored} documents went in`);
  assert.equal((await ask(small, (book) => countClaims(book, everything))).claims, stored * 5);
  await small.close();
  await using roomy = await opened(folder);
  const { value } = await roomy.ask(verifyBook);
  assert.deepEqual(value, { value: { documents: stored, claims: stored * 5, decisions: stored }, problems: [] });
  await keep(roomy, arrivals);
  assert.equal((await ask(roomy, (book) => countClaims(book, everything))).claims, 2000);
});

/** Why this machine cannot show what a read-only medium does; root writes everywhere, so another user has to try. */
function whyNotReadOnly(): string | false {
  if (process.getuid?.() !== 0) return "only root can become another user";
  const { status } = spawnSync(process.execPath, ["--eval", ""], { uid: 65534, gid: 65534, cwd: "/" });
  if (status !== 0) return "user 65534 may not run Node from here";
  const body = 'import { accessSync } from "node:fs"; accessSync(process.argv[1])';
  const sources = new URL("store.ts", import.meta.url).pathname;
  const read = spawnSync(process.execPath, ["--input-type=module", "--eval", body, sources], {
    uid: 65534,
    gid: 65534,
    cwd: "/",
  });
  return read.status === 0 ? false : "user 65534 may not read these sources";
}

test("on a read-only medium a book answers questions, and a write says why it cannot be", {
  skip: whyNotReadOnly(),
}, async () => {
  const folder = newFolder();
  const store = await opened(folder);
  await keep(store, seededArrivals(3, 2));
  const lines = await exported(store);
  await store.close();
  chmodSync(join(folder, "capstack.db"), 0o444);
  chmodSync(folder, 0o555);
  const body = programOf(`
    const opened = await openStore(${JSON.stringify(folder)});
    const store = opened.value;
    const lines = await store.ask(async (book) => { const all = []; for await (const line of exportLines(book)) all.push(line); return all; });
    const write = await store.write((book) => keepArrivals(book, seededArrivals(9, 1), "reader 1", begun));
    await store.close();
    const none = await openStore("/proc/self");
    console.log(JSON.stringify({ readOnly: store.readOnly, lines: lines.value, write, none }));`);
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", body], {
    uid: 65534,
    gid: 65534,
    cwd: "/",
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  const told = JSON.parse(stdout);
  assert.deepEqual([told.readOnly, told.lines], [true, lines]);
  const codes = (result: { value: unknown; problems: { code: string }[] }) => [
    result.value,
    ...result.problems.map(({ code }) => code),
  ];
  assert.deepEqual(codes(told.write), [null, "book-read-only"]);
  assert.deepEqual(codes(told.none), [null, "book-read-only"]);
});

test("a book that a newer program wrote says which program reads it", async () => {
  const folder = newFolder();
  await (await opened(folder)).close();
  const database = new DatabaseSync(join(folder, "capstack.db"));
  database.exec("insert into steps (number, program) values (99, '7.1.0'); pragma user_version = 99");
  database.close();
  const { value, problems } = await openStore(folder);
  assert.equal(value, null);
  assert.match(problems[0]!.message, /^this book was written by Capstack 7\.1\.0 \(schema 99\); this is /);
  assert.equal(problems[0]!.fix, "npm install -g capstack@7.1.0");
});

test("a store from which a trigger was taken is no store that keeps anything for certain", async () => {
  const folder = newFolder();
  await (await opened(folder)).close();
  const database = new DatabaseSync(join(folder, "capstack.db"));
  database.exec("drop trigger claims_stay");
  database.close();
  assert.deepEqual(
    (await openStore(folder)).problems.map(({ code }) => code),
    ["book-damaged"],
  );
});

test("a file that is no store is left as it is", async () => {
  const folder = newFolder();
  const file = join(folder, "capstack.db");
  const text = "These are my notes, and no database at all. ".repeat(40);
  writeFileSync(file, text);
  assert.deepEqual(
    (await openStore(folder)).problems.map(({ code }) => code),
    ["not-a-store"],
  );
  assert.equal(readFileSync(file, "utf8"), text);
  const other = newFolder();
  const database = new DatabaseSync(join(other, "capstack.db"));
  database.exec("create table notes (text); insert into notes values ('mine')");
  database.close();
  assert.deepEqual(
    (await openStore(other)).problems.map(({ code }) => code),
    ["not-a-store"],
  );
});

test("a damaged file is told, or what was damaged does not matter: never is something else read out of it", async () => {
  const random = randomOf(seedFor("damage"));
  const [whole, folder] = [newFolder(), newFolder()];
  const store = await opened(whole);
  await keep(store, seededArrivals(30, 4));
  const lines = (await exported(store)).join("");
  await store.close();
  const file = join(folder, "capstack.db");
  const size = readFileSync(join(whole, "capstack.db")).length;
  const outcomes = new Map<string, number>();
  for (let round = 0; round < 200; round++) {
    copyFileSync(join(whole, "capstack.db"), file);
    damage(file, size, round, random);
    const outcome = await outcomeOf(folder, lines);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  console.log(`damage: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(", ")}`);
  assert.deepEqual(
    [...outcomes.keys()].filter(
      (outcome) => !["unharmed", "book-damaged", "not-a-store", "book-newer"].includes(outcome),
    ),
    [],
  );
  assert.ok(outcomes.get("book-damaged")! > 50);
});

test("an index of words that has lost its form is damage, told as such", async () => {
  const folder = newFolder();
  const store = await opened(folder);
  await keep(store, seededArrivals(2, 4));
  const lines = (await exported(store)).join("");
  await store.close();
  const database = new DatabaseSync(join(folder, "capstack.db"));
  database.enableDefensive(false);
  database.exec("update shown_words_config set v = 0 where k = 'version'");
  database.close();
  assert.equal(await outcomeOf(folder, lines), "book-damaged");
});

function damage(file: string, size: number, round: number, random: () => number): void {
  const at = Math.floor(random() * size);
  if (round % 10 === 0) {
    truncateSync(file, at);
    return;
  }
  const bytes = readFileSync(file);
  if (round % 10 === 1) bytes.fill(0, at - (at % 8192), at - (at % 8192) + 8192);
  // The first page holds what says how to read all others.
  else if (round % 10 === 2) bytes[Math.floor(random() * 100)]! ^= 1 << Math.floor(random() * 8);
  else
    for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips--)
      bytes[Math.floor(random() * size)]! ^= 1 << Math.floor(random() * 8);
  writeFileSync(file, bytes);
}

async function outcomeOf(folder: string, lines: string): Promise<string> {
  const { value: store, problems } = await openStore(folder);
  if (store === null) return problems[0]!.code;
  const page = await store.ask((book) =>
    claimsPage(book, { filter: everything, order: orderBy("amount"), limit: 500 }),
  );
  const invented = page.value?.items.filter(({ claim }) => !lines.includes(JSON.stringify(claim)));
  const verified = await store.ask(verifyBook);
  const read = await store.ask(async (book) => {
    const { exportLines } = await import("./export.ts");
    let all = "";
    for await (const line of exportLines(book)) all += line;
    return all;
  });
  await store.close();
  if (invented?.length) return "a claim that nobody made";
  if (verified.value === null || read.value === null) return (verified.problems[0] ?? read.problems[0])!.code;
  if (verified.value.problems.length > 0) return verified.value.problems[0]!.code;
  return read.value === lines ? "unharmed" : "read otherwise";
}
