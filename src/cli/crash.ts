/** Our own bug: says so in one line, keeps the details in a file, and never shows a stack without --debug. */

import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "./exit-codes.ts";

/** Writes the crash report and tells where it lies. */
export function reportCrash(error: unknown, words: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Something in Capstack broke (not your data). ${savedText(details, words, env)}\n`);
  if (words.includes("--debug")) process.stderr.write(`${details}\n`);
  else process.stderr.write("  See where: the same command with --debug\n");
  return exitCodes.bug;
}

function savedText(details: string, words: readonly string[], env: NodeJS.ProcessEnv): string {
  const folder = join(env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "capstack");
  const file = join(folder, `crash-${new Date().toISOString().replace(/[:.]/g, "-")}.txt`);
  const report = [
    `capstack ${words.join(" ")}`,
    `Node ${process.versions.node} on ${process.platform}`,
    "",
    details,
    "",
  ].join("\n");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, report);
    return `Saved: ${file}`;
  } catch {
    // A machine where nothing can be written still gets the sentence above.
    return `The report could not be saved in ${folder}.`;
  }
}
