import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { goTo, openPage, press, says, startBrowser } from "./browser.test-kit.ts";

const markup = `<img src=x onerror="alert(1)"><script>alert(2)</script> <a href="javascript:alert(3)">Amazon</a> &lt;b&gt;`;
const turned = "\u202eerutpac\u202c \u2066inside\u2069";
const claim = "Amazon is in talks to invest at least $10 billion in <b>OpenAI</b>.";
const matter = `---\ntitle: "<script>alert(4)</script>${turned}"\npublisher: "<img src=x onerror=alert(5)>"\nurl: "javascript:alert(6)"\n---\n`;

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];

before(async () => {
  const text = `${matter}${markup}\n\n${turned}\n\nAmazon is in talks to invest at least $10 billion in OpenAI, said <script>alert(7)</script>.\n${claim}\n`;
  [browser, served] = await Promise.all([startBrowser(), serveTexts({ "a.md": text })]);
  ({ page, faults } = await openPage(browser, served.address));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

test("markup of a document is shown as the characters that it is", async () => {
  const shown = (await page.locator(".text").textContent())!;
  assert.ok(shown.includes(markup), shown);
  assert.equal(await page.locator(".text a, .text img, .text script, .text b").count(), 0);
});

test("a title, a publisher and an address of a stranger are text too, and no link runs a script", async () => {
  await says(page, "<img src=x onerror=alert(5)>");
  assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  assert.equal(await page.locator("h1 script, .sub img").count(), 0);
});

test("marks that turn the reading direction end with their line", async () => {
  const directions = await page
    .locator(".text p")
    .evaluateAll((lines) => lines.map((line) => [line.getAttribute("dir"), getComputedStyle(line).unicodeBidi]));
  assert.ok(
    directions.every(([dir, bidi]) => (dir === "auto" && bidi === "plaintext") || bidi === "isolate"),
    JSON.stringify(directions),
  );
});

test("in every layer in which it appears", async () => {
  await press(page, ".");
  await says(page, "Copy as CLI");
  await press(page, "Escape", "Control+k");
  await page.keyboard.type("script");
  await press(page, "Escape");
  await goTo(page, "#/claims");
  await page.waitForSelector("[role=row].here");
  await goTo(
    page,
    `#/claims?q=${encodeURIComponent('"<img src=x onerror=alert(8)>"')}&x=${encodeURIComponent("<script>alert(9)</script>")}`,
  );
  await says(page, "This address says more than this page knows: x.");
  assert.equal(await page.locator("main img, main script").count(), 0);
});

test("no script of a document ever ran, and nothing was fetched", () => assert.deepEqual(faults, []));

test("where the browser has no highlights, marks stand at the same words", async () => {
  const { page: plain, faults: plainFaults } = await openPage(
    browser,
    served
      .run("open", "--book", "book", "--no-browser")
      .split("\n")
      .find((line) => line.startsWith("http"))!,
    {},
  );
  await plain.addInitScript(() => {
    Object.defineProperty(CSS, "highlights", { value: undefined, configurable: true });
    // @ts-expect-error an older browser does not have it
    delete globalThis.Highlight;
    delete (CSS as { highlights?: unknown }).highlights;
  });
  await plain.reload();
  await plain.waitForSelector("article.chosen");
  const marked = (await plain.locator(".text mark.selected").allTextContents()).join("");
  assert.equal(`“${marked}”`, await plain.locator("article.chosen blockquote").textContent());
  assert.deepEqual(plainFaults, []);
});
