import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import { beginBook } from "../intake/book.ts";
import { keep, newFolder, opened, seedFor } from "../store/store.test-kit.ts";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", NO_COLOR: "1", USER: "ada", TERM: "xterm" };

function capstack(folder: string, ...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

test("diff with the hash that add printed tells what came since, and undo takes it back", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "talks.txt"), "Amazon is in talks to invest at least $10 billion in OpenAI.\n");
  writeFileSync(join(folder, "order.txt"), "Meta ordered 50,000 GPUs from Nvidia.\n");
  const hash = /data ([0-9a-f]{12})/.exec(capstack(folder, "add", "talks.txt"))![1]!;
  const [talks] = JSON.parse(capstack(folder, "claims", "--json")).rows;
  capstack(folder, "add", "order.txt");
  capstack(folder, "review", "--reject", talks.id, "--because", "an old rumour");

  const told = capstack(folder, "diff", hash.slice(0, 6));
  assert.match(told, /~ 01 · talks\.txt[\s\S]*~ {2}c-\w+ {2}◔ talks ✗ {2}Amazon → OpenAI[\s\S]*was: unreviewed/);
  assert.match(told, /\+ 02 · order\.txt[\s\S]*\+ {2}c-\w+ {2}◕ signed {2}Meta Platforms →/);
  assert.match(
    told,
    new RegExp(`1 document new · 1 document changed · 1 claim new · 1 claim changed ·\\s+from data ${hash} to`),
  );
  const { value } = JSON.parse(capstack(folder, "diff", hash, "--json"));
  assert.deepEqual(
    value.documents.map(
      ({ change, number, claims }: { change: string; number: string; claims: { change: string }[] }) => [
        number,
        change,
        claims.map((claim) => claim.change),
      ],
    ),
    [
      ["01", "changed", ["changed"]],
      ["02", "new", ["new"]],
    ],
  );
  capstack(folder, "undo");
  capstack(folder, "undo");
  assert.equal(capstack(folder, "diff", hash), `Nothing changed: data ${hash} is data ${hash}.\n`);
});

test("a diff that is killed at any moment leaves the book as it was", async () => {
  const folder = newFolder();
  await beginBook(folder);
  await using store = await opened(folder);
  for (const [step, arrival] of seededArrivals(60, 40).entries())
    await keep(store, [arrival], { by: "Ada", at: new Date(Date.UTC(2026, 0, 1 + step)) });
  await store.close();
  const log = JSON.parse(capstack(folder, "log", "--json"));
  const before = capstack(folder, "export");
  const bytes = readFileSync(join(folder, "capstack.db"));
  const start = performance.now();
  capstack(folder, "diff", log.rows.at(-1).data);
  const whole = performance.now() - start;
  const random = randomOf(seedFor("diff kills"));
  let killed = 0;
  for (let run = 0; run < 10; run++) {
    const child = spawn(process.execPath, [launcher, "diff", log.rows.at(-1).data], {
      cwd: folder,
      env,
      stdio: "ignore",
    });
    const ends = once(child, "close");
    const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.2 + 0.8 * random()));
    await ends;
    clearTimeout(timer);
    if (child.signalCode === "SIGKILL") killed++;
  }
  assert.ok(killed > 0);
  console.log(`diff: ${killed} of 10 killed before they ended`);
  assert.equal(capstack(folder, "export"), before);
  assert.ok(bytes.equals(readFileSync(join(folder, "capstack.db"))), "not a byte of the file is another");
  assert.deepEqual(
    readdirSync(folder).filter((name) => !/^capstack\.(db(-wal|-shm)?|yaml)$/.test(name)),
    [],
  );
});
