import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { addressOf, claimsOf, goTo, openPage, press, rest, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];
let all: number;

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveTexts("demo")]);
  ({ page, faults } = await openPage(browser, served.address));
  await press(page, "g", "t");
  all = claimsOf(served);
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

test("the table lists what the command line counts", async () => {
  assert.ok(all > 50);
  await says(page, `${all} claims · ${all} unreviewed`);
});

test("a filter is typed in the words of the command line, completed, and stands in the address", async () => {
  await press(page, "/");
  await page.keyboard.type("par");
  await says(page, "party:");
  await press(page, "ArrowDown", "Enter");
  await page.keyboard.type("openai amount:>=10bn");
  await press(page, "Enter");
  await says(page, `${claimsOf(served, "party:openai amount:>=10bn")} claims`);
  assert.match(await addressOf(page), /q=party:openai\+amount:>=?10bn|q=party:openai\+amount:%3E/i);
});

test("what is selected is summed by status and unit, never across", async () => {
  await goTo(page, "#/claims?q=kind:compute-contract&sort=-amount");
  await page.waitForFunction(() => document.querySelector("[role=grid]"));
  await page.locator("[data-table]").focus();
  await press(page, "*");
  await says(page, "Different statuses and units are not added to one another.");
  await press(page, "*", " ");
  await says(page, "1 claim selected");
  await press(page, "Escape");
});

test("rows are copied for a spreadsheet with their whole quotes", async () => {
  await page.locator("[data-table]").focus();
  await press(page, " ", "j", " ", "Control+c");
  await says(page, "Copied 2 rows");
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  assert.equal(lines.length, 3);
  assert.match(lines[0]!, /^id\tdocument\t/);
  await press(page, "Escape");
});

test("several are accepted at once, unless one of them is in conflict", async () => {
  await goTo(page, "#/claims?q=document:02");
  const of02 = claimsOf(served, "document:02");
  await says(page, `${of02} claims · ${of02} unreviewed`);
  await page.locator("[data-table]").focus();
  await press(page, "*", "A");
  await says(page, `Accepted ${of02} claims.`);
  await says(page, `${of02} claims · 0 unreviewed`);
  await rest(page);
  assert.match(served.run("log", "--book", "book"), new RegExp(`accepted ${of02} claims`));
  await goTo(page, "#/claims?q=document:09");
  const of09 = claimsOf(served, "document:09");
  await says(page, `${of09} claims`);
  await page.locator("[data-table]").focus();
  await press(page, "*", "A");
  await says(page, `Not accepted: ${claimsOf(served, "document:09 conflict")} of ${of09} are in conflict`);
  await press(page, "Escape");
});

test("rejecting one of two that differ takes the mark from the other too, and undoing brings both back", async () => {
  await goTo(page, "#/claims?q=party:anthropic kind:investment conflict");
  await says(page, "2 claims · 2 unreviewed · 2 in conflict");
  const marks = () => page.locator("[data-table] .conflict").allInnerTexts();
  await page.locator("[data-table]").focus();
  await press(page, "x", "1");
  await says(page, "2 claims · 1 unreviewed");
  await page.waitForFunction(() => !document.querySelector("h1")?.textContent?.includes("in conflict"));
  await rest(page);
  assert.equal((await marks()).join(""), "");
  await press(page, "u");
  await says(page, "2 claims · 2 unreviewed · 2 in conflict");
  await rest(page);
  assert.equal((await marks()).join(""), "≠≠");
});

test("Enter opens a claim beside its sentence, and back comes back", async () => {
  await goTo(page, "#/claims?q=document:08&sort=-amount");
  const of08 = claimsOf(served, "document:08");
  await says(page, `${of08} claims`);
  await page.locator("[data-table]").focus();
  await press(page, "j", "Enter");
  await page.waitForSelector("article.chosen");
  assert.match(await addressOf(page), /evidence\/08\?claim=c-/);
  await page.goBack();
  await says(page, `${of08} claims`);
  assert.match(await addressOf(page), /sort=-amount/);
});

test("a filter that cannot be read is told at its place, with a fix to press; the last result stays", async () => {
  await press(page, "/");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("status:sgined");
  await press(page, "Escape");
  await says(page, "There is no status “sgined”. Did you mean signed?");
  await says(page, /^\s+\^$/m);
  await says(page, `${claimsOf(served, "document:08")} claims`);
  await page.getByRole("button", { name: "Use status:signed" }).focus();
  await press(page, "Enter");
  await says(page, `${claimsOf(served, "status:signed")} claims`);
});

test("a filter is saved under a name, in the book's configuration, and asked again", async () => {
  await press(page, "/", "Control+s");
  await page.getByLabel("saved as").waitFor();
  await page.keyboard.type("To check today");
  await press(page, "Enter");
  await says(page, "Saved as To check today.");
  assert.match(readFileSync(join(served.folder, "book", "capstack.yaml"), "utf8"), /name: To check today/);
  await goTo(page, "#/claims");
  await page.getByRole("button", { name: "To check today", exact: true }).focus();
  await press(page, "Enter");
  await says(page, `${claimsOf(served, "status:signed")} claims`);
  assert.match(await addressOf(page), /q=status:signed/);
  await page.getByRole("button", { name: "Forget the filter To check today" }).focus();
  await press(page, "Enter");
  await says(page, "To check today is forgotten.");
});

test("an empty result names the word that took the last rows away, and takes it out", async () => {
  await goTo(page, "#/claims?q=party:nvidia+amount:>5000bn");
  await says(page, "No claim is left.");
  await says(page, /without amount:>5tn: \d+ claims/);
  await page.getByRole("button", { name: "leave it out" }).first().focus();
  await press(page, "Enter");
  await page.waitForSelector("[role=row].here");
});

test("columns are chosen and sorted, and the address keeps both", async () => {
  await goTo(page, "#/claims");
  await page.waitForSelector("[role=row].here");
  await press(page, "v");
  await page.waitForSelector(".chooser[open]");
  await page.getByLabel("origin", { exact: true }).focus();
  await press(page, " ");
  assert.match(await addressOf(page), /cols=[^&]*origin/);
  await page.locator("[data-table]").focus();
  await press(page, "s", "r");
  await page.waitForFunction(() => /sort=-/.test(location.hash));
  const sorted = await page.locator("[role=columnheader][aria-sort]").getAttribute("aria-sort");
  assert.equal(sorted, "descending");
});

test("what is equal is sorted further, and the command line takes the same order", async () => {
  await goTo(page, "#/claims?sort=status");
  await page.locator("[data-table]").focus();
  await press(page, "S", "s", "s", "s", "r");
  await says(page, "Sorted by status, then amount, the last first.");
  assert.match(await addressOf(page), /sort=status,-amount/);
  await rest(page);
  const shown = await page.locator("[role=row] .c-id").allTextContents();
  const listed = served.run("claims", "--sort", "status,-amount", "--plain", "--limit", "10", "--book", "book");
  for (const [index, id] of [...listed.matchAll(/^c-[0-9a-f]{16}/gm)].entries())
    assert.ok(id[0].startsWith(shown[index + 1]!), `${index}: ${id[0]} ${shown[index + 1]}`);
  await press(page, "E");
  await says(page, "capstack claims --sort status,-amount");
  await press(page, "Escape");
});

test("rows are grouped under heads that count them, fold, and stand in the address", async () => {
  await goTo(page, "#/claims?sort=-amount");
  await page.locator("[data-table]").focus();
  await press(page, "G");
  await says(page, "Grouped by parties.");
  assert.match(await addressOf(page), /group=parties/);
  await rest(page);
  const [pair] = await page.locator(".row.group b").allTextContents();
  const [from, to] = pair!.split(" → ");
  const own = claimsOf(served, `from:"${from}"${to ? ` to:"${to}"` : ""}`);
  await says(page, `${pair} · ${own} claim`);
  await press(page, "E");
  await says(page, "capstack claims --sort from,to,-amount");
  await press(page, "Escape");
  await press(page, "G", "G");
  await says(page, "Grouped by status.");
  await rest(page);
  const statuses = await page.locator(".row.group").count();
  await press(page, "Z");
  await page.waitForFunction(() => !document.querySelector("[role=treegrid] .c-id:not(.head .c-id)"));
  const folded = await page.locator(".row.group").allTextContents();
  assert.ok(folded.length >= statuses);
  for (const head of folded) {
    const [, status, count] = /(\w+) · (\d+) claim/.exec(head)!;
    assert.equal(Number(count), claimsOf(served, `status:${status}`), head);
  }
  await press(page, "Enter", "j", "a");
  await says(page, "Accepted.");
  await rest(page);
  await press(page, "u");
  await says(page, /^Undone/);
  await page.reload();
  await page.waitForSelector("[role=treegrid] .row.group");
  await goTo(page, "#/claims");
  await page.waitForSelector("[role=grid]");
});

test("a group's head selects all of its claims", async () => {
  await goTo(page, "#/claims?group=document");
  await page.locator("[data-table]").focus();
  await press(page, "Home", " ");
  const [head] = await page.locator(".row.group").allTextContents();
  await says(page, `${/(\d+) claim/.exec(head!)![1]} claims selected`);
  await press(page, "Escape");
});

test("firmness and day hold here too", async () => {
  await goTo(page, "#/claims?firm=signed");
  const firm = claimsOf(served, "--firm", "signed");
  assert.ok(firm < all);
  await says(page, `${firm} claims`);
  await goTo(page, "#/claims?at=2025-11-01");
  await says(page, "as of 2025-11-01 · known by 2025-11-01");
});

test("what leaves the page carries all rows and the data it rests on", async () => {
  await goTo(page, "#/claims");
  await says(page, `${all} claims`);
  await press(page, "E");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save CSV" }).focus();
  await press(page, "Enter");
  const download = await waiting;
  assert.match(download.suggestedFilename(), /^capstack-claims-[0-9a-f]{6}\.csv$/);
  const stream = await download.createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  assert.equal(text.match(/^c-[0-9a-f]{16},/gm)?.length, all);
  await press(page, "Escape");
});

test("a server that is gone is told, and nothing that was decided is lost from sight", async () => {
  await goTo(page, "#/evidence/10");
  const none = `0 of ${claimsOf(served, "document:10")} reviewed`;
  await says(page, none);
  const ended = new Promise((resolve) => served.child.once("exit", resolve));
  served.child.kill("SIGINT");
  await ended;
  assert.deepEqual(faults, []);
  await press(page, "a");
  await says(page, "Capstack does not answer");
  await says(page, "“accept” was not stored; the rest stands.");
  await says(page, none);
});
