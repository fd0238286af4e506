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

test("g c lists all companies, and J opens the one of most claims", async () => {
  await press(page, "g", "c");
  await says(page, /\d+ companies: choose one/);
  await rest(page);
  await press(page, "J");
  await page.waitForSelector(".panel");
  assert.match(await addressOf(page), /#\/company\/openai$/);
  assert.equal(await page.locator("h1").textContent(), "OpenAI");
});

test("what is missing stands first, with the line that adds it; the runway is refused with what was found", async () => {
  const first = await page.locator(".company-screen section h2").first().textContent();
  assert.match(first!, /^Missing here \(\d+\)$/);
  await says(page, 'capstack assume OpenAI.cash 15..40bn --because "…"');
  await says(page, "No claim gives the cash of OpenAI, so there is no runway");
  assert.equal(await page.locator(".p-runway svg:not(.glyph)").count(), 0);
  await says(page, "cash-burn ≈ $8.5bn, a forecast");
});

test("2 shows the ladder alone, and it says what the command line does", async () => {
  await press(page, "2");
  await page.waitForSelector(".company-panels.alone .p-obligations");
  assert.match(await addressOf(page), /tab=obligations/);
  assert.equal(await page.locator(".panel").count(), 1);
  const bars = await page.locator(".marked-picture svg text").allTextContents();
  const lines = printed("company", "OpenAI", "--obligations", "--csv").trim().split("\n");
  const years = new Set(
    lines
      .slice(1)
      .map((line) => line.split(",")[0]!)
      .filter(Boolean),
  );
  assert.ok(years.size > 3);
  for (const year of years) assert.ok(bars.includes(year), year);
  await says(page, "Not scheduled: no day is stated. A scale of its own, in no year and in no sum above.");
});

test("q opens the next year into its quarters, and so does its name in the picture; they come to the year", async () => {
  await press(page, "q", "q");
  await rest(page);
  assert.match(await addressOf(page), /quarters=2026/);
  await says(page, /by year, 2026 by quarter · signed/);
  const svg = page.locator(".marked-picture svg").first();
  const texts = await svg.locator("text").allTextContents();
  assert.deepEqual(
    texts.filter((text) => /^Q\d$/.test(text)),
    ["Q1", "Q2", "Q3", "Q4"],
  );
  const lines = printed("company", "OpenAI", "--obligations", "--quarters", "2026", "--csv").trim().split("\n");
  const whole = printed("company", "OpenAI", "--obligations", "--csv").trim().split("\n");
  // In cents, so that a sum is exact.
  const sum = (of: RegExp, from: readonly string[]): bigint =>
    from
      .filter((line) => of.test(line))
      .reduce(
        (all, line) =>
          all + BigInt(line.split(",")[4]!.replace(/(?:\.(\d+))?$/, (_, cents = "") => cents.padEnd(2, "0"))),
        0n,
      );
  assert.ok(sum(/^2026,/, whole) > 0n);
  assert.equal(sum(/^2026-Q[1-4],/, lines), sum(/^2026,/, whole));
  const year = page.getByRole("button", { name: "2026 by quarters" });
  assert.equal(await year.getAttribute("aria-expanded"), "true");
  await year.focus();
  await press(page, "Enter");
  await rest(page);
  assert.doesNotMatch(await addressOf(page), /quarters/);
});

test("b twice asks for a present value, which takes no rate by itself; a rate in the field shows what the command line prints", async () => {
  await press(page, "b", "b");
  await rest(page);
  await says(page, "A present value needs the yearly rate at which it is discounted");
  assert.equal(await page.locator(".marked-picture").count(), 0);
  await page.getByLabel("yearly rate of discount").focus();
  await page.keyboard.type("0.08");
  await press(page, "Enter");
  await says(page, "Write it in percent, with the sign. For example 8% or 0.08%");
  await page.getByLabel("yearly rate of discount").fill("8%");
  await press(page, "Enter");
  await rest(page);
  assert.match(await addressOf(page), /basis=value&rate=8(&|$)/);
  const title = await page.locator(".marked-picture svg").first().locator("text").first().textContent();
  assert.match(title!, /on days that are known/);
  const text = printed("company", "OpenAI", "--obligations", "--basis", "value", "--rate", "8%");
  const [, worth] = /In all (\S+), of \S+ that falls due/.exec(text)!;
  await says(page, `8% a year that is worth ${worth} on 2025-12-17`);
  const notes = await page.locator(".marked-picture svg text").allTextContents();
  assert.ok(notes.some((note) => /^\[A\d\] discounted at 8% a year, actual\/365$/.test(note)));
  await press(page, "Escape", "b");
  await rest(page);
  assert.doesNotMatch(await addressOf(page), /basis/);
});

test("b shows contracts as a whole, and t the same as tables", async () => {
  await press(page, "b");
  await rest(page);
  assert.match(await addressOf(page), /basis=total/);
  await says(page, /contracts with \d+ others come to/);
  await press(page, "t");
  await page.waitForSelector(".twins table");
  assert.match(await addressOf(page), /show=table/);
  assert.equal(await page.locator(".marked-picture").count(), 0);
  await press(page, "t", "b", "b");
  await rest(page);
  await page.waitForSelector(".marked-picture");
});

test("j walks the marks of a picture, Enter opens their sentences, Escape goes back to the mark", async () => {
  await press(page, "j", "j");
  const mark = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  assert.match(mark!, /: .*\$.*, signed/);
  await press(page, "Enter");
  await page.waitForSelector(".why mark");
  await press(page, "Escape");
  await page.waitForFunction(() => document.querySelector(".why") === null);
});

test("J and K keep the panel and go from company to company", async () => {
  await press(page, "J");
  await rest(page);
  const next = await page.locator("h1").textContent();
  assert.notEqual(next, "OpenAI");
  assert.match(await addressOf(page), /tab=obligations/);
  await press(page, "K");
  await rest(page);
  assert.equal(await page.locator("h1").textContent(), "OpenAI");
  await press(page, "2");
  await page.waitForSelector(".p-ownership");
});

test("what is shown leaves as pictures and tables", async () => {
  await press(page, "2", "E");
  for (const [act, name, begin] of [
    ["Save SVG", "capstack-openai-obligations.svg", "<svg"],
    ["Save CSV", "capstack-openai-obligations.csv", "year,to,amount,status,assumed,claims"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: act, exact: true }).first().press("Enter"),
    ]);
    assert.equal(download.suggestedFilename(), name);
    assert.ok(readFileSync(await download.path(), "utf8").startsWith(begin), name);
  }
  await press(page, "Escape", "2");
});

test("the picture of the page is the one that the command line writes", async () => {
  const file = join(served.folder, "ladder.svg");
  printed("company", "OpenAI", "--svg", file);
  const shown = await page.locator(".p-obligations .marked-picture svg text").allTextContents();
  const written = readFileSync(file, "utf8");
  for (const text of shown.filter((each) => /^\$|^\d{4}$/.test(each)))
    assert.ok(written.includes(`>${text}</text>`), text);
});

test("an address stands for what it shows, and a unit for itself", async () => {
  await goTo(page, "#/company/AWS?tab=exposure&firm=signed");
  await says(page, "A unit of");
  assert.equal(await page.locator("h1").textContent(), "Amazon Web Services");
  await page.reload();
  await page.waitForSelector(".p-exposure");
  assert.equal(await page.locator(".panel").count(), 1);
});

test("a name that no claim has is told so, with the nearest names", async () => {
  await goTo(page, "#/company/Anthropix");
  await says(page, "No claims about Anthropix yet");
  await says(page, "It is named in 0 documents.");
  await page.getByRole("button", { name: "Anthropic", exact: true }).focus();
  await press(page, "Enter");
  await page.waitForSelector(".panel");
  assert.match(await addressOf(page), /#\/company\/anthropic$/);
});

test("the palette goes to a company by its name", async () => {
  await press(page, "Control+k");
  await page.keyboard.type("coreweave");
  await says(page, "its page");
  await press(page, "Enter");
  await page.waitForFunction(() => document.querySelector("h1")?.textContent === "CoreWeave");
});

test("an earlier day shows what was known then, and what was asked of no other server went wrong nowhere", async () => {
  await goTo(page, "#/company/openai?at=2025-11-04");
  await says(page, /as of 2025-11-04/);
  await goTo(page, "#/evidence/06");
  await page.waitForSelector("article.card");
  await goTo(page, "#/company");
  await says(page, /companies: choose one/);
  assert.deepEqual(faults, []);
});
