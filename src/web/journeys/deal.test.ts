import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { addressOf, goTo, openPage, press, rest, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveTexts("demo")]);
  ({ page, faults } = await openPage(browser, served.address));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

const printed = (...words: string[]): string => served.run(...words, "--book", "book");
/** The heading, once the deal that it names is there. */
const heading = async (): Promise<string> => {
  await page.waitForFunction(() => document.querySelector("h1")!.textContent !== "Deal");
  return (await page.locator("h1").textContent())!;
};

test("g d goes to the deal of the chosen claim, and its address is the deal's own", async () => {
  await goTo(page, "#/evidence/02");
  await page.waitForSelector("article.card.chosen");
  await press(page, "g", "d");
  await page.waitForSelector(".deal-panels");
  await rest(page);
  assert.match(await addressOf(page), /#\/deal\/deal-[0-9a-f]{4}$/);
});

test("a lists all deals that the command line lists; a filter narrows both alike", async () => {
  await press(page, "a");
  const { length } = printed("deals", "--plain").trim().split("\n").slice(1);
  assert.ok(length > 20, `${length} deals`);
  await says(page, new RegExp(`^${length} deals$`));
  await press(page, "/");
  await page.keyboard.type("party:AMD");
  await press(page, "Enter");
  await says(page, new RegExp(`^\\d+ of ${length} deals$`));
  const shown = await page.locator("[data-table] .all .d-id").allTextContents();
  const told = printed("deals", "party:AMD", "--plain").trim().split("\n").slice(1);
  assert.deepEqual(
    shown,
    told.map((line) => line.slice(0, "deal-0000".length)),
  );
});

test("arrows and j walk the list, and Enter opens the deal", async () => {
  await page.locator("[data-table]").focus();
  await press(page, "ArrowDown");
  await press(page, "j", "k");
  const second = await page.locator(".row.here .d-id").textContent();
  assert.equal(second, (await page.locator("[data-table] .all .d-id").allTextContents())[1]);
  await press(page, "Enter");
  await page.waitForSelector(".deal-panels");
  assert.ok((await addressOf(page)).endsWith(`#/deal/${second}`));
});

test("a filter that cannot be read is told, with what was meant", async () => {
  await goTo(page, "#/deal?q=status:sgined");
  await says(page, "Did you mean signed?");
});

test("the head tells who with whom, how firm, since when and by whom; what is missing comes first, with its line", async () => {
  await goTo(page, "#/deal/deal-72b2");
  assert.equal(await heading(), "OpenAI → Amazon Web Services · compute contract · $38bn");
  const sources = /\d+ documents, \d+ independent sources/.exec(printed("deal", "deal-72b2"))?.[0];
  await says(page, `since 2025-11-03 · by ${sources}`);
  assert.equal(await page.locator(".deal-screen section h2").first().textContent(), "Missing here (1)");
  await says(page, 'capstack assume deal-72b2.compute "h100 at 2.2..4" --because "…"');
  await says(page, "not posted: no amount");
  await says(page, "“OpenAI will buy $38 billion of cloud services from AWS over a term of seven years”");
});

test("38 billion over seven years are 5.429 billion a whole year, and the parts come to the whole", async () => {
  const totals = await page.locator(".p-due svg text[font-weight='600']").allTextContents();
  // 38 bn / 84 months, and 12 of them in each of the years 2026 to 2031.
  assert.equal(totals.filter((text) => text === "$5.429bn").length, 6);
  const line = printed("deal", "deal-72b2");
  assert.match(line, /2025-11-30 to 2032-11-02/);
});

test("j walks the marks, Enter opens their sentences, and from there a link leads back to the deal", async () => {
  await press(page, "j", "Enter");
  await page.waitForSelector(".why mark");
  await page.getByRole("button", { name: "its deal" }).focus();
  await press(page, "Enter");
  await rest(page);
  assert.match(await addressOf(page), /#\/deal\/deal-72b2$/);
  await press(page, "Escape");
});

test("the pictures are the files that the command line writes, byte for byte", async () => {
  await press(page, "E");
  for (const [index, words] of [
    ["--picture", "due"],
    ["--picture", "history"],
  ].entries()) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save SVG", exact: true }).nth(index).press("Enter"),
    ]);
    const file = join(served.folder, `${index}.svg`);
    printed("deal", "deal-72b2", ...words, "--svg", file);
    assert.deepEqual(readFileSync(await download.path()), readFileSync(file), words.join(" "));
  }
  await press(page, "Escape");
});

test("t shows tables in place of pictures; J and K keep them and go between deals of the same two", async () => {
  await press(page, "t");
  await page.waitForSelector(".p-due .twins table");
  assert.equal(await page.locator(".marked-picture").count(), 0);
  await press(page, "J");
  await rest(page);
  assert.equal(await heading(), "Amazon → OpenAI · investment · ≥ $10bn");
  assert.match(await addressOf(page), /show=table/);
  await press(page, "K", "t");
  await rest(page);
  assert.equal(await heading(), "OpenAI → Amazon Web Services · compute contract · $38bn");
});

test("a circle leads to the network where it stands out, o to the sentence, and a company to its page", async () => {
  await page.getByRole("button", { name: "C1", exact: true }).focus();
  await press(page, "Enter");
  await page.waitForSelector(".circle.chosen");
  await goTo(page, "#/deal/deal-72b2");
  await press(page, "o");
  await page.waitForSelector("article.card.chosen");
  await goTo(page, "#/deal/deal-72b2");
  await page.getByRole("button", { name: "OpenAI", exact: true }).first().focus();
  await press(page, "Enter");
  await page.waitForSelector(".p-obligations");
});

test("a decision draws another reading here too, and undo takes it back", async () => {
  await goTo(page, "#/deal/deal-f6e6");
  assert.equal(await heading(), "≠ Amazon → Anthropic · investment · > $8bn");
  await press(page, "s");
  await page.waitForFunction(() => document.querySelector("h1")?.textContent?.endsWith("· $4bn"));
  await says(page, "as decided");
  await press(page, "u");
  await page.waitForFunction(() => document.querySelector("h1")?.textContent?.endsWith("> $8bn"));
});

test("a firmness that the deal has not is told; what it could block and what a total holds are linked", async () => {
  await goTo(page, "#/deal/deal-2ec1?firm=signed");
  await says(page, "At signed and firmer it does not count: its status is talks.");
  await says(page, "no claim of it is so firm");
  await goTo(page, "#/deal/deal-7c31");
  await says(page, "What this right could have blocked, and no longer can");
  await goTo(page, "#/deal/deal-d564");
  await says(page, "Known parts $610.4bn; unexplained: $789.6bn.");
});

test("an id that no deal has is told with the nearest, and a deal of later with its day", async () => {
  await goTo(page, "#/deal/deal-72b3");
  await says(page, "There is no deal deal-72b3 on these dates.");
  await page.getByRole("button", { name: "deal-72b2" }).focus();
  await press(page, "Enter");
  await page.waitForSelector(".deal-panels");
  await goTo(page, "#/deal/deal-2ec1?at=2025-11-05");
  await says(page, "deal-2ec1 is known from 2025-12-16 on.");
  await page.getByRole("button", { name: "Go to 2025-12-16" }).press("Enter");
  await page.waitForSelector(".deal-panels");
  assert.match(await addressOf(page), /#\/deal\/deal-2ec1\?at=2025-12-16$/);
});

test("the palette goes to a deal by its id, and from a sentence; the command line gives the address", async () => {
  await goTo(page, "#/claims");
  await press(page, "Control+k");
  await page.keyboard.type("deal-b3ee");
  await says(page, "the deal with this id");
  await press(page, "Enter");
  await page.waitForSelector(".deal-panels");
  assert.match(await heading(), /^OpenAI → Oracle/);
  assert.match(printed("url", "deal", "deal-b3ee"), /#\/deal\/deal-b3ee\n/);
  assert.match(printed("url", "deal", "deal-0000"), /there is no deal deal-0000 on these dates/);
});

test("what is shown went wrong nowhere, and asked no other server", () => {
  assert.deepEqual(faults, []);
});
