/**
 * Is the page quick enough? `node bench/web.ts [claims, default 100000]`
 *
 * The budgets of the page, each with what was measured in a real browser on this machine: sizes as they are sent after gzip; the example book until it is
 * seen and until its keys work; a key that decides until the next card is painted; a book of 100,000 claims made from a seed, opened and scrolled. A time is
 * from the key, or from the scroll, to the frame after the change was painted; of several the 95th percentile.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { serveFolder, serveTexts } from "../src/server/server.test-kit.ts";
import { webFiles } from "../src/server/web-files.ts";
import { keepArrivals } from "../src/store/keep-readings.ts";
import { openStore } from "../src/store/store.ts";
import { goTo, openPage, rest, startBrowser } from "../src/web/journeys/browser.test-kit.ts";
import { seededArrivals } from "./seeded-book.ts";

const claims = Number(process.argv[2] ?? 100_000);
const perDocument = 20;

interface Line {
  readonly what: string;
  readonly budget: number;
  readonly measured: number;
  readonly unit: "KiB" | "ms";
}
const lines: Line[] = [];
const note = (what: string, budget: number, measured: number, unit: Line["unit"]): void =>
  void lines.push({ what, budget, measured, unit });

const files = await webFiles();
const kib = (path: string, packed = true): number => {
  const bytes = files.get(path)!.bytes;
  return (packed ? gzipSync(bytes).length : bytes.length) / 1024;
};
const text = (path: string): string => files.get(path)!.bytes.toString("utf8");
const sum = (paths: readonly string[]): number => paths.reduce((all, path) => all + kib(path), 0);
const scripts = [...files.keys()].filter((path) => path.endsWith(".js"));
const first = scripts.filter((path) => path === "/app.js" || text("/app.js").includes(`from"./${path.slice(1)}"`));
note("JavaScript of what is seen first, gzip", 60, sum(first), "KiB");
note("JavaScript of all screens, gzip", 140, sum(scripts), "KiB");
note("CSS, gzip", 12, kib("/app.css"), "KiB");
note("fonts", 90, kib("/inter.woff2", false), "KiB");

const browser = await startBrowser();
await measureExample();
await measureLarge();
await browser.close();
printTable();

async function measureExample(): Promise<void> {
  await using served = await serveTexts("demo");
  const begun = performance.now();
  const { page } = await openPage(browser, served.address);
  note("example book: its claims there, its keys working", 1000, performance.now() - begun, "ms");
  const paint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  note("example book: first contentful paint", 400, paint, "ms");
  await goTo(page, "#/evidence/10");
  const accepts: number[] = [];
  for (const number of ["10", "05", "09", "03", "06", "08"]) {
    await goTo(page, `#/evidence/${number}`);
    const count = await page.locator("article.card").count();
    for (let index = 0; index < count - 1; index++) accepts.push(await keyToPaint(page, "a", ".chosen", "data-why"));
  }
  note(`accept → next card painted, p95 of ${accepts.length}`, 50, p95(accepts), "ms");
  const moves: number[] = [];
  await goTo(page, "#/evidence/10");
  const cards = await page.locator("article.card").count();
  for (let index = 0; index < cards; index++) await page.keyboard.press("k");
  for (let index = 0; index < 40; index++)
    moves.push(await keyToPaint(page, index % 20 < 10 ? "j" : "k", ".chosen", "data-why"));
  note("another key → paint, p95 of 40", 100, p95(moves), "ms");
  const deals: number[] = [];
  for (let index = 0; index < 10; index++) {
    deals.push(await keyToSight(page, "c", ".deal-view"));
    await page.keyboard.press("c");
    await page.keyboard.press("j");
  }
  note("key c → the deal of a claim, p95 of 10", 200, p95(deals), "ms");
}

async function measureLarge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "capstack-bench-web-"));
  try {
    const book = join(folder, "book");
    mkdirSync(book);
    writeFileSync(join(book, "capstack.yaml"), "name: Large\n");
    const { value: store } = await openStore(book);
    const arrivals = seededArrivals(claims / perDocument, perDocument);
    for (let at = 0; at < arrivals.length; at += 100)
      await store!.write((inside) => keepArrivals(inside, arrivals.slice(at, at + 100), "bench", { by: "bench" }));
    await store!.close();
    await using served = await serveFolder(folder);
    const { page } = await openPage(browser, `${served.address}#/claims`);
    const begun = performance.now();
    await page.reload();
    await page.waitForSelector("[role=row].here .c-quote");
    note(`${claims.toLocaleString("en-US")} claims: first rows`, 2500, performance.now() - begun, "ms");
    await page.waitForTimeout(1000);
    const steps: number[] = [];
    for (let index = 0; index < 120; index++) steps.push(await scrollToPaint(page, 28 * (index % 3 === 0 ? 2000 : 12)));
    note("table scroll, a step, p95 of 120", 50, p95(steps), "ms");
    const rows: number[] = [];
    for (let index = 0; index < 40; index++)
      rows.push(await keyToPaint(page, "j", "[data-table]", "aria-activedescendant"));
    note("next row → paint, p95 of 40", 100, p95(rows), "ms");
    await page.keyboard.press("Enter");
    await page.waitForSelector("article.chosen");
    await rest(page);
    note("key c → the deal of a claim", 500, await keyToSight(page, "c", ".deal-view"), "ms");
    const used = await page.evaluate(
      () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN,
    );
    note("memory of the page (budget in KiB)", 300 * 1024, used / 1024, "KiB");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From a key to the paint of the frame in which something chosen is another. */
function keyToPaint(page: Page, key: string, selector: string, attribute: string): Promise<number> {
  return page.evaluate(
    ([pressed, where, name]) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector(where!)?.getAttribute(name!);
        const begun = performance.now();
        document.activeElement!.dispatchEvent(
          new KeyboardEvent("keydown", { key: pressed!, bubbles: true, cancelable: true }),
        );
        const look = (): void => {
          requestAnimationFrame(() => {
            const isDone =
              document.querySelector(where!)?.getAttribute(name!) !== before || performance.now() - begun > 1000;
            // A message comes after the frame was painted.
            const channel = new MessageChannel();
            channel.port1.onmessage = () => (isDone ? resolve(performance.now() - begun) : look());
            channel.port2.postMessage(0);
          });
        };
        look();
      }),
    [key, selector, attribute],
  );
}

/** From a key until something is there. */
async function keyToSight(page: Page, key: string, selector: string): Promise<number> {
  const begun = performance.now();
  await page.keyboard.press(key);
  await page.waitForSelector(selector);
  return performance.now() - begun;
}

function scrollToPaint(page: Page, by: number): Promise<number> {
  return page.evaluate(
    (pixels) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        document.querySelector("[data-table]")!.scrollTop += pixels;
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - begun);
            channel.port2.postMessage(0);
          }),
        );
      }),
    by,
  );
}

function p95(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.95) - 1]!;
}

function printTable(): void {
  const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
  for (const { what, budget, measured, unit } of lines) {
    const mark = measured <= budget ? "ok  " : "OVER";
    console.log(`${mark}  ${what.padEnd(58)} ${measured.toFixed(1).padStart(9)} ${unit}  (≤ ${budget})`);
  }
  console.log(`load of the machine: ${load}`);
}
