import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { openPage, press, rest, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];

const text =
  "Amazon invested $4 billion in Anthropic. OpenAI signed a contract to buy $38 billion of cloud services from Amazon.\n";

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveTexts({ "a.txt": text })]);
  ({ page, faults } = await openPage(browser, served.address));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

const configuration = (): string => readFileSync(join(served.folder, "book", "capstack.yaml"), "utf8");

/** Opens the settings at the keys, and presses this button there. */
async function inSettings(button: string): Promise<void> {
  await press(page, "Control+k");
  await page.keyboard.type("settings");
  await press(page, "Enter");
  await page.locator(".own-keys summary").focus();
  await press(page, "Enter");
  await page.getByRole("button", { name: button, exact: true }).focus();
  await press(page, "Enter");
}

const accept = "accept: it says what its sentence says";

test("a key that does something else already is not taken, and what it does is told", async () => {
  await inSettings(`Change the key: ${accept}`);
  await says(page, "press a key …");
  await press(page, "x");
  await says(page, "x is taken: reject, then a key for the reason.");
  await press(page, "Enter", "g");
  await says(page, "g is taken: go to Evidence.");
  await press(page, "Enter", "Escape");
  assert.equal(await page.locator("dialog").count(), 1);
  assert.doesNotMatch(configuration(), /keys:/);
});

test("a chosen key is kept in the book, works, and is drawn wherever a key is", async () => {
  await press(page, "Enter", "q");
  await says(page, "Keys of your own: 1");
  await rest(page);
  assert.match(configuration(), /keys:\n\s+accept: q/);
  await press(page, "Escape");
  assert.match(await page.locator("article.chosen .primary").innerText(), /Accept q/);
  await press(page, "a");
  await rest(page);
  await says(page, "0 of 2 reviewed");
  await press(page, "q");
  await says(page, "1 of 2 reviewed");
  await press(page, "?");
  assert.match(await page.locator("dialog .keys div", { hasText: accept }).innerText(), /^q\s/);
  await press(page, "Escape", "Control+k");
  await page.keyboard.type("accept: it");
  assert.match(await page.locator("#palette-rows li").first().innerText(), /q$/);
  await press(page, "Escape");
});

test("keys are as usual again after a reload and a reset", async () => {
  await page.reload();
  await page.waitForSelector("article.chosen");
  assert.match(await page.locator("article.chosen .primary").innerText(), /Accept q/);
  await inSettings("All keys as usual");
  await says(page, "Keys of your own: none");
  await rest(page);
  assert.doesNotMatch(configuration(), /keys:/);
  await press(page, "Escape", "a");
  await says(page, "2 of 2 reviewed");
  assert.deepEqual(faults, []);
});
