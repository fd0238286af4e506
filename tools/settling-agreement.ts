/**
 * Does settling put the right claims together? `node tools/settling-agreement.ts [claims, default 20000] [seed, default 42] [examples an error, default 2]`
 *
 * First against a planted book, whose truth is known (bar: pairwise F1 0.97), then against the deals of ../shared/facts that were grouped by hand.
 */

import { existsSync, readFileSync } from "node:fs";
import { readRegisters } from "../src/intake/registers.ts";
import type { PartyId } from "../src/model/id.ts";
import type { Party } from "../src/model/party.ts";
import { factAgreement } from "./fact-agreement.ts";
import { sharesOf, type Tally } from "./pairwise.ts";
import { plantedAgreement } from "./planted-agreement.ts";

const bar = 0.97;
const [claims = 20_000, seed = 42, examples = 2] = process.argv.slice(2).map(Number);
const facts = new URL("../../shared/facts/deals.csv", import.meta.url);

againstPlanted();
console.log();
if (existsSync(facts)) await againstFacts();
else console.log("Deals grouped by hand: skipped, ../shared/facts is not here.");

function againstPlanted(): void {
  const agreement = plantedAgreement(claims, seed);
  const { f1 } = sharesOf(agreement.total);
  console.log(
    `Planted book: ${agreement.claims} claims, seed ${seed}, ${agreement.plantedDeals} deals planted, ${agreement.settledDeals} settled; ` +
      `${agreement.nowhere} claims in no deal, ${agreement.inSeveral} in several, ${agreement.strays} values or metrics in a deal`,
  );
  console.log(
    `${"".padEnd(40)} ${"claims".padStart(8)} ${"precision".padStart(9)} ${"recall".padStart(9)} ${"F1".padStart(9)}`,
  );
  printTally("all", agreement.total);
  const labels = [...agreement.byLabel].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [label, tally] of labels) printTally(label, tally);
  const shown = new Map<string, number>();
  for (const { sort, plot, lines } of agreement.errors) {
    const name = `${sort}, ${plot}`;
    const count = (shown.get(name) ?? 0) + 1;
    shown.set(name, count);
    if (count <= examples) console.log(`\n${name}\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
  console.log();
  for (const [name, count] of [...shown].sort((one, other) => other[1] - one[1]))
    console.log(`${String(count).padStart(6)}  ${name}`);
  console.log(`\npairwise F1 ${f1.toFixed(4)}, bar ${bar}: ${f1 >= bar ? "ok" : "MISSED"}`);
  if (f1 < bar) process.exitCode = 1;
}

function printTally(name: string, tally: Tally): void {
  const { precision, recall, f1 } = sharesOf(tally);
  const cells = [precision, recall, f1].map((share) => share.toFixed(4).padStart(9)).join(" ");
  const pairs = [tally.settled - tally.both, tally.truth - tally.both];
  const counts = pairs.map((count) => String(Math.round(count / 2)).padStart(8)).join(" ");
  console.log(`${name.padEnd(40)} ${String(tally.claims).padStart(8)} ${cells} ${counts}`);
}

async function againstFacts(): Promise<void> {
  const parties = new Map((await readRegisters()).value.parties.map((party): [PartyId, Party] => [party.id, party]));
  const { rows, groups, agreed, disagreements, unjudged } = factAgreement(readFileSync(facts, "utf8"), parties);
  console.log(
    `Deals grouped by hand: ${rows} rows, ${agreed} of ${groups} groups and further sets as judged, ${disagreements.length} disagreements`,
  );
  for (const disagreement of disagreements) console.log(`  ${disagreement}`);
  console.log(`Deals with rows that stand in no group: ${unjudged.length}`);
  for (const deal of unjudged) console.log(`  ${deal}`);
}
