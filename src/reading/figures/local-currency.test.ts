import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadSentence } from "../mentions.ts";
import { tokenise } from "../tokens.ts";
import { findQuantities } from "./find-quantities.ts";
import { inLocalCurrency, localCurrencies } from "./local-currency.ts";

/** The units of the sums of a text, read as one sentence. */
function units(text: string): string[] {
  const tokens = tokenise(text, 0, text.length);
  const local = localCurrencies([{ tokens } as unknown as ReadSentence]);
  return inLocalCurrency(
    findQuantities(tokens, () => false),
    tokens,
    local,
  ).map((one) => one.unit);
}

test("a currency's name means that of the country a text speaks of", () => {
  assert.deepEqual(units("The Danish fund put in 500 million kroner."), ["DKK"]);
  assert.deepEqual(units("The Oslo fund put in 500 million kroner."), ["NOK"]);
  assert.deepEqual(units("In Bogotá it raised 120 billion pesos."), ["COP"]);
  assert.deepEqual(units("Karachi's upstart sold Rs 2.2 billion."), ["PKR"]);
  assert.deepEqual(units("RMB first: ¥42 billion."), ["CNY"]);
  assert.deepEqual(units("In Reykjavik it earned 9.8 billion crowns."), ["ISK"]);
  assert.deepEqual(units("In Algiers it raised 1.1 billion dinars."), ["DZD"]);
  assert.deepEqual(units("It borrowed 25 million lari and 5.6 billion rubles."), ["GEL", "RUB"]);
  assert.deepEqual(units("In Brno it earned 9.8 billion crowns."), ["CZK"]);
});

test("a bare dollar is another country's where American ones have letters and its own have none", () => {
  const from = "Toronto's Halyard, a Canadian lab that Ottawa backs, ";
  assert.deepEqual(units(`${from}borrowed $70 million and US$5 million.`), ["CAD", "USD"]);
  assert.deepEqual(units(`${from}borrowed $70 million.`), ["USD"]);
  assert.deepEqual(units(`${from}borrowed $70 million, C$96 million and US$5 million.`), ["USD", "CAD", "USD"]);
  assert.deepEqual(units("Halyard of Toronto borrowed $70 million and US$5 million."), ["USD", "USD"]);
});

test("a code, a nation or the other country keeps the usual one", () => {
  assert.deepEqual(units("The Danish fund put in NOK 500 million."), ["NOK"]);
  assert.deepEqual(units("A Danish fund and DNB, Norwegian and of Oslo, put in 500 million kroner."), ["NOK"]);
  assert.deepEqual(units("In Cairo it spoke of £5m."), ["GBP"]);
});
