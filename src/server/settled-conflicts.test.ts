import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { seededArrivals } from "../../bench/seeded-book.ts";
import type { Claim } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import type { Arrival } from "../store/keep-readings.ts";
import { ada, keep, opened } from "../store/store.test-kit.ts";
import type { BookAnswer, ClaimsAnswer, ConflictsAnswer, WrittenAnswer } from "../views/page-answers.ts";
import { letIn, type ServedFolder, serveFolder } from "./server.test-kit.ts";

let served: ServedFolder;
let session: { origin: string; cookie: string };

before(async () => {
  served = await serveLarge(mkdtempSync(join(tmpdir(), "capstack-large-")));
  session = await letIn(served.address);
});
after(async () => served[Symbol.asyncDispose]());

/** A book of more claims than are settled at once. */
async function serveLarge(folder: string): Promise<ServedFolder> {
  const book = join(folder, "book");
  mkdirSync(book);
  writeFileSync(join(book, "capstack.yaml"), "name: large\n");
  await using store = await opened(book);
  await keep(store, seededArrivals(130, 10).map(amongFew), ada);
  return serveFolder(folder);
}

/** The same claims about few parties, so that many are about one deal. */
function amongFew({ reading, ...arrival }: Arrival): Arrival {
  const few = (party: PartyId): PartyId => `party-${Number(party.slice(6)) % 9}` as PartyId;
  const claims = reading!.claims.map((claim): Claim => {
    const roles = Object.entries(claim.roles).map(([role, party]): [string, PartyId] => [role, few(party)]);
    return { ...claim, roles: Object.fromEntries(roles) };
  });
  return { ...arrival, reading: { ...reading!, claims } };
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`${session.origin}/api/${path}`, { headers: { cookie: session.cookie } });
  assert.equal(response.status, 200, path);
  return (await response.json()) as T;
}

async function act<T>(name: string, body: object): Promise<T> {
  const headers = { ...session, "content-type": "application/json" };
  const response = await fetch(`${session.origin}/api/${name}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200, name);
  return (await response.json()) as T;
}

/** The ids that the command line lists. */
function listed(filter: string): string[] {
  const lines = served.run("claims", filter, "--book", "book", "--plain").trim().split("\n");
  return lines.map((line) => /c-[0-9a-f]{16}/.exec(line)?.[0] ?? "").filter(Boolean);
}

test("a large book opens before it is settled; its rows are marked already, its counts come when they are asked for", async () => {
  const { conflicts } = await ask<BookAnswer>("book");
  assert.equal(conflicts, null);
  const { counts, first } = await ask<ClaimsAnswer>("claims");
  assert.equal(counts.conflicts, null);
  const marked = new Set(listed("conflict"));
  assert.ok(marked.size > 0);
  for (const card of first) assert.equal(card.conflict, marked.has(card.id), card.id);

  const counted = await ask<ConflictsAnswer>("conflicts?q=kind:stake");
  const sum = Object.values(counted.documents).reduce((all, each) => all + each, 0);
  assert.deepEqual([sum, counted.claims], [marked.size, listed("conflict kind:stake").length]);
  assert.deepEqual((await ask<BookAnswer>("book")).conflicts, counted.documents);
});

test("a filter that asks for conflicts waits for them; a decision makes them unknown again, and never wrong", async () => {
  const marked = listed("conflict");
  const { ids, counts } = await ask<ClaimsAnswer>("claims?q=conflict");
  assert.deepEqual([new Set(ids), counts.conflicts], [new Set(marked), marked.length]);
  const written = await act<WrittenAnswer>("reject", { ids: marked.slice(0, 1) });
  assert.deepEqual([written.conflicts, written.movesMarks], [null, true]);
  assert.equal(written.cards[0]!.conflict, false);
  const after = await ask<ClaimsAnswer>("claims?q=conflict");
  assert.deepEqual(new Set(after.ids), new Set(listed("conflict")));
  assert.ok(!after.ids.includes(marked[0]!));
});

test("other days have other conflicts", async () => {
  const day = "2024-06-30";
  const { ids } = await ask<ClaimsAnswer>(`claims?q=conflict&at=${day}`);
  const lines = served.run("claims", "conflict", "--at", day, "--book", "book", "--plain").match(/c-[0-9a-f]{16}/g);
  assert.deepEqual(new Set(ids), new Set(lines ?? []));
});
