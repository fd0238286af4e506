import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveUnread } from "../../server/server.test-kit.ts";
import { claimsOf, openPage, press, rest, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];

const texts = {
  "a.txt": "Amazon invested $4 billion in Anthropic.\n",
  "b.txt": "OpenAI signed a contract to buy $38 billion of cloud services from Amazon.\n",
};

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveUnread(texts)]);
  ({ page, faults } = await openPage(browser, served.address));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

test("documents that nobody read are told with both ways to read them, and the page reads them", async () => {
  await says(page, "2 of 2 documents unread");
  await says(page, "capstack add --again");
  await says(page, "This document was not read.");
  await page.locator(".unread").getByRole("button", { name: "Retry" }).focus();
  await press(page, "Enter");
  await says(page, "2 documents read.");
  await rest(page);
  await says(page, "0 of 1 reviewed");
  assert.equal(await page.locator(".unread").count(), 0);
  assert.equal(claimsOf(served), 2);
  assert.deepEqual(faults, []);
});
