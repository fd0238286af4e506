import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import type { Claim } from "../model/claim.ts";
import { everything } from "../views/filter.ts";
import { allClaims, countClaims, findClaim } from "./claims.ts";
import { allDocuments } from "./documents.ts";
import { logPage } from "./log.ts";
import { refreshBook } from "./refresh.ts";
import { acceptClaims, addClaim, decisionsOn, editClaim, rejectClaims } from "./review.ts";
import { ada, ask, dataOf, exported, keep, opened, write } from "./store.test-kit.ts";
import type { Store } from "./store.ts";
import type { Book } from "./tables.ts";
import { redoLast, undoLast, undoWrite } from "./undo.ts";

async function withClaims(documents = 3, each = 4): Promise<{ store: Store; claims: Claim[] }> {
  const store = await opened();
  await keep(store, seededArrivals(documents, each));
  const claims = await ask(store, (book) => allClaims(book, everything));
  return { store, claims: claims.map(({ claim }) => claim) };
}

/** The whole index of what is shown, but for the numbers of its rows. */
function shown(store: Store): Promise<unknown> {
  return ask(store, async (book) => {
    const claims = await book.selectFrom("shown_claims").selectAll().orderBy("id").execute();
    const parties = await book
      .selectFrom("shown_parties")
      .innerJoin("shown_claims", "shown_claims.number", "shown_parties.claim")
      .select(["shown_claims.id", "party", "side"])
      .orderBy("shown_claims.id")
      .orderBy("party")
      .orderBy("side")
      .execute();
    const bare = claims.map(({ number: _, ...row }) => row);
    return { claims: bare, parties, documents: await allDocuments(book) };
  });
}

const acts: Readonly<Record<string, (book: Book, claim: Claim) => Promise<unknown>>> = {
  accept: (book, { id }) => acceptClaims(book, [id], ada),
  reject: (book, { id }) => rejectClaims(book, [id], { ...ada, because: "not said" }),
  "edit of a status": (book, { id }) => editClaim(book, id, { status: "denied" }, ada),
  "edit of parties and figure": (book, { id }) =>
    editClaim(book, id, { roles: { investor: "x", investee: "y" }, amount: null, kind: "investment" }, ada),
  "claim by hand": (book, { document }) =>
    addClaim(book, document, { kind: "right", roles: { holder: "x" }, status: "talks", span: [0, 8] }, ada),
  "another document": async (book) => {
    const { keepArrivals } = await import("./keep-readings.ts");
    return keepArrivals(book, seededArrivals(5, 3, 7), "reader 1", ada);
  },
};

for (const [name, act] of Object.entries(acts)) {
  test(`undo of ${name} shows the book as it was, and undoing that undo shows it again`, async () => {
    const { store, claims } = await withClaims();
    const [before, data] = [await shown(store), await dataOf(store)];
    await write(store, (book) => act(book, claims[2]!));
    const [after, dataAfter] = [await shown(store), await dataOf(store)];
    assert.notDeepEqual(after, before);
    assert.notEqual(dataAfter, data);
    await write(store, (book) => undoLast(book, ada));
    assert.deepEqual([await shown(store), await dataOf(store)], [before, data]);
    await write(store, (book) => redoLast(book, ada));
    assert.deepEqual([await shown(store), await dataOf(store)], [after, dataAfter]);
    await store.close();
  });
}

test("an accepted, a rejected and an edited claim say so, and an edit leaves what was read", async () => {
  const { store, claims } = await withClaims();
  const [one, two, three] = claims as [Claim, Claim, Claim];
  await write(store, (book) => acceptClaims(book, [one.id], ada));
  await write(store, (book) => rejectClaims(book, [two.id], ada));
  await write(store, (book) => editClaim(book, three.id, { status: "denied" }, { ...ada, because: "see page 2" }));
  const find = (id: string) => ask(store, (book) => findClaim(book, id));
  assert.equal((await find(one.id)).review, "accepted");
  assert.equal((await find(two.id)).review, "rejected");
  const edited = await find(three.id.slice(0, 12));
  assert.deepEqual([edited.review, edited.claim], ["edited", { ...three, status: "denied" }]);
  assert.ok((await exported(store)).some((line) => line.includes(JSON.stringify(three.quote))));
  const [decision] = await ask(store, (book) => decisionsOn(book, three.id));
  assert.deepEqual(decision!.body, { because: "see page 2", fields: { status: "denied" } });
  await store.close();
});

test("undo goes further back each time; the log tells what, by whom, and what is undone", async () => {
  const { store, claims } = await withClaims();
  await write(store, (book) => acceptClaims(book, [claims[0]!.id, claims[1]!.id], ada));
  await write(store, (book) => rejectClaims(book, [claims[1]!.id], { by: "Grace" }));
  assert.equal((await write(store, (book) => undoLast(book, ada))).verb, "reject");
  assert.equal((await write(store, (book) => undoLast(book, ada))).verb, "accept");
  assert.equal((await write(store, (book) => undoLast(book, ada))).verb, "add");
  assert.deepEqual(await ask(store, allDocuments), []);
  const { items } = await ask(store, (book) => logPage(book, { limit: 10 }));
  assert.deepEqual(
    items.map(({ verb, by, records, inEffect }) => [verb, by, records, inEffect]),
    [
      ["undo", "Ada", 1, true],
      ["undo", "Ada", 1, true],
      ["undo", "Ada", 1, true],
      ["reject", "Grace", 1, false],
      ["accept", "Ada", 2, false],
      ["add", "Ada", 3, false],
    ],
  );
  const { problems } = await store.write((book) => undoLast(book, ada));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["nothing-to-undo"],
  );
  await store.close();
});

test("a document whose adding was undone can be added again", async () => {
  const { store } = await withClaims();
  const data = await dataOf(store);
  await write(store, (book) => undoLast(book, ada));
  assert.deepEqual(await keep(store, seededArrivals(3, 4), { by: "Ada", at: new Date("2025-12-18T00:00:00Z") }), [
    "appearance",
    "appearance",
    "appearance",
  ]);
  assert.equal((await ask(store, allDocuments)).length, 3);
  assert.notEqual(await dataOf(store), data, "it was received on another day");
  await store.close();
});

test("any write can be undone, not only the last; twice it cannot", async () => {
  const { store, claims } = await withClaims();
  const [accepted] = await write(store, (book) => acceptClaims(book, [claims[0]!.id], ada));
  await write(store, (book) => rejectClaims(book, [claims[1]!.id], ada));
  await write(store, (book) => undoWrite(book, accepted!.write, ada));
  const count = await ask(store, (book) => countClaims(book, { kind: "mark", mark: "reviewed" }));
  assert.equal(count.claims, 1);
  const { problems } = await store.write((book) => undoWrite(book, accepted!.write, ada));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["already-undone"],
  );
  await store.close();
});

test("a claim by hand must quote its document, an edit must know its fields", async () => {
  const { store, claims } = await withClaims();
  const [claim] = claims as [Claim];
  const hand = { kind: "right", roles: {}, status: "talks" };
  const codes = async (change: (book: Book) => Promise<unknown>) =>
    (await store.write(change)).problems.map(({ code }) => code);
  assert.deepEqual(
    await codes((book) => addClaim(book, claim.document, { ...hand, span: [0, 4], quote: "Nope" }, ada)),
    ["quote-not-in-text"],
  );
  assert.deepEqual(await codes((book) => addClaim(book, claim.document, { ...hand, span: [5, 99_999] }, ada)), [
    "quote-not-in-text",
  ]);
  assert.deepEqual(await codes((book) => addClaim(book, claim.document, { ...hand, span: [4, 4] }, ada)), [
    "bad-claim",
  ]);
  assert.deepEqual(await codes((book) => addClaim(book, "ffffff", { ...hand, span: [0, 4] }, ada)), [
    "unknown-document",
  ]);
  assert.deepEqual(await codes((book) => editClaim(book, claim.id, { statsu: "talks" }, ada)), ["bad-claim"]);
  assert.deepEqual(await codes((book) => editClaim(book, claim.id, { quote: "Nope" }, ada)), ["quote-not-in-text"]);
  assert.deepEqual(await codes((book) => acceptClaims(book, ["c-ffffffffffffffff"], ada)), ["unknown-claim"]);
  assert.deepEqual(await codes((book) => acceptClaims(book, ["c-"], ada)), ["ambiguous-claim"]);
  await store.close();
});

test("whatever is decided and undone, the index is the one that is built from the records alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = randomOf(seed);
      const { store, claims } = await withClaims(3, 3);
      const steps = Object.values(acts);
      for (let step = 0; step < 8; step++) {
        const choice = Math.floor(random() * (steps.length + 2));
        const claim = claims[Math.floor(random() * claims.length)]!;
        if (choice < steps.length) await store.write((book) => steps[choice]!(book, claim));
        else await store.write((book) => (choice === steps.length ? undoLast : redoLast)(book, ada));
      }
      const kept = await shown(store);
      await write(store, refreshBook);
      assert.deepEqual(await shown(store), kept);
      await store.close();
    }),
    { numRuns: 12 },
  );
});
