import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { seededArrivals } from "../../bench/seeded-book.ts";
import { schemaFile, schemaText } from "../../tools/store-schema.ts";
import { documentOf } from "../model/document.ts";
import { orderBy } from "../views/claim-order.ts";
import { everything } from "../views/filter.ts";
import { allClaims, claimsPage, countClaims } from "./claims.ts";
import { allDocuments, appearancesOf, textOf } from "./documents.ts";
import { refuse } from "./fault.ts";
import { type Arrival, keepArrivals } from "./keep-readings.ts";
import { ada, ask, dataOf, exported, keep, newFolder, opened } from "./store.test-kit.ts";
import type { Store } from "./store.ts";

test("what is kept is there when the book is opened again", async () => {
  const folder = newFolder();
  const arrivals = seededArrivals(3, 4);
  const first = await opened(folder);
  await keep(first, arrivals);
  await first.close();
  await using again = await opened(folder);
  const claims = await ask(again, (book) => allClaims(book, everything));
  const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
  assert.deepEqual(
    claims.map(({ claim }) => claim).sort(byId),
    arrivals.flatMap(({ reading }) => reading!.claims).sort(byId),
  );
  for (const { document } of arrivals)
    assert.equal(await ask(again, (book) => textOf(book, document.id)), document.text);
});

test("a document that is kept twice adds nothing", async () => {
  await using store = await opened();
  const arrivals = seededArrivals(5, 4);
  assert.deepEqual(await keep(store, arrivals), Array(5).fill("document"));
  const before = await exported(store);
  assert.deepEqual(await keep(store, arrivals), Array(5).fill("none"));
  assert.deepEqual(await keep(store, [...arrivals, ...arrivals]), Array(10).fill("none"));
  assert.deepEqual(await exported(store), before);
});

test("the same text elsewhere is the same document with another appearance, and the earliest day is shown", async () => {
  await using store = await opened();
  const [arrival] = seededArrivals(1, 2) as [Arrival];
  const other = documentOf(arrival.document.text, { ...arrival.document, publisher: "Second Wire", published: null });
  assert.deepEqual(await keep(store, [arrival]), ["document"]);
  assert.deepEqual(await keep(store, [{ ...arrival, document: other, reading: null }]), ["appearance"]);
  const [shown] = await ask(store, allDocuments);
  assert.equal(shown!.publisher, arrival.document.publisher);
  assert.equal(shown!.appearances, 2);
  const appearances = await ask(store, (book) => appearancesOf(book, arrival.document.id));
  assert.deepEqual(
    appearances.map(({ publisher }) => publisher).sort(),
    [arrival.document.publisher!, "Second Wire"].sort(),
  );
});

test("a newer reader's claims stand beside the older ones, and are the ones that are shown", async () => {
  await using store = await opened();
  const [arrival] = seededArrivals(1, 6) as [Arrival];
  await keep(store, [arrival]);
  const fewer = { ...arrival.reading!, claims: arrival.reading!.claims.slice(0, 2) };
  const later = { by: "Ada", at: new Date("2026-01-01T00:00:00Z") };
  assert.deepEqual(await keep(store, [{ ...arrival, from: null, reading: fewer }], later, "reader 2"), ["reading"]);
  const count = (filter: typeof everything) => ask(store, (book) => countClaims(book, filter));
  assert.equal((await count(everything)).claims, 2);
  assert.equal((await count({ kind: "mark", mark: "older" })).claims, 4);
  const { rows } = await ask(store, (book) => sql<{ n: number }>`select count(*) as n from claims`.execute(book));
  assert.equal(rows[0]!.n, 8);
});

test("a claim whose quote is not the text at its span cannot enter", async () => {
  await using store = await opened();
  const [arrival] = seededArrivals(1, 1) as [Arrival];
  const [claim] = arrival.reading!.claims;
  const false_ = { ...arrival, reading: { ...arrival.reading!, claims: [{ ...claim!, quote: "It said otherwise." }] } };
  await assert.rejects(keep(store, [false_]), /which is not the text at/);
  assert.deepEqual(await ask(store, allDocuments), []);
});

test("a write is kept whole or not at all", async () => {
  await using store = await opened();
  const { value, problems } = await store.write(async (book) => {
    await keepArrivals(book, seededArrivals(2, 3), "reader 1", ada);
    return refuse({ code: "nothing-to-undo", message: "stopped halfway" });
  });
  assert.equal(value, null);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["stopped halfway"],
  );
  assert.deepEqual(await ask(store, allDocuments), []);
});

test("kept rows can be neither changed nor deleted", async () => {
  await using store = await opened();
  const [arrival] = seededArrivals(1, 1) as [Arrival];
  const refusals = [{ reason: "hypothetical", span: [0, 6], quote: "Report" }] as const;
  await keep(store, [{ ...arrival, reading: { ...arrival.reading!, refusals } }]);
  for (const table of ["documents", "appearances", "readings", "claims", "refusals", "decisions"]) {
    const run = (statement: string) => store.write((book) => sql.raw(statement).execute(book));
    const { rows } = await ask(store, (book) =>
      sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(book),
    );
    await assert.rejects(run(`update ${table} set ${rows.at(-1)!.name} = 'x'`), /never changed/, table);
    await assert.rejects(run(`delete from ${table}`), /never deleted/, table);
    await assert.rejects(run(`replace into ${table} select * from ${table}`), /never deleted/, table);
  }
});

test("a book that is moved to another folder is the same book", async () => {
  const [here, there] = [1, 2].map(() => newFolder()) as [string, string];
  const store = await opened(here);
  await keep(store, seededArrivals(4, 3));
  const [lines, data] = [await exported(store), await dataOf(store)];
  await store.close();
  cpSync(here, there, { recursive: true });
  await using moved = await opened(there);
  assert.deepEqual(await exported(moved), lines);
  assert.equal(await dataOf(moved), data);
  assert.ok(!readFileSync(join(there, "capstack.db")).includes(here));
});

test("the book is the same in whatever order documents arrive, one by one or together", async () => {
  const arrivals = seededArrivals(12, 5);
  const [together, apart] = [await opened(), await opened()];
  await keep(together, arrivals);
  for (const arrival of [...arrivals].reverse()) await keep(apart, [arrival]);
  assert.deepEqual(await exported(apart), await exported(together));
  const rows = (store: Store) =>
    ask(store, (book) => claimsPage(book, { filter: everything, order: orderBy("amount"), limit: 100 })).then(
      ({ items }) => items,
    );
  assert.deepEqual(await rows(apart), await rows(together));
  await together.close();
  await apart.close();
});

test("the schema is the one that was reviewed (rewrite: npm run golden)", () => {
  assert.equal(readFileSync(schemaFile, "utf8"), schemaText());
});
