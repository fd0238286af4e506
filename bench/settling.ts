/**
 * Does settling stay quick in a large book? `node bench/settling.ts [largest book in claims, default 1000000]`
 *
 * Books with planted deals are settled from nothing: an eighth, a quarter, a half and all of the claims, each in a process of its own whose heap may not pass
 * 4 GB. The time is that in which processors worked for it, garbage collection in other threads included, so a machine that others use does not change it much;
 * the time on the wall stands beside it. Making the claims is not counted, but their memory is. Then one document of 20 claims comes into a book of 100,000: the worst
 * of five, and its answer must be that of settling all.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { settle, settleMore } from "../src/deals/settle.ts";
import type { Settlement, SettlingContext } from "../src/deals/settlement.ts";
import { oneMoreDocument, type PlantedBook, plantedBook } from "./planted-deals.ts";

interface Measured {
  readonly claims: number;
  readonly deals: number;
  readonly processor: number;
  readonly wall: number;
  /** Bytes at their highest: claims and settling together. */
  readonly memory: number;
}

const bars = { seconds: 30, bytes: 4e9, perDoubling: 1.3, moreSeconds: 0.2 };
const [task, argument] = process.argv.slice(2);

if (task === "--one") console.log(JSON.stringify(settledOnce(Number(argument))));
else {
  const largest = Number(task ?? 1_000_000);
  doublings([largest / 8, largest / 4, largest / 2, largest]);
  oneMore(Math.min(100_000, largest));
}

function doublings(sizes: readonly number[]): void {
  console.log("   claims      deals   processor       wall     memory   per doubling");
  let before: Measured | null = null;
  for (const size of sizes) {
    const measured = inItsOwnProcess(size);
    const { claims, deals, processor, wall, memory } = measured;
    const growth = before && processor / before.processor / (claims / before.claims);
    const cells = [
      claims.toLocaleString("en").padStart(9),
      deals.toLocaleString("en").padStart(10),
      `${processor.toFixed(2)} s`.padStart(11),
      `${wall.toFixed(2)} s`.padStart(10),
      `${(memory / 1e9).toFixed(2)} GB`.padStart(10),
      (growth === null ? "" : `${growth.toFixed(2)} ×`).padStart(14),
    ];
    console.log(cells.join(" "));
    if (growth !== null && growth > bars.perDoubling) missed(`a doubling takes ${growth.toFixed(2)} times its share`);
    before = measured;
  }
  console.log(`  bars: ${bars.seconds} s and ${bars.bytes / 1e9} GB for the last, ${bars.perDoubling} × per doubling`);
  if (before && before.processor > bars.seconds) missed(`${before.processor.toFixed(1)} s`);
  if (before && before.memory > bars.bytes) missed(`${(before.memory / 1e9).toFixed(2)} GB`);
}

function inItsOwnProcess(size: number): Measured {
  const words = ["--max-old-space-size=4096", fileURLToPath(import.meta.url), "--one", String(size)];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`settling ${size} claims failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function settledOnce(size: number): Measured {
  settle(plantedBook(2000).testimonies, contextOf(plantedBook(2000)));
  const book = plantedBook(size);
  const { value, processor, wall } = timed(() => settle(book.testimonies, contextOf(book)));
  const memory = process.resourceUsage().maxRSS * 1024;
  return { claims: book.testimonies.length, deals: value.deals.length, processor, wall, memory };
}

function oneMore(size: number): void {
  const book = plantedBook(size);
  const before = settle(book.testimonies, contextOf(book));
  const context = { ...contextOf(book), names: before.named };
  const kept = settle(book.testimonies, context);
  const times: { processor: number; wall: number }[] = [];
  let equal = true;
  for (let seed = 1; seed <= 5; seed++) {
    const added = oneMoreDocument(book, 20, seed);
    const { value, ...time } = timed(() => settleMore(kept, added, context));
    times.push(time);
    if (seed <= 2) equal &&= same(value, settle([...book.testimonies, ...added], context));
  }
  const worst = Math.max(...times.map(({ wall }) => wall));
  const busy = Math.max(...times.map(({ processor }) => processor));
  console.log(
    `\none document of 20 claims into ${book.testimonies.length.toLocaleString("en")}: ${Math.round(worst * 1000)} ms on the wall, ` +
      `${Math.round(busy * 1000)} ms of a processor, worst of ${times.length} (bar ${bars.moreSeconds * 1000} ms)` +
      `\n  ${equal ? "the same as settling all" : "NOT the same as settling all"}`,
  );
  if (busy > bars.moreSeconds) missed(`${Math.round(busy * 1000)} ms`);
  if (!equal) process.exitCode = 1;
}

function same(one: Settlement, other: Settlement): boolean {
  try {
    for (const part of ["deals", "observations", "named"] as const) assert.deepEqual(one[part], other[part]);
    return true;
  } catch (error) {
    console.log((error as Error).message.split("\n").slice(0, 30).join("\n"));
    return false;
  }
}

function contextOf({ parties }: PlantedBook): SettlingContext {
  return { parties, decisions: [], names: [], asOf: null };
}

function timed<T>(run: () => T): { value: T; processor: number; wall: number } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, processor: (user + system) / 1e6, wall: (performance.now() - start) / 1000 };
}

function missed(what: string): void {
  console.log(`  MISSED: ${what}`);
  process.exitCode = 1;
}
