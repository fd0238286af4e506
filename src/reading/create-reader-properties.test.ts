import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { trainedReader } from "../intake/trained-reader.ts";
import type { PartialDay } from "../model/day.ts";
import { documentOf } from "../model/document.ts";
import { noRegisters } from "../model/party.ts";
import { parseChips, parseParties } from "../model/register.ts";

/** SEED=… repeats a run. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const root = fileURLToPath(new URL("../../", import.meta.url));
const file = (path: string): string => readFileSync(`${root}${path}`, "utf8");

const read = trainedReader({
  parties: parseParties(file("examples/ai-economy/parties.csv"), "parties.csv").value,
  chips: parseChips(file("examples/ai-economy/chips.csv"), "chips.csv").value,
});

before(() => console.log(`create-reader-properties: SEED=${seed}`));

function checkReading(text: string): void {
  const first = read(documentOf(text));
  const { claims } = first.value;
  for (const claim of claims) {
    assert.equal(text.slice(...claim.span), claim.quote);
    for (const span of claim.also) assert.ok(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length);
    const { amount } = claim;
    if (amount === null) continue;
    assert.ok(amount.min !== null || amount.max !== null);
    for (const bound of [amount.min, amount.max]) assert.ok(bound === null || Number.isFinite(bound));
    if (amount.min !== null && amount.max !== null) assert.ok(amount.min <= amount.max);
  }
  for (const refusal of first.value.refusals) assert.equal(text.slice(...refusal.span), refusal.quote);
  assert.deepEqual(read(documentOf(text)), first);
}

test("what begins after a text was published is not called completed", () => {
  const published = "2024-06-30" as PartialDay;
  let later = 0;
  for (const text of wholeTexts)
    for (const { period, status, quote } of read(documentOf(text, { published })).value.claims) {
      if (period?.start == null || period.start <= published) continue;
      later++;
      assert.notEqual(status, "completed", quote);
    }
  assert.ok(later > 20, `${later} claims lie after the day`);
});

/** Pieces of real texts, and marks that hold pieces together. */
const wholeTexts = readdirSync(`${root}gold/shown`)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => file(`gold/shown/${name}`));
const fragments = wholeTexts.flatMap((text) => text.split(/(?<=[.,;:|\n])/u)).filter((piece) => piece.trim() !== "");
const joints = [
  "",
  " ",
  "\n",
  "\n\n",
  "\n- ",
  " | ",
  "\t",
  "\u00a0",
  " (",
  ") ",
  " “",
  "” ",
  "’s ",
  " – ",
  ". ",
  "*",
  "\r\n",
];
const oddWords = [
  "constructor",
  "Constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "$",
  "€1.2.3",
  "5 constructor",
  "\ud83d",
  "\u0301",
  "İ",
  "ß",
  "٣",
  "½",
  "$1e400",
  "9".repeat(400),
  "$5bn–$3bn",
  "2026-02-31",
];

test("any text is read without an error, each quote is its text and a second reading is the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => checkReading(text)),
    { seed, numRuns: 300 },
  );
});

test("so is any text put together from pieces of real ones", () => {
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fragments) },
    { weight: 1, arbitrary: fc.constantFrom(...oddWords) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom(...joints)), { maxLength: 14 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(text, (assembled) => checkReading(assembled)),
    { seed, numRuns: 400 },
  );
});

test("so is a real text that breaks off anywhere", () => {
  const cut = fc
    .tuple(fc.constantFrom(...wholeTexts), fc.nat(), fc.integer({ min: 20, max: 300 }))
    .map(([text, from, length]) => text.slice(from % text.length).slice(0, length));
  fc.assert(
    fc.property(cut, (broken) => checkReading(broken)),
    { seed, numRuns: 1500 },
  );
});

test("no two claims of a document have one id", () => {
  const text = "Where the firm was once wholly dependent on CoreWeave and Azure for training, it now owns its chips.";
  for (const whole of [text, ...wholeTexts]) {
    const ids = read(documentOf(whole)).value.claims.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, whole.slice(0, 80));
  }
});

test("a reading does not depend on what was read before", () => {
  const [a, b] = ["Amazon invested $10 billion in OpenAI.", "It will pay $38 billion to AWS for 7 years."];
  const alone = trainedReader(noRegisters);
  const fresh = alone(documentOf(b!));
  alone(documentOf(a!));
  assert.deepEqual(alone(documentOf(b!)), fresh);
});
