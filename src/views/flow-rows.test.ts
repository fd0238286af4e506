import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { flowsOf } from "../deals/placed.ts";
import { onceOn, overTerm } from "../deals/timing.ts";
import { assumptionOf } from "../model/assumption.ts";
import type { Status } from "../model/claim.ts";
import { dayNumber, type PartialDay } from "../model/day.ts";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import type { Ledger, Posting, PostingId, Timing } from "../model/ledger.ts";
import { lineage, type Party, partyOf } from "../model/party.ts";
import { converted } from "./convert-flows.ts";
import { type FlowsQuestion, flowsIn } from "./flow-rows.ts";
import { ladderOf } from "./ladder-rows.ts";
import { decimalText } from "./ledger-rows.ts";
import { readWindow, windowText } from "./window.ts";

const day = (text: string): PartialDay => text as PartialDay;
const seven = overTerm({ start: day("2025-11-16"), end: day("2032-11-16") }, { every: "month" });
let made = 0;

function postingOf(
  from: string,
  to: string,
  low: number,
  rest: Partial<Omit<Posting, "from" | "to" | "low">> = {},
): Posting {
  const id = `deal-${++made}/1` as PostingId;
  return {
    id,
    deal: `deal-${made}` as DealId,
    kind: "compute-contract",
    from: from as PartyId,
    to: to as PartyId,
    commodity: "USD",
    low,
    high: low,
    approximate: false,
    status: "signed",
    timing: seven,
    taken: [],
    claims: [`c-${made}` as ClaimId],
    ...rest,
  };
}

const ledgerOf = (...postings: readonly Posting[]): Ledger => ({ postings, memos: [], unused: [] });
const itself = <T>(one: T): T => one;
const in2026: FlowsQuestion = { window: readWindow("2026")!, firmness: "signed", shown: itself, about: null };

test("a window holds the pieces after its first day and up to its last, and never adds statuses", () => {
  const ledger = ledgerOf(
    postingOf("openai", "aws", 3_800_000_000_000),
    postingOf("openai", "aws", 100, { status: "completed", timing: onceOn(day("2026-12-31")) }),
    postingOf("openai", "aws", 7, { timing: onceOn(day("2027-01-01")) }),
    postingOf("openai", "aws", 9, { status: "talks", timing: onceOn(day("2026-06-01")) }),
    postingOf("amazon", "anthropic", 4, { timing: null, high: null }),
  );
  const { rows, undated } = flowsIn(ledger, in2026);
  assert.deepEqual(
    rows.map(({ status, due, whole }) => [status, due, whole]),
    [
      ["completed", { low: 100, high: 100 }, { low: 100, high: 100 }],
      ["signed", { low: 542_857_142_857, high: 542_857_142_857 }, { low: 3_800_000_000_000, high: 3_800_000_000_000 }],
    ],
  );
  assert.deepEqual(
    undated.map(({ from, due }) => [from, due]),
    [["amazon", { low: 4, high: null }]],
  );
});

test("where nothing falls due, the next day that something does is told", () => {
  const later = postingOf("openai", "aws", 7, { timing: onceOn(day("2030-01-01")) });
  assert.equal(flowsIn(ledgerOf(later), in2026).next, dayNumber(day("2030-01-01")));
  assert.equal(flowsIn(ledgerOf(), in2026).next, null);
});

const parties: ReadonlyMap<PartyId, Party> = new Map(
  [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId }),
    partyOf("azure", "Azure", "cloud", { parent: "microsoft" as PartyId }),
    partyOf("microsoft", "Microsoft", "cloud"),
    partyOf("openai", "OpenAI", "lab"),
  ].map((party) => [party.id, party]),
);
const groupOf = (party: PartyId): PartyId => lineage(party, parties).at(-1)!;

const names = ["amazon", "aws", "azure", "microsoft", "openai"];
const randomPostings = fc.array(
  fc
    .record({
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      low: fc.integer({ min: 0, max: 1e12 }),
      width: fc.option(fc.integer({ min: 0, max: 1e12 })),
      status: fc.constantFrom<Status>("talks", "announced", "signed", "completed"),
      commodity: fc.constantFrom("USD", "power"),
      timing: fc.constantFrom<Timing | null>(seven, onceOn(day("2026-02-28")), null),
    })
    .map(({ from, to, low, width, ...rest }) =>
      postingOf(from, to, low, { ...rest, high: width === null ? null : low + width }),
    ),
  { maxLength: 30 },
);

test("a roll-up by group loses nothing that crosses groups, and what moves inside one cancels", () => {
  fc.assert(
    fc.property(randomPostings, (postings) => {
      const ledger = ledgerOf(...postings);
      const net = (shown: (party: PartyId) => PartyId) => {
        const balances = new Map<string, number>();
        for (const { from, to, commodity, due } of flowsIn(ledger, { ...in2026, firmness: "talks", shown }).rows) {
          const book = (party: PartyId, sum: number): void => {
            const key = `${groupOf(party)} ${commodity}`;
            balances.set(key, (balances.get(key) ?? 0) + sum);
          };
          book(from!, -due.low);
          book(to!, due.low);
        }
        return new Map([...balances].filter(([, sum]) => sum !== 0).sort());
      };
      // By unit the flows inside a group are there, and must come to nothing in the group's balance.
      assert.deepEqual(net(groupOf), net(itself));
      const sums: Record<string, number> = {};
      for (const [key, sum] of net(groupOf)) {
        const commodity = key.split(" ")[1]!;
        sums[commodity] = (sums[commodity] ?? 0) + sum;
      }
      assert.ok(Object.values(sums).every((sum) => sum === 0));
    }),
    { numRuns: 500 },
  );
});

test("the rows of all years and what has no day are the whole ledger at both ends", () => {
  fc.assert(
    fc.property(randomPostings, (postings) => {
      const ledger = ledgerOf(...postings);
      const years = Array.from({ length: 9 }, (_, index) => readWindow(String(2025 + index))!);
      const answers = years.map((window) => flowsIn(ledger, { ...in2026, firmness: "talks", window }));
      const outside = postings.filter(({ from, to }) => from !== to);
      const dueLow = answers.flatMap(({ rows }) => rows).reduce((sum, { due }) => sum + due.low, 0);
      const undatedLow = answers[0]!.undated.reduce((sum, { due }) => sum + due.low, 0);
      assert.equal(
        dueLow + undatedLow,
        outside.reduce((sum, { low }) => sum + low, 0),
      );
      const open = outside.some(({ high }) => high === null);
      if (open) return;
      const highs = [...answers.flatMap(({ rows }) => rows), ...answers[0]!.undated].reduce(
        (sum, { due }) => sum + due.high!,
        0,
      );
      assert.equal(
        highs,
        outside.reduce((sum, { high }) => sum + high!, 0),
      );
    }),
    { numRuns: 300 },
  );
});

test("the ladder is what falls due after the day, year by year; what was paid is no obligation", () => {
  const ledger = ledgerOf(
    postingOf("openai", "aws", 3_800_000_000_000),
    postingOf("openai", "oracle", 30, { timing: null }),
    postingOf("openai", "windsurf", 3, { timing: null, status: "completed" }),
    postingOf("openai", "aws", 5, { commodity: "power" }),
    postingOf("microsoft", "openai", 13),
  );
  const { rows, unscheduled } = ladderOf(ledger, (party) => party === "openai", {
    ...{ asOf: day("2025-12-17"), firmness: "signed", rate: null, opened: null },
  });
  assert.deepEqual(
    rows.map(({ year }) => year),
    [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032],
  );
  const [posting] = ledger.postings;
  const after = flowsOf(posting!).filter((flow) => flow.day > dayNumber(day("2025-12-17")));
  assert.equal(
    rows.reduce((sum, { due }) => sum + due.low, 0),
    after.reduce((sum, { low }) => sum + low, 0),
  );
  assert.deepEqual(
    unscheduled.map(({ rest }) => rest),
    [{ low: 30, high: 30 }],
  );
});

test("another currency is converted with a rate that a person wrote, outwards; without one it stays", () => {
  const { rows } = flowsIn(
    ledgerOf(postingOf("sap", "aws", 1_000_001, { commodity: "EUR" }), postingOf("a", "b", 500, { commodity: "JPY" })),
    { ...in2026, window: readWindow("2025..2033")! },
  );
  const rate = assumptionOf({
    of: "EUR.rate",
    is: "1.085",
    on: null,
    by: null,
    at: null,
    because: null,
    place: { file: "a" },
  });
  const turned = converted(rows, "USD", [rate]);
  const [euro, yen] = ["USD", "JPY"].map((commodity) => turned.rows.find((row) => row.commodity === commodity)!);
  // 10,000.01 euros at 1.085 are 10,850.010850 dollars.
  assert.deepEqual(euro!.due, { low: 1_085_001, high: 1_085_002 });
  assert.equal(euro!.taken.at(-1)!.assumption, rate);
  assert.deepEqual([yen!.due.low, turned.without], [500, ["JPY"]]);
});

const oracle = fileURLToPath(
  new URL("../../../shared/oracles/simulation/32-multi-commodity-ledger.json", import.meta.url),
);
const skip = existsSync(oracle) ? false : "../shared/oracles is not here";

test("each transaction sums to zero in every commodity on its own, and a price is a ratio of two legs", {
  skip,
}, () => {
  interface Case {
    readonly in: { readonly postings: readonly (readonly [string, string, string, number])[] };
    readonly expect: { readonly balances: Readonly<Record<string, number>>; readonly [name: string]: unknown };
  }
  const [{ in: input, expect }] = (JSON.parse(readFileSync(oracle, "utf8")) as { cases: [Case] }).cases;
  // Two lines of one transaction and commodity are one posting from the giver to the taker; a hundredth is the smallest unit here.
  const lines = Map.groupBy(input.postings, ([transaction, , commodity]) => `${transaction} ${commodity}`);
  const postings = [...lines].map(([key, pair]) => {
    const [giver, taker] = [pair.find(([, , , sum]) => sum < 0)!, pair.find(([, , , sum]) => sum > 0)!];
    return postingOf(giver[1], taker[1], taker[3] * 100, {
      commodity: key.split(" ")[1]!,
      timing: onceOn(day("2026-06-30")),
    });
  });
  const balances = new Map<string, number>();
  for (const { from, to, due } of flowsIn(ledgerOf(...postings), in2026).rows)
    for (const [account, sum] of [
      [from!, -due.low],
      [to!, due.low],
    ] as const)
      balances.set(account, (balances.get(account) ?? 0) + sum);
  for (const [account, balance] of Object.entries(expect.balances))
    assert.equal(balances.get(account as PartyId)! / 100, balance, account);
  const sold = postings.find(({ commodity }) => commodity === "GPUH")!;
  const ownerOf = (account: string | null): string => account!.split(":")[0]!;
  const paid = postings.find(({ commodity, to }) => commodity === "USD" && ownerOf(to) === ownerOf(sold.from))!;
  assert.equal(paid.low / sold.low, expect.implied_price_t1_USD_per_GPUH);
});

test("windows are read as they are written", () => {
  for (const [written, text] of [
    ["2026", "2026"],
    ["2026-Q1", "2026-01-01 to 2026-03-31"],
    ["2026-02", "2026-02-01 to 2026-02-28"],
    ["2025-12-18..2026-12-17", "2025-12-18 to 2026-12-17"],
  ])
    assert.equal(windowText(readWindow(written!)!), text);
  for (const written of ["", "soon", "2026..2025", "2026..2027..2028", "2026-13"])
    assert.equal(readWindow(written), null);
});

test("decimals are exact", () => {
  assert.equal(decimalText("USD", 542_857_142_857), "5428571428.57");
  assert.equal(decimalText("USD", 5), "0.05");
  assert.equal(decimalText("JPY", 5), "5");
  assert.equal(decimalText("KWD", 12_345), "12.345");
  assert.equal(decimalText("USD", Number.MAX_SAFE_INTEGER), "90071992547409.91");
});
