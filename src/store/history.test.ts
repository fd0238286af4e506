import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import { everything } from "../views/filter.ts";
import { allClaims } from "./claims.ts";
import { findStates } from "./find-state.ts";
import { dataAfter, statesBackwards } from "./history.ts";
import { importLines } from "./import.ts";
import { logPage } from "./log.ts";
import { acceptClaims, addClaim, decide, editClaim, rejectClaims } from "./review.ts";
import { changesBetween } from "./state-changes.ts";
import { ada, ask, dataOf, exported, keep, opened, seedFor, write } from "./store.test-kit.ts";
import type { Store } from "./store.ts";
import { redoLast, undoLast } from "./undo.ts";

const registers = { parties: [], chips: [], offers: [] };
const arrivals = seededArrivals(12, 3);

/** The hashes of a book from now backwards, as it is told today. */
function hashesOf(store: Store): Promise<string[]> {
  return ask(store, async (book) => {
    const hashes: string[] = [];
    for await (const { data } of statesBackwards(book, registers)) hashes.push(data);
    return hashes;
  });
}

/** One thing of all that can happen to a book, by a number. */
async function happen(store: Store, other: Store, number: number, step: number): Promise<void> {
  const random = randomOf(number);
  const claims = await ask(store, (book) => allClaims(book, everything));
  const claim = claims[Math.floor(random() * claims.length)]?.claim;
  const one = arrivals[Math.floor(random() * arrivals.length)]!;
  const acts: (() => Promise<unknown>)[] = [
    () => keep(store, [one], ada),
    // A reader that finds less.
    () =>
      keep(
        store,
        [{ ...one, reading: { ...one.reading!, claims: one.reading!.claims.slice(step % 3) } }],
        ada,
        `reader ${step}`,
      ),
    () => keep(store, [{ ...one, document: { ...one.document, publisher: `Paper ${step}` } }], ada),
    () => keep(other, [one], ada),
    async () => {
      const lines = await exported(other);
      await write(store, (book) => importLines(book, lines, `${step}.jsonl`, ada));
    },
    async () => void (await store.write((book) => undoLast(book, ada))),
    async () => void (await store.write((book) => redoLast(book, ada))),
    async () => void (await other.write((book) => undoLast(book, ada))),
    ...(claim
      ? [
          () => write(store, (book) => acceptClaims(book, [claim.id], ada)),
          () => write(store, (book) => rejectClaims(book, [claim.id], ada)),
          () => write(store, (book) => editClaim(book, claim.id, { status: "ended" }, ada)),
          () => write(store, (book) => decide(book, [{ verb: "same", subject: "x", body: { step } }], [], ada)),
          () =>
            write(store, (book) =>
              addClaim(book, claim.document, { kind: "right", roles: {}, status: "talks", span: [0, 6 + step] }, ada),
            ),
        ]
      : []),
  ];
  await acts[Math.floor(random() * acts.length)]!();
}

test("whatever happens to a book, every hash that it had is found again, in the order in which it had them", async () => {
  const seed = seedFor("history");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 2 ** 31 }), { minLength: 1, maxLength: 14 }), async (numbers) => {
      await using store = await opened();
      await using other = await opened();
      const had = [await dataOf(store)];
      for (const [step, number] of numbers.entries()) {
        await happen(store, other, number, step);
        const data = await dataOf(store);
        if (data !== had.at(-1)) had.push(data);
      }
      const told = (await hashesOf(store)).reverse().filter((data, index, all) => data !== all[index - 1]);
      assert.deepEqual(told, had);
    }),
    { seed, numRuns: 60 },
  );
});

test("what changed is told claim by claim, both ways, and asking changes nothing", async () => {
  await using store = await opened();
  await keep(store, arrivals.slice(0, 2), ada);
  const [first] = await ask(store, (book) => allClaims(book, everything));
  const before = await dataOf(store);
  await write(store, (book) => rejectClaims(book, [first!.claim.id], ada));
  await keep(store, arrivals.slice(2, 3), ada);
  const lines = await exported(store);
  const changes = await ask(store, async (book) => {
    const [from, to] = await findStates(book, registers, [before.slice(0, 6), null]);
    return [await changesBetween(book, from!, to!), await changesBetween(book, to!, from!)] as const;
  });
  for (const [index, [was, is]] of [
    ["unreviewed", "rejected"] as const,
    ["rejected", "unreviewed"] as const,
  ].entries()) {
    const told = changes[index]!;
    assert.equal(told.length, 2);
    const reviewed = told.find(({ id }) => id === first!.claim.document)!;
    const reviewOf = (rows: typeof reviewed.before): string | undefined =>
      rows!.claims.find(({ row }) => row.id === first!.claim.id)?.row.review;
    assert.deepEqual([reviewOf(reviewed.before), reviewOf(reviewed.after)], [was, is]);
    const added = told.find(({ id }) => id === arrivals[2]!.document.id)!;
    const there = index === 0 ? added.after : added.before;
    assert.equal((index === 0 ? added.before : added.after) === null && there!.claims.length, 3);
  }
  assert.deepEqual(await exported(store), lines);
  assert.equal(
    await dataOf(store),
    await ask(store, async (book) => (await findStates(book, registers, [null]))[0]!.data),
  );
});

test("a hash that the book never had, and one that begins several, are told", async () => {
  await using store = await opened();
  for (const arrival of arrivals) await keep(store, [arrival], ada);
  const unknown = await store.ask((book) => findStates(book, registers, ["0123456789ab"]));
  assert.deepEqual(
    unknown.problems.map(({ code }) => code),
    ["unknown-data"],
  );
  const several = await store.ask((book) => findStates(book, registers, [""]));
  assert.deepEqual(
    several.problems.map(({ code }) => code),
    ["ambiguous-data"],
  );
});

test("an import is undone at once, done again at once, and what was here before it stays as it was", async () => {
  await using other = await opened();
  await keep(other, arrivals.slice(0, 4), ada);
  const shared = await exported(other);
  await using store = await opened();
  await write(store, (book) => importLines(book, shared, "shared.jsonl", ada));
  await keep(store, arrivals.slice(4, 6), ada);
  const [claim] = await ask(store, (book) => allClaims(book, everything));
  await write(store, (book) => rejectClaims(book, [claim!.claim.id], ada));
  const before = await dataOf(store);

  // The other book goes on: it adds, undoes that, decides, and undoes what this book has too.
  await keep(other, arrivals.slice(6, 8), { by: "Eve", at: new Date("2026-01-05T00:00:00Z") });
  await write(other, (book) => undoLast(book, { by: "Eve" }));
  const [theirs] = await ask(other, (book) => allClaims(book, everything));
  await write(other, (book) => acceptClaims(book, [theirs!.claim.id], { by: "Eve" }));
  const lines = await exported(other);
  await write(store, (book) => importLines(book, lines, "other.jsonl", ada));
  const merged = await dataOf(store);
  assert.notEqual(merged, before);

  await write(store, (book) => undoLast(book, ada));
  assert.equal(await dataOf(store), before);
  await write(store, (book) => redoLast(book, ada));
  assert.equal(await dataOf(store), merged);
  await write(store, (book) => undoLast(book, ada));

  // The undo travels: the book is the same elsewhere, and gives the same bytes.
  await using copy = await opened();
  const undone = await exported(store);
  await write(copy, (book) => importLines(book, undone, "copy.jsonl", ada));
  assert.equal(await dataOf(copy), before);
  assert.deepEqual(await exported(copy), undone);
});

test("an undo that came by an import goes with it", async () => {
  await using store = await opened();
  await keep(store, arrivals.slice(0, 2), ada);
  const before = await dataOf(store);
  await using other = await opened();
  const lines = await exported(store);
  await write(other, (book) => importLines(book, lines, "a.jsonl", ada));
  await write(other, (book) => undoLast(book, { by: "Eve" }));
  const undone = await exported(other);
  await write(store, (book) => importLines(book, undone, "b.jsonl", ada));
  assert.equal((await ask(store, (book) => allClaims(book, everything))).length, 0);
  await write(store, (book) => undoLast(book, ada));
  assert.equal(await dataOf(store), before);
});

test("the log gives each write the hash that its command printed", async () => {
  await using store = await opened();
  const printed: string[] = [];
  for (const arrival of arrivals.slice(0, 5)) {
    await keep(store, [arrival], ada);
    printed.unshift(await dataOf(store));
  }
  const told = await ask(store, async (book) => {
    const { items } = await logPage(book, { limit: 50 });
    const after = await dataAfter(
      book,
      registers,
      items.map(({ at }) => at),
    );
    return items.map(({ at }) => after.get(at));
  });
  assert.deepEqual(told, printed);
});
