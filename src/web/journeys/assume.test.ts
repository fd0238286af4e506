import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { goTo, openPage, press, rest, says, startBrowser } from "./browser.test-kit.ts";

let browser: Browser;
let served: ServedFolder;
let page: Page;
let faults: string[];

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveTexts("demo")]);
  ({ page, faults } = await openPage(browser, served.address));
  await goTo(page, "#/company/openai");
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

const printed = (...words: string[]): string => served.run(...words, "--book", "book");
const value = (label: string): Promise<string> =>
  (label === "what" ? page.locator(".assume select") : page.getByLabel(label, { exact: true })).inputValue();

test("a opens the form for the first line that is missing, with its subject and no figure that nobody wrote", async () => {
  await press(page, "a");
  await says(page, "What no source tells, with your reason.");
  assert.deepEqual(
    [await value("of"), await value("what"), await value("is"), await value("because")],
    [...["OpenAI", "cash", "", ""]],
  );
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("placeholder"));
  assert.equal(focused, "for example 15..40bn");
  await press(page, "Escape");
  assert.equal(await page.locator("dialog").count(), 0);
});

test("each refusal stands beside its field in text, as the command line says it", async () => {
  await press(page, "a", "Enter");
  const wrong = async (part: string): Promise<string> => {
    const told = page.locator(`#assume-${part}-wrong`);
    await told.waitFor();
    const fields = page.locator("dialog [aria-invalid=true]");
    assert.equal(await fields.count(), 1);
    assert.equal(await fields.getAttribute("aria-describedby"), `assume-${part}-wrong`);
    return (await told.textContent())!;
  };
  const again = async (): Promise<void> => {
    await press(page, "Enter");
    await rest(page);
  };
  assert.equal(await wrong("is"), "Write what it is.");
  await page.keyboard.type("plenty");
  await again();
  assert.equal(await wrong("because"), "An assumption is kept with its reason: write one.");
  await page.getByLabel("because", { exact: true }).fill("press estimates, mine");
  await again();
  await says(page, "“plenty” is no amount");
  const text = await wrong("is");
  assert.match(text, /^“plenty” is no amount/);
  assert.ok(printed("assume", "OpenAI.cash", "plenty", "--because", "x").includes(text));
  await page.getByLabel("from (a day; empty: always)").fill("soon");
  await again();
  assert.match(await wrong("on"), /^That is no day/);
  await page.getByLabel("from (a day; empty: always)").fill("");
  await page.getByLabel("of", { exact: true }).fill("Opnai");
  await page.getByLabel("is", { exact: true }).fill("15..40bn");
  await again();
  assert.match(await wrong("what"), /Did you mean openai\?/);
  assert.match(printed("assume"), /^ Nothing is assumed in this book\.$/m);
});

test("what is written is what capstack assume writes, the runway is worked out with it, and undo takes it back", async () => {
  await page.getByLabel("of", { exact: true }).fill("OpenAI");
  await press(page, "Enter");
  await rest(page);
  assert.equal(await page.locator("dialog").count(), 0);
  await says(page, "Assumed: openai.cash is 15..40bn: “press estimates, mine”");
  await page.waitForSelector(".p-runway .marked-picture");
  const notes = await page.locator(".p-runway svg text").allTextContents();
  assert.ok(
    notes.some((note) => note.startsWith("[A1] cash 15..40bn")),
    notes.join("|"),
  );
  const written = readFileSync(join(served.folder, "book", "assumptions.yaml"), "utf8");
  assert.match(
    written,
    /^# OpenAI: cash\n- of: openai.cash\n {2}is: 15\.\.40bn\n {2}by: ada\n {2}at: .*\n {2}because: press estimates, mine\n/m,
  );
  const [, months] = /(\d+–\d+ months|at least \d+ months|\d+ months)/.exec(printed("runway", "OpenAI")) ?? [];
  const title = (await page.locator(".p-runway svg text").allTextContents()).join(" ");
  if (months) assert.ok(title.includes(months), `${months}: ${title.slice(0, 200)}`);
  await press(page, "u");
  await rest(page);
  await says(page, "No claim gives the cash of OpenAI, so there is no runway");
  assert.match(printed("assume"), /\(undone\)/);
  await press(page, "U");
  await rest(page);
  await page.waitForSelector(".p-runway .marked-picture");
});

test("a missing line and the refused runway open the form for what they name", async () => {
  await page
    .getByRole("button", { name: /Write it ?: OpenAI.debt/ })
    .first()
    .focus();
  await press(page, "Enter");
  assert.deepEqual([await value("of"), await value("what")], ["OpenAI", "debt"]);
  await press(page, "Escape");
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, "Write it: OpenAI.debt");
  await goTo(page, "#/company/coreweave?tab=runway");
  await page
    .locator(".p-runway")
    .getByRole("button", { name: /Write it ?: CoreWeave.cash/ })
    .focus();
  await press(page, "Enter");
  assert.deepEqual([await value("of"), await value("what")], ["CoreWeave", "cash"]);
  await page.keyboard.type("2bn");
  await page.getByLabel("because", { exact: true }).fill("a test");
  await press(page, "Enter");
  await rest(page);
  await page.waitForSelector(".p-runway .marked-picture");
});

test("a deal and a company of three capitals can be assumed something of", async () => {
  const [deal] = /deal-[0-9a-f]{4}/.exec(printed("deals", "from:OpenAI to:AWS"))!;
  await goTo(page, "#/company/AMD");
  await press(page, "a");
  assert.equal(await value("of"), "AMD");
  await page.keyboard.type("5bn");
  await page.getByLabel("because", { exact: true }).fill("a test");
  await press(page, "Enter");
  await says(page, "Assumed: amd.cash is 5bn: “a test”");
  await goTo(page, "#/company/openai?tab=obligations");
  await press(page, "a");
  await page.getByLabel("of", { exact: true }).fill(deal);
  assert.equal(await value("what"), "schedule");
  await page.getByLabel("is", { exact: true }).fill("once 2030-06");
  await page.getByLabel("because", { exact: true }).fill("paid at once");
  await press(page, "Enter");
  await says(page, `Assumed: ${deal}.schedule is once 2030-06: “paid at once”`);
  await rest(page);
  const ladder = await page.locator(".p-obligations svg text").allTextContents();
  assert.ok(
    ladder.some((text) => /^\[A\d\] once 2030-06/.test(text)),
    ladder.join("|"),
  );
  // A browser notes every refusal of the server by itself.
  assert.deepEqual(
    faults.filter((fault) => !fault.includes("409")),
    [],
  );
});
