import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { allClaims, countClaims } from "../store/claims.ts";
import { allDocuments } from "../store/documents.ts";
import { ask, begun, exported, newFolder, opened, write } from "../store/store.test-kit.ts";
import type { Store } from "../store/store.ts";
import { openStore } from "../store/store.ts";
import { undoLast } from "../store/undo.ts";
import { everything } from "../views/filter.ts";
import { exampleBook, readRegisters } from "./registers.ts";
import { type IntakeOptions, readAgain, type TakenIn, takeIn } from "./take-in.ts";

const { value: registers } = await readRegisters();

/** The example book's documents in a folder of their own. */
function exampleFiles(): { folder: string; files: string[] } {
  const folder = newFolder();
  cpSync(join(exampleBook, "documents"), join(folder, "documents"), { recursive: true });
  return { folder, files: readdirSync(join(folder, "documents")).map((name) => join(folder, "documents", name)) };
}

async function taken(
  store: Store,
  files: readonly string[],
  folder: string,
  options: Partial<IntakeOptions> = {},
): Promise<TakenIn> {
  const { value, problems } = await takeIn(store, files, { folder, registers, write: begun, threads: 0, ...options });
  assert.deepEqual(problems, []);
  return value;
}

test("files become documents with their claims, named by their path in the book", async () => {
  const { folder, files } = exampleFiles();
  await using store = await opened(folder);
  const { files: kept, sentences, left, write } = await taken(store, files, folder);
  assert.deepEqual(
    kept.map(({ kept }) => kept!.news),
    files.map(() => "document"),
  );
  assert.deepEqual([left, write], [0, begun]);
  assert.ok(sentences > files.length);
  const documents = await ask(store, allDocuments);
  assert.deepEqual(documents.map(({ file }) => file).sort(), files.map((file) => `documents/${basename(file)}`).sort());
  const { claims } = await ask(store, (book) => countClaims(book, everything));
  assert.equal(
    claims,
    kept.reduce((sum, { kept }) => sum + kept!.claims, 0),
  );
  assert.deepEqual(
    await taken(store, files, folder).then(({ files, write }) => [
      files.every(({ kept }) => kept!.news === "none"),
      write,
    ]),
    [true, null],
  );
});

test("the book is the same in whatever order files come to an end, in this thread or in others", async () => {
  const { folder, files } = exampleFiles();
  const books: string[][] = [];
  for (const [order, threads] of [
    [files, 0],
    [[...files].reverse(), 0],
    [files, 2],
  ] as const) {
    await using store = await opened();
    await taken(store, order, folder, { threads });
    books.push(await exported(store));
  }
  assert.deepEqual(books[1], books[0]);
  assert.deepEqual(books[2], books[0]);
});

test("a stop keeps what was stored, and the same command goes on from there to the same book", async () => {
  const { folder, files } = exampleFiles();
  for (const threads of [0, 2]) {
    await using store = await opened();
    const stop = new AbortController();
    const first = await taken(store, files, folder, { threads, signal: stop.signal, onProgress: () => stop.abort() });
    // Few files are read before the first are stored, so the stop may come when all were begun.
    assert.equal(first.files.length + first.left, files.length);
    assert.equal((await ask(store, allDocuments)).length, first.files.length);
    await taken(store, files, folder, { threads });
    await using whole = await opened();
    await taken(whole, files, folder);
    assert.deepEqual(await exported(store), await exported(whole));
  }
});

test("a stop before the first file takes in nothing", async () => {
  const { folder, files } = exampleFiles();
  await using store = await opened(folder);
  const { left, write } = await taken(store, files, folder, { signal: AbortSignal.abort() });
  assert.deepEqual([left, write], [files.length, null]);
});

test("progress tells what is stored, and never more than that", async () => {
  const { folder, files } = exampleFiles();
  await using store = await opened(folder);
  await using other = await opened(folder);
  const counts: Promise<void>[] = [];
  await taken(store, files, folder, {
    threads: 2,
    onProgress: ({ done, total, news }) => {
      assert.equal(total, files.length);
      counts.push(
        ask(other, allDocuments).then((documents) => {
          const shown = new Set(documents.map(({ id }) => id));
          for (const { kept } of news) assert.ok(shown.has(kept!.document));
          assert.ok(documents.length >= done);
        }),
      );
    },
  });
  await Promise.all(counts);
});

test("a file that cannot be read is told, and the others are stored", async () => {
  const { folder, files } = exampleFiles();
  await using store = await opened(folder);
  const { value, problems } = await takeIn(store, [join(folder, "nowhere.txt"), files[0]!], {
    folder,
    registers,
    write: begun,
  });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["no-such-file"],
  );
  assert.deepEqual(
    value.files.map(({ kept }) => kept?.news ?? null),
    [null, "document"],
  );
});

test("where the store refuses, what was stored before stays and the rest is counted", async () => {
  const { folder, files } = exampleFiles();
  const store = (await openStore(newFolder(), { sizeLimit: 450_000 })).value!;
  const { value, problems } = await takeIn(store, files, { folder, registers, write: begun, threads: 0 });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["disk-full"],
  );
  assert.equal(value.files.length + value.left, files.length);
  assert.equal((await ask(store, allDocuments)).length, value.files.length);
  await store.close();
});

test("line ends and byte order marks make no other document, and a file from elsewhere goes by its name", async () => {
  const [folder, elsewhere] = [newFolder(), newFolder()];
  mkdirSync(join(folder, "documents"));
  const text = "Amazon is in talks to invest at least $10 billion in OpenAI.\nIt said so.\n";
  writeFileSync(join(folder, "documents", "a.txt"), text);
  writeFileSync(join(elsewhere, "b.txt"), `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  await using store = await opened(folder);
  const files = [join(folder, "documents", "a.txt"), join(elsewhere, "b.txt")];
  const { files: kept } = await taken(store, files, folder);
  assert.deepEqual(
    kept.map(({ kept }) => kept!.news),
    ["document", "appearance"],
  );
  const lines = (await exported(store)).filter((line) => line.startsWith('{"type":"appearance"'));
  assert.deepEqual(lines.map((line) => JSON.parse(line).file).sort(), ["b.txt", "documents/a.txt"]);
  assert.ok(!lines.join("").includes(elsewhere));
});

test("another register makes another reader: the documents are read again, and the older claims stay", async () => {
  const { folder, files } = exampleFiles();
  await using store = await opened(folder);
  await taken(store, files, folder);
  const before = (await ask(store, (book) => allClaims(book, everything))).length;
  const fewer = { ...registers, parties: registers.parties.filter(({ id }) => id !== "openai") };
  const options = { folder, registers: fewer, write: { by: "Ada", at: new Date("2026-03-01T00:00:00Z") }, threads: 0 };
  const again = await readAgain(store, options);
  assert.deepEqual(new Set(again.value.files.map(({ kept }) => kept!.news)), new Set(["reading"]));
  assert.equal((await readAgain(store, options)).value.files.length, 0);
  const readings = (await exported(store)).filter((line) => line.startsWith('{"type":"reading"'));
  assert.equal(readings.length, 2 * files.length);
  const older = await ask(store, (book) => countClaims(book, { kind: "mark", mark: "older" }));
  const latest = await ask(store, (book) => countClaims(book, everything));
  assert.ok(older.claims > 0 && older.claims + latest.claims >= before);
});

test("a whole intake is undone at once", async () => {
  const { folder, files } = exampleFiles();
  await using store = await opened(folder);
  await taken(store, files, folder);
  await write(store, (book) => undoLast(book, { by: "Ada" }));
  assert.deepEqual(await ask(store, allDocuments), []);
});
