/**
 * Which commands are there? Writes docs/cli.md from the verb table.
 *
 *   node tools/cli-page.ts
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { commonFlags } from "../src/cli/flags.ts";
import type { Flag, Verb } from "../src/cli/verb.ts";
import { verbs } from "../src/cli/verbs.ts";

export const cliFile = fileURLToPath(new URL("../docs/cli.md", import.meta.url));

/** The page: each verb with its flags and examples. */
export function cliPage(): string {
  return `# The command line

This page is written by \`node tools/cli-page.ts\` from the verb table in \`src/cli/verbs.ts\`.

stdout is the answer, stderr is the conversation. Tables fit 80 columns and end with what they rest on. Quotes are exact, with their place in
the document's text as \`document:start-end\` in UTF-16 units. No colour in a pipe, for \`NO_COLOR\` or for \`TERM=dumb\`.

| command | does |
| --- | --- |
${verbs.map(({ name, operands, summary }) => `| [\`${`capstack ${name} ${operands}`.trim()}\`](#${name}) | ${summary} |`).join("\n")}

Flags of every command:

${flagList(commonFlags)}

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | done, and something found needs attention |
| 2 | wrong use |
| 3 | an input could not be read; the others were |
| 4 | no answer on these inputs |
| 70 | our bug; a report is saved and its place is told |
| 130 | stopped by Ctrl-C; what was done until then is kept |

${verbs.map(verbSection).join("\n")}`;
}

function verbSection({ name, operands, about, flags, examples }: Verb): string {
  const parts = [`## ${name}`, `\`${`capstack ${name} ${operands}`.trim()}\``, ...about];
  if (flags.length > 0) parts.push(flagList(flags));
  parts.push(`\`\`\`\n${examples.map(({ command, about: what }) => `${command}    # ${what}`).join("\n")}\n\`\`\``);
  return `${parts.join("\n\n")}\n`;
}

function flagList(flags: readonly Flag[]): string {
  return `| flag | does |\n| --- | --- |\n${flags.map(({ name, short, value, about }) => `| \`${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}\` | ${about} |`).join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(cliFile, cliPage());
