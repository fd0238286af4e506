import assert from "node:assert/strict";
import { test } from "node:test";
import { randomOf, seededArrivals } from "../../bench/seeded-book.ts";
import type { Claim } from "../model/claim.ts";
import type { DocumentId, PartyId } from "../model/id.ts";
import {
  type ClaimOrder,
  claimGroupings,
  claimSorts,
  groupedOrder,
  orderBy,
  orderText,
  readOrder,
} from "../views/claim-order.ts";
import { everything, type Filter } from "../views/filter.ts";
import { parseFilter } from "../views/parse-filter.ts";
import { allClaims, claimIds, claimsPage, countClaims, groupedClaims } from "./claims.ts";
import type { Cursor } from "./page.ts";
import { ask, begun, keep, opened, seedFor } from "./store.test-kit.ts";
import type { Store } from "./store.ts";

const arrivals = seededArrivals(40, 6);
const published = new Map(arrivals.map(({ document }) => [document.id, document.published]));
const publisher = new Map(arrivals.map(({ document }) => [document.id, document.publisher]));
const claims = arrivals.flatMap(({ reading }) => reading!.claims);
const parties = new Map(claims.flatMap(({ roles }) => Object.values(roles)).map((id): [string, PartyId] => [id, id]));
const documents = new Map<string, DocumentId>([["first", arrivals[0]!.document.id]]);
const store = await opened();
await keep(store, arrivals);

function filterOf(text: string): Filter {
  const filter = parseFilter(text, { parties, documents });
  assert.ok(!("code" in filter), text);
  return filter;
}

async function found(text: string): Promise<string[]> {
  return (await ask(store, (book) => allClaims(book, filterOf(text)))).map(({ claim }) => claim.id).sort();
}

const flows = "investment secondary-sale compute-contract chip-supply commitment financing acquisition".split(" ");
const isMoney = ({ amount }: Claim): boolean => amount !== null && /^[A-Z]{3}$/.test(amount.unit);

/** Filters beside what they mean, said in another way. */
const meanings: Readonly<Record<string, (claim: Claim) => boolean>> = {
  "": () => true,
  "kind:flow": ({ kind }) => flows.includes(kind),
  "kind:stake,right": ({ kind }) => kind === "stake" || kind === "right",
  "status:talks": ({ status }) => status === "talks",
  "firm:signed": ({ status }) => status === "signed" || status === "completed",
  "party:party-7": ({ roles }) => Object.values<string>(roles).includes("party-7"),
  "from:party-7 or to:party-8": ({ roles }) => {
    const [from, to] = Object.values<string>(roles);
    return from === "party-7" || to === "party-8";
  },
  "amount:>=10bn": (claim) => isMoney(claim) && claim.amount!.min! >= 10e9,
  "amount:<10bn": (claim) => isMoney(claim) && claim.amount!.max !== null && claim.amount!.max < 10e9,
  "amount:5bn..10bn": (claim) =>
    isMoney(claim) && claim.amount!.min! >= 5e9 && claim.amount!.max !== null && claim.amount!.max <= 10e9,
  "amount:>5GW": ({ amount }) => amount?.unit === "W" && amount.min! > 5e9,
  "amount:>€5bn": ({ amount }) => amount?.unit === "EUR" && amount.min! > 5e9,
  "unit:EUR amount:>5bn": ({ amount }) => amount?.unit === "EUR" && amount.min! > 5e9,
  "amount:none": ({ amount }) => amount === null,
  "-amount:none -hedged": ({ amount, hedged }) => amount !== null && !hedged,
  "-chip:tpu": ({ chip }) => chip !== "tpu",
  "chip:TPU": ({ chip }) => chip === "tpu",
  "-(status:talks or status:denied) conditional": ({ status, conditional }) =>
    status !== "talks" && status !== "denied" && conditional,
  "origin:bloomberg": ({ origin }) => origin === "Bloomberg",
  "published:2024": ({ document }) => published.get(document)?.startsWith("2024") === true,
  "published:none": ({ document }) => published.get(document) === null,
  "published:>=2025-07": ({ document }) => (published.get(document) ?? "") >= "2025-07",
  "published:<2025-07": ({ document }) => published.get(document) !== null && published.get(document)! < "2025-07",
  "published:2024-Q2..2024-Q3": ({ document }) => {
    const day = published.get(document);
    return day !== null && day! >= "2024-04" && day! < "2024-10";
  },
  "period:2025": ({ period }) => period?.start === "2025",
  "period:>2025": ({ period }) => period !== null && period.start! > "2025",
  'publisher:"chip post"': ({ document }) => publisher.get(document) === "Chip Post",
  "document:first": ({ document }) => document === arrivals[0]!.document.id,
  [`document:${arrivals[0]!.document.id.slice(0, 12)}`]: ({ document }) => document === arrivals[0]!.document.id,
  quietly: ({ quote }) => quote.includes("quietly"),
  '"buys chips"': ({ quote }) => quote.includes("buys chips"),
  "quietly chips": ({ quote }) => quote.includes("quietly") && quote.includes("chips"),
  "-quietly": ({ quote }) => !quote.includes("quietly"),
  BILLI: ({ quote }) => quote.includes("billi"),
};

for (const [text, meaning] of Object.entries(meanings)) {
  test(`the filter “${text}” lets through what it says`, async () => {
    const expected = claims.filter(meaning).map(({ id }) => id);
    assert.deepEqual(await found(text), expected.sort());
    assert.equal((await ask(store, (book) => countClaims(book, filterOf(text)))).claims, expected.length);
  });
}

/** Every sort alone, and together with others in both directions. */
const orders: readonly ClaimOrder[] = [
  ...claimSorts.flatMap((sort) => [orderBy(sort), orderBy(sort, true)]),
  ...[
    "status,-amount",
    "-status,amount",
    "from,to,-amount",
    "document,-amount",
    "-document,kind",
    "kind,-document",
    "-period,-from,to",
    "-amount,id",
    "status,kind,period,-id",
  ].map((written) => readOrder(written) as ClaimOrder),
];

test("pages set end to end are all claims, each once, in the order of the whole list", async () => {
  const all = claims.map(({ id }) => id).sort();
  for (const order of orders) {
    const seen = await walk(store, order);
    assert.deepEqual([...seen].sort(), all, orderText(order));
    assert.deepEqual(seen, await ask(store, (book) => claimIds(book, { filter: everything, order })), orderText(order));
  }
});

test("a second sort orders what is equal in the first, and what states nothing stands last in both", async () => {
  const order = readOrder("-status,amount") as ClaimOrder;
  const { items } = await ask(store, (book) => claimsPage(book, { filter: everything, order, limit: 1000 }));
  const seen = items.map(({ claim }) => claim.status);
  const runs = seen.filter((status, index) => status !== seen[index - 1]);
  assert.equal(new Set(runs).size, runs.length);
  assert.deepEqual(runs.slice(0, 4), ["completed", "signed", "announced", "talks"]);
  for (const [status, own] of Map.groupBy(items, ({ claim }) => claim.status)) {
    const places = own.map(({ claim: { amount } }) =>
      amount === null ? 9e99 : ["USD", "EUR", "W"].indexOf(amount.unit) * 1e30 + (amount.min ?? amount.max!),
    );
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
      status,
    );
  }
});

test("the claims of a group stand together, each with what it has in common, and together they are all", async () => {
  const order = orderBy("amount", true);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const grouping of claimGroupings) {
    const { ids, groups } = await ask(store, (book) => groupedClaims(book, { filter: everything, order }, grouping));
    const grouped = groupedOrder(grouping, order);
    assert.deepEqual(ids, await ask(store, (book) => claimIds(book, { filter: everything, order: grouped })));
    assert.equal(new Set(groups.map(({ values }) => values.join("\n"))).size, groups.length, grouping);
    const rest = [...ids];
    for (const { values, figures } of groups) {
      const own = rest.splice(0, figures.length).map((id) => byId.get(id)!);
      if (grouping === "document" || grouping === "status" || grouping === "kind")
        for (const claim of own) assert.deepEqual(values, [claim[grouping]]);
      assert.deepEqual(
        figures.map(({ kind, status, unit }) => [kind, status, unit]),
        own.map(({ kind, status, amount }) => [kind, status, amount?.unit ?? null]),
      );
    }
    assert.deepEqual(rest, []);
  }
});

test("amounts sort by unit, money first, then by figure; claims without one stand last in both directions", async () => {
  const amounts = async (descending: boolean) =>
    (
      await ask(store, (book) =>
        claimsPage(book, { filter: everything, order: orderBy("amount", descending), limit: 1000 }),
      )
    ).items.map(({ claim }) => claim.amount && [claim.amount.unit, claim.amount.min]);
  for (const descending of [false, true]) {
    const seen = await amounts(descending);
    const units = [...new Set(seen.map((amount) => amount?.[0] ?? null))];
    assert.deepEqual(units, ["USD", "EUR", "W", null]);
    const dollars = seen.filter((amount) => amount?.[0] === "USD").map((amount) => Number(amount![1]));
    const sorted = [...dollars].sort((one, other) => one - other);
    assert.deepEqual(dollars, descending ? sorted.reverse() : sorted);
  }
});

test("what is added while somebody pages is neither skipped nor repeated among what was there", async () => {
  const seed = seedFor("paging under inserts");
  const random = randomOf(seed);
  for (const order of orders.filter(() => random() < 0.5)) {
    await using own = await opened();
    const [first, later] = [seededArrivals(12, 5, seed), seededArrivals(40, 5, seed + 1)];
    await keep(own, first);
    const there = new Set(first.flatMap(({ reading }) => reading!.claims.map(({ id }) => id as string)));
    const seen = await walk(own, order, async () => void (await keep(own, later.splice(0, 3), begun)));
    assert.equal(new Set(seen).size, seen.length, `${orderText(order)}: repeats`);
    assert.deepEqual(seen.filter((id) => there.has(id)).sort(), [...there].sort(), orderText(order));
  }
});

test("a cursor of another order is refused", async () => {
  const { problems } = await store.ask((book) =>
    claimsPage(book, { filter: everything, order: orderBy("amount"), limit: 5, after: "bm9uc2Vuc2U" as Cursor }),
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["bad-cursor"],
  );
});

async function walk(book: Store, order: ClaimOrder, between: () => Promise<void> = async () => {}): Promise<string[]> {
  const seen: string[] = [];
  let after: Cursor | null = null;
  do {
    const question = { filter: everything, order, limit: 7, after };
    const page: Awaited<ReturnType<typeof claimsPage>> = await ask(book, (open) => claimsPage(open, question));
    seen.push(...page.items.map(({ claim }) => claim.id));
    after = page.next;
    await between();
  } while (after !== null);
  return seen;
}

/** A document that says one thing: x has invested so much in y. */
test.after(() => store.close());
