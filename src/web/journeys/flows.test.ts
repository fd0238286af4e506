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

/** Waits until a ribbon has the focus that is another than this one; its key. */
async function focusedAfter(before: string | null): Promise<string> {
  await page.waitForFunction((flow) => {
    const now = (document.activeElement as SVGElement | null)?.dataset.flow;
    return now !== undefined && now !== flow;
  }, before);
  return page.evaluate(() => (document.activeElement as SVGElement).dataset.flow!);
}

test("g f goes to what falls due in the year ahead, with the finding as its title", async () => {
  await press(page, "g", "f");
  await page.waitForSelector(".flows-picture svg");
  assert.match(await addressOf(page), /#\/flows$/);
  assert.match(await page.locator("h1").innerText(), /^Of what falls due, at most \$[\d.]+bn would be money that /);
});

test("the picture is, byte for byte, the one that the command line draws", async () => {
  const drawn = await page.evaluate(
    async () =>
      (await (await fetch("/api/flows?basis=whole&from=2026&to=2026")).json()) as { picture: string; command: string },
  );
  const words = drawn.command.replace("capstack ", "").split(" ");
  served.run(...words, "--book", "book");
  assert.equal(drawn.picture, readFileSync(join(served.folder, "flows.svg"), "utf8"));
});

test("arrows go from ribbon to ribbon, Enter opens the sentences of one, Escape comes back to it", async () => {
  await press(page, "ArrowDown");
  const first = await focusedAfter(null);
  await press(page, "ArrowDown");
  const second = await focusedAfter(first);
  await press(page, "ArrowUp");
  assert.equal(await focusedAfter(second), first);
  await press(page, "Enter");
  await says(page, "Sentence");
  await says(page, "Copy as CLI");
  await press(page, "Escape");
  await page.waitForFunction((flow) => (document.activeElement as SVGElement | null)?.dataset.flow === flow, first);
});

test("to the right and back along the money", async () => {
  await goTo(page, "#/flows?basis=whole");
  await page.waitForFunction(() => document.querySelectorAll("[data-flow]").length > 5);
  const [gives, takes] = await page.evaluate(() => {
    const flows = [...document.querySelectorAll<SVGElement>("[data-flow]")].map((mark) =>
      mark.dataset.flow!.split(" "),
    );
    const gives = flows.find(([, to]) => flows.some(([from]) => from === to))!;
    return [gives.join(" "), gives[1]!];
  });
  await page.evaluate((flow) => document.querySelector<SVGElement>(`[data-flow="${flow}"]`)!.focus(), gives);
  await press(page, "ArrowRight");
  const next = await focusedAfter(gives);
  assert.equal(next.split(" ")[0], takes);
  await press(page, "ArrowLeft");
  assert.equal((await focusedAfter(next)).split(" ")[1], takes);
});

test("b switches the basis and w the window; both stand in the address", async () => {
  await goTo(page, "#/flows");
  await says(page, "basis falling due in the window");
  await press(page, "b");
  await says(page, "basis whole contracts");
  assert.match(await addressOf(page), /basis=whole/);
  await press(page, "b", "w");
  await page.waitForFunction(() => /from=\d{4}-01-01&to=\d{4}-12-31/.test(location.hash));
  await rest(page);
  const shown = await page.locator("select").filter({ hasText: "the year ahead" }).inputValue();
  assert.equal(shown, "1");
});

test("o lets a circle stand out and dims the rest", async () => {
  await goTo(page, "#/flows?basis=whole");
  await says(page, "basis whole contracts");
  await press(page, "o");
  await page.waitForFunction(() => document.querySelectorAll("[data-flow][data-dim]").length > 0);
  assert.match(await addressOf(page), /circle=circle-[0-9a-f]{6}/);
  assert.ok((await page.locator("[data-flow]:not([data-dim])").count()) >= 2);
  await press(page, "o");
});

test("x folds the outer company of a ribbon, and brings it out again", async () => {
  await goTo(page, "#/flows?basis=whole");
  await rest(page);
  await page.evaluate(() => document.querySelector<SVGElement>('[data-flow="nvidia intel announced"]')!.focus());
  await press(page, "x");
  await page.getByRole("button", { name: /^Folded: .*Unfold$/ }).waitFor();
  assert.match(await addressOf(page), /fold=/);
  await page.getByRole("button", { name: /^Folded:/ }).click();
  await page.waitForFunction(() => !location.hash.includes("fold="));
});

test("what is folded, and an order of it, the command line draws with the same bytes; its address leads back", async () => {
  const [drawn, before] = await page.evaluate(async () => {
    const at = async (asked: string) =>
      (await (await fetch(`/api/flows?basis=whole${asked}`)).json()) as { picture: string; command: string };
    return [await at("&fold=Intel,tsmc&order=folded-3,nvidia"), await at("")];
  });
  assert.match(drawn!.command, / --fold intel,tsmc --order folded-3,nvidia /);
  assert.match(drawn!.picture, /data-party="folded-3"/);
  assert.doesNotMatch(drawn!.picture, /data-party="intel"/);
  assert.match(before!.picture, /data-party="intel"/);
  const words = drawn!.command.replace("capstack ", "").split(" ");
  const note = served.run(...words, "--book", "book");
  assert.equal(drawn!.picture, readFileSync(join(served.folder, "flows.svg"), "utf8"));
  assert.match(note, /^Not in this picture, so not folded: TSMC\n/);
  const url = served.run("url", ...words.slice(0, words.indexOf("--svg")), "--book", "book");
  assert.match(url, /#\/flows\?.*basis=whole&fold=intel,tsmc&order=folded-3,nvidia&/);
  await goTo(page, url.slice(url.indexOf("#")).trim());
  await page.getByRole("button", { name: "Folded: Intel, TSMC. Unfold" }).waitFor();
  await says(page, "Of what you folded, not in this picture: TSMC.");
  await page.waitForFunction((picture) => {
    const parsed = new DOMParser().parseFromString(picture, "image/svg+xml");
    const keys = (root: ParentNode) =>
      [...root.querySelectorAll("[data-party]")].map((node) => node.getAttribute("data-party"));
    return JSON.stringify(keys(parsed)) === JSON.stringify(keys(document.querySelector(".flows-picture svg")!));
  }, drawn!.picture);
});

test("a name to fold that nobody has is refused on both sides; a unit folds its group where groups are shown", async () => {
  const refused = served.run("flows", "--fold", "intl", "--svg", "o.svg", "--book", "book");
  assert.match(refused, /there is no company “intl” in this book\. Did you mean intel\?/);
  assert.match(refused, /capstack flows --svg flows\.svg --fold intel/);
  assert.match(served.run("flows", "--fold", "intel", "--book", "book"), /--fold is about the picture/);
  assert.deepEqual(faults, []);
  await goTo(page, "#/flows?fold=intl");
  await says(page, "The fold names “intl”: no company of this book.");
  await page.getByRole("button", { name: "The year ahead, falling due" }).click();
  await page.waitForSelector(".flows-picture svg");
  faults.length = 0;
  const command = await page.evaluate(
    async () => ((await (await fetch("/api/flows?basis=whole&fold=aws")).json()) as { command: string }).command,
  );
  assert.match(command, / --fold amazon /);
});

test("the table has the figures of the command line, and why each flow is not drawn", async () => {
  await goTo(page, "#/flows?from=2026&to=2026");
  await says(page, "window 2026");
  await press(page, "t");
  await page.waitForSelector(".flows-table");
  const csv = served.run("flows", "--window", "2026", "--firm", "talks", "--by", "group", "--csv", "--book", "book");
  const rows = csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .filter(([, , what]) => what === "USD");
  const due = rows.filter((row) => row[5] !== "").length;
  assert.ok(due > 0);
  assert.equal(await page.locator(".flows-table tbody tr:not(.left-out)").count(), due);
  assert.equal(await page.locator(".flows-table tbody tr", { hasText: "without a day" }).count(), rows.length - due);
  await press(page, "t");
  await page.waitForSelector(".flows-picture svg");
});

test("E gives the picture as SVG and PNG, and the flows as a table", async () => {
  await press(page, "E");
  await says(page, "Save SVG");
  await says(page, "The flows as a table");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save CSV" }).click(),
  ]);
  const [head, first] = readFileSync(await file.path(), "utf8").split("\n");
  assert.match(head!, /^from,to,commodity,unit,status,due_low/);
  assert.match(first!, /,USD,USD,.*c-[0-9a-f]{16}/);
  await press(page, "Escape");
});

/** Companies of a column of the picture from the top down. */
function columnWith(party: string): Promise<string[]> {
  return page.evaluate((key) => {
    const nodes = [...document.querySelectorAll<SVGGElement>("[data-party]")].map((node) => {
      const { left, top } = node.querySelector("rect")!.getBoundingClientRect();
      return { key: node.dataset.party!, left: Math.round(left), top };
    });
    const { left } = nodes.find((node) => node.key === key)!;
    const own = nodes.filter((node) => node.left === left);
    return own.sort((one, other) => one.top - other.top).map((node) => node.key);
  }, party);
}

test("alt and an arrow move a company in its column; its order is in the address, and the command draws the same bytes", async () => {
  await goTo(page, "#/flows?basis=whole");
  await page.waitForSelector('[data-party="nvidia"]');
  const before = await columnWith("nvidia");
  const at = before.indexOf("nvidia");
  assert.ok(at > 0);
  for (let step = 0; step < 30; step++) {
    await press(page, "n");
    await rest(page);
    if (await page.evaluate(() => (document.activeElement as SVGElement).dataset.party === "nvidia")) break;
  }
  await press(page, "Alt+ArrowUp");
  await page.waitForFunction(() => location.hash.includes("order="));
  await rest(page);
  const after = before.with(at, before[at - 1]!).with(at - 1, "nvidia");
  assert.deepEqual(await columnWith("nvidia"), after);
  // The focus stays with it: the next press moves it on.
  assert.equal(await page.evaluate(() => (document.activeElement as SVGElement).dataset.party), "nvidia");
  const order = new URL(await addressOf(page)).hash.split("order=")[1]!;
  const drawn = await page.evaluate(
    async (names) =>
      (await (await fetch(`/api/flows?basis=whole&order=${names}`)).json()) as { picture: string; command: string },
    order,
  );
  assert.match(drawn.command, / --order [a-z-]+,/);
  served.run(...drawn.command.replace("capstack ", "").split(" "), "--book", "book");
  assert.equal(drawn.picture, readFileSync(join(served.folder, "flows.svg"), "utf8"));
  await press(page, "Alt+ArrowDown");
  await page.waitForFunction((was) => !location.hash.includes(was), order);
  await rest(page);
  assert.deepEqual(await columnWith("nvidia"), before);
});

test("buttons move a company too and keep the focus; at the end of its column that is said; back to fewest crossings", async () => {
  const [first, second] = await columnWith("nvidia");
  const up = page.locator(`[data-move="${second} -1"]`);
  await up.focus();
  await press(page, "Enter");
  await page.waitForFunction((key) => new RegExp(`order=${key},`).test(location.hash), second);
  await rest(page);
  assert.deepEqual((await columnWith("nvidia")).slice(0, 2), [second, first]);
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.move), `${second} -1`);
  await press(page, "Enter");
  await says(page, /is the first of its column/);
  await page.getByRole("button", { name: "Back to fewest crossings" }).press("Enter");
  await page.waitForFunction(() => !location.hash.includes("order="));
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SUMMARY");
});

test("of an order what is not in the picture is told, and so is a name that nobody has", async () => {
  await goTo(page, "#/flows?order=openai,tsmc");
  await says(page, /^Of your order, not in this picture: /);
  const note = served.run("flows", "--firm", "talks", "--order", "openai,tsmc", "--svg", "o.svg", "--book", "book");
  assert.match(note, /^Not in this picture, so without a place: TSMC\n/);
  const refused = served.run("flows", "--order", "opnai", "--svg", "o.svg", "--book", "book");
  assert.match(refused, /there is no company “opnai” in this book\. Did you mean openai\?/);
  assert.deepEqual(faults, []);
  await goTo(page, "#/flows?order=opnai");
  await says(page, "The order names “opnai”: no company of this book.");
  await page.getByRole("button", { name: "The year ahead, falling due" }).click();
  await page.waitForSelector(".flows-picture svg");
  faults.length = 0;
});

test("by role all labs are one; other screens do not take that over", async () => {
  await page.getByRole("combobox", { name: "by" }).selectOption("role");
  await says(page, "by what companies are");
  await page.waitForSelector('[data-party="role-1"]');
  await press(page, "g", "n");
  await page.waitForSelector(".network-picture svg");
  assert.doesNotMatch(await addressOf(page), /by=role/);
});

test("power has a picture of its own: units are never added", async () => {
  await goTo(page, "#/flows");
  await rest(page);
  await page.locator("label", { hasText: /^unit/ }).locator("select").selectOption("power");
  await says(page, /GW of 10 GW \[A1/);
  assert.match(await addressOf(page), /unit=power/);
});

test("an empty window says so, names the nearest day and goes there; a window that is none is told", async () => {
  await goTo(page, "#/flows?from=2020&to=2020");
  await says(page, /^No money falls due in 2020$/);
  await page.getByRole("button", { name: /^Go to 20/ }).click();
  await page.waitForSelector(".flows-picture svg");
  await goTo(page, "#/flows?from=2040&to=2040");
  await says(page, "Nothing later falls due either.");
  await page.getByRole("button", { name: "Show whole contracts" }).click();
  await page.waitForSelector(".flows-picture svg");
  assert.deepEqual(faults, []);
  await goTo(page, "#/flows?basis=both");
  await says(page, "There is no basis “both”");
  await page.getByRole("button", { name: "The year ahead, falling due" }).click();
  await says(page, "basis falling due in the window");
});
