import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { type Party, partyOf } from "../model/party.ts";
import { conflictsOf } from "../views/conflict-rows.ts";
import { everything, knowingConflicts } from "../views/filter.ts";
import { allClaims, countClaims } from "./claims.ts";
import { conflictsInBook, conflictsOfClaims, conflictsState } from "./conflicts.ts";
import type { Arrival } from "./keep-readings.ts";
import { acceptClaims, decide, editClaim, rejectClaims } from "./review.ts";
import { type SettledQuestion, settledBook } from "./settled-book.ts";
import { ada, ask, dataOf, keep, opened, seedFor, write } from "./store.test-kit.ts";
import type { Store } from "./store.ts";
import { keepDealNames } from "./testimonies.ts";
import { redoLast, undoLast } from "./undo.ts";

const parties: readonly Party[] = [
  partyOf("amazon", "Amazon", "cloud"),
  partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId }),
  partyOf("openai", "OpenAI", "lab"),
  partyOf("xai", "xAI", "lab"),
];
const anyDay: SettledQuestion = { asOf: null, knownOn: null };

/** A document of its own, published on a day, that says that a contract over so much was signed. */
function contract(index: number, billions: number, published: string, fields: Partial<Claim> = {}): Arrival {
  const [arrival] = seededArrivals(1, 1, 100 + index) as [Arrival];
  const [claim] = arrival.reading!.claims as [Claim];
  const changed: Claim = {
    ...claim,
    kind: "compute-contract",
    roles: { customer: "openai" as PartyId, provider: "aws" as PartyId },
    amount: { min: billions * 1e9, max: billions * 1e9, unit: "USD", approximate: false },
    comparator: "=",
    status: "signed",
    period: null,
    chip: null,
    conditional: false,
    hedged: false,
    origin: null,
    ...fields,
  };
  const document = { ...arrival.document, published: published as PartialDay };
  return { ...arrival, document, reading: { ...arrival.reading!, document, claims: [changed] } };
}

const idOf = ({ reading }: Arrival): ClaimId => reading!.claims[0]!.id;

/** The claims that are in conflict: the same whether the whole book is settled, only their matters, or the disagreements of all deals are listed. */
async function marked(store: Store, question = anyDay): Promise<Set<ClaimId>> {
  return ask(store, async (book) => {
    const whole = new Set((await conflictsInBook(book, parties, question)).keys());
    const claims = (await allClaims(book, everything)).map(({ claim }) => claim);
    for (const claim of claims) {
      const own = await conflictsOfClaims(book, parties, question, [claim]);
      assert.deepEqual([...own.keys()], whole.has(claim.id) ? [claim.id] : [], claim.quote);
    }
    const together = await conflictsOfClaims(book, parties, question, claims);
    assert.deepEqual(new Set(together.keys()), whole);
    const { deals, flags } = await settledBook(book, parties, question);
    const listed = conflictsOf(deals, flags).flatMap((conflict) =>
      conflict.sort === "check" ? [] : conflict.field.readings.flatMap((reading) => reading.claims),
    );
    assert.deepEqual(whole, new Set(listed));
    return whole;
  });
}

const [first, second] = [contract(1, 38, "2025-11-03"), contract(2, 40, "2025-12-17")];
const both = new Set([idOf(first), idOf(second)]);
const none = new Set<ClaimId>();

async function disputed(): Promise<Store> {
  const store = await opened();
  await keep(store, [first, second], ada);
  return store;
}

test("before the second document was published nothing contradicts the first", async () => {
  await using store = await disputed();
  assert.deepEqual(await marked(store), both);
  assert.deepEqual(await marked(store, { asOf: null, knownOn: "2025-12-16" as PartialDay }), none);
  assert.deepEqual(await marked(store, { asOf: null, knownOn: "2025-12-17" as PartialDay }), both);
});

test("what was completed only after the day asked about contradicts nothing on it", async () => {
  await using store = await opened();
  const period = { start: "2026-05" as PartialDay, end: null, years: null };
  const later = contract(3, 40, "2025-12-17", { status: "completed", period });
  await keep(store, [contract(1, 38, "2025-11-03", { status: "completed" }), later], ada);
  assert.equal((await marked(store, { asOf: "2025-12-31" as PartialDay, knownOn: null })).size, 0);
  assert.equal((await marked(store, { asOf: "2026-12-31" as PartialDay, knownOn: null })).size, 2);
});

test("rejecting, editing, undoing and a later document move the marks of both sides", async () => {
  await using store = await disputed();
  await write(store, (book) => acceptClaims(book, [idOf(first)], ada));
  assert.deepEqual(await marked(store), both);
  await write(store, (book) => rejectClaims(book, [idOf(second)], ada));
  assert.deepEqual(await marked(store), none);
  await write(store, (book) => undoLast(book, ada));
  assert.deepEqual(await marked(store), both);
  const amount = { min: 38e9, max: 38e9, unit: "USD", approximate: false };
  await write(store, (book) => editClaim(book, idOf(second), { amount }, ada));
  assert.deepEqual(await marked(store), none);
  const third = contract(4, 41, "2025-12-18");
  await keep(store, [third], { by: "Ada", at: new Date("2026-01-02") });
  assert.deepEqual(await marked(store), new Set([...both, idOf(third)]));
  await write(store, (book) => undoLast(book, ada));
  assert.deepEqual(await marked(store), none);
  await write(store, (book) => redoLast(book, ada));
  assert.equal((await marked(store)).size, 3);
});

test("what people call different, the same, or one party counts at once, and no more once it is undone", async () => {
  await using store = await disputed();
  const elsewhere = contract(5, 41, "2025-12-17", {
    roles: { customer: "open-ai" as PartyId, provider: "aws" as PartyId },
  });
  const unlike = contract(6, 41, "2025-12-17", { roles: { customer: "xai" as PartyId, provider: "aws" as PartyId } });
  await keep(store, [elsewhere, unlike], { by: "Ada", at: new Date("2026-01-02") });
  assert.deepEqual(await marked(store), both);
  const act = (verb: string, subject: string, body: Record<string, string>) =>
    write(store, (book) => decide(book, [{ verb, subject, body }], [], ada));
  await act("different", idOf(first), { as: idOf(second) });
  assert.deepEqual(await marked(store), none);
  await write(store, (book) => undoLast(book, ada));
  await act("merge", "open-ai", { into: "openai" });
  assert.deepEqual(await marked(store), new Set([...both, idOf(elsewhere)]));
  await write(store, (book) => undoLast(book, ada));
  await act("same", idOf(first), { as: idOf(unlike) });
  assert.deepEqual(await marked(store), new Set([...both, idOf(unlike)]));
  await write(store, (book) => undoLast(book, ada));
  assert.deepEqual(await marked(store), both);
});

test("a filter that asks for conflicts lets through those of the settled book, and refuses to guess", async () => {
  await using store = await disputed();
  const asking = { kind: "not", filter: { kind: "mark", mark: "conflict" } } as const;
  await assert.rejects(
    store.ask((book) => countClaims(book, asking)),
    /nobody has settled/,
  );
  const count = (claims: readonly ClaimId[]) =>
    ask(store, (book) => countClaims(book, knowingConflicts(asking, claims)));
  assert.deepEqual([(await count([])).claims, (await count([idOf(first)])).claims], [2, 1]);
});

test("names of deals tell states apart once decisions speak of deals", async () => {
  await using store = await disputed();
  const state = async () => {
    const data = await dataOf(store);
    return ask(store, (book) => conflictsState(book, data));
  };
  const name = (deal: string) =>
    write(store, async (book) => {
      const [decision] = await decide(book, [{ verb: "flag", subject: idOf(first), body: {} }], [], ada);
      await keepDealNames(book, [{ deal, claims: [idOf(first)] } as never], decision!);
    });
  await write(store, (book) =>
    decide(book, [{ verb: "same", subject: "deal-1", body: { as: idOf(second) } }], [], ada),
  );
  const before = await state();
  await name("deal-1");
  assert.notEqual(await state(), before);
});

/** Something that may happen to a book, by a number. */
async function happen(store: Store, number: number): Promise<void> {
  const random = randomOf(number);
  const claims = await ask(store, (book) => allClaims(book, everything));
  if (claims.length === 0) return;
  const any = (): ClaimId => claims[Math.floor(random() * claims.length)]!.claim.id;
  const acts: readonly (() => Promise<unknown>)[] = [
    () => write(store, (book) => rejectClaims(book, [any()], ada)),
    () => write(store, (book) => editClaim(book, any(), { status: "signed" }, ada)),
    () => write(store, (book) => decide(book, [{ verb: "same", subject: any(), body: { as: any() } }], [], ada)),
    () => write(store, (book) => decide(book, [{ verb: "different", subject: any(), body: { as: any() } }], [], ada)),
    () => write(store, (book) => decide(book, [{ verb: "merge", subject: "xai", body: { into: "openai" } }], [], ada)),
    () => write(store, (book) => decide(book, [{ verb: "merge", subject: "openai", body: { into: "aws" } }], [], ada)),
    () => store.write((book) => undoLast(book, ada)),
    () => keep(store, [crowded(number)], { by: "Ada", at: new Date("2026-01-02") }, `reader ${number % 3}`),
  ];
  await acts[Math.floor(random() * acts.length)]!();
}

/** A document with claims about a few parties, so that many are of one matter. */
function crowded(seed: number): Arrival {
  const random = randomOf(seed);
  const pick = (): PartyId => parties[Math.floor(random() * parties.length)]!.id;
  const [arrival] = seededArrivals(1, 6, seed) as [Arrival];
  const claims = arrival.reading!.claims.map((claim): Claim => {
    const roles = Object.fromEntries(Object.keys(claim.roles).map((role) => [role, pick()]));
    const shared = claim.kind === "investment" && random() < 0.3 ? { "investor-2": pick() } : {};
    return { ...claim, kind: claim.kind === "stake" ? "investment" : claim.kind, ...rolesOf(claim, roles, shared) };
  });
  return { ...arrival, reading: { ...arrival.reading!, claims } };
}

function rolesOf(
  { kind, roles: before }: Claim,
  roles: Record<string, PartyId>,
  shared: Record<string, PartyId>,
): Pick<Claim, "roles"> {
  if (kind !== "stake") return { roles: { ...roles, ...shared } };
  const [holder, company] = Object.keys(before);
  return { roles: { investor: roles[holder!]!, investee: roles[company!]!, ...shared } };
}

test("whatever happens to a book, the marks of single claims are those of the whole book, on every day", async () => {
  const seed = seedFor("marks");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 2 ** 31 }), { minLength: 2, maxLength: 4 }),
      fc.array(fc.nat({ max: 2 ** 31 }), { maxLength: 6 }),
      async (documents, happenings) => {
        await using store = await opened();
        await keep(store, documents.map(crowded), ada);
        for (const number of happenings) await happen(store, number);
        await marked(store);
        await marked(store, { asOf: "2025-06-30" as PartialDay, knownOn: "2025-03-31" as PartialDay });
      },
    ),
    { seed, numRuns: 15 },
  );
});
