import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedFolder, serveTexts, serveUnread } from "../../server/server.test-kit.ts";
import { claimsOf, goTo, openPage, paste, press, says, startBrowser } from "./browser.test-kit.ts";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;
let served: ServedFolder;
let empty: ServedFolder;
let unread: ServedFolder;

before(async () => {
  [browser, served, empty, unread] = await Promise.all([
    startBrowser(),
    serveTexts("demo"),
    serveTexts({}),
    serveUnread({ "a.txt": "Amazon invested $4 billion in Anthropic.\n" }),
  ]);
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
  await empty?.[Symbol.asyncDispose]();
  await unread?.[Symbol.asyncDispose]();
});

/** Every screen and state that the example book can be brought into. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ["Evidence, a claim chosen", (page) => at(page, "#/evidence/06", `0 of ${claimsOf(served, "document:06")} reviewed`)],
  [
    "Evidence, a conflict",
    async (page) => {
      await at(page, "#/evidence/09", `0 of ${claimsOf(served, "document:09")} reviewed`);
      await press(page, "J");
      await says(page, "amount: 1 claim says otherwise");
    },
  ],
  [
    "the conflict view",
    async (page) => {
      await press(page, "c");
      await says(page, "None is averaged");
    },
  ],
  [
    "an edit, refused",
    async (page) => {
      await press(page, "c", "e");
      await page.getByLabel("amount", { exact: true }).fill("plenty");
      await press(page, "Enter");
      await says(page, "is no amount");
    },
  ],
  [
    "a reason for a rejection",
    async (page) => {
      await press(page, "Escape", "x");
      await says(page, "not said");
    },
  ],
  [
    "a sentence selected again",
    async (page) => {
      await press(page, "Escape", "h");
      await says(page, "move the beginning");
    },
  ],
  [
    "a new claim",
    async (page) => {
      await press(page, "Escape", "m");
      await says(page, "New claim");
    },
  ],
  [
    "why",
    async (page) => {
      await press(page, "Escape", ".");
      await says(page, "Copy as CLI");
    },
  ],
  [
    "the palette",
    async (page) => {
      await press(page, "Escape", "Control+k");
      await page.keyboard.type("anth");
      await page.waitForSelector("#palette-rows li");
    },
  ],
  ["the keys", (page) => layer(page, "?", "Everywhere")],
  [
    "the settings",
    async (page) => {
      await press(page, "Escape", "g");
      await layer(page, ",", "Theme");
    },
  ],
  [
    "a key of one's own that is taken",
    async (page) => {
      await page.locator(".own-keys summary").focus();
      await press(page, "Enter");
      await page.getByRole("button", { name: "Change the key: edit" }).focus();
      await press(page, "Enter", "x");
      await says(page, "x is taken");
    },
  ],
  ["the export", (page) => layer(page, "E", "Copy Markdown")],
  [
    "what was written",
    async (page) => {
      await press(page, "Escape", "g");
      await layer(page, "l", "What was written in this book");
    },
  ],
  [
    "a text before it is kept",
    async (page) => {
      await press(page, "Escape");
      await paste(page, "Amazon has invested $6 billion in Anthropic. A round of $5 billion is large.");
      await says(page, "1 contradicts what you have");
    },
  ],
  [
    "a document that is not there",
    async (page) => {
      await press(page, "Escape");
      await at(page, "#/evidence/99", "There is no document 99 in this book.");
    },
  ],
  [
    "all of a network, a company chosen",
    async (page) => {
      await at(page, "#/network?show=all", "All companies and flows");
      await press(page, "j");
      await page.waitForSelector(".of-company");
    },
  ],
  ["Claims", (page) => at(page, "#/claims", `${claimsOf(served)} claims`)],
  [
    "claims selected",
    async (page) => {
      await page.locator("[data-table]").focus();
      await press(page, "*");
      await says(page, "Different statuses and units");
    },
  ],
  [
    "claims in groups, one of them folded, sorted twice",
    async (page) => {
      await at(page, "#/claims?group=parties&sort=status,-amount", "· 1 claim");
      await page.locator("[data-table]").focus();
      await press(page, "z");
    },
  ],
  [
    "the columns",
    async (page) => {
      await at(page, "#/claims", `${claimsOf(served)} claims`);
      await press(page, "Escape", "v");
      await page.waitForSelector(".chooser[open]");
    },
  ],
  [
    "a filter being completed",
    async (page) => {
      await press(page, "v", "/");
      await page.keyboard.type("st");
      await says(page, "status:");
    },
  ],
  [
    "a filter being saved",
    async (page) => {
      await at(page, "#/claims?q=status:talks", "save this filter");
      await press(page, "Control+s");
      await page.getByLabel("saved as").waitFor();
    },
  ],
  [
    "no claim left, and an address that says too much",
    (page) => at(page, "#/claims?q=party:nvidia+amount:>5000bn&layers=x", "No claim is left."),
  ],
  ["a filter that cannot be read", (page) => at(page, "#/claims?q=status:sgined", "Did you mean signed?")],
  ["companies to choose from", (page) => at(page, "#/company", "choose one")],
  ["a company", (page) => at(page, "#/company/openai", "Obligations ladder")],
  ["a company as tables", (page) => at(page, "#/company/openai?show=table", "Who holds what now")],
  ["contracts as a whole, alone", (page) => at(page, "#/company/openai?tab=obligations&basis=total", /others come to/)],
  [
    "a present value, a year by its quarters",
    (page) => at(page, "#/company/openai?tab=obligations&basis=value&rate=8&quarters=2027", /2027 by quarter ·/),
  ],
  [
    "a present value without a rate, and a rate that is none",
    async (page) => {
      await at(page, "#/company/openai?tab=obligations&basis=value", "Nothing is drawn yet");
      await page.getByLabel("yearly rate of discount").fill("eight");
      await press(page, "Enter");
      await says(page, "A yearly rate is from 0% to 99%");
    },
  ],
  [
    "an assumption that is refused",
    async (page) => {
      await at(page, "#/company/openai", "Missing here");
      await press(page, "a", "Enter");
      await says(page, "Write what it is.");
    },
  ],
  [
    "a company that no claim names",
    async (page) => {
      await press(page, "Escape");
      await at(page, "#/company/Mistral-Large", "No claims about");
    },
  ],
  ["deals to choose from", (page) => at(page, "#/deal", /^\d+ deals$/)],
  ["a deal", (page) => at(page, "#/deal/deal-72b2", "Legs and ledger")],
  ["a deal on which sources differ, as tables", (page) => at(page, "#/deal/deal-f6e6?show=table", "Draw smallest")],
  ["a deal below the firmness asked about", (page) => at(page, "#/deal/deal-2ec1?firm=signed", "does not count")],
  ["a deal that is none", (page) => at(page, "#/deal/deal-72b3", "Nearest ids")],
  ["a deal of later", (page) => at(page, "#/deal/deal-2ec1?at=2025-11-05", "Not known yet")],
  ["Network", (page) => at(page, "#/network?show=picture", "Circles (")],
  [
    "a circle that stands out, a company gone to",
    async (page) => {
      await press(page, "o", "j");
      await says(page, "Its money moves");
    },
  ],
  ["the network as a list", (page) => at(page, "#/network?show=list", "receives")],
  ["the network as a matrix", (page) => at(page, "#/network?show=matrix", /Who gives/)],
  ["four dates", (page) => at(page, "#/network?show=four", /\d companies/)],
  ["what changed", (page) => at(page, "#/network?show=picture&compare=2025-11-04", "Since 2025-11-04")],
  ["a network before the first day", (page) => at(page, "#/network?at=2020-01-01", "Nothing was known on")],
  ["Flows", (page) => at(page, "#/flows?show=picture", "basis falling due in the window")],
  [
    "Flows, whole contracts by unit, a ribbon chosen, a circle standing out",
    async (page) => {
      await at(page, "#/flows?basis=whole&by=unit&show=picture", "basis whole contracts");
      await press(page, "ArrowDown", "o");
      await page.waitForSelector("[data-flow][data-dim]");
    },
  ],
  [
    "Flows in an order of one's own, a company gone to",
    async (page) => {
      await at(page, "#/flows?order=openai,anthropic&show=picture", "Back to fewest crossings");
      await press(page, "n");
      await says(page, /^OpenAI up/);
    },
  ],
  ["Flows as a table", (page) => at(page, "#/flows?show=table", "each status by itself")],
  ["Flows, nothing in the window", (page) => at(page, "#/flows?from=2040&to=2040", "Nothing later falls due either.")],
  ["Flows, a basis that is none", (page) => at(page, "#/flows?basis=both", "There is no basis “both”")],
  ["a pinned link", (page) => at(page, "#/evidence/06?pin=000000000000.w-0", /you have/)],
];

async function at(page: Page, hash: string, shows: string | RegExp): Promise<void> {
  await goTo(page, hash);
  await says(page, shows);
}

async function layer(page: Page, key: string, shows: string): Promise<void> {
  if (!/^[,l]$/.test(key)) await press(page, "Escape");
  await press(page, key);
  await says(page, shows);
}

const dark = { colorScheme: "dark" as const };
const views = [
  ["light", {}],
  ["dark", dark],
  ["forced colours", { forcedColors: "active" as const }],
  ["400 %, at 320 pixels", { viewport: { width: 320, height: 800 } }],
] as const;

for (const [name, options] of views) {
  test(`axe finds nothing: every state, ${name}`, async () => {
    const { page } = await openPage(browser, invite(served), options);
    const found: string[] = [];
    for (const [state, reach] of states) {
      await reach(page);
      found.push(...(await findings(page, state)));
    }
    await page.context().close();
    assert.deepEqual(found, []);
  });
}

test("axe finds nothing: documents that nobody read, in light and dark", async () => {
  const found: string[] = [];
  for (const options of [{}, dark]) {
    const { page } = await openPage(browser, invite(unread), options);
    await says(page, "This document was not read.");
    found.push(...(await findings(page, "unread")));
    await page.context().close();
  }
  assert.deepEqual(found, []);
});

test("axe finds nothing: an empty book, and the high contrast of the settings in light and dark", async () => {
  const found: string[] = [];
  for (const options of [{}, dark]) {
    const { page } = await openPage(browser, invite(empty), options);
    await says(page, "No documents yet");
    found.push(...(await findings(page, "Evidence without documents")));
    await goTo(page, "#/claims");
    await says(page, "There are no claims yet");
    found.push(...(await findings(page, "Claims without documents")));
    await goTo(page, "#/company");
    await says(page, "No companies yet");
    found.push(...(await findings(page, "Company without documents")));
    await goTo(page, "#/deal");
    await says(page, "No deals yet");
    found.push(...(await findings(page, "Deal without documents")));
    await page.evaluate(() => {
      document.documentElement.dataset.theme = "contrast";
    });
    found.push(...(await findings(page, "high contrast")));
    await page.context().close();
  }
  assert.deepEqual(found, []);
});

test("at 320 pixels nothing needs to be scrolled sideways but the table", async () => {
  const { page } = await openPage(browser, invite(served), { viewport: { width: 320, height: 800 } });
  const pictures = ["network", "flows"].flatMap((screen) => [`#/${screen}`, `#/${screen}?show=picture`]);
  for (const hash of [
    "#/evidence/06",
    "#/claims",
    ...pictures,
    "#/company",
    "#/company/openai",
    "#/deal",
    "#/deal/deal-f6e6",
  ]) {
    await goTo(page, hash);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, hash);
  }
  for (const pane of ["documents", "text", "claims"]) {
    await goTo(page, "#/evidence/06");
    await page.getByRole("button", { name: pane, exact: true }).click();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, pane);
  }
  await page.context().close();
});

/** A further address of the page: each browser needs its own. */
function invite({ run }: ServedFolder): string {
  return /http\S+/.exec(run("open", "--book", "book", "--no-browser"))![0];
}

async function findings(page: Page, state: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await source());
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    return (await axe.run(document, { runOnly, resultTypes: ["violations"] })).violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(
          ({ html, failureSummary }) =>
            `${id}: ${html.slice(0, 140)} ${failureSummary.split("\n")[1]?.trim().slice(0, 160)}`,
        ),
    );
  }, tags);
  return violations.map((violation) => `${state}: ${violation}`);
}

let axe = "";
async function source(): Promise<string> {
  if (axe === "") axe = await (await import("node:fs/promises")).readFile(axeSource, "utf8");
  return axe;
}
