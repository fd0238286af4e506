/**
 * What does the command line print? Runs real commands in a fresh folder and keeps what they print as golden files.
 *
 *   node tools/transcripts.ts            says which files differ
 *   node tools/transcripts.ts --write    rewrites them and the README's example, to be read in review
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const launcher = join(root, "bin", "capstack.js");
const goldens = join(root, "src", "cli", "transcripts");

/** Files that the commands find in their folder. */
const inputs: Readonly<Record<string, string | Buffer>> = {
  "note.txt":
    "Amazon is in talks to invest at least $10 billion in OpenAI, people familiar with the matter said. " +
    "Last month, OpenAI signed a seven-year contract to buy $38 billion of cloud services from Amazon Web Services.\n",
  "chips.md":
    "---\ntitle: Orders\npublisher: Example Wire\npublished: 2025-12-02\n---\nMeta ordered 50,000 GPUs from Nvidia.\n",
  "memo.txt": "The weather was fine. A round of $5 billion is large.\n",
  "broken.md": "---\ntitle: Orders\npublisher: [Example Wire\n---\nMeta ordered 50,000 GPUs from Nvidia.\n",
  "picture.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  "empty.txt": "",
};

/** Name of the golden file → the commands that it shows. */
export const transcripts: Readonly<Record<string, readonly string[]>> = {
  start: ["capstack", "capstack --version"],
  help: ["capstack help", "capstack help read", "capstack demo --help"],
  demo: ["capstack demo", "capstack demo --at 2026-02-28"],
  read: ["capstack read note.txt --published 2025-12-17", "capstack read note.txt chips.md --firm signed"],
  "read-wide": ["capstack read note.txt --published 2025-12-17 --wide"],
  "read-json": ["capstack read note.txt --published 2025-12-17 --json"],
  "read-csv": ["capstack read note.txt --published 2025-12-17 --csv", "capstack read note.txt --plain"],
  "read-why": ["capstack read memo.txt", "capstack read memo.txt --why"],
  "read-dates": ["capstack read chips.md --at 2025-12-01", "capstack read note.txt --known-on 2025-Q4"],
  "read-problems": [
    "capstack read nowhere.txt note.txt --plain",
    "capstack read picture.txt empty.txt broken.md",
    "capstack read .",
  ],
  misuse: [
    "capstack raed note.txt",
    "capstack read note.txt --publishd 2025",
    "capstack read note.txt --published 2025-13-01",
    "capstack read note.txt --at",
    "capstack read note.txt --firm sgined",
    "capstack read note.txt --color blue",
    "capstack demo note.txt",
    "capstack eval",
    "capstack eval . --at-least 60",
    "capstack eval .",
  ],
};

/** What the commands print now, as the golden file has it. */
export function printed(commands: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "capstack-transcript-"));
  try {
    for (const [name, content] of Object.entries(inputs)) writeFileSync(join(folder, name), content);
    return commands.map((command) => printedBy(command, folder)).join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printedBy(command: string, folder: string): string {
  const { PATH } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...command.split(" ").slice(1)], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH, NO_COLOR: "1", LC_ALL: "C.UTF-8", XDG_STATE_HOME: folder },
  });
  // Seconds and the present day differ from run to run.
  const talk = stderr.replace(/\d+\.\d s\b/g, "N.N s").replace(/today \([\d-]+\)/g, "today (YYYY-MM-DD)");
  return `$ ${command}\n${stdout}${talk === "" ? "" : `--- stderr\n${talk}`}${status === 0 ? "" : `--- exit ${status}\n`}`;
}

/** The page whose example is the first command of the transcript "demo". */
export const readmeFile = join(root, "README.md");

/** The README with the example as it is printed now. */
export function readmeWith(example: string, readme: string): string {
  const [answer] = example.split("--- stderr");
  return readme.replace(/(?<=<!-- capstack demo -->\n```\n)[\s\S]*?(?=```\n)/, () => answer!);
}

/** The path of a golden file. */
export function goldenFile(name: string): string {
  return join(goldens, `${name}.txt`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const write = process.argv.includes("--write");
  mkdirSync(goldens, { recursive: true });
  for (const [name, commands] of Object.entries(transcripts)) {
    const now = printed(commands);
    const before = existsSync(goldenFile(name)) ? readFileSync(goldenFile(name), "utf8") : "";
    if (now === before) continue;
    console.log(`${name}: ${write ? "rewritten" : "differs"}`);
    if (write) writeFileSync(goldenFile(name), now);
    else process.exitCode = 1;
  }
  const readme = readFileSync(readmeFile, "utf8");
  const demo = readFileSync(goldenFile("demo"), "utf8");
  if (write) writeFileSync(readmeFile, readmeWith(demo, readme));
}
