/**
 * Which rows of coverage.md come out of the five source articles? `node tools/coverage.ts` prints each row and what was read for it.
 *
 * The articles stand beside this project in ../shared/seeds; where they do not, it says so. A row is found where a claim of its article has its kind,
 * parties, figure and status, and says what the row wants; `differs` names what else was read.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { readRegisters } from "../src/intake/registers.ts";
import { trainedReader } from "../src/intake/trained-reader.ts";
import type { Claim } from "../src/model/claim.ts";
import { documentOf } from "../src/model/document.ts";
import { shortForm } from "../src/reading/patterns/short-form.ts";
import { type CoverageRow, coverageRows } from "./coverage-rows.ts";

export const articles = new URL("../../shared/seeds/", import.meta.url);

export interface Covered {
  readonly row: CoverageRow;
  readonly state: "found" | "differs" | "missed";
  /** What was read otherwise. */
  readonly note: string;
}

/** Each row with what the reader makes of its article. */
export async function coverage(): Promise<Covered[]> {
  const read = trainedReader((await readRegisters()).value);
  const files = readdirSync(articles)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const claims = files.map((file) => read(documentOf(readFileSync(new URL(file, articles), "utf8"))).value.claims);
  return coverageRows.map((row) => cover(row, claims[row.seed]!));
}

function cover(row: CoverageRow, claims: readonly Claim[]): Covered {
  const wanted = parts(row.claim);
  const same = claims.filter((claim) => {
    const found = parts(shortForm(claim));
    return found.head === wanted.head && found.figure === wanted.figure && wanted.roles.every(holds(found.roles));
  });
  const notes = same.map((claim) => differences(row, claim, claims, wanted.status));
  const best = notes.sort((a, b) => a.length - b.length)[0];
  if (best === undefined) return { row, state: "missed", note: "" };
  return { row, state: best.length === 0 ? "found" : "differs", note: best.join(", ") };
}

function differences(row: CoverageRow, claim: Claim, all: readonly Claim[], status: string): string[] {
  const notes: string[] = [];
  if (claim.status !== status) notes.push(`status is ${claim.status}`);
  for (const [name, wanted] of Object.entries(row.says ?? {})) {
    const found = claim[name as keyof Claim];
    if (found !== wanted) notes.push(`${name} is ${found}`);
  }
  for (const [name, wanted] of Object.entries(row.terms ?? {})) {
    const found = claim.terms?.[name as keyof typeof claim.terms];
    if (JSON.stringify(found) !== JSON.stringify(wanted)) notes.push(`${name} is ${JSON.stringify(found ?? null)}`);
  }
  if (row.check && !all.some(({ checks }) => checks.some(({ words }) => words.includes(row.check!))))
    notes.push("the comparison is not kept");
  return notes;
}

/** A claim in short form, cut into what must agree. A unit stands for its group. */
function parts(short: string): { head: string; roles: string[]; figure: string; status: string } {
  const words = short.split(" ");
  return {
    head: words[0]!,
    roles: words.filter((word) => word.includes("=")),
    figure: words
      .slice(1, -1)
      .filter((word) => !word.includes("="))
      .join(" "),
    status: words.at(-1)!,
  };
}

const groups: Readonly<Record<string, string>> = { aws: "amazon", azure: "microsoft", "google-cloud": "google" };

function holds(found: readonly string[]): (wanted: string) => boolean {
  const grouped = (role: string): string => {
    const [name, party = ""] = role.split("=");
    return `${name}=${groups[party] ?? party}`;
  };
  return (wanted) => found.some((one) => grouped(one) === grouped(wanted));
}

async function main(): Promise<void> {
  if (!existsSync(articles)) {
    console.log("The five source articles are not here: they stand in ../shared/seeds.");
    return;
  }
  const covered = await coverage();
  for (const { row, state, note } of covered) {
    console.log(`${state.padEnd(8)} ${row.section} S${row.seed}  ${row.thing}\n              ${row.claim}`);
    if (note) console.log(`              ${note}`);
  }
  const count = (wanted: Covered["state"]): number => covered.filter(({ state }) => state === wanted).length;
  console.log(`${covered.length} rows: ${count("found")} found, ${count("differs")} differ, ${count("missed")} missed`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
