import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { seededArrivals } from "../../../bench/seeded-book.ts";
import { type ServedFolder, serveFolder } from "../../server/server.test-kit.ts";
import { keepArrivals } from "../../store/keep-readings.ts";
import { openStore } from "../../store/store.ts";
import type { NetworkScene } from "../../views/pictures/network-scene.ts";
import { farNames } from "../charts/far-names.ts";
import { fitted } from "../charts/viewport.ts";
import { addressOf, goTo, openPage, press, rest, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), "capstack-large-"));
  const book = join(folder, "book");
  mkdirSync(book);
  writeFileSync(join(book, "capstack.yaml"), "name: Large\n");
  const { value: store } = await openStore(book);
  const arrivals = seededArrivals(60, 20);
  await store!.write((inside) => keepArrivals(inside, arrivals, "test", { by: "test" }));
  await store!.close();
  [browser, served] = await Promise.all([startBrowser(), serveFolder(folder)]);
  ({ page, faults } = await openPage(browser, served.address));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

test("a large network shows its largest flows, says how much that is, and has a way to all", async () => {
  await goTo(page, "#/network");
  await says(page, /^Showing [\d,]+ of [\d,]+ flows in 300 arcs, \d+ % of dollars; \d+ companies stand together/);
  assert.ok((await page.locator(".network-picture svg [data-party]").count()) <= 60);
  await page.getByRole("button", { name: "All of them" }).focus();
  await press(page, "Enter");
  await painted(page);
  assert.match(await addressOf(page), /show=all/);
  assert.match(
    (await page.locator(".plate").getAttribute("aria-label"))!,
    /Network of 1\d\d companies and \d{3,} links/,
  );
});

test("keys move it and bring it nearer", async () => {
  await page.locator(".plate").focus();
  const all = await inkOf(page);
  await press(page, "+", "+");
  await settled(page);
  const near = await inkOf(page);
  assert.ok(!isAlike(near, all));
  await press(page, "ArrowRight");
  await settled(page);
  assert.ok(!isAlike(await inkOf(page), near));
  await press(page, "0");
  await settled(page);
  assert.ok(isAlike(await inkOf(page), all));
});

test("from company to company, to a flow, to its sentence, and back to the flow", async () => {
  await press(page, "j");
  const name = page.locator(".of-company .name");
  await name.waitFor();
  const first = await name.textContent();
  await press(page, "j");
  await page.waitForFunction((was) => document.querySelector(".of-company .name")?.textContent !== was, first);
  assert.ok(await name.evaluate((own) => own === document.activeElement));
  await press(page, "Tab");
  const flow = await page.evaluate(() => document.activeElement!.textContent);
  assert.match(flow!, /gave|gives|must give|would give|has said/);
  await press(page, "Enter");
  await page.waitForSelector("aside.why blockquote, aside.why mark");
  await press(page, "Escape");
  await page.waitForFunction(() => !document.querySelector("aside.why"));
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), flow);
});

test("a click finds the company that is drawn there, a drag only moves", async () => {
  await page.locator(".plate").focus();
  await press(page, "0");
  await settled(page);
  const box = (await page.locator(".plate canvas").boundingBox())!;
  const party = () => page.locator(".of-company .name").textContent();
  const before = await party();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2 + 10, { steps: 4 });
  await page.mouse.up();
  assert.equal(await party(), before);
  await page.locator(".plate").focus();
  await press(page, "0");
  await settled(page);
  // Wherever a mouse says that a company is, a click chooses it.
  let clicked = 0;
  for (let x = 40; x < box.width && clicked < 2; x += 9) {
    await page.mouse.move(box.x + x, box.y + 120);
    const title = await page.locator(".plate canvas").getAttribute("title");
    if (!title || / g[ai]ves? | give /.test(title) || (await party())!.startsWith(`${title} `)) continue;
    await page.mouse.click(box.x + x, box.y + 120);
    await page.waitForFunction(
      (chosen) => document.querySelector(".of-company .name")!.textContent!.startsWith(`${chosen} `),
      title,
    );
    clicked++;
  }
  assert.equal(clicked, 2);
});

test("from afar the largest companies have their names, and a click on one chooses its company", async () => {
  await page.locator(".plate").focus();
  await press(page, "0");
  await settled(page);
  const canvas = page.locator(".plate canvas");
  const box = (await canvas.boundingBox())!;
  const { scene } = await page.evaluate(
    async () => (await (await fetch("/api/network?whole=yes")).json()) as { scene: NetworkScene },
  );
  const screen = { width: box.width, height: box.height };
  const view = fitted(scene, screen);
  const shown = farNames(scene)(view, screen);
  const names = shown.filter(({ node }) => node !== null);
  assert.ok(names.length > 20, String(names.length));
  // The largest of all is among them.
  assert.ok(names.some(({ node }) => node === scene.byDollars[0]));
  // Each lies on a plate of the ground with dark letters, as it was computed.
  const dark = await page.evaluate((boxes) => {
    const canvas = document.querySelector("canvas")!;
    const by = canvas.width / canvas.clientWidth;
    return boxes.map(({ x, y, width, height }) => {
      const { data } = canvas
        .getContext("2d")!
        .getImageData(Math.round(x * by), Math.round(y * by), Math.round(width * by), Math.round(height * by));
      let count = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 200) count++;
      return count;
    });
  }, names);
  for (const [index, count] of dark.entries()) assert.ok(count > 40, `${names[index]!.text}: ${count}`);
  // Two of them, away from the buttons above the picture.
  const low = names.filter(({ x, y, width }) => y > 60 && x > 0 && x + width < screen.width);
  for (const { node, x, y, width, height } of [low[0]!, low.at(-1)!]) {
    const name = scene.nodes[node!]!.name;
    await page.mouse.move(box.x + x + width - 4, box.y + y + height / 2);
    assert.equal(await canvas.getAttribute("title"), name);
    await page.mouse.click(box.x + x + 4, box.y + y + height / 2);
    await page.waitForFunction(
      (chosen) => document.querySelector(".of-company .name")?.textContent?.startsWith(`${chosen} `),
      name,
    );
  }
});

test("another day keeps what one looks at; nothing failed on the way", async () => {
  const before = await page.locator("canvas").getAttribute("data-paintings");
  await press(page, "[");
  await page.waitForFunction((was) => document.querySelector("canvas")?.dataset.paintings !== was, before);
  await says(page, /as of 2025-/);
  await rest(page);
  assert.deepEqual(faults, []);
});

async function painted(own: Page): Promise<void> {
  await own.waitForSelector(".large-network canvas[data-paintings]");
  await settled(own);
}

/** Until nothing more is painted. */
async function settled(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const canvas = document.querySelector("canvas")!;
    const next = () => new Promise((resolve) => setTimeout(resolve, 250));
    for (let was: string | undefined = ""; was !== canvas.dataset.paintings; ) {
      was = canvas.dataset.paintings;
      await next();
    }
  });
}

/** How much ink is seen. */
function inkOf(own: Page): Promise<number> {
  return own.evaluate(() => {
    const canvas = document.querySelector("canvas")!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, value) => sum + 255 - value, 0);
  });
}

/** As near as edges between pixels allow. */
function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) < one / 5000;
}
