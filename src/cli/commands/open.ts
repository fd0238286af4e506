/** `capstack open`: the book in a browser, until Ctrl-C. */

import { hostname } from "node:os";
import type { Problem } from "../../model/problem.ts";
import { secret } from "../../server/guard.ts";
import { serveBook } from "../../server/serve.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { showInBrowser } from "../open/browser.ts";
import { forgetRunning, noteRunning, runningAddress } from "../open/running.ts";
import { servedBook } from "../open/served.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Outcome } from "../verb.ts";

const usualPort = 4747;

/** Runs `capstack open`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  if (operands.length > 0) return { misuse: noOperand(operands[0]!) };
  const port = texts.port === undefined ? usualPort : Number(texts.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { misuse: badPort(texts.port!) };
  const browser = !switches.has("no-browser") && process.stdout.isTTY === true;

  return inBook(call, {}, async (book) => {
    const running = await runningAddress(book.folder);
    if (running !== null) {
      terminal.note("This book is open already; showing that one.\n");
      await show(running, browser, terminal);
      return exitCodes.done;
    }
    return serve(book, { port, browser, fresh: switches.has("fresh") }, terminal);
  });
}

async function serve(
  book: OpenBook,
  { port, browser, fresh }: { port: number; browser: boolean; fresh: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const served = await servedBook(book);
  if (fresh) await served.prefer({ ...served.preferences(), steps: [] }, null);
  const key = secret();
  const running = await serveBook(served, { port, key });
  const note = { port: running.port, key };
  try {
    if (port !== 0 && running.port !== port)
      terminal.note(`${port} is taken by another program. Using ${running.port}.\n`);
    await noteRunning(book.folder, note);
    await show(running.address(), browser, terminal);
    terminal.note("Ctrl-C ends it. Every decision is in the book at once.\n");
    await interrupted();
    terminal.note("\nClosed. The book has everything.\n");
    return exitCodes.done;
  } finally {
    await running.close();
    await forgetRunning(book.folder, note);
  }
}

/** The address is data: a script may read it from stdout. */
async function show(address: string, browser: boolean, terminal: Terminal): Promise<void> {
  terminal.out(`${address}\n`);
  if (!browser || (await showInBrowser(address))) return;
  const { port } = new URL(address);
  terminal.note(
    `No browser here. Open this address on your own machine, after: ssh -L ${port}:127.0.0.1:${port} ${hostname()}\n`,
  );
}

/** Ends at Ctrl-C, or when the system asks. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

function noOperand(word: string): Problem {
  return { code: "no-operand", message: "capstack open takes no file.", fix: `capstack open --book ${word}` };
}

function badPort(written: string): Problem {
  return { code: "bad-port", message: `--port ${written}: that is no port.`, fix: "capstack open --port 4747" };
}
