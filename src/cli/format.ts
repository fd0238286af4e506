/** In which form is the answer wished? */

import type { Problem } from "../model/problem.ts";
import { csvLine } from "../views/csv-line.ts";
import { plainLine } from "./render/table.ts";
import type { Terminal } from "./terminal.ts";
import type { Call } from "./verb.ts";

/** `table` is for people, within 80 columns; `wide` is the same without a limit. */
export type Format = "table" | "wide" | "json" | "csv" | "plain";

/** Reads `--json --csv --plain --wide`. */
export function readFormat({ switches }: Pick<Call, "switches">, command: string): Format | Problem {
  const forms = (["json", "csv", "plain"] as const).filter((form) => switches.has(form));
  const [first, second] = forms;
  if (first && second) return twoForms(first, second, command);
  return first ?? (switches.has("wide") ? "wide" : "table");
}

/** Two forms of one answer were asked for. */
export function twoForms(first: string, second: string, command: string): Problem {
  return {
    code: "two-forms",
    message: `--${first} and --${second} are two forms of one answer.`,
    fix: `${command} --${first}, or --${second}`,
  };
}

/** What every `--json` prints. */
export type Answer = { readonly schema: string; readonly data: string; readonly problems: readonly Problem[] } & (
  | { readonly rows: readonly object[]; readonly next?: string | null }
  | { readonly value: object }
);

/** Prints an answer as JSON. */
export function printJson(terminal: Terminal, answer: Answer): void {
  terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
}

/** Prints rows with their columns as CSV or separated by tabs. */
export function printLines(
  terminal: Terminal,
  format: "csv" | "plain",
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = format === "csv" ? csvLine : plainLine;
  terminal.out([columns, ...rows].map(line).join(""));
}
