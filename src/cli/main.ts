/** The door of the command line: finds the verb, runs it, and turns every end into an exit code. */

import type { Problem } from "../model/problem.ts";
import { nearest } from "../views/suggest.ts";
import { readWords } from "./arguments.ts";
import { exitCodes } from "./exit-codes.ts";
import { commonFlags } from "./flags.ts";
import { problemText } from "./render/problem.ts";
import { type ColourWish, processTerminal, type Terminal } from "./terminal.ts";
import type { Outcome } from "./verb.ts";
import { verbs } from "./verbs.ts";

/** Runs `capstack WORDS…` in this process. */
export async function main(words: readonly string[]): Promise<void> {
  quietWhenTheReaderLeaves();
  try {
    process.exitCode = await run(words);
  } catch (error) {
    const { reportCrash } = await import("./crash.ts");
    process.exitCode = reportCrash(error, words);
  }
}

async function run(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  const terminal = processTerminal();
  const help = (): Promise<typeof import("./commands/help.ts")> => import("./commands/help.ts");

  if (first === undefined) return (await help()).printShort(terminal);
  if (first === "--help" || first === "-h") return (await help()).printAll(terminal);
  if (first === "--version") return (await help()).printVersion(terminal);
  const verb = verbs.find(({ name }) => name === first);
  if (!verb) return end(terminal, { misuse: unknownVerb(first) });

  const parsed = readWords(
    rest.map((word) => (word === "-h" ? "--help" : word)),
    verb.name,
    [...verb.flags, ...commonFlags],
  );
  if ("code" in parsed) return end(terminal, { misuse: parsed });
  if (parsed.switches.has("help")) return (await help()).printVerb(terminal, verb);
  const colour = parsed.texts.color ?? "auto";
  if (!isColourWish(colour)) return end(terminal, { misuse: badColour(colour) });
  const { run: runVerb } = await verb.load();
  return end(terminal, await runVerb({ ...parsed, terminal: processTerminal(colour) }));
}

function end(terminal: Terminal, outcome: Outcome): number {
  if (typeof outcome === "number") return outcome;
  terminal.note(problemText(outcome.misuse));
  return exitCodes.usage;
}

function unknownVerb(written: string): Problem {
  const near = nearest(
    written,
    verbs.map(({ name }) => name),
  );
  const what = written.startsWith("-") ? "flag" : "command";
  return {
    code: "unknown-verb",
    message: `There is no ${what} “${written}”.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack ${near}` : "capstack help",
  };
}

function isColourWish(text: string): text is ColourWish {
  return text === "auto" || text === "always" || text === "never";
}

function badColour(written: string): Problem {
  return { code: "bad-color", message: `--color is auto, always or never, not “${written}”.`, fix: "--color never" };
}

/** `capstack read … | head` closes the pipe early: no error, the work is simply over. */
function quietWhenTheReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(process.exitCode ?? exitCodes.done);
    });
  }
}
