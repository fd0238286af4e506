/** Each problem code with the tiny input that causes it, run for real. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ungroundedProblem } from "../src/cli/commands/eval.ts";
import { noFile } from "../src/cli/commands/read.ts";
import { problemText } from "../src/cli/render/problem.ts";
import { brokenJob } from "../src/intake/our-bug.ts";
import { unreadable } from "../src/intake/read-file.ts";
import { noPng } from "../src/server/png.ts";
import { dealProblemExamples } from "./deal-problem-examples.ts";
import { methodProblemExamples } from "./method-problem-examples.ts";
import { ownershipProblemExamples } from "./ownership-problem-examples.ts";
import { serverProblemExamples } from "./server-problem-examples.ts";
import { storeProblemExamples } from "./store-problem-examples.ts";

type Files = Readonly<Record<string, string | Buffer>>;

export interface ProblemExample {
  readonly code: string;
  /** What causes it, in words or as file and command. */
  readonly input: string;
  /** Causes it; gives its exact text. */
  readonly cause: () => string | Promise<string>;
}

const launcher = fileURLToPath(new URL("../bin/capstack.js", import.meta.url));
const book = { "book/capstack.yaml": "name: Mine\n", "book/documents/a.txt": "Amazon.\n" };
const investment = "Amazon is in talks to invest at least $10 billion in OpenAI.";
const twoTexts = { "a.txt": "Amazon.\n", "b.txt": "OpenAI.\n" };
const gold = '{"claims": [{"kind": "loan", "status": "talks", "span": [0, 3], "quote": "One"}]}';
const deep = "<div>".repeat(300);
const pdf = (more: string): string =>
  `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\ntrailer\n<< /Root 1 0 R ${more} >>\n%%EOF\n`;
const password = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> >>`;

const commandExamples: readonly ProblemExample[] = [
  {
    code: "ambiguous-write",
    input: "$ capstack undo w-   (in a book with two writes)",
    cause: () => toldBy(["add a.txt", "add b.txt", "undo w-"], twoTexts),
  },
  run("bad-port", "open --port 99999"),
  run("bad-assumption", "assume --book book", {
    ...book,
    "book/assumptions.yaml": "- of: openai.cash\n  is: plenty\n",
  }),
  {
    code: "assumption-not-written",
    input: "$ capstack assume OpenAI.cash 20bn --because mine   (assumptions.yaml is a folder)",
    cause: () =>
      toldBy(["add a.txt", "assume openai.cash 20bn --because mine"], {
        ...twoTexts,
        "a.txt": investment,
        "assumptions.yaml/x": "",
      }),
  },
  run("bad-layer", "network --layers mony"),
  run("no-screen", "url watch"),
  run("bad-hops", "network OpenAI --hops 9"),
  {
    code: "no-png",
    input: "$ capstack network --png network.png   (installed without optional parts)",
    cause: () => problemText(noPng),
  },
  run("bad-length", "circles --length 1"),
  run("bad-currency", "flows --in euros"),
  run("bad-basis", "flows --svg flows.svg --basis hole"),
  run("only-drawn", "flows --basis whole"),
  run("no-discount-rate", "company OpenAI --obligations --basis value"),
  run("bad-discount-rate", "company OpenAI --obligations --basis value --rate 0.08"),
  run("not-of-basis", "company OpenAI --obligations --rate 8%"),
  run("bad-quarters", "company OpenAI --obligations --quarters soon"),
  run("bad-window", "flows --window soon"),
  run("bad-ledger-form", "export --ledger benacount"),
  run("whole-book", "export --firm signed"),
  {
    code: "nothing-to-show",
    input: "$ capstack flows   (in a book of undated texts)",
    cause: () => toldBy(["add a.txt", "flows"], { "a.txt": investment }),
  },
  run("bad-limit", "docs --limit lots"),
  run("bad-sort", "claims --sort amont"),
  {
    code: "bad-edit",
    input: `a.txt:\n  ${investment}\n$ capstack review --edit c- --set statos=signed`,
    cause: () => toldBy(["add a.txt", "review --edit c- --set statos=signed"], { "a.txt": `${investment}\n` }),
  },
  run("list-alone", "method circularity.scc --list"),
  run("no-method", "method"),
  run("no-method-input", "method circularity.scc"),
  run("not-json", "method circularity.scc a.json", { "a.json": '{"n": 2,\n "edges": [[0, 1, 5],]}\n' }),
  run("only-json", "method circularity.scc a.json --csv", { "a.json": "{}\n" }),
  run("unknown-method", "method circularity.cylces a.json"),
  run("cannot-begin", "add a.txt --book a.txt/book", { "a.txt": "Amazon.\n" }),
  run("cannot-export", "export --book book -o nowhere/book.jsonl", book),
  run("edit-needs-set", "review --edit c-1f2e3d"),
  run("filter-and-ids", "review party:OpenAI --accept c-1f2e3d"),
  run("needs-terminal", "review"),
  run("no-export", "import folder", { "folder/a.txt": "Amazon.\n" }),
  run("no-id", "why"),
  run("no-such-finding", "why 1 --book book", book),
  run("no-texts", "add folder", { "folder/a.doc": "Amazon.\n" }),
  run("one-write", "undo w-1f2e3d w-4c5b6a"),
  run("two-days", "diff --known-on 2025-12-17"),
  run("bad-bar", "eval gold --at-least 60"),
  run("bad-color", "read a.txt --color blue"),
  run("bad-configuration", "read a.txt --book book", {
    "book/capstack.yaml": "name: Mine\nat: 2025-13-01\n",
    "a.txt": "Amazon.\n",
  }),
  run("bad-hash", "diff party:OpenAI"),
  run("bad-date", "read a.txt --at 2025-13-01"),
  run("bad-firm", "read a.txt --firm sgined"),
  run("bad-front-matter", "read a.md", { "a.md": "---\ntitle: ok\npublisher: [One\n---\nAmazon.\n" }),
  run("bad-gold", "eval gold", { "gold/a.json": gold, "gold/a.txt": "One.\n" }),
  run("bad-published-day", "read a.md", { "a.md": "---\ntitle: ok\npublished: last week\n---\nAmazon.\n" }),
  run("bad-register", "read a.txt --book book", {
    ...book,
    "book/parties.csv": 'id,name,kind\nopenai,"Open,lab\n',
    "a.txt": "Amazon.\n",
  }),
  run("binary-file", "read a.txt", { "a.txt": Buffer.from([1, 0, 2]) }, "a.txt holds the bytes 01 00 02"),
  run("broken-pdf", "read a.pdf", { "a.pdf": "%PDF-1.4 and then nothing" }),
  run("cannot-write", "demo --in a.txt/book", { "a.txt": "A file, not a folder.\n" }),
  run("empty-file", "read a.txt", { "a.txt": "" }, "a.txt is empty"),
  run("empty-page", "read a.html", { "a.html": "<html><body><script>go()</script></body></html>" }),
  {
    code: "file-error",
    input: "a disk that fails while a.txt is read (EIO)",
    cause: () => problemText(unreadable("a.txt", Object.assign(new Error(), { code: "EIO" }))),
  },
  run("flag-needs-value", "read a.txt --at"),
  run("flag-takes-no-value", "read a.txt --json=yes"),
  run("is-a-folder", "read folder", { "folder/a.txt": "Amazon.\n" }),
  run("locked-pdf", "read a.pdf", { "a.pdf": pdf(password) }, "a.pdf is encrypted"),
  run("nested-too-deep", "read a.html", { "a.html": `${deep}Amazon.` }, "a.html opens <div> 300 times"),
  run("no-book", "read a.txt --book folder", { "folder/a.txt": "Amazon.\n" }),
  run("no-documents", "demo --in book", { "book/capstack.yaml": "name: Mine\n" }),
  {
    code: "no-file",
    input: "$ capstack read   (at a terminal, with nothing piped in)",
    cause: () => problemText(noFile),
  },
  run("no-folder", "eval"),
  run("no-gold", "eval folder", { "folder/a.txt": "Amazon.\n" }),
  run("no-operand", "demo a.txt"),
  run("no-such-file", "read a.txt"),
  {
    code: "not-readable",
    input: "a.txt belongs to somebody else (EACCES)",
    cause: () => problemText(unreadable("a.txt", Object.assign(new Error(), { code: "EACCES" }))),
  },
  run(
    "not-utf-8",
    "read a.txt",
    { "a.txt": Buffer.from("Mistral a re\xe7u 10 millions.\n", "latin1") },
    "a.txt is written in Latin-1",
  ),
  {
    code: "our-bug",
    input: "the reader throws a RangeError on a.txt",
    cause: () => problemText(brokenJob({ file: "a.txt" }, new RangeError("made to fail")).problems[0]!),
  },
  run("register-bad-cell", "read a.txt --book book", {
    ...book,
    "book/offers.csv":
      "id,provider,chip,chips_per_instance,usd_per_hour_on_demand,price_day\none,aws,h100-sxm,8,about 98,soon\n",
    "a.txt": "Amazon.\n",
  }),
  run("register-id-twice", "read a.txt --book book", {
    ...book,
    "book/parties.csv": "id,name,kind\nopenai,OpenAI,lab\nopenai,Open AI,lab\n",
    "a.txt": "Amazon.\n",
  }),
  run("register-row-incomplete", "read a.txt --book book", {
    ...book,
    "book/parties.csv": "id,name,kind\nopenai,OpenAI,\n",
    "a.txt": "Amazon.\n",
  }),
  run("scanned-pdf", "read a.pdf", { "a.pdf": pdf("") }, "a.pdf has one page and no text on it"),
  run("two-forms", "read a.txt --json --csv", { "a.txt": "Amazon.\n" }),
  {
    code: "ungrounded-claim",
    input: "a reader that quotes “Amazon will” where the text at 0 to 11 is “Amazon may ”",
    cause: () => {
      const claim = {
        kind: "investment",
        roles: {},
        amount: null,
        status: "talks",
        period: null,
        chip: null,
        metric: null,
        quote: "Amazon will",
        span: [0, 11],
      } as const;
      const none = {
        expected: 0,
        produced: 0,
        matched: 0,
        statusRight: 0,
        quoteRight: 0,
        periodExpected: 0,
        periodRight: 0,
      };
      return problemText(
        ungroundedProblem({
          name: "a",
          style: null,
          total: none,
          kinds: new Map(),
          missed: [],
          spurious: [],
          ungrounded: [claim],
        }),
      );
    },
  },
  run("unknown-chip", "chips h10"),
  run("unknown-in-offers", "offers coreweav"),
  run("unknown-flag", "read a.txt --publishd 2025"),
  run("unknown-verb", "raed a.txt"),
];

/** In the order of their codes. */
export const problemExamples: readonly ProblemExample[] = [
  ...commandExamples,
  ...serverProblemExamples,
  ...storeProblemExamples,
  ...dealProblemExamples,
  ...methodProblemExamples,
  ...ownershipProblemExamples,
].sort((one, other) => (one.code < other.code ? -1 : 1));

/** A problem that a command causes on these files; what it tells on stderr is its text. */
function run(code: string, words: string, files: Files = {}, inWords?: string): ProblemExample {
  const shown = Object.entries(files).map(
    ([name, content]) => `${name}:\n${String(content).replace(/^/gm, "  ").trimEnd()}\n`,
  );
  return {
    code,
    input: `${inWords === undefined ? shown.join("") : `${inWords}\n`}$ capstack ${words}`,
    cause: () => toldBy([words], files),
  };
}

/** What the last of these commands tells on stderr, in a fresh folder with these files. */
function toldBy(commands: readonly string[], files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "capstack-problem-"));
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", NO_COLOR: "1", XDG_STATE_HOME: folder };
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const told = commands.map(
      (words) =>
        spawnSync(process.execPath, [launcher, ...words.split(" ")], { cwd: folder, encoding: "utf8", env }).stderr,
    );
    // What is told besides the problem has no place here, and its seconds differ from run to run.
    return told
      .at(-1)!
      .replace(/^Reading .*\n/m, "")
      .replace(/^Next:[\s\S]*/m, "");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
