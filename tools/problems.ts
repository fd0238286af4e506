/**
 * What can go wrong with an input, and what does Capstack say? Writes docs/problems.md from the examples.
 *
 *   node tools/problems.ts
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { problemExamples } from "./problem-examples.ts";

export const problemsFile = fileURLToPath(new URL("../docs/problems.md", import.meta.url));

/** The page: each code with its input and its exact text. */
export async function problemsPage(): Promise<string> {
  const entries: string[] = [];
  for (const { code, input, cause } of problemExamples)
    entries.push(`## ${code}\n\n\`\`\`\n${input}\n\n${(await cause()).trimEnd()}\n\`\`\`\n`);
  return `# Problems

Bad input is told, never thrown: where it is, what is wrong, how to mend it. One bad file never stops the others. Each code below stands with a
small input that causes it and the exact text. This page is written by \`node tools/problems.ts\` from inputs that are really run.

${entries.join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(problemsFile, await problemsPage());
