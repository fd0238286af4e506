import assert from "node:assert/strict";
import { test } from "node:test";
import type { Quantity } from "../quantities.ts";
import { tokenise } from "../tokens.ts";
import { findQuantities } from "./find-quantities.ts";

function quantities(text: string): Quantity[] {
  return findQuantities(tokenise(text, 0, text.length), () => false);
}

/** The only figure of the text that may be an amount: min, max, unit. */
function only(text: string): readonly [number | null, number | null, string] {
  const found = quantities(text).filter((one) => !one.idle);
  assert.equal(found.length, 1, `${text}: ${JSON.stringify(found)}`);
  const { min, max, unit } = found[0]!;
  return [min, max, unit];
}

function about(text: string): boolean {
  const [one] = quantities(text);
  assert.ok(one !== undefined && one.min === one.max, text);
  return one.approximate;
}

const comparator = (text: string): string | undefined => quantities(text)[0]?.comparator;
const amounts = (text: string): Quantity[] => quantities(text).filter((one) => !one.idle);

test("an exact figure has both bounds", () => {
  assert.deepEqual(only("invested $10 billion in OpenAI"), [10e9, 10e9, "USD"]);
  assert.deepEqual(only("a $38bn contract"), [38e9, 38e9, "USD"]);
  assert.deepEqual(only("raised $6.6B from them"), [6.6e9, 6.6e9, "USD"]);
  assert.equal(comparator("invested $10 billion"), "=");
});

test("at least and more than leave the upper bound open", () => {
  for (const words of ["at least", "not less than", "no less than"]) {
    assert.deepEqual(only(`invest ${words} $10 billion`), [10e9, null, "USD"]);
    assert.equal(comparator(`invest ${words} $10 billion`), ">=");
  }
  for (const words of ["more than", "over", "north of", "upwards of", "in excess of", "above"]) {
    assert.deepEqual(only(`invest ${words} $10 billion`), [10e9, null, "USD"]);
    assert.equal(comparator(`invest ${words} $10 billion`), ">");
  }
  assert.deepEqual(only("worth >$10bn"), [10e9, null, "USD"]);
  assert.deepEqual(only("a valuation of $500B+"), [500e9, null, "USD"]);
  assert.deepEqual(only("a valuation of $500+ billion"), [500e9, null, "USD"]);
  assert.deepEqual(only("a $10B-plus deal"), [10e9, null, "USD"]);
  assert.deepEqual(only("a price of $5 billion or more"), [5e9, null, "USD"]);
});

test("up to and less than leave the lower bound open", () => {
  for (const words of ["up to", "as much as", "at most"]) {
    assert.deepEqual(only(`invest ${words} $100 billion`), [null, 100e9, "USD"]);
    assert.equal(comparator(`invest ${words} $100 billion`), "<=");
  }
  for (const words of ["less than", "under", "below"]) {
    assert.deepEqual(only(`invest ${words} $100 billion`), [null, 100e9, "USD"]);
    assert.equal(comparator(`invest ${words} $100 billion`), "<");
  }
  assert.deepEqual(only("as many as 400,000 chips"), [null, 400_000, "chips"]);
});

test("around, about, roughly, near, nearly and almost make a point approximate", () => {
  for (const words of ["around", "about", "roughly", "near", "nearly", "almost"])
    assert.equal(about(`worth ${words} $13 billion`), true, words);
  assert.equal(about("worth $13 billion or so"), true);
  assert.equal(about("worth $13 billion"), false);
  assert.deepEqual(only("worth about $13 billion"), [13e9, 13e9, "USD"]);
});

test("a doubt inside a bound keeps the bound", () => {
  assert.deepEqual(only("up to around $5 billion"), [null, 5e9, "USD"]);
});

test("a range fills both bounds, the scale of its end holding for its start", () => {
  assert.deepEqual(only("between $5 billion and $10 billion"), [5e9, 10e9, "USD"]);
  assert.deepEqual(only("between $5 and $10 billion"), [5e9, 10e9, "USD"]);
  assert.deepEqual(only("$5 billion to $6 billion"), [5e9, 6e9, "USD"]);
  assert.deepEqual(only("$5-6 billion"), [5e9, 6e9, "USD"]);
  assert.deepEqual(only("$20bn–$25bn"), [20e9, 25e9, "USD"]);
  assert.deepEqual(only("NOK 5 to 6 billion"), [5e9, 6e9, "NOK"]);
  assert.deepEqual(only("10 to 15 percent of the company"), [0.1, 0.15, "share"]);
  assert.deepEqual(only("500 MW to 1 GW"), [500e6, 1e9, "W"]);
});

test("a conversion in brackets is a figure of its own beside the first", () => {
  const found = amounts("a $38bn (£29bn) deal");
  assert.deepEqual(
    found.map(({ min, max, unit }) => [min, max, unit]),
    [
      [38e9, 38e9, "USD"],
      [29e9, 29e9, "GBP"],
    ],
  );
});

test("half a billion, a third and a trillion-dollar listing are exact", () => {
  assert.deepEqual(only("half a billion dollars"), [5e8, 5e8, "USD"]);
  assert.deepEqual(only("a trillion-dollar listing"), [1e12, 1e12, "USD"]);
  const [min, max, unit] = only("owns a third of the company");
  assert.equal(unit, "share");
  assert.equal(min, max);
  assert.ok(Math.abs(min! - 1 / 3) < 0.005 / 3);
  assert.deepEqual(only("one-third of the shareholders")[2], "share");
  assert.deepEqual(only("holds half of it"), [0.5, 0.5, "share"]);
});

test("vague figures are no amount", () => {
  for (const text of [
    "a nine-figure sum",
    "a multi-billion dollar deal",
    "tens of billions of dollars",
    "billions in debt",
  ])
    assert.deepEqual(amounts(text), [], text);
});

test("crore and lakh are rupees where the sign or the word says so", () => {
  assert.deepEqual(only("₹500 crore"), [5e9, 5e9, "INR"]);
  assert.deepEqual(only("Rs 1.33 lakh crore"), [1.33e12, 1.33e12, "INR"]);
  assert.deepEqual(only("Rs. 20,000 crore"), [2e11, 2e11, "INR"]);
  assert.deepEqual(only("Rs.412 crore"), [4.12e9, 4.12e9, "INR"]);
  assert.deepEqual(only("40 lakh rupees"), [4e6, 4e6, "INR"]);
});

test("currencies go by sign, by letters before the dollar, by code and by name", () => {
  const one = (text: string): string => only(text)[2];
  assert.equal(one("€1.7 billion"), "EUR");
  assert.equal(one("£29bn"), "GBP");
  assert.equal(one("¥500 billion"), "JPY");
  assert.equal(one("₩5 trillion"), "KRW");
  assert.equal(one("Won210bn"), "KRW");
  assert.equal(one("C$2 billion"), "CAD");
  assert.equal(one("A$2 billion"), "AUD");
  assert.equal(one("HK$2 billion"), "HKD");
  assert.equal(one("NT$2 billion"), "TWD");
  assert.equal(one("US$2 billion"), "USD");
  assert.equal(one("SEK 2 billion"), "SEK");
  assert.equal(one("2 billion CHF"), "CHF");
  assert.equal(one("10 billion dollars"), "USD");
  assert.equal(one("2 billion euros"), "EUR");
  assert.equal(one("3 billion pounds"), "GBP");
  assert.equal(one("400 billion yen"), "JPY");
  assert.equal(one("5 billion yuan"), "CNY");
  assert.equal(one("3 billion Canadian dollars"), "CAD");
  assert.equal(one("two billion Hong Kong dollars"), "HKD");
  assert.equal(one("5 billion New Zealand dollars"), "NZD");
  assert.equal(one("5 billion New Taiwan dollars"), "TWD");
  assert.equal(one("5bn Swedish kronor"), "SEK");
  assert.equal(one("5bn Norwegian kroner"), "NOK");
  assert.equal(one("5 billion US dollars"), "USD");
  assert.equal(one("USD10bn"), "USD");
  assert.equal(one("Rs500 crore"), "INR");
});

test("power is told in watts", () => {
  assert.deepEqual(only("10 GW of capacity"), [10e9, 10e9, "W"]);
  assert.deepEqual(only("500MW of power"), [500e6, 500e6, "W"]);
  assert.deepEqual(only("at least 1.5 gigawatts"), [1.5e9, null, "W"]);
  assert.deepEqual(only("a gigawatt of compute"), [1e9, 1e9, "W"]);
  assert.deepEqual(only("half a gigawatt"), [5e8, 5e8, "W"]);
  assert.deepEqual(only("750 megawatts"), [750e6, 750e6, "W"]);
});

test("a share of a whole is a fraction of one", () => {
  assert.deepEqual(only("a 27% stake"), [0.27, 0.27, "share"]);
  assert.deepEqual(only("a 27 % stake"), [0.27, 0.27, "share"]);
  assert.deepEqual(only("49 per cent of it"), [0.49, 0.49, "share"]);
  assert.deepEqual(only("12.5 percent of it"), [0.125, 0.125, "share"]);
});

test("chips, shares, users and people are counted", () => {
  assert.deepEqual(only("200,000 GPUs"), [200_000, 200_000, "chips"]);
  assert.deepEqual(only("one million Nvidia chips"), [1e6, 1e6, "chips"]);
  assert.deepEqual(only("up to 160 million shares"), [null, 160e6, "shares"]);
  assert.deepEqual(only("800 million weekly active users"), [800e6, 800e6, "users"]);
  assert.deepEqual(only("4,500 employees"), [4500, 4500, "people"]);
  assert.deepEqual(only("a staff of 120 people"), [120, 120, "people"]);
});

test("a chip that the caller knows of makes a number a count of chips", () => {
  const text = "200,000 Orrins";
  const [one] = findQuantities(tokenise(text, 0, text.length), (at) => at === 1);
  assert.equal(one?.unit, "chips");
});

test("rates, basis points, price moves and prices of single things are no amounts", () => {
  assert.deepEqual(amounts("$65 per hour"), []);
  assert.deepEqual(amounts("$2.50 an hour"), []);
  assert.deepEqual(amounts("sold at $420 per share"), []);
  assert.deepEqual(amounts("sold at $420 a share"), []);
  assert.deepEqual(amounts("$1.2 million apiece"), []);
  assert.deepEqual(amounts("225 basis points above the benchmark"), []);
  assert.deepEqual(amounts("150 bps above the benchmark"), []);
  assert.deepEqual(amounts("5 percentage points"), []);
  assert.deepEqual(amounts("shares rose 5%"), []);
  assert.deepEqual(amounts("shares were up 28%"), []);
  assert.deepEqual(amounts("revenue grew by 28%"), []);
});

test("a figure glued to a name is part of the name", () => {
  assert.deepEqual(quantities("GPT-5 runs on B200 systems"), []);
});

test("the span of a figure holds its bound and its unit", () => {
  const text = "invest at least $10 billion in it";
  const tokens = tokenise(text, 0, text.length);
  const [one] = findQuantities(tokens, () => false);
  assert.equal(text.slice(tokens[one!.first]!.start, tokens[one!.next - 1]!.end), "at least $10 billion");
});

test("words that every JavaScript object knows are no currencies and no units", () => {
  for (const text of ["constructor 5 billion", "5 billion constructor", "toString 10", "valueOf", "10 hasOwnProperty"])
    for (const one of quantities(text)) assert.equal(one.type, "count", text);
});

test("currencies are read as the papers of their lands write them", () => {
  assert.deepEqual(only("arranged Dh9.5 billion of debt"), [9.5e9, 9.5e9, "AED"]);
  assert.deepEqual(only("valued at P80 billion"), [80e9, 80e9, "PHP"]);
  assert.deepEqual(only("lends the operator N41b"), [41e9, 41e9, "NGN"]);
  assert.deepEqual(only("for Sh1.3 billion"), [1.3e9, 1.3e9, "KES"]);
  assert.deepEqual(only("financing of RM2.4bil"), [2.4e9, 2.4e9, "MYR"]);
  assert.deepEqual(only("sanctioned Rs 25 Cr of venture debt"), [250e6, 250e6, "INR"]);
  assert.deepEqual(only("revenue of $US1.5 million"), [1.5e6, 1.5e6, "USD"]);
  assert.deepEqual(only("a loan of SFr200 million"), [200e6, 200e6, "CHF"]);
  for (const text of ["the P5 chip and the N2 node", "on SR 5", "the US500 index"])
    assert.deepEqual(
      amounts(text).filter(({ type }) => type === "money"),
      [],
      text,
    );
});

test("over is a bound behind what was made, and none behind what was turned over", () => {
  assert.deepEqual(only("has made over $1.4 trillion worth of commitments"), [1.4e12, null, "USD"]);
  assert.deepEqual(only("turned over £11 million"), [11e6, 11e6, "GBP"]);
});

test("a scale joined to its currency stands behind the number", () => {
  const sums = (text: string): string[] =>
    findQuantities(tokenise(text, 0, text.length), () => false).map(({ max, unit }) => `${max} ${unit}`);
  assert.deepEqual(sums("It was bought for 900 MSEK."), ["900000000 SEK"]);
  assert.deepEqual(sums("Bpifrance put in 11 M€, of 4,2 M€ in cash."), ["11000000 EUR", "4200000 EUR"]);
});

test("a figure's bound may stand behind it", () => {
  assert.deepEqual(only("guidance: $1.85bn at most"), [null, 1.85e9, "USD"]);
  assert.deepEqual(only("it paid $2bn and change"), [2e9, null, "USD"]);
  assert.deepEqual(only("a listing at $5 billion or better"), [5e9, null, "USD"]);
  assert.deepEqual(only("ten billion dollars plus from Google"), [10e9, null, "USD"]);
  assert.deepEqual(only("$16.4bn plus debt"), [16.4e9, 16.4e9, "USD"]);
});

test("passing a mark is more than it, not yet passing it at most so much", () => {
  for (const words of ["has gone past", "has crossed", "is past", "has climbed past"])
    assert.deepEqual(only(`revenue ${words} $5 billion`), [5e9, null, "USD"], words);
  assert.deepEqual(only("sales have yet to exceed 10 billion won"), [null, 10e9, "KRW"]);
  assert.deepEqual(only("will never be above 15%"), [null, 0.15, "share"]);
  assert.deepEqual(only("it never sold more than $14 million a year"), [null, 14e6, "USD"]);
  assert.deepEqual(only("sales never fell and over $14 million is owed"), [14e6, null, "USD"]);
  assert.deepEqual(only("just under a fifth"), [null, 0.2, "share"]);
});

test("what a deal is over, or done under, is no bound", () => {
  assert.deepEqual(only("talks with Oracle over 200 MW"), [200e6, 200e6, "W"]);
  assert.deepEqual(only("a contract over 380 million euros"), [380e6, 380e6, "EUR"]);
  assert.deepEqual(only("negotiations over a $5 billion margin loan"), [5e9, 5e9, "USD"]);
  assert.deepEqual(only("under the £750m agreement with the state"), [750e6, 750e6, "GBP"]);
  assert.deepEqual(only("its promises add up to €780m"), [780e6, 780e6, "EUR"]);
  assert.deepEqual(only("a contract worth over $5 billion"), [5e9, null, "USD"]);
  assert.deepEqual(only("a loan of over €5m"), [5e6, null, "EUR"]);
  assert.deepEqual(only("agreed to take up to $2 billion of it"), [null, 2e9, "USD"]);
});

test("two ends without a unit are one figure, two years are none", () => {
  assert.deepEqual(only("talk of 22 to 25 billion"), [22e9, 25e9, "count"]);
  assert.deepEqual(
    amounts("from 2024 to 2026").map((one) => one.min),
    [2024, 2026],
  );
});

test("the first gigawatt is one, another billion too", () => {
  assert.deepEqual(only("the first gigawatt ships this year"), [1e9, 1e9, "W"]);
  assert.deepEqual(only("another billion dollars"), [1e9, 1e9, "USD"]);
  assert.deepEqual(only("sales of W24.4tn"), [24.4e12, 24.4e12, "KRW"]);
});

test("people, users and chips are counted by what stands behind", () => {
  assert.deepEqual(
    amounts("There are 63 of us").map((one) => one.unit),
    ["people"],
  );
  assert.deepEqual(
    amounts("We bought 2,048 Lynx boards").map((one) => one.unit),
    ["chips"],
  );
});
