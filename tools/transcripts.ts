/**
 * What does the command line print? Runs real commands in a fresh folder and keeps what they print as golden files.
 *
 *   node tools/transcripts.ts            says which files differ
 *   node tools/transcripts.ts --write    rewrites them and the README's example, to be read in review
 */

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  "copy.txt":
    "Amazon is in talks to invest at least $10 billion in OpenAI, people familiar with the matter said. " +
    "Last month, OpenAI signed a seven-year contract to buy $38 billion of cloud services from Amazon Web Services.\n",
  "wire.txt": "Amazon is in talks to invest at least $10 billion in OpenAI. Meta ordered 50,000 GPUs from Nvidia.\n",
  "broken.md": "---\ntitle: Orders\npublisher: [Example Wire\n---\nMeta ordered 50,000 GPUs from Nvidia.\n",
  "picture.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  "empty.txt": "",
  "debts.json": '{ "n": 4, "edges": [[0, 1, 8], [1, 0, 3], [0, 2, 5], [2, 0, 5], [0, 3, 2], [3, 0, 9]] }\n',
  "wrong.json": '{ "n": 2, "egdes": [], "edges": [[0, 2, 1], [0, 1, -1], [0]] }\n',
};

/**
 * Name of the golden file → the commands that it shows. What begins with @ is run and not shown; `{id}` and `{write}` stand for the first id of a claim or
 * of a write that was printed last, `{conflict}` for that of a conflict, `{data}`, `{deal}` and `{circle}` for the first of each that was.
 */
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
  add: [
    "capstack add note.txt chips.md copy.txt empty.txt nowhere.txt",
    "capstack add wire.txt --publisher Wire --dry-run",
    "capstack add wire.txt --publisher Wire",
    "capstack add note.txt",
    "capstack add nowhere.txt --book elsewhere",
    "capstack add memo.txt --json",
  ],
  docs: ["@capstack demo", "capstack docs --limit 4", "capstack docs --limit 2 --csv", "capstack docs --limit lots"],
  claims: [
    "@capstack demo",
    "capstack claims 'party:OpenAI amount:>=10bn' --sort -amount --limit 5",
    "capstack claims 'document:06 -hedged' --wide",
    "capstack claims 'party:nvidia amount:>500bn'",
    "capstack claims --at 2025-10-01",
    "capstack claims 'from:Amazon' --at 2026-02-28 --firm signed",
  ],
  method: [
    "capstack method --list",
    "capstack method circularity.compression debts.json",
    "capstack method circularity.cycles debts.json",
    "capstack method circularity.scc debts.json --json",
    "capstack method circularity.scc wrong.json",
    "capstack method circularity.compresion debts.json",
    "capstack method circularity.scc nowhere.json",
  ],
  "claims-json": [
    "@capstack demo",
    "capstack claims 'from:Amazon to:OpenAI' --limit 1 --json",
    "capstack claims 'from:Amazon to:OpenAI' --limit 2 --csv",
  ],
  "claims-problems": [
    "@capstack demo",
    "capstack claims status:sgined",
    "capstack claims party:Antropik",
    "capstack claims 'amount:lots (status:talks'",
    "capstack claims 'stauts:talks'",
    "capstack claims --sort amont",
    "capstack claims --after here",
    "capstack claims --json --csv",
  ],
  why: [
    "@capstack demo",
    "capstack why 2",
    "@capstack claims 'from:Amazon to:Anthropic'",
    "capstack why {id}",
    "capstack why c-000000",
    "capstack why 9",
    "capstack why",
  ],
  review: [
    "@capstack add note.txt --published 2025-12-17",
    "@capstack claims",
    "capstack review --accept {id} --because 'read in full'",
    "@capstack claims",
    "capstack review --edit {id} --set 'status=announced amount=>=11bn from=Nvidia' --dry-run",
    "@capstack claims",
    "capstack review --edit {id} --set 'status=announced amount=>=11bn from=Nvidia'",
    "capstack claims",
    "capstack why {id}",
    "capstack undo",
    "capstack undo",
    "capstack undo --redo",
    "capstack log",
    "capstack review",
    "capstack review --edit c- --set status=sgined",
    "capstack review --accept c-000000",
  ],
  undo: [
    "@capstack add note.txt",
    "capstack undo",
    "capstack claims",
    "capstack undo",
    "capstack undo --redo",
    "@capstack log",
    "capstack undo {write}",
  ],
  deals: [
    "@capstack demo",
    "capstack deals party:Amazon",
    "capstack deals party:Amazon --firm signed --at 2026-02-28",
    "capstack deals from:Amazon to:OpenAI --csv",
    "@capstack claims 'from:Amazon to:OpenAI' --limit 1",
    "capstack deal {id} --at 2026-02-28",
    "@capstack claims 'kind:commitment' --limit 1",
    "capstack deal {id}",
  ],
  conflicts: [
    "@capstack demo",
    "capstack conflicts",
    "capstack conflicts {conflict}",
    "@capstack conflicts 'from:Amazon to:Anthropic'",
    "capstack resolve {conflict} --draw largest --because 'both tranches are in the filing'",
    "@capstack claims 'kind:investment from:Amazon to:Anthropic' --limit 1",
    "capstack deal {id}",
    "capstack undo",
  ],
  company: [
    "@capstack demo",
    "capstack company OpenAI",
    "capstack company Anthropic --by unit --firm signed",
    "capstack company --list --plain",
  ],
  chips: [
    "capstack chips h200",
    "@capstack demo",
    "capstack chips",
    "capstack chips blackhole --at 2026-12-31",
    "capstack chips rubin --wide",
    "capstack chips gaudi --csv",
    "capstack chips blakwell",
  ],
  offers: [
    "capstack offers trainium aws",
    "@capstack demo",
    "capstack offers",
    "capstack offers h100 AWS coreweave --at 2026-12-31",
    "capstack offers trainium2 --at 2026-12-31 --wide",
    "capstack offers Google Cloud tpu-v5e --at 2026-12-31 --csv",
    "capstack offers trainium2 --at 2026-06 --json",
    "capstack offers b200",
    "capstack offers coreweav",
  ],
  url: [
    "@capstack demo",
    "capstack url network OpenAI --firm signed",
    "capstack url claims status:talks amount:>=10bn --at 2026-02-28",
    "capstack url company OpenAI",
    "capstack url watch",
  ],
  network: [
    "@capstack demo",
    "capstack network OpenAI --layers money,owns",
    "capstack network --firm signed --at 2026-02-28",
    "capstack network Amazon Microsoft --matrix",
    "capstack network Amazon --layers mony",
  ],
  circles: [
    "@capstack demo",
    "capstack circles",
    "capstack circles --firm signed",
    "capstack circles OpenAI --firm announced --at 2026-02-28 --explain",
    "capstack why {circle}",
    "capstack circles Amazon --csv",
    "capstack circles --length 1",
    "capstack why circle-0000",
  ],
  watch: [
    "@capstack demo",
    "capstack watch OpenAI",
    "capstack watch --at 2026-02-28 --since 2025-12-17",
    "capstack watch Nvidia --csv",
    "capstack watch Opnai",
  ],
  own: [
    "@capstack demo",
    "capstack own OpenAI",
    "capstack own OpenAI --at 2026-02-28 --firm announced",
    "capstack own AMD",
    "@capstack assume openai.listing-dilution 10..20% --because 'two more rounds'",
    "@capstack assume openai.pre-money 500bn --because 'the price of October'",
    "@capstack assume amd.shares 1.62..1.63bn --because 'as its last report counts'",
    "capstack own OpenAI --by unit",
    "capstack own AMD",
    "capstack own Anthropic --csv",
    "capstack own Opnai",
    "capstack own",
  ],
  flows: [
    "@capstack demo",
    "capstack flows",
    "capstack flows OpenAI --firm talks --by group --window 2027",
    "capstack flows Nvidia --window 2026 --csv",
    "capstack flows --window soon",
    "capstack why flows/OpenAI-AWS@2026",
    "capstack why flows/OpenAI-CoreWeave",
    "capstack why flows/OpenAI-AWS@2040",
    "capstack company OpenAI --obligations",
    "capstack company OpenAI --obligations --firm announced --plain",
  ],
  assume: [
    "@capstack demo",
    "@capstack deals 'from:OpenAI to:AWS'",
    "capstack assume {deal}.schedule 'ramp 2..9' --because 'capacity comes online to 2027'",
    "capstack why flows/OpenAI-AWS@2026",
    "capstack assume {deal}.compute 'h100 at 2.2..4' --because 'largely Nvidia hardware' --on 2025-12-01",
    "capstack flows AWS --window 2026",
    "capstack assume",
    "capstack undo",
    "capstack flows AWS --window 2026",
    "capstack assume OpenAI.cash 15..40bn --because 'press estimates, mine' --dry-run",
    "capstack assume {deal}.schedule 'rampp 2..9' --because test",
    "capstack log",
  ],
  exposure: [
    "@capstack demo",
    "capstack exposure OpenAI",
    "capstack exposure CoreWeave --firm announced --at 2026-02-28",
    "@capstack assume CoreWeave.revenue 5bn --because 'a round figure'",
    "@capstack assume Amazon.cash 60..100bn --because 'a wide guess'",
    "@capstack assume Amazon.debt 50..60bn --because 'a wide guess'",
    "@capstack assume CoreWeave.cash 1..2bn --because 'a wide guess'",
    "@capstack assume CoreWeave.debt 2..4bn --because 'what falls due in a year'",
    "capstack exposure OpenAI",
    "capstack exposure CoreWeave --window 2026",
    "capstack exposure OpenAI --csv",
    "capstack exposure Opnai",
    "capstack exposure OpenAI --window soon",
  ],
  runway: [
    "@capstack demo",
    "capstack runway OpenAI",
    "@capstack assume OpenAI.cash 15..40bn --because 'press estimates, mine'",
    "capstack runway OpenAI",
    "capstack runway OpenAI --firm announced --at 2026-02-28",
    "@capstack assume OpenAI.cash-burn 6..9bn --because 'between two forecasts'",
    "capstack runway OpenAI --plain",
    "capstack runway",
  ],
  ledger: [
    "@capstack demo",
    "capstack export --ledger csv --firm completed",
    "capstack export --ledger beancount -o deals.beancount",
    "capstack export --ledger benacount",
  ],
  check: [
    "@capstack add note.txt chips.md",
    "capstack check",
    "@cp memo.txt note.txt",
    "capstack check --strict",
    "capstack check --csv",
  ],
  diff: ["@capstack demo", "capstack diff --known-on 2025-12-17..2026-02-28", "capstack diff --known-on 2025-12-17"],
  "diff-data": [
    "@capstack add note.txt --published 2025-12-17",
    "@capstack claims",
    "@capstack review --reject {id} --because 'an old rumour'",
    "@capstack add chips.md",
    "capstack log",
    "capstack diff {data}",
    "capstack diff {data} --csv",
    "capstack diff 000000",
    "capstack diff party:OpenAI",
  ],
  "known-then": [
    "capstack demo --at 2020",
    "capstack claims --at 2024",
    "capstack claims to:Nvidia --as-of 2024 --limit 2",
  ],
  export: [
    "@capstack add note.txt",
    "capstack export -o book.jsonl",
    "capstack import book.jsonl --book other",
    "capstack import book.jsonl --book other",
    "capstack undo --book other",
    "capstack claims --book other",
    "capstack undo --redo --book other",
    "capstack log --book other",
    "capstack export --book other",
    "capstack import note.txt --book other",
    "capstack export -o nowhere/book.jsonl",
  ],
  "no-book": [
    "capstack claims",
    "capstack review --accept c-1f2e3d",
    "capstack undo --book .",
    "capstack import",
    "capstack add",
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
    const shown: string[] = [];
    let before = "";
    let data = "";
    let deal = "";
    let circle = "";
    for (const command of commands) {
      const words = withIds(command, before)
        .replaceAll("{data}", data)
        .replaceAll("{deal}", deal)
        .replaceAll("{circle}", circle);
      const text = printedBy(words.replace(/^@/, ""), folder);
      if (/c-[0-9a-f]{6}|w-[0-9a-f]{6}|k-[0-9a-f]{4}/.test(text)) before = text;
      circle ||= /\bcircle-[0-9a-f]{6}/.exec(text)?.[0] ?? "";
      deal ||= /\bdeal-[0-9a-f]{4}/.exec(text)?.[0] ?? "";
      data ||= /data ([0-9a-f]{6})/.exec(text)?.[1] ?? "";
      if (!words.startsWith("@")) shown.push(text);
    }
    return shown.join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first ids of claims and writes that stand in what was printed. */
function withIds(command: string, before: string): string {
  const first = (letter: string): string => new RegExp(`\\b${letter}-[0-9a-f]{4,}`).exec(before)?.[0] ?? "";
  return command.replaceAll("{id}", first("c")).replaceAll("{write}", first("w")).replaceAll("{conflict}", first("k"));
}

/** All commands are run at one and the same moment, so that what a book says of days and moments stays the same. */
const atOneMoment = `data:text/javascript,${encodeURIComponent(`
  const moment = Date.parse("2026-03-02T09:00:00Z");
  globalThis.Date = class extends Date {
    constructor(...parts) { parts.length === 0 ? super(moment) : super(...parts); }
    static now() { return moment; }
  };`)}`;

function printedBy(command: string, folder: string): string {
  const { PATH } = process.env;
  const [program, ...words] = command.match(/'[^']*'|\S+/g)!.map((word) => word.replace(/^'(.*)'$/s, "$1"));
  if (program === "cp") {
    copyFileSync(join(folder, words[0]!), join(folder, words[1]!));
    return "";
  }
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", atOneMoment, launcher, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH, NO_COLOR: "1", LC_ALL: "C.UTF-8", XDG_STATE_HOME: folder, USER: "ada" },
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
