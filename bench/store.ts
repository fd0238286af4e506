/**
 * Does a book stay quick when it is large? `node bench/store.ts [documents to read, default 10000]`
 *
 * 100,000 claims in 10,000 documents made from a seed are stored in batches of 100 documents, each waited for until it is on the disk; then pages, filters and
 * searches of that book are timed, the worst of several, each with its count. Intake reads texts of about 3 KB from files on all cores.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { readRegisters } from "../src/intake/registers.ts";
import { takeIn } from "../src/intake/take-in.ts";
import type { ClaimId, PartyId } from "../src/model/id.ts";
import { noRegisters } from "../src/model/party.ts";
import { bookData } from "../src/store/book-data.ts";
import { type ClaimQuestion, claimsPage, countClaims, type StandingClaim } from "../src/store/claims.ts";
import { conflictsInBook, conflictsOfClaims } from "../src/store/conflicts.ts";
import { documentNumbers } from "../src/store/document-numbers.ts";
import { newestDay } from "../src/store/documents.ts";
import { exportLines } from "../src/store/export.ts";
import { dataAfter } from "../src/store/history.ts";
import { keepArrivals } from "../src/store/keep-readings.ts";
import { logPage } from "../src/store/log.ts";
import type { Cursor, Page } from "../src/store/page.ts";
import { partiesInBook, partyNames } from "../src/store/readings.ts";
import { openStore, type Store } from "../src/store/store.ts";
import type { Book } from "../src/store/tables.ts";
import { type ClaimOrder, claimSorts, orderBy, orderText, readOrder } from "../src/views/claim-order.ts";
import { everything, type Filter, knowingConflicts } from "../src/views/filter.ts";
import { parseFilter } from "../src/views/parse-filter.ts";
import { seededArrivals } from "./seeded-book.ts";

const anyDay = { asOf: null, knownOn: null };
const toRead = Number(process.argv[2] ?? 10_000);
const root = mkdtempSync(join(tmpdir(), "capstack-bench-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

const arrivals = seededArrivals(10_000, 10);
const parties = new Map(
  arrivals
    .flatMap(({ reading }) => reading!.claims.flatMap(({ roles }) => Object.values(roles)))
    .map((id): [string, PartyId] => [id, id]),
);
let store = await opened(join(root, "large"));
await measured("100,000 claims stored", 20, async () => {
  for (let at = 0; at < arrivals.length; at += 100)
    await done(store.write((book) => keepArrivals(book, arrivals.slice(at, at + 100), "bench", { by: "bench" })));
});
await store.close();
console.log(`  ${Math.round(statSync(join(root, "large", "capstack.db")).size / 1e6)} MB on the disk`);

await measured("the book opened", 1, async () => {
  store = await opened(join(root, "large"));
});
for (const sort of claimSorts) for (const descending of [false, true]) await worstPage(orderBy(sort, descending));
for (const written of ["status,-amount", "from,to,-amount", "document,-amount"])
  await worstPage(readOrder(written) as ClaimOrder);
let inConflict: readonly ClaimId[] = [];
await measured("the claims of one page marked by their matters", Number.NaN, async () => {
  await done(store.ask(async (book) => markedPage(book)));
});
await measured("the whole book settled for its conflicts", Number.NaN, async () => {
  inConflict = [...(await done(store.ask((book) => conflictsInBook(book, [], anyDay)))).keys()];
});
for (const text of [
  "kind:flow party:party-7 amount:>=10bn",
  "status:talks amount:>5bn conflict",
  "conflict",
  "from:party-3 or to:party-3",
  "-hedged published:2025-06..2025-09 period:>=2025",
  "trainium or blackwell",
  "quietly billion",
  '"rents capacity" -status:denied',
  'publisher:"Chip Post" firm:signed unit:EUR',
])
  await worstFilter(text);
await measured("names, dates and hash, which every answer begins with", 0.2, async () => {
  await done(store.ask(async (book) => askedFirst(book)));
});
await measured("the hash after each of the last 50 of 100 writes", Number.NaN, async () => {
  await done(store.ask(async (book) => logged(book)));
});
await measured("the whole book exported", Number.NaN, async () => {
  await done(
    store.ask(async (book) => {
      for await (const line of exportLines(book)) void line;
      return true;
    }),
  );
});
await store.close();

await intake();

/** What `capstack claims` asks before the claims: no row of a document but its hash and its number. */
async function askedFirst(book: Book): Promise<true> {
  await partiesInBook(book);
  await partyNames(book);
  await documentNumbers(book);
  await newestDay(book);
  await bookData(book, noRegisters);
  return true;
}

/** What the first page of a list needs before anybody has settled the book. */
async function markedPage(book: Book): Promise<true> {
  const { items } = await claimsPage(book, { filter: everything, order: orderBy("document"), limit: 50 });
  const claims = items.map(({ claim }) => claim);
  await conflictsOfClaims(book, [], anyDay, claims);
  return true;
}

async function logged(book: Book): Promise<true> {
  const { items } = await logPage(book, { limit: 50 });
  const times = items.map(({ at }) => at);
  await dataAfter(book, noRegisters, times);
  return true;
}

/** Pages at the start, in the middle and near the end of an order, each by the key of the one before. */
async function worstPage(order: ClaimOrder): Promise<void> {
  const times: Time[] = [];
  let after: Cursor | null = null;
  for (let number = 0; number < 12; number++) {
    const question: ClaimQuestion = { filter: everything, order, limit: number % 3 === 2 ? 8000 : 50, after };
    const [page, time] = await timed(() => done(store.ask((book) => claimsPage(book, question))));
    if (question.limit === 50) times.push(time);
    after = (page as Page<StandingClaim>).next;
  }
  report(`page of 50 by ${orderText(order)}, worst of 8 in 32,000`, worst(times), 0.1);
}

async function worstFilter(text: string): Promise<void> {
  const filter = knowingConflicts(parseFilter(text, { parties, documents: new Map() }) as Filter, inConflict);
  const times: Time[] = [];
  let count = 0;
  for (const sort of ["document", "amount"] as const) {
    const [found, time] = await timed(() =>
      done(
        store.ask(async (book) => {
          const { claims } = await countClaims(book, filter);
          return { claims, page: await claimsPage(book, { filter, order: orderBy(sort, true), limit: 50 }) };
        }),
      ),
    );
    count = found.claims;
    times.push(time);
  }
  report(`${text} (${count.toLocaleString("en")})`, worst(times), 0.2);
}

/** Real texts cut and joined to 3 KB, each under a number of its own. */
async function intake(): Promise<void> {
  const gold = new URL("../gold/shown/", import.meta.url);
  const words = readdirSync(gold)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(new URL(name, gold), "utf8"))
    .join("\n\n");
  const folder = join(root, "read");
  mkdirSync(join(folder, "documents"), { recursive: true });
  const files = Array.from({ length: toRead }, (_, index) => {
    const start = (index * 1237) % (words.length - 3000);
    const file = join(folder, "documents", `${index}.txt`);
    writeFileSync(file, `No. ${index}\n\n${words.slice(start, start + 3000)}`);
    return file;
  });
  const registers = (await readRegisters()).value;
  const book = await opened(folder);
  let claims = 0;
  const name = `${toRead.toLocaleString("en")} documents of 3 KB read and stored, ${availableParallelism()} cores`;
  await measured(name, (300 * toRead) / 10_000, async () => {
    const taken = await takeIn(book, files, { folder, registers, write: { by: "bench" } });
    for (const { kept } of taken.value.files) claims += kept?.claims ?? 0;
  });
  console.log(`  ${claims.toLocaleString("en")} claims`);
  await book.close();
}

async function opened(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  return done(openStore(folder));
}

/** The value; a bench has no use for problems. */
async function done<T>(result: Promise<{ value: T | null; problems: readonly { message: string }[] }>): Promise<T> {
  const { value, problems } = await result;
  if (value === null) throw new Error(problems[0]?.message);
  return value;
}

async function measured(name: string, bar: number, run: () => Promise<void>): Promise<void> {
  const [, time] = await timed(run);
  report(name, time, bar);
}

/** Seconds on the wall, and those in which a processor worked for this program: on a busy machine the two differ. */
interface Time {
  readonly wall: number;
  readonly processor: number;
}

async function timed<T>(run: () => Promise<T>): Promise<[T, Time]> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return [value, { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }];
}

function worst(times: readonly Time[]): Time {
  return times.reduce((one, other) => (one.wall > other.wall ? one : other));
}

function report(name: string, { wall, processor }: Time, bar: number): void {
  const shown = (value: number): string => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(1)} s`);
  const against = Number.isNaN(bar) ? "" : `  bar ${shown(bar).padStart(7)}  ${wall <= bar ? "ok" : "MISSED"}`;
  console.log(`${name.padEnd(70)} ${shown(wall).padStart(8)}  cpu ${shown(processor).padStart(8)}${against}`);
  if (wall > bar) process.exitCode = 1;
}
