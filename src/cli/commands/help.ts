/** `capstack help`: what there is, in one screen. */

import { readFileSync } from "node:fs";
import { nearest } from "../../views/suggest.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { commonFlags } from "../flags.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Flag, Outcome, Verb } from "../verb.ts";
import { verbs } from "../verbs.ts";

/** Runs `capstack help [VERB]`. */
export function run({ terminal, operands }: Call): Outcome {
  const [name] = operands;
  if (name === undefined) return printAll(terminal);
  const verb = verbs.find((candidate) => candidate.name === name);
  if (verb) return printVerb(terminal, verb);
  const near = nearest(
    name,
    verbs.map((candidate) => candidate.name),
  );
  const meant = near ? ` Did you mean ${near}?` : "";
  return {
    misuse: {
      code: "unknown-verb",
      message: `There is no command “${name}”.${meant}`,
      fix: near ? `capstack help ${near}` : "capstack help",
    },
  };
}

/** What `capstack` alone says: what it is, and what to try. */
export function printShort(terminal: Terminal): ExitCode {
  terminal.out(`Capstack reads the news and filings about the AI economy into claims of who pays whom,
each tied to its exact sentence, and shows what is only talked about, what is signed,
and where the sources disagree. It runs only on this machine.

  capstack demo               ${summaryOf("demo")}
  capstack read FILE…         ${summaryOf("read")}
  capstack add FILE…          ${summaryOf("add")}

  All commands: capstack help
`);
  return exitCodes.done;
}

/** All verbs with what every one of them takes. */
export function printAll(terminal: Terminal): ExitCode {
  const rows = verbs.map((verb): [string, string] => [`capstack ${verb.name} ${verb.operands}`.trim(), verb.summary]);
  terminal.out(`Usage: capstack VERB [flags]\n\n${twoColumns(rows)}\nFlags of every command:\n${flagText(commonFlags)}
More on one: capstack help VERB
Exit codes: 0 done · 1 done, something needs attention · 2 wrong use ·
            3 an input could not be read · 4 no answer · 70 our bug ·
            130 stopped by Ctrl-C
`);
  return exitCodes.done;
}

/** One verb: what it does, its flags, examples that run. */
export function printVerb(terminal: Terminal, verb: Verb): ExitCode {
  const usage = `Usage: capstack ${verb.name} ${verb.operands}${verb.flags.length > 0 ? " [flags]" : ""}`.replace(
    / +/g,
    " ",
  );
  const about = verb.about.map((paragraph) => `${wrap(paragraph, 78).join("\n")}\n`).join("\n");
  const examples = twoColumns(verb.examples.map(({ command, about }) => [command, about]));
  terminal.out(`${usage}\n\n${about}\n${flagText([...verb.flags, ...commonFlags])}\nExamples:\n${examples}`);
  return exitCodes.done;
}

/** The version of the package. */
export function printVersion(terminal: Terminal): ExitCode {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  terminal.out(`${version}\n`);
  return exitCodes.done;
}

function summaryOf(name: string): string {
  return verbs.find((verb) => verb.name === name)!.summary;
}

function flagText(flags: readonly Flag[]): string {
  return twoColumns(
    flags.map(({ name, short, value, about }) => [
      [short ? `-${short}, --${name}` : `--${name}`, value].filter(Boolean).join(" "),
      about,
    ]),
  );
}

/** Pairs as an indented list; a long left side stands on a line of its own, a long right side wraps. */
function twoColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(26, Math.max(...rows.map(([left]) => left.length)));
  const lines: string[] = [];
  for (const [left, right] of rows) {
    const [head, ...more] = wrap(right, 78 - width - 4);
    if (left.length > width) lines.push(`  ${left}`, `  ${" ".repeat(width)}  ${head}`);
    else lines.push(`  ${left.padEnd(width)}  ${head}`);
    for (const line of more) lines.push(`  ${" ".repeat(width)}  ${line}`);
  }
  return `${lines.join("\n")}\n`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
