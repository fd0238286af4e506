import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { cardColumns, cardsCsv, cardsTsv } from "./card-table.ts";
import type { ClaimCard } from "./page-answers.ts";

const card = {
  id: "c-1",
  number: "08",
  span: [3, 36],
  figure: { min: 8e9, max: null, unit: "USD", approximate: false },
  comparator: ">",
  amount: "> $8bn",
  quote: 'He said "8, or more"\nthen left',
  from: "=HYPERLINK(1)",
  status: "completed",
} as unknown as ClaimCard;

test("CSV is read back by another program as it was", () => {
  const rows = parse(cardsCsv([card], "all"), { columns: true }) as Record<string, string>[];
  assert.deepEqual(Object.keys(rows[0]!), [...cardColumns]);
  assert.equal(rows[0]!.quote, card.quote);
  assert.equal(rows[0]!.min, "8000000000");
  assert.equal(rows[0]!.max, "");
  assert.equal(rows[0]!.comparator, ">");
});

test("a text that a spreadsheet would run as a formula is kept from it", () => {
  const [row] = parse(cardsCsv([card], "all"), { columns: true }) as Record<string, string>[];
  assert.equal(row!.from, "'=HYPERLINK(1)");
});

test("a row for the clipboard is one line, and quotes may be left out", () => {
  const lines = cardsTsv([card], "none").split("\n");
  assert.equal(lines.length, 2);
  assert.equal(lines[1]!.split("\t").length, cardColumns.length);
  assert.doesNotMatch(lines[1]!, /then left/);
});
