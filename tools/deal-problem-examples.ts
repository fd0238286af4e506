/** Problems of deals, conflicts and companies, each caused by a real command in one small book. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProblemExample } from "./problem-examples.ts";

const launcher = join(fileURLToPath(new URL("..", import.meta.url)), "bin", "capstack.js");

const texts: Readonly<Record<string, string>> = {
  "a.txt": "Amazon is in talks to invest $10 billion in OpenAI. Microsoft has invested $13 billion in OpenAI.\n",
  "b.txt":
    "Amazon is in talks to invest more than $10 billion in OpenAI. Amazon invested more than $10 billion in OpenAI.\n",
  "c.txt": "OpenAI is valued at $500 billion. Microsoft has invested more than $13 billion in OpenAI.\n",
};

/** What stands for ids in the commands, found in the book when they are run. */
type Found = Readonly<Record<"value" | "talks" | "amazon" | "microsoft" | "soft" | "check", string>>;

export const dealProblemExamples: readonly ProblemExample[] = [
  asking("ambiguous-conflict", () => "resolve k- --draw both"),
  asking("ambiguous-deal", () => "deal deal-"),
  asking("bad-picture", () => "deal c-0000 --picture sideways --svg deal.svg"),
  asking("bad-by", () => "company OpenAI --by region"),
  asking("cannot-assume", () => "assume openai.mood good --because test"),
  asking("check-is-no-choice", ({ check }) => `resolve ${check} --draw both`),
  asking("claim-of-no-deal", ({ value }) => `deal ${value}`),
  asking("conflict-ids-and-filter", () => "conflicts k-0000 party:OpenAI"),
  asking("different-already", ({ talks, microsoft }) => `resolve --different ${talks} ${microsoft}`),
  asking("different-needs-claim", ({ amazon }) => `resolve --different ${amazon} ${amazon}`),
  asking("ids-of-one-sort", () => "why deal-0000 k-0000"),
  asking("no-company", () => "company"),
  asking("no-deal-id", () => "deal"),
  asking(
    "no-rate",
    () => "flows --in EUR",
    ({ microsoft }) => `assume ${microsoft}.schedule once 2026-03 --because test`,
  ),
  asking("no-reason", () => "assume openai.cash 20bn"),
  asking("no-such-leg", ({ amazon }) => `assume ${amazon}/9.schedule even --because test`),
  asking("no-value", () => "assume openai.cash"),
  asking("not-posted", ({ amazon }) => `why ${amazon}/2`),
  asking("not-stated", () => "own OpenAI --csv"),
  asking("nothing-to-explain", ({ amazon }) => `why ${amazon}/1@2030`),
  asking("nothing-to-run-on", () => "runway OpenAI"),
  asking("one-decision", () => "resolve"),
  asking("one-flow", () => "why deal-0000/1 deal-0000/2"),
  asking("same-already", ({ amazon }) => `resolve --same ${amazon} ${amazon}`),
  asking("same-party", () => "resolve --merge OpenAI openai"),
  asking("two-ids", () => "resolve --merge OpenAI"),
  asking("unknown-circle", () => "why circle-0000"),
  asking("unknown-company", () => "company Opnai"),
  asking("unknown-conflict", () => "conflicts k-0000"),
  asking("unknown-deal", () => "deal deal-0000"),
  asking("unknown-flow", () => "why flows/OpenAI-Nowhere@2026"),
  asking("unknown-party", () => "resolve --merge Opnai OpenAI"),
  asking("unknown-reading", ({ soft }) => `resolve ${soft} --draw 9`),
  asking("unknown-subject", () => "assume Opnai.cash 20bn --because test"),
  asking(
    "unused-assumption",
    () => "flows",
    ({ amazon }) => `assume ${amazon}.schedule even --because test`,
  ),
];

/** A command that is told so, after another one where `before` gives it. */
function asking(
  code: string,
  words: (found: Found) => string,
  before: ((found: Found) => string) | null = null,
): ProblemExample {
  const found = { value: "c-…", talks: "c-…", amazon: "deal-…", microsoft: "deal-…", soft: "k-…", check: "k-…" };
  const shown = [before, words].flatMap((each) => (each === null ? [] : `$ capstack ${each(found)}`)).join("\n");
  return {
    code,
    input: `a book of what three small texts say of Amazon, Microsoft and OpenAI\n${shown}`,
    cause: () => {
      const prepared = theBook();
      const folder = mkdtempSync(join(tmpdir(), "capstack-problem-"));
      try {
        cpSync(prepared.folder, folder, { recursive: true });
        if (before !== null) said(folder, before(prepared.found));
        return said(folder, words(prepared.found)).stderr;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

let made: { readonly folder: string; readonly found: Found } | null = null;

/** The book that all examples begin from, made once; each works on a copy. */
function theBook(): { readonly folder: string; readonly found: Found } {
  if (made !== null) return made;
  const folder = mkdtempSync(join(tmpdir(), "capstack-problem-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  said(folder, `add ${Object.keys(texts).join(" ")} --published 2025-12-17`);
  made = { folder, found: foundIn(folder) };
  return made;
}

function foundIn(folder: string): Found {
  const rows = (words: string): string[][] =>
    said(folder, `${words} --plain`)
      .stdout.trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
  const claims = rows("claims");
  const deals = rows("deals");
  const conflicts = rows("conflicts");
  const id = (all: string[][], test: (cells: readonly string[]) => boolean): string => all.find(test)?.[0] ?? "none";
  return {
    value: id(claims, (cells) => cells.includes("valuation")),
    talks: id(claims, (cells) => cells.includes("talks")),
    amazon: id(deals, (cells) => cells[2] === "amazon"),
    microsoft: id(deals, (cells) => cells[2] === "microsoft"),
    soft: id(conflicts, (cells) => cells[1] === "soft"),
    check: id(conflicts, (cells) => cells[1] === "check"),
  };
}

function said(folder: string, words: string): { stdout: string; stderr: string } {
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", NO_COLOR: "1", XDG_STATE_HOME: folder };
  return spawnSync(process.execPath, [launcher, ...words.split(" ")], { cwd: folder, encoding: "utf8", env });
}
