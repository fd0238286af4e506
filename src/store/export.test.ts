import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededArrivals } from "../../bench/seeded-book.ts";
import { documentOf } from "../model/document.ts";
import { normalisedText } from "../model/id.ts";
import { orderBy } from "../views/claim-order.ts";
import { everything } from "../views/filter.ts";
import { allClaims, claimsPage, countClaims } from "./claims.ts";
import { textOf } from "./documents.ts";
import { importLines } from "./import.ts";
import type { Arrival } from "./keep-readings.ts";
import { acceptClaims, addClaim, decide, editClaim, rejectClaims } from "./review.ts";
import { ada, ask, dataOf, exported, keep, opened, write } from "./store.test-kit.ts";
import type { Store } from "./store.ts";
import { redoLast, undoLast } from "./undo.ts";
import { verifyBook } from "./verify.ts";

/** A book with every sort of record in it: refusals, several readings, decisions of all verbs, undone ones, and one that no program knows yet. */
async function fullBook(): Promise<Store> {
  const store = await opened();
  const arrivals = seededArrivals(6, 4).map((arrival) => ({
    ...arrival,
    reading: {
      ...arrival.reading!,
      names: new Map([["party-1", "Party № 1 “Ltd”"]]) as never,
      refusals: [{ reason: "teaser", span: [0, 6], quote: arrival.document.text.slice(0, 6) }] as const,
    },
  }));
  await keep(store, arrivals);
  await keep(
    store,
    arrivals.slice(0, 2).map((arrival) => ({ ...arrival, from: null })),
    ada,
    "reader 2",
  );
  const claims = await ask(store, (book) => allClaims(book, everything));
  const ids = claims.map(({ claim }) => claim.id);
  await write(store, (book) => acceptClaims(book, ids.slice(0, 3), ada));
  await write(store, (book) => rejectClaims(book, ids.slice(3, 4), { ...ada, because: "“opinion”\n" }));
  await write(store, (book) =>
    editClaim(book, ids[5]!, { amount: null, period: { years: 2, end: null, start: null } }, ada),
  );
  const hand = { kind: "right", roles: { holder: "é" }, status: "talks", span: [0, 6] };
  await write(store, (book) => addClaim(book, claims[0]!.claim.document, hand, ada));
  await write(store, (book) => undoLast(book, ada));
  await write(store, (book) => undoLast(book, ada));
  await write(store, (book) => redoLast(book, ada));
  const same = { verb: "same", subject: "openai", body: { with: "open-ai", because: { z: 1, a: [null, true] } } };
  await write(store, (book) => decide(book, [same], [], ada));
  return store;
}

test("export, import in any order, export: the same bytes, the same book", async () => {
  const store = await fullBook();
  const lines = await exported(store);
  const rows = await ask(store, (book) =>
    claimsPage(book, { filter: everything, order: orderBy("status"), limit: 99 }),
  );
  const data = await dataOf(store);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
      await using copy = await opened();
      const { value, problems } = await write(copy, (book) => importLines(book, shuffled, "x.jsonl", ada));
      assert.deepEqual([value, problems], [{ added: lines.length, known: 0 }, []]);
      assert.deepEqual(await exported(copy), lines);
      assert.equal(await dataOf(copy), data);
      assert.deepEqual(
        await ask(copy, (book) => claimsPage(book, { filter: everything, order: orderBy("status"), limit: 99 })),
        rows,
      );
      assert.deepEqual((await ask(copy, verifyBook)).problems, []);
    }),
    { numRuns: 15 },
  );
  await store.close();
});

test("odd characters come back as they were kept, and filters take any of them", async () => {
  await using store = await opened();
  const [{ document, from }] = seededArrivals(1, 1) as [Arrival];
  const odd = documentOf(normalisedText("\uFEFF\uFEFFa\0b\r\n\ud800 e\u0301 😀 \u2028 \u202E “x”\r \t"), document);
  const reading = { document: odd, claims: [], refusals: [], names: new Map(), written: new Map(), sentences: 1 };
  await keep(store, [{ document: odd, from, reading }]);
  assert.equal(await ask(store, (book) => textOf(book, odd.id)), "a\0b\n\uFFFD é 😀 \u2028 \u202E “x”");
  const lines = await exported(store);
  await using copy = await opened();
  await write(copy, (book) => importLines(book, lines, "x.jsonl", ada));
  assert.deepEqual(await exported(copy), lines);
  for (const phrase of ["!", "a\0b", '"', "*", "NEAR(", "😀", "\ud800", "x OR y", "quote:"])
    assert.equal((await ask(copy, (book) => countClaims(book, { kind: "phrase", phrase }))).claims, 0, phrase);
});

test("an import that comes twice adds nothing, and so does one into the book it comes from", async () => {
  await using store = await fullBook();
  const lines = await exported(store);
  for (const input of [lines, [...lines, ...lines]]) {
    const { value } = await write(store, (book) => importLines(book, input, "x.jsonl", ada));
    assert.deepEqual(value, { added: 0, known: input.length });
  }
  assert.deepEqual(await exported(store), lines);
});

test("keys of a line may stand in any order, and blank lines are passed over", async () => {
  await using store = await fullBook();
  const lines = await exported(store);
  const turned = lines.map((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse())));
  await using copy = await opened();
  const { problems } = await write(copy, (book) => importLines(book, ["", ...turned, "\n"], "x.jsonl", ada));
  assert.deepEqual(problems, []);
  assert.deepEqual(await exported(copy), lines);
});

test("a bad line is told with its number, and the others are taken", async () => {
  await using store = await fullBook();
  const lines = await exported(store);
  const at = (type: string): number => lines.findIndex((line) => line.startsWith(`{"type":"${type}"`));
  const spoilt = [...lines];
  spoilt[at("claim")] = lines[at("claim")]!.replace(/"status":"\w+"/, '"status":"sgined"');
  spoilt[at("claim") + 1] = lines[at("claim") + 1]!.replace(
    /"conditional":(true|false)/,
    (_, is) => `"conditional":${is !== "true"}`,
  );
  spoilt[at("refusal")] = lines[at("refusal")]!.slice(0, 40);
  spoilt[at("decision")] = lines[at("decision")]!.replace("Ada", "Eve");
  spoilt.push('{"type":"deal","schema":1}\n', '{"type":"document","schema":2,"id":"x","text":"y"}\n');
  await using copy = await opened();
  const { value, problems } = await write(copy, (book) => importLines(book, spoilt, "x.jsonl", ada));
  assert.deepEqual(
    problems.map(({ place }) => place),
    [at("claim"), at("claim") + 1, at("refusal"), at("decision"), lines.length, lines.length + 1].map((index) => ({
      file: "x.jsonl",
      line: index + 1,
    })),
  );
  assert.deepEqual(
    problems.map(({ message }) => message.replace(/(id is|gives) \S+/g, "$1 …").replace(/JSON: .*/, "JSON: …")),
    [
      'its claim has a bad status: "sgined".',
      "it is not what was written: its seal is broken.",
      "it is no JSON: …",
      "it is not what was written: its id is … what it holds gives …",
      'it has no type that this program knows: "deal".',
      "its schema is 2; this program reads 1.",
    ],
  );
  assert.deepEqual(value, { added: lines.length - 4, known: 0 });
});

test("a record that refers to nothing is a bad line; what is missing can follow later", async () => {
  await using store = await fullBook();
  const lines = await exported(store);
  const documents = lines.filter((line) => line.startsWith('{"type":"document"'));
  const others = lines.filter((line) => !documents.includes(line));
  await using copy = await opened();
  const first = await write(copy, (book) => importLines(book, others, "x.jsonl", ada));
  const decisions = others.filter((line) => line.startsWith('{"type":"decision"'));
  assert.equal(first.problems.length, others.length - decisions.length);
  assert.match(first.problems[0]!.message, /is neither in this file nor in the book/);
  const second = await write(copy, (book) => importLines(book, lines, "x.jsonl", ada));
  assert.deepEqual(
    [second.value, second.problems],
    [{ added: lines.length - decisions.length, known: decisions.length }, []],
  );
  assert.deepEqual(await exported(copy), lines);
});
