import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { onceOn } from "../deals/timing.ts";
import type { PartialDay } from "../model/day.ts";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import type { Ledger, Posting, PostingId } from "../model/ledger.ts";
import { beancountLines } from "./beancount.ts";

const isThere = spawnSync("bean-check", ["--help"]).status === 0;

const names: Readonly<Record<string, string>> = {
  "a-b": 'A "quoted" \\ name\nwith a line',
  ab: "; comment",
  "über-soft": "Über Soft",
  中文: "中文",
};

function posting(from: string | null, to: string, commodity: string, low: number): Posting {
  const id = `deal-${from}-${to}-${commodity}` as DealId;
  return {
    ...{ id: `${id}/1` as PostingId, deal: id, kind: "investment", commodity, low, high: null, approximate: false },
    ...{ from: from as PartyId | null, to: to as PartyId, status: "signed", claims: ["c-1" as ClaimId] },
    timing: onceOn("2026-02-03" as PartialDay),
    taken: [{ of: "day", text: '“2026” counted\nas its "middle"', assumption: null }],
  };
}

const ledger: Ledger = {
  postings: [
    posting("a-b", "ab", "USD", 1234),
    posting(null, "über-soft", "equity:a-company-with-a-rather-long-name", 5),
    posting("ab", "中文", "equity:a-company-with-a-rather-long-name-too", 5),
    posting("中文", "a-b", "compute:h100", 9_007_199_254_740_991),
    { ...posting("ab", "a-b", "JPY", 7), timing: null },
  ],
  memos: [],
  unused: [],
};
const head = { title: 'My "book"\n', asOf: null, knownOn: null, data: "0123", firmness: "talks" };
const lines = [...beancountLines(ledger, (party) => names[party]!, head)];

test("every entry balances, with both ends beside it; accounts and commodities have names of their own", () => {
  const entry = lines.slice(lines.findIndex((line) => line.includes('"deal-a-b-ab-USD signed"')));
  assert.deepEqual(entry.slice(1, 8), [
    '  posting: "deal-a-b-ab-USD/1"',
    '  low: "12.34"',
    '  high: "open"',
    '  claims: "c-1"',
    '  assumed: "“2026” counted as its \\"middle\\""',
    "  Equity:A-b  -12.34 USD",
    "  Equity:Ab  12.34 USD",
  ]);
  const opened = lines.filter((line) => / open /.test(line)).map((line) => line.split(" ")[2]);
  assert.equal(new Set(opened).size, opened.length);
  const commodities = lines.filter((line) => / commodity /.test(line)).map((line) => line.split(" ")[2]!);
  assert.equal(new Set(commodities).size, 4);
  assert.ok(
    commodities.every((name) => /^[A-Z][A-Z0-9'._-]{0,22}[A-Z0-9]$/.test(name)),
    commodities.join(" "),
  );
  assert.ok(lines.some((line) => line.startsWith("; without a day: deal-ab-a-b-JPY/1")));
  assert.ok(lines.every((line) => !line.includes("\n")));
});

test("beancount accepts it", { skip: isThere ? false : "bean-check is not installed" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "capstack-beancount-"));
  try {
    writeFileSync(join(folder, "a.beancount"), lines.join("\n"));
    const { status, stdout, stderr } = spawnSync("bean-check", [join(folder, "a.beancount")], { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
