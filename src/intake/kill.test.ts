/**
 * Is anything lost when the process dies? Children take documents into a book and are killed with SIGKILL at random moments; after each kill the book must
 * open, be whole, and hold all that was reported as stored. Then the next child goes on with it, until all is in.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import { allDocuments } from "../store/documents.ts";
import { keepArrivals } from "../store/keep-readings.ts";
import { ask, begun, exported, newFolder, opened, seedFor } from "../store/store.test-kit.ts";
import { openStore } from "../store/store.ts";
import { verifyBook } from "../store/verify.ts";

/** What a child does: keep seeded documents one by one, as fast as the disk takes them, or take in files with the reader. */
type Work = "keep" | "take in";
const kills: Readonly<Record<Work, number>> = { keep: 92, "take in": 10 };
const compiled = join(tmpdir(), "capstack-compiled");
const documents = 200;
const claimsEach = 3;

if (process.env.CAPSTACK_KILL_TEST) await child(JSON.parse(process.env.CAPSTACK_KILL_TEST));
else
  for (const work of ["keep", "take in"] as const) {
    test(`${kills[work]} kills while a process is to ${work} documents lose nothing that was reported`, async () => {
      console.log(`kills (${work}): ${await killMany(work, randomOf(seedFor(`kills (${work})`)))}`);
    });
  }

/** Kills until there were enough, book after book; every book is in the end the one of an intake that nobody broke off. */
async function killMany(work: Work, random: () => number): Promise<string> {
  const expected = await exportOf(await uninterrupted(work));
  let [killed, books, checked, midway] = [0, 0, 0, 0];
  while (killed < kills[work]) {
    const folder = bookFolder();
    const reported = new Map<string, number>();
    for (let ended = false; !ended; ) {
      const stored = reported.size;
      ended = await runChild(work, folder, reported, killed < kills[work] ? random : null);
      if (!ended) killed++;
      if (!ended && stored < reported.size) midway++;
      checked += await check(folder, reported);
    }
    assert.deepEqual(await exportOf(folder), expected);
    books++;
  }
  return `${killed} kills, ${midway} of them while documents were stored, in ${books} books; ${checked} reports of stored documents found true`;
}

/** Starts a child and kills it at a random moment, unless it ends before. True where it ended by itself. */
async function runChild(
  work: Work,
  folder: string,
  reported: Map<string, number>,
  random: (() => number) | null,
): Promise<boolean> {
  const process_ = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    env: {
      ...process.env,
      CAPSTACK_KILL_TEST: JSON.stringify({ work, folder }),
      NODE_TEST_CONTEXT: undefined,
      // A hundred processes would compile the same sources otherwise.
      NODE_COMPILE_CACHE: compiled,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const begins = Promise.withResolvers<void>();
  process_.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
    begins.resolve();
  });
  const ends = Promise.withResolvers<number | null>();
  process_.on("close", (code) => {
    begins.resolve();
    ends.resolve(code);
  });
  // One in five dies while it starts, the others while they store.
  if (random !== null && random() > 0.2) await begins.promise;
  const timer =
    random === null ? undefined : setTimeout(() => process_.kill("SIGKILL"), random() * (work === "keep" ? 250 : 1200));
  const code = await ends.promise;
  clearTimeout(timer);
  assert.ok(code === 0 || process_.signalCode === "SIGKILL", `the child ended with ${code ?? process_.signalCode}`);
  // A last line that was cut off is no report.
  for (const line of said.split("\n").slice(0, -1)) {
    if (line === "begins") continue;
    const [id, claims] = line.split(" ");
    reported.set(id!, Number(claims));
  }
  return code === 0;
}

/** Whether the book opens, is whole to the last seal and quote, and holds each reported document with all of its claims. */
async function check(folder: string, reported: ReadonlyMap<string, number>): Promise<number> {
  const { value: store, problems } = await openStore(folder);
  assert.deepEqual(problems, []);
  assert.deepEqual((await ask(store!, verifyBook)).problems, []);
  const shown = new Map((await ask(store!, allDocuments)).map(({ id, claims }): [string, number] => [id, claims]));
  for (const [id, claims] of reported) assert.equal(shown.get(id), claims, `document ${id}`);
  await store!.close();
  return reported.size;
}

async function uninterrupted(work: Work): Promise<string> {
  const folder = bookFolder();
  await doWork(work, folder, () => {});
  return folder;
}

async function exportOf(folder: string): Promise<string[]> {
  await using store = await opened(folder);
  return await exported(store);
}

/** A folder with the texts of the seeded documents. */
function bookFolder(): string {
  const folder = newFolder();
  mkdirSync(join(folder, "documents"));
  for (const { document, from } of seededArrivals(documents, claimsEach))
    writeFileSync(join(folder, from!.file!), document.text);
  return folder;
}

/** The child: says when it begins, then each document once it is stored. */
async function child({ work, folder }: { work: Work; folder: string }): Promise<void> {
  await doWork(work, folder, (line) => writeSync(1, `${line}\n`));
}

async function doWork(work: Work, folder: string, say: (line: string) => void): Promise<void> {
  await using store = await opened(folder);
  const arrivals = seededArrivals(documents, claimsEach);
  if (work === "keep") {
    const there = new Set((await ask(store, allDocuments)).map(({ id }) => id));
    say("begins");
    for (const arrival of arrivals.filter(({ document }) => !there.has(document.id))) {
      const { value, problems } = await store.write((book) => keepArrivals(book, [arrival], "reader 1", begun));
      assert.deepEqual(problems, []);
      say(`${value!.kept[0]!.document} ${value!.kept[0]!.claims}`);
    }
    return;
  }
  const { takeIn } = await import("./take-in.ts");
  const { value: registers } = await (await import("./registers.ts")).readRegisters();
  say("begins");
  const files = arrivals.map(({ from }) => join(folder, from!.file!));
  const { problems } = await takeIn(store, files, {
    folder,
    registers,
    write: begun,
    threads: 0,
    onProgress: ({ news }) => {
      for (const { kept } of news) if (kept!.news !== "none") say(`${kept!.document} ${kept!.claims}`);
    },
  });
  assert.deepEqual(problems, []);
}
