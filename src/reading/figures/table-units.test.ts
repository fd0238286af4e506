import assert from "node:assert/strict";
import { test } from "node:test";
import { cellSpans } from "../tables.ts";
import { tokenise } from "../tokens.ts";
import { findQuantities } from "./find-quantities.ts";
import { cellUnit, inTableUnits, moneyTold } from "./table-units.ts";

const tokensOf = (text: string) => tokenise(text, 0, text.length);

/** The figures of a row under a head, as `min unit`. */
function row(text: string, head: string, above: string | null = null): string[] {
  const [tokens, heads] = [tokensOf(text), tokensOf(head)];
  const columns = cellSpans(heads).map(([from, to], nth) => (nth === 0 ? null : cellUnit(heads, from, to)));
  const [first] = cellSpans(heads);
  const table = moneyTold(heads, ...first!) ?? (above === null ? null : moneyTold(tokensOf(above)));
  return inTableUnits(
    findQuantities(tokens, () => false),
    tokens,
    columns,
    table,
  ).map((one) => `${one.min} ${one.unit}`);
}

test("a line tells the money and scale of a table", () => {
  const told = (text: string) => moneyTold(tokensOf(text));
  assert.deepEqual(told("Key figures, SEK million"), { type: "money", unit: "SEK", scale: 1e6 });
  assert.deepEqual(told("Our numbers (£m, year to December)"), { type: "money", unit: "GBP", scale: 1e6 });
  assert.deepEqual(told("Debt (C$ million, June 30)"), { type: "money", unit: "CAD", scale: 1e6 });
  assert.deepEqual(told("in thousands of euros unless stated"), { type: "money", unit: "EUR", scale: 1e3 });
  assert.deepEqual(told("Summary data (in millions)"), { type: "money", unit: null, scale: 1e6 });
  assert.deepEqual(told("EURbn"), { type: "money", unit: "EUR", scale: 1e9 });
  assert.equal(told("It raised $40 million in May"), null);
  assert.equal(told("Millions of people use it"), null);
});

test("figures of a row are in its table's money", () => {
  assert.deepEqual(row("Net sales | 1,248 | 904", "Key figures, SEK million | 2026 | 2025"), [
    "1248000000 SEK",
    "904000000 SEK",
  ]);
  assert.deepEqual(row("Revenue | $118 | $402", "Year | 2024 | 2025", "(in millions)"), [
    "118000000 USD",
    "402000000 USD",
  ]);
  assert.deepEqual(row("Senior bonds held by Caisse | 410", "Senior bonds held by Caisse | 410", "Debt (C$ million)"), [
    "410000000 CAD",
  ]);
});

test("a column's head goes before the table's, a row's before both", () => {
  assert.deepEqual(row("TeraWulf | 522 | 60 | 14", "Miner | MW | Staff | Stake (%)", "(in £m)"), [
    "522000000 W",
    "60 people",
    "0.14 share",
  ]);
  assert.deepEqual(row("Revenue, SEK m | 388 | 540", "| 2024 | 2025"), ["388000000 SEK", "540000000 SEK"]);
});

test("staff, margins, years and sums with a scale of their own stay as they are", () => {
  const above = "All figures in £m";
  assert.deepEqual(row("Employees per site | 940", "| 2025", above), ["940 people"]);
  assert.deepEqual(row("Operating margin | 29", "| 2025", above), ["29 count"]);
  assert.deepEqual(row("Loan due | 2031", "| Maturity", above), ["2031 count"]);
  assert.deepEqual(row("Value | $5.9bn", "| Size", above), ["5900000000 USD"]);
});
