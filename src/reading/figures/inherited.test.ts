import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenise } from "../tokens.ts";
import { findQuantities } from "./find-quantities.ts";
import { inheritUnits, lastGiver } from "./inherited.ts";

/** The figures of sentences read one after the other, as `min unit`; those that took their unit from one before end in `*`. */
function figures(...sentences: string[]): string[] {
  let giver: ReturnType<typeof lastGiver> = null;
  return sentences.flatMap((text) => {
    const tokens = tokenise(text, 0, text.length);
    const party = (at: number): boolean => /^(?:Nvidia|Coatue|Pimco)$/.test(tokens[at]?.text ?? "");
    const found = inheritUnits(
      findQuantities(tokens, () => false),
      tokens,
      party,
      giver,
    );
    giver = lastGiver(found) ?? giver;
    return found.map((one) => `${one.min ?? one.max} ${one.unit}${one.inherited ? "*" : ""}`);
  });
}

test("a bare number goes on in the unit of the figure before it", () => {
  assert.deepEqual(figures("It sold $27bn of bonds; Pimco took eighteen."), ["27000000000 USD", "18000000000 USD*"]);
  assert.deepEqual(figures("Founders Fund is at 12%, Coatue at 9."), ["0.12 share", "0.09 share*"]);
  assert.deepEqual(figures("SoftBank put in €2 bn, Nvidia 5."), ["2000000000 EUR", "5000000000 EUR*"]);
});

test("and so it does in the next sentence", () => {
  assert.deepEqual(figures("I said that revenue was $407 million.", "It was 417."), [
    "407000000 USD",
    "417000000 USD*",
  ]);
  assert.deepEqual(figures("It has 28 MW in the hall.", "The option is on 12 more."), ["28000000 W", "12 count"]);
});

test("its bound stays", () => {
  const text = "They guided to $10bn and hope for more than 12.";
  const tokens = tokenise(text, 0, text.length);
  const [, last] = inheritUnits(
    findQuantities(tokens, () => false),
    tokens,
    () => false,
    null,
  );
  assert.deepEqual([last?.min, last?.max, last?.comparator], [12e9, null, ">"]);
});

test("numbers that count, name or order something keep to themselves", () => {
  for (const text of [
    "It raised $3 billion in Series 4.",
    "It raised $3 billion from the two.",
    "It raised $3 billion; 11 sites follow.",
    "It raised $3 billion for Llama 4.",
    "It raised $3 billion on page 12.",
  ])
    assert.deepEqual(
      figures(text).filter((one) => one.endsWith("*")),
      [],
      text,
    );
  assert.deepEqual(figures("It raised $3 billion.", "2. Lambda."), ["3000000000 USD", "2 count"]);
  assert.deepEqual(figures("It was 417."), ["417 count"]);
});

test("a number of quite another size is no sum of the kind", () => {
  assert.deepEqual(figures("It raised $900 million, after 4 by night."), ["900000000 USD", "4 count"]);
  assert.deepEqual(figures("It owns 12%, and 300 in all."), ["0.12 share", "300 count"]);
});

test("a count of people is no sum", () => {
  for (const text of [
    "Its loss was £26m. Staff: 240.",
    "Headcount's 520.",
    "At its height it employed 212.",
    "Staff to rise from 280 to 350.",
  ])
    for (const figure of figures("Revenue was £131m.", ...text.split(/(?<=\.) /)))
      assert.ok(!figure.endsWith("*"), `${text} ${figure}`);
});

test("what is left of a whole is a share of it", () => {
  assert.deepEqual(figures("Silver Lake closed on 51%.", "Intel keeps the other 49."), ["0.51 share", "0.49 share*"]);
  assert.deepEqual(figures("Silver Lake closed on 51%.", "Intel keeps the other 60."), ["0.51 share", "60 count"]);
});

test("numbers in a list take the unit at its end, a part that of its whole", () => {
  assert.deepEqual(figures("They have 31, 24 and 11 per cent."), ["0.31 share*", "0.24 share*", "0.11 share"]);
  assert.deepEqual(figures("Bell leases 12 of the 60 megawatts."), ["12000000 W*", "60000000 W"]);
});

test("a bracket behind a sum has that of another year", () => {
  assert.deepEqual(figures("Net sales were SEK 1,906m (2025: 1,120)."), [
    "1906000000 SEK",
    "2025 count",
    "1120000000 SEK*",
  ]);
});
