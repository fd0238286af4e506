import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

interface NetworkJson {
  readonly value: {
    readonly links: readonly { readonly status: string; readonly from: string | null; readonly to: string | null }[];
  };
}

function linksOf(...words: string[]): NetworkJson["value"]["links"] {
  return (JSON.parse(served.run("network", ...words, "--book", "book", "--json")) as NetworkJson).value.links;
}

function marks(what: string): Promise<number> {
  return page.locator(`.network-picture ${what}`).count();
}

/** The picture that the page asks for with `query` is the file that the command line writes with `words`. */
async function sameAsWritten(query: string, ...words: string[]): Promise<void> {
  const file = `${served.folder}/network.svg`;
  served.run("network", ...words, "--svg", file, "--book", "book");
  const answer = await page.evaluate(async (asked) => (await fetch(`/api/network${asked}`)).json(), query);
  assert.equal((answer as { picture: string }).picture, readFileSync(file, "utf8"));
}

test("g n opens the picture that the command line writes, byte for byte", async () => {
  await press(page, "g", "n");
  await says(page, "Circles (");
  await rest(page);
  await sameAsWritten("");
  assert.ok((await marks("[data-party]")) >= 10);
});

test("one step firmer leaves out what is only talked about, in the picture and in the list", async () => {
  const before = await marks("polygon");
  await press(page, "+", "+");
  await page.waitForFunction((count) => document.querySelectorAll(".network-picture polygon").length < count, before);
  assert.match(await addressOf(page), /firm=announced/);
  await press(page, "t");
  await says(page, "receives");
  const { length } = linksOf("--firm", "announced");
  // Each link stands with its giver and with its receiver, unless one of them is not named.
  const lines = await page.locator(".network-list .links li").count();
  assert.ok(lines > length && lines <= 2 * length, `${lines} of ${length}`);
  await press(page, "t", "-", "-");
  await rest(page);
});

test("x shows who gives whom what as a matrix, each field with its sentences", async () => {
  await press(page, "x");
  await says(page, "Who gives (down) whom (across) what");
  // Who is not named has a row and a column, too.
  const shown = linksOf().filter(({ from, to }) => from !== null || to !== null);
  assert.equal(await page.locator(".network-matrix td button").count(), shown.length);
  const row = page
    .locator(".network-matrix tbody tr")
    .filter({ has: page.getByRole("rowheader", { name: "OpenAI", exact: true }) });
  await row
    .getByRole("button", { name: /\$38bn/ })
    .first()
    .press("Enter");
  await says(page, /OpenAI will buy \$38 billion of cloud services/);
  await press(page, "Escape", "x");
  await rest(page);
  assert.doesNotMatch(await addressOf(page), /show=/);
});

test("arrow keys go from company to company; Enter shows one with what it is tied to, and 2 what lies behind", async () => {
  const all = await marks("[data-party]");
  await press(page, "j", "j");
  const name = await page.locator(".network-picture [data-here]").getAttribute("aria-label");
  assert.ok(name);
  await press(page, "Enter");
  await page.waitForFunction((count) => document.querySelectorAll(".network-picture [data-party]").length < count, all);
  assert.match(await addressOf(page), /focus=/);
  const near = await marks("[data-party]");
  await press(page, "2");
  await page.waitForFunction(
    (count) => document.querySelectorAll(".network-picture [data-party]").length > count,
    near,
  );
  await goTo(page, "#/network");
  await page.waitForFunction(
    (count) => document.querySelectorAll(".network-picture [data-party]").length === count,
    all,
  );
});

test("a circle stands out with its links, and each link leads to its sentence", async () => {
  await press(page, "o");
  await says(page, "Its money moves");
  assert.ok((await marks("[data-claims][data-dim]")) > 0);
  await page.locator(".circle.chosen .links button").first().focus();
  await press(page, ".");
  await says(page, "sha256");
  await press(page, "Escape", "o");
});

test("without one of its links a circle does not close, and the deal can be put back", async () => {
  const circles = (): Promise<number> => page.locator(".circles .circle").count();
  const before = await circles();
  await press(page, "o");
  await page.getByRole("button", { name: "run without this link" }).first().press("Enter");
  await says(page, "As if there were no");
  await page.waitForFunction((count) => document.querySelectorAll(".circles .circle").length < count, before);
  const [, deal] = /without=(deal-\w+)/.exec(await addressOf(page))!;
  await sameAsWritten(`?without=${deal}`, "--without", deal!);
  await sameAsWritten(`?focus=openai&hops=2&without=${deal}`, "OpenAI", "--hops", "2", "--without", deal!);
  await page.getByRole("button", { name: "put it back" }).press("Enter");
  await page.waitForFunction((count) => document.querySelectorAll(".circles .circle").length === count, before);
  await goTo(page, "#/network");
});

test("what changed since another day, and four days beside one another", async () => {
  await press(page, "d");
  await says(page, /Since \d{4}-\d\d-\d\d: \d+ new or other/);
  assert.ok((await page.locator('.network-picture g[opacity="0.25"]').count()) > 0);
  await press(page, "d", "4");
  await page.waitForFunction(() => document.querySelectorAll(".small-picture svg").length === 4);
  await press(page, "4");
});

test("a layer is left out by its key, and comes back", async () => {
  const before = await marks("polygon");
  await press(page, "l", "m");
  await page.waitForFunction((count) => document.querySelectorAll(".network-picture polygon").length < count, before);
  assert.match(await addressOf(page), /layers=/);
  await press(page, "l", "m");
  await page.waitForFunction((count) => document.querySelectorAll(".network-picture polygon").length === count, before);
});

test("the days under the picture are gone through by keys; places stay", async () => {
  const place = (): Promise<string | null> =>
    page.evaluate(() => document.querySelector('.network-picture [data-party="openai"] circle')!.getAttribute("cy"));
  const before = await place();
  await page.getByRole("slider").focus();
  await press(page, "ArrowLeft");
  await page.getByRole("slider").dispatchEvent("change");
  await rest(page);
  assert.match(await addressOf(page), /at=\d{4}/);
  await page.waitForFunction(() => document.querySelector('.network-picture [data-party="openai"] circle'));
  assert.equal(await place(), before);
});

test("what is shown leaves as SVG, PNG, a page to embed, a table and graphs", async () => {
  await press(page, "E");
  for (const [act, name, begin] of [
    ["Save SVG", "capstack-network.svg", "<svg"],
    ["Save PNG", "capstack-network.png", "\ufffdPNG"],
    ["Save embed", "capstack-network.html", "<!doctype html>"],
    ["Save CSV", "capstack-network.csv", "from,to,layer"],
    ["Save GEXF", "capstack-network.gexf", "<?xml"],
    ["Save GRAPHML", "capstack-network.graphml", "<?xml"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: act, exact: true }).press("Enter"),
    ]);
    assert.equal(download.suggestedFilename(), name);
    const bytes = readFileSync(await download.path(), "utf8");
    assert.ok(bytes.startsWith(begin), `${name}: ${bytes.slice(0, 20)}`);
  }
  await press(page, "Escape");
});

test("before the first day it says so, and leads there", async () => {
  await goTo(page, "#/network?at=2020-01-01");
  await says(page, "Nothing was known on 2020-01-01.");
  await page.getByRole("button", { name: "Go there" }).focus();
  await press(page, "Enter");
  await says(page, "Circles (");
});

test("nothing went wrong on the page", () => {
  assert.deepEqual(faults, []);
});
