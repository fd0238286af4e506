/**
 * Does posting stay quick in a large book? `node bench/posting.ts [claims, default 1000000]`
 *
 * 100,000 flows or more are asked at another firmness and for another window, as a person does who moves a control: the worst of twenty; beside it, what a change of a date costs
 * from the claims on, settling and posting them again. Then the deals of a book with planted deals, settled before, are posted, and every dated flow is made and counted.
 * Times are those in which processors worked.
 */

import { flowsOf } from "../src/deals/placed.ts";
import { post } from "../src/deals/post.ts";
import { settle } from "../src/deals/settle.ts";
import type { SettlingContext } from "../src/deals/settlement.ts";
import type { PartialDay } from "../src/model/day.ts";
import type { Ledger } from "../src/model/ledger.ts";
import { flowsIn } from "../src/views/flow-rows.ts";
import { plantedBook } from "./planted-deals.ts";

const bars = { postSeconds: 10, changeMilliseconds: 100 };
const claims = Number(process.argv[2] ?? 1_000_000);
const nothing = { assumptions: [], priceOf: () => null };

// A control first: in a process that holds a million claims, clearing the memory of those would be counted too.
aControlMoved();

const book = plantedBook(claims);
const context: SettlingContext = { parties: book.parties, decisions: [], names: [], asOf: null };
const { deals } = settle(book.testimonies, context);
console.log(
  `${book.testimonies.length.toLocaleString("en")} claims, settled into ${deals.length.toLocaleString("en")} deals`,
);

let ledger: Ledger = { postings: [], memos: [], unused: [] };
const posting = secondsOf(() => {
  ledger = post(deals, nothing);
});
let flows = 0;
let cents = 0;
const making = secondsOf(() => {
  for (const each of ledger.postings)
    for (const { low } of flowsOf(each)) {
      flows++;
      cents += low;
    }
});
const { postings, memos } = ledger;
console.log(
  `posted: ${postings.length.toLocaleString("en")} postings, ${memos.length.toLocaleString("en")} memos, ${flows.toLocaleString("en")} dated flows of ${cents.toExponential(2)} smallest units`,
);
tell("posting", posting, bars.postSeconds, "s");
tell("posting, and every flow made", posting + making, bars.postSeconds, "s");

function aControlMoved(): void {
  const some = plantedBook(65_000);
  const { deals: own } = settle(some.testimonies, { parties: some.parties, decisions: [], names: [], asOf: null });
  const { postings: all } = post(own, nothing);
  const part: Ledger = { postings: firstFlows(all, 100_000), memos: [], unused: [] };
  const dated = part.postings.reduce((sum, each) => sum + (each.timing?.days.length ?? 0), 0);
  console.log(`a control is moved over ${dated.toLocaleString("en")} dated flows`);
  const rungs = ["talks", "announced", "signed", "completed"] as const;
  const shown = <T>(party: T): T => party;
  const changes: number[] = [];
  for (let turn = 0; turn < 25; turn++) {
    const year = 2024 + (turn % 8);
    const window = { after: `${year}-06-30` as PartialDay, until: `${year + 1}-06-30` as PartialDay };
    const firmness = rungs[turn % rungs.length]!;
    const seconds = secondsOf(() => void flowsIn(part, { window, firmness, shown, about: null }));
    // The first turns compile.
    if (turn >= 5) changes.push(1000 * seconds);
  }
  tell("another firmness and window, worst of 20", Math.max(...changes), bars.changeMilliseconds, "ms");
  console.log(`  median ${changes.sort((one, other) => one - other)[10]!.toFixed(1)} ms`);
  const again = secondsOf(
    () =>
      void post(
        settle(some.testimonies, { parties: some.parties, decisions: [], names: [], asOf: null }).deals,
        nothing,
      ),
  );
  console.log(
    `  from the claims on: ${some.testimonies.length.toLocaleString("en")} claims settled and posted again ${(again * 1000).toFixed(0)} ms`,
  );
}

function firstFlows(all: Ledger["postings"], least: number): Ledger["postings"] {
  let count = 0;
  for (const [index, { timing }] of all.entries()) {
    count += timing?.days.length ?? 0;
    if (count >= least) return all.slice(0, index + 1);
  }
  return all;
}

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function tell(what: string, figure: number, bar: number, unit: string): void {
  const missed = figure > bar ? "  MISSED" : "";
  console.log(`  ${what}: ${figure.toFixed(unit === "s" ? 2 : 1)} ${unit} (bar ${bar} ${unit})${missed}`);
}
