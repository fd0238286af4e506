import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { addressOf, claimsOf, goTo, openPage, paste, press, rest, says, startBrowser } from "./browser.test-kit.ts";

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

const chosen = (): Promise<string> => page.locator("article.chosen").getAttribute("data-why").then(String);
const label = (): Promise<string> => page.locator("article.chosen").getAttribute("aria-label").then(String);
/** How many claims a document had before any was rejected. */
const claimsIn = (document: string): number => (counts[document] ??= claimsOf(served, `document:${document}`));
const counts: Record<string, number> = {};
const reviewed = (some: number, document: string): Promise<void> =>
  says(page, `${some} of ${claimsIn(document)} reviewed`);
const log = (): string => served.run("log", "--book", "book", "--plain");

test("ten claims are reviewed by keyboard alone, and all of it is in the book", async () => {
  await reviewed(0, "01");
  const first = await chosen();
  const of01 = claimsIn("01");
  await press(page, "a", "a", "x", "2", ..."a".repeat(of01 - 3));
  await reviewed(of01, "01");
  await press(page, "n");
  await reviewed(0, "02");
  await press(page, "a", " ", "a");
  await reviewed(2, "02");
  await press(page, "n");
  await reviewed(0, "03");
  await press(page, "4", "i", "a");
  await reviewed(1, "03");
  await rest(page);
  const written = log();
  assert.equal(written.match(/\taccept\t/g)?.length, of01 - 1 + 2 + 1, written);
  assert.match(written, /rejected: “wrong party”/);
  assert.match(written, /edited status to signed/);
  assert.match(written, /edited conditional to true/);
  assert.match(served.run("why", first, "--book", "book"), /accepted/);
});

test("undo goes back step by step, and redo forward", async () => {
  await goTo(page, "#/evidence/02");
  await reviewed(2, "02");
  await goTo(page, "#/evidence/03");
  await reviewed(1, "03");
  await press(page, "u");
  await says(page, /Undone: c-\w+ accepted/);
  await press(page, "u", "u");
  await reviewed(0, "03");
  await press(page, "U");
  await reviewed(1, "03");
  await press(page, "u");
  await reviewed(0, "03");
});

test("an undo does not overtake the decisions before it, however fast the keys", async () => {
  await goTo(page, "#/evidence/07");
  await reviewed(0, "07");
  const [first, second] = await page
    .locator("article.card")
    .evaluateAll((all) => all.map((card) => card.getAttribute("data-why")));
  await page.evaluate(() => {
    for (const key of ["a", "a", "u"])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await says(page, /Undone: c-\w+ accepted/);
  await reviewed(1, "07");
  const left = served.run("claims", "document:07 accepted", "--book", "book", "--plain");
  assert.ok(left.includes(first!) && !left.includes(second!), left);
});

test("a key that is quicker than the next document is about that document", async () => {
  await goTo(page, "#/evidence/07");
  const accepted = log().match(/\taccept\t/g)?.length ?? 0;
  await page.evaluate(() => {
    for (const key of ["n", "a"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await reviewed(1, "08");
  await rest(page);
  assert.equal(log().match(/\taccept\t/g)?.length, accepted + 1);
  await press(page, "u");
  await reviewed(0, "08");
});

test("a conflict is looked at by keyboard: both sentences, side by side, and back", async () => {
  await goTo(page, "#/evidence/09");
  await reviewed(0, "09");
  await press(page, "J", "c");
  await says(page, "They differ on amount. None is averaged");
  await says(page, "“Amazon has reportedly poured over $8 billion into Anthropic”");
  assert.match(await addressOf(page), /view=conflict/);
  assert.match(await label(), /Amazon to Anthropic.*conflicts with 1/);
  await page.reload();
  await says(page, "None is averaged");
  await press(page, "c");
  await says(page, "For six years Microsoft");
});

test("a conflict is settled by keyboard: what is drawn, and the other reading stays; undo draws the first again", async () => {
  await press(page, "c");
  await says(page, /drawn: > \$8bn/);
  await press(page, "s");
  await says(page, "drawn: $4bn (as decided)");
  await says(page, "“Amazon has reportedly poured over $8 billion into Anthropic”");
  assert.match(served.run("conflicts", "party:anthropic", "--book", "book"), /\$4bn \(09\) · > \$8bn \(08\)/);
  await press(page, "u");
  await says(page, /drawn: > \$8bn/);
  await press(page, "b");
  await says(page, "none is drawn");
  await press(page, "u");
});

test("a claim is taken out of a deal, and put back into it", async () => {
  await press(page, "D");
  await says(page, "Other deals between the same two");
  await says(page, "No source says otherwise.");
  assert.equal(
    served.run("deals", "party:amazon", "party:anthropic", "--book", "book", "--plain").match(/\tinvestment\t/g)
      ?.length,
    2,
  );
  await page.getByRole("button", { name: "The same deal" }).focus();
  await press(page, "Enter");
  await says(page, "They differ on amount.");
  await press(page, "u", "u");
  await says(page, /drawn: > \$8bn \(nothing tells them apart/);
  await press(page, "Escape");
});

test("the address of a claim opens it again, and a shortened id does too", async () => {
  await goTo(page, "#/evidence/06");
  await reviewed(0, "06");
  await press(page, "j", "j");
  const id = await chosen();
  await page.waitForFunction((claim) => location.hash.includes(claim), id);
  await page.reload();
  await page.waitForSelector("article.chosen");
  assert.equal(await chosen(), id);
  await goTo(page, `#/evidence/06?claim=${id.slice(0, 10)}`);
  assert.equal(await chosen(), id);
});

test("the words of the chosen claim are highlighted at their place", async () => {
  const quote = (await page.locator("article.chosen blockquote").textContent())!;
  const marked = await page.evaluate(() => [...CSS.highlights.get("chosen")!].map(String)[0]);
  assert.equal(`“${marked}”`, quote);
});

test("an edit is in the words of filters; what is wrong is told beside it and nothing typed is lost", async () => {
  await press(page, "e");
  const amount = page.getByLabel("amount", { exact: true });
  await amount.fill("plenty");
  await press(page, "Enter");
  await says(page, "“plenty” is no amount.");
  assert.equal(await amount.inputValue(), "plenty");
  await amount.fill(">=12bn");
  await press(page, "Enter");
  await says(page, "Edited amount.");
  assert.match((await page.locator("article.chosen h3").textContent())!, /≥ \$12bn/);
  assert.match(log(), /edited amount to ≥ \$12bn/);
});

test("the sentence is selected again with arrow keys", async () => {
  const before = (await page.locator("article.chosen blockquote").textContent())!;
  await press(page, "h", "Shift+ArrowLeft", "Enter");
  await says(page, "The sentence is selected anew.");
  // What is said comes before the cards are drawn anew.
  await page.waitForFunction((old) => document.querySelector("article.chosen blockquote")?.textContent !== old, before);
  const now = (await page.locator("article.chosen blockquote").textContent())!;
  assert.ok(now.length < before.length && before.startsWith(now.slice(0, -1)), `${before} → ${now}`);
});

test("a claim is written by hand about selected words", async () => {
  await press(page, "m");
  await page.getByLabel("from", { exact: true }).fill("Nvidia");
  await page.getByLabel("to", { exact: true }).fill("OpenAI");
  await page.getByLabel("amount", { exact: true }).fill("~3bn");
  await press(page, "Enter");
  await says(page, "Written. It counts as accepted.");
  await says(page, "written by hand");
  assert.match(served.run("claims", "hand", "--book", "book"), /Nvidia → OpenAI[\s\S]*≈ \$3bn/);
  await press(page, "u");
  await says(page, /Undone/);
});

test("why opens the chain of the chosen claim; Escape closes it and gives the focus back", async () => {
  await goTo(page, "#/evidence/06");
  await press(page, "k", ".");
  await says(page, "Copy as CLI");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "why-title");
  await press(page, "Escape");
  await page.waitForSelector(".why", { state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "ARTICLE");
});

test("a pasted text is looked at before it is kept, with what it contradicts; kept, it can be taken back", async () => {
  await paste(page, "Amazon has invested $6 billion in Anthropic. <script>alert(1)</script>");
  await says(page, "1 contradicts what you have");
  await says(page, "“It invested $4 billion in Anthropic”");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Keep it"));
  await press(page, "Enter");
  await says(page, "Kept as 14: 1 claim.");
  // The book pins its day, and the note came after it: it is shown, beside the documents of that day.
  await says(page, "Amazon has invested $6 billion in Anthropic. <script>alert(1)</script>");
  await press(page, "u");
  await says(page, /Undone: added 1 text/);
});

test("another day is asked with one key, and says so in the address", async () => {
  await goTo(page, "#/evidence/06");
  await says(page, "10 documents");
  await press(page, "]");
  await says(page, "11 documents");
  assert.match(await addressOf(page), /at=2025-12-19/);
  await press(page, "[");
  await says(page, "10 documents");
  assert.doesNotMatch(await addressOf(page), /at=/);
  // Escape leaves the day as it was.
  const field = page.getByLabel("as of", { exact: true });
  const before = await field.inputValue();
  await field.fill("2025-11");
  await field.press("Escape");
  assert.equal(await field.inputValue(), before);
  assert.doesNotMatch(await addressOf(page), /at=|as-of=/);
  // Two keys before the first answer are two events.
  await page.evaluate(() => {
    for (const _ of [1, 2]) dispatchEvent(new KeyboardEvent("keydown", { key: "[", bubbles: true, cancelable: true }));
  });
  const days = await page.evaluate(async () => ((await (await fetch("/api/book")).json()) as { days: string[] }).days);
  const usual = days.indexOf("2025-12-17");
  assert.match(await addressOf(page), new RegExp(`at=${days[usual - 2]}`));
  await press(page, "]", "]");
  await says(page, "10 documents");
});

test("a pinned link tells when the book says something else", async () => {
  await press(page, "y");
  await says(page, "Copied: a link to this view");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /pin=[0-9a-f]{12}\.w-/);
  await goTo(page, new URL(link).hash);
  await says(page, "the book still says the same");
  await press(page, "a");
  await says(page, /Made on data [0-9a-f]{6}; you have/);
  await page.getByRole("button", { name: "What changed since" }).focus();
  await press(page, "Enter");
  await says(page, /What was written since/);
  await says(page, /ada: c-\w+ accepted/);
  await press(page, "Escape");
});

test("single letters do nothing while they are switched off", async () => {
  await press(page, "g", ",");
  await page.getByLabel("single letters are keys").focus();
  await press(page, " ", "Escape");
  await rest(page);
  const before = log();
  await press(page, "a", "x", "u");
  await rest(page);
  assert.equal(log(), before);
  await press(page, "?");
  await says(page, "Single-letter keys are switched off");
  await press(page, "Escape", "Control+k");
  await page.keyboard.type("settings");
  await press(page, "Enter");
  await page.getByLabel("single letters are keys").focus();
  await press(page, " ", "Escape");
});

test("nothing failed on the way but the edit that was refused, and nothing was asked of another server", () =>
  assert.deepEqual(
    faults.filter((fault) => !/409 \(Conflict\)/.test(fault)),
    [],
  ));
