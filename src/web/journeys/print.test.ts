import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { extractText } from "unpdf";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { goTo, openPage, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveTexts("demo")]);
  ({ page } = await openPage(browser, served.address, { colorScheme: "dark" }));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

/** The words of each sheet. */
async function printed(hash: string): Promise<string[]> {
  await goTo(page, hash);
  await says(page, "Missing here");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(new Uint8Array(pdf));
  return text.map((each) => each.replace(/\s+/g, " "));
}

const titles = [
  ...["Ownership and dilution", "Obligations ladder", "Runway", "Exposure and concentration", "Over time"],
];

test("a company is printed on two sheets with all five panels, each whole with its sources, and without controls", async () => {
  const sheets = await printed("#/company/openai");
  assert.equal(sheets.length, 2);
  const all = sheets.join(" ");
  for (const title of titles) assert.ok(all.includes(title), title);
  assert.ok(sheets[0]!.includes("Missing here (9)"));
  // Of ownership, obligations, exposure, and of both pictures of the time.
  const sources = sheets.map((sheet) => sheet.split("Sources: ").length - 1);
  assert.deepEqual(sources, [2, 3]);
  for (const control of ["Copy as CLI", "Alone", "Write it", "Add a document", "known on", "sentences"])
    assert.ok(!all.includes(control), control);
});

test("what can be pressed on the screen stands on paper as the ids of its claims, which the command line knows", async () => {
  const [, second] = await printed("#/company/openai");
  const ids = second!.match(/c-[0-9a-f]{6}/g)!;
  assert.ok(ids.length > 10, second);
  assert.match(served.run("why", ids[0]!, "--book", "book"), new RegExp(`id +${ids[0]}`));
});

test("a present value is two sheets too, and one panel alone is one", async () => {
  assert.equal((await printed("#/company/openai?basis=value&rate=8")).length, 2);
  assert.equal((await printed("#/company/openai?tab=obligations")).length, 1);
});
