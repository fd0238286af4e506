/**
 * A real browser for tests, got from npm alone. The package's own unpacking believes itself on a server farm; here its archives are unpacked once into
 * node_modules/.cache, and the browser is started with the libraries and fonts that they hold. CAPSTACK_BROWSER names another browser (a Chrome of the
 * system) where these do not run: on macOS, Windows and ARM.
 */

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { ServedFolder } from "../../server/server.test-kit.ts";

const cache = fileURLToPath(new URL("../../../node_modules/.cache/chromium", import.meta.url));

/** Starts a browser; where there can be none, the error says so in one line. */
export async function startBrowser(): Promise<Browser> {
  const system = process.env.CAPSTACK_BROWSER;
  const args = ["--no-sandbox", "--force-prefers-reduced-motion"];
  try {
    if (system) return await chromium.launch({ executablePath: system, args });
    await unpack();
    return await chromium.launch({
      executablePath: join(cache, "chromium"),
      // An emulated GPU compiles its programs as they are first drawn with, up to a second a time; without one the processor draws.
      args: [...args, "--disable-gpu"],
      env: {
        ...process.env,
        LD_LIBRARY_PATH: join(cache, "al2023", "lib"),
        FONTCONFIG_PATH: join(cache, "fonts"),
        HOME: cache,
      },
    });
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Error(
      `No browser can be had here (${reason}). Name a Chrome or Chromium of the system: CAPSTACK_BROWSER=/path/to/chrome npm test`,
    );
  }
}

const archives = ["chromium.br", "al2023.tar.br", "fonts.tar.br"];

/** Unpacks the archives beside, and puts them in place whole: a second test file may be at it too. */
async function unpack(): Promise<void> {
  if (existsSync(join(cache, "chromium"))) return;
  const bin = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin");
  const fresh = `${cache}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  // The package unpacks into the system's folder for temporary files. A process of its own takes ours for that, so that nothing else of this one lands there.
  const script = `const { inflate } = await import("@sparticuz/chromium"); for (const archive of ${JSON.stringify(archives)}) await inflate(${JSON.stringify(bin)} + "/" + archive);`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, TMPDIR: fresh },
  });
  writeFileSync(join(fresh, "fonts", "fonts.conf"), fontsConfiguration);
  try {
    renameSync(fresh, cache);
  } catch {
    // Another process was quicker, with the same result.
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The package's own names folders that are not here, and without any font the browser ends at the first button. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

export interface OpenPage {
  readonly page: Page;
  /** What went wrong in the page, and whatever it asked of another server: both must stay empty. */
  readonly faults: string[];
}

/** Opens the address in a browser of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(address).origin });
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on(
    "request",
    (request) =>
      !/^(blob:|data:)/.test(request.url()) &&
      !request.url().startsWith(origin) &&
      faults.push(`asked ${request.url()}`),
  );
  await page.goto(address);
  await page.waitForSelector("article.card, .empty, [data-table]");
  await rest(page);
  return { page, faults };
}

/** Goes to an address within the page, and waits until it is there. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    if (location.hash === to) return;
    const heard = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    location.hash = to;
    await heard;
  }, hash);
  await rest(page);
}

/** Waits until the server has answered all that the page asked, and it is drawn. */
export async function rest(page: Page): Promise<void> {
  await page.waitForSelector("html:not([data-waiting])", { timeout: 15_000 });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}

/** The address as the page has it now; what the driver of the browser knows of it may be a step behind. */
export function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** How many claims the command line counts under a filter: what the page has to show. */
export function claimsOf({ run }: ServedFolder, ...words: string[]): number {
  const printed = run("claims", ...words, "--book", "book");
  return Number(/^ ?(\d+)(?: of \d+)? claims/m.exec(printed)![1]);
}

/** Waits until the page says this. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 15_000 });
}

/** A paste as a person does it, outside a field. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, text);
}
