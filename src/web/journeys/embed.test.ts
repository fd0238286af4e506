/** A picture in a frame of another page: its height is told, axe finds nothing, nothing is asked of anybody, and without its script it reads as well. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { startBrowser } from "./browser.test-kit.ts";

const launcher = fileURLToPath(new URL("../../../bin/capstack.js", import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const commands: readonly (readonly [name: string, command: string])[] = [
  ["network.html", "network"],
  ["flows.html", "flows --firm talks --by group --basis whole"],
  ["openai.html", "company openai --obligations"],
];

let folder: string;
let browser: Browser;
let server: Server;
let origin: string;
/** Per file what the command line says is written in a page to show it. */
const codes = new Map<string, string>();
const asked: string[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "capstack-embed-"));
  run("demo --in book");
  for (const [name, command] of commands) {
    const said = run(`${command} --embed ${name} --book book`);
    codes.set(name, /^<iframe[\s\S]*<\/script>$/m.exec(said)![0]);
  }
  // Somebody's page, which knows nothing of us but the code that it was given.
  server = createServer(({ url = "/" }, response) => {
    asked.push(url);
    const name = url.slice(1);
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (commands.some(([each]) => each === name)) response.end(readFileSync(join(folder, name)));
    else if (url.startsWith("/page-of-"))
      response.end(
        `<!doctype html><html lang="en"><title>A story</title><main><h1>A story</h1>${codes.get(url.slice(9))}</main></html>`,
      );
    else response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(words: string): string {
  const env = { ...process.env, XDG_STATE_HOME: folder, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...words.split(" ")], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  assert.equal(status, 0, stderr);
  return stdout + stderr;
}

interface Shown {
  readonly page: Page;
  readonly frame: Frame;
  readonly faults: readonly string[];
}

/** The story with the picture in its frame; whatever is asked of anybody else is a fault. */
async function story(name: string, options: BrowserContextOptions = {}): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(origin) && faults.push(`asked ${request.url()}`));
  await page.goto(`${origin}/page-of-${name}`);
  const frame = page.frames().find((each) => each.url() === `${origin}/${name}`)!;
  await frame.waitForSelector("svg");
  return { page, frame, faults };
}

for (const [name] of commands)
  test(`${name}: the frame becomes as high as the picture, on a wide page and on a narrow one`, async () => {
    asked.length = 0;
    const { page, frame, faults } = await story(name);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const content = (): Promise<number> =>
        frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      await page.waitForFunction(
        () => !["", "700"].includes(document.querySelector("iframe")!.getAttribute("height") ?? ""),
      );
      await page.waitForTimeout(100);
      assert.equal(Number(await page.locator("iframe").getAttribute("height")), await content(), `${width}`);
      const picture = await frame.evaluate(() => document.querySelector("svg")!.getBoundingClientRect());
      assert.ok(picture.width >= 640 && (await content()) >= picture.height);
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(asked.filter((url) => url !== "/favicon.ico").sort(), [`/${name}`, `/page-of-${name}`].sort());
    await page.context().close();
  });

test("axe finds nothing in the page itself, wide and narrow, in light, dark and forced colours", async () => {
  const found: string[] = [];
  for (const [name] of commands)
    for (const options of [
      {},
      { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
      { forcedColors: "active" },
    ] as const) {
      // The policy of the page would keep axe out as well.
      const context = await browser.newContext({ bypassCSP: true, ...options });
      const page = await context.newPage();
      await page.goto(`${origin}/${name}`);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string }[] }> };
        };
        const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        return (await axe.run(document, { runOnly })).violations.map(({ id }) => id);
      });
      found.push(...violations.map((id) => `${name} ${JSON.stringify(options)}: ${id}`));
      await context.close();
    }
  assert.deepEqual(found, []);
});

test("without scripts the picture is there, with its title, its marks and their claims", async () => {
  const { page, frame, faults } = await story("network.html", { javaScriptEnabled: false });
  assert.match(await frame.title(), /^6 circles of money; /);
  assert.ok((await frame.locator("[data-claims]").count()) > 20);
  assert.equal(await frame.locator("svg").isVisible(), true);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("its policy lets no other script run and nothing be loaded", async () => {
  const { page, frame } = await story("network.html");
  const ran = await frame.evaluate(() => {
    const added = document.createElement("script");
    added.textContent = "globalThis.ran = true";
    document.body.append(added);
    return (globalThis as unknown as { ran?: boolean }).ran ?? false;
  });
  assert.equal(ran, false);
  const loaded = await frame.evaluate(
    () =>
      new Promise((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve("loaded");
        picture.onerror = () => resolve("refused");
        picture.src = "/network.html?picture";
      }),
  );
  assert.equal(loaded, "refused");
  assert.ok(!asked.includes("/network.html?picture"));
  await page.context().close();
});
