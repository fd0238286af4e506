import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readGold } from "../src/intake/gold.ts";
import { readRegisters } from "../src/intake/registers.ts";
import { trainedReader } from "../src/intake/trained-reader.ts";
import { documentOf } from "../src/model/document.ts";
import { asWritten } from "../src/reading/written-ids.ts";
import { scoreDocument, type Tally } from "../src/views/score-claims.ts";
import { addTallies, sharesOf } from "../src/views/score-shares.ts";

const root = new URL("../", import.meta.url);
const registers = (await readRegisters()).value;
const read = trainedReader(registers);

/** The score over all annotated texts of some folders, borderline readings not held against the reader. */
async function scoreOf(folders: readonly URL[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const folder of folders) {
    const gold = await readGold(fileURLToPath(folder));
    assert.deepEqual(gold.problems, []);
    for (const each of gold.value) {
      const { claims, written } = read(documentOf(each.text)).value;
      const produced = claims.map((claim) => asWritten(claim, written));
      const score = scoreDocument(each, produced, true);
      assert.deepEqual(score.ungrounded, [], each.name);
      tallies.push(score.total);
    }
  }
  return addTallies(tallies);
}

// The bars lie a little under what was measured, so that a step back shows and a rounding does not.
test("texts that the reader was never trained on keep their score", async () => {
  const { f1, precision } = sharesOf(await scoreOf([new URL("gold/aside/", root)]));
  assert.ok(f1 >= 0.77, `F1 on gold/aside is ${f1.toFixed(3)}`);
  assert.ok(precision >= 0.88, `precision on gold/aside is ${precision.toFixed(3)}`);
  const hard = sharesOf(await scoreOf([new URL("gold/aside-hard/", root)]));
  assert.ok(hard.f1 >= 0.49, `F1 on gold/aside-hard is ${hard.f1.toFixed(3)}`);
  const wide = sharesOf(await scoreOf([new URL("gold/aside-wide/", root)]));
  assert.ok(wide.f1 >= 0.51, `F1 on gold/aside-wide is ${wide.f1.toFixed(3)}`);
  const plain = sharesOf(await scoreOf([new URL("gold/aside-plain/", root)]));
  assert.ok(plain.f1 >= 0.625, `F1 on gold/aside-plain is ${plain.f1.toFixed(3)}`);
  assert.ok(plain.precision >= 0.78, `precision on gold/aside-plain is ${plain.precision.toFixed(3)}`);
  const whole = sharesOf(await scoreOf([new URL("gold/aside-whole/", root)]));
  assert.ok(whole.f1 >= 0.6, `F1 on gold/aside-whole is ${whole.f1.toFixed(3)}`);
  const typical = sharesOf(await scoreOf([new URL("gold/aside-typical/", root)]));
  assert.ok(typical.f1 >= 0.76, `F1 on gold/aside-typical is ${typical.f1.toFixed(3)}`);
  assert.ok(typical.precision >= 0.835, `precision on gold/aside-typical is ${typical.precision.toFixed(3)}`);
  const hands = sharesOf(await scoreOf([new URL("gold/aside-hands/", root)]));
  assert.ok(hands.f1 >= 0.63, `F1 on gold/aside-hands is ${hands.f1.toFixed(3)}`);
  assert.ok(whole.precision >= 0.745, `precision on gold/aside-whole is ${whole.precision.toFixed(3)}`);
});

test("the shared annotated texts score at least 0.85, with a precision of 0.915", async (context) => {
  const shared = ["gold/seeds/", "gold/written/"].map((folder) => new URL(`../shared/${folder}`, root));
  if (!shared.every((folder) => existsSync(folder))) return context.skip("needs ../shared/gold, which is not here");
  const { f1, precision } = sharesOf(await scoreOf(shared));
  assert.ok(f1 >= 0.85, `F1 on the shared texts is ${f1.toFixed(3)}`);
  assert.ok(precision >= 0.915, `precision on the shared texts is ${precision.toFixed(3)}`);
});

test("teasers and disclaimers give no claim", () => {
  const text = `Amazon will invest $10 billion in OpenAI.

Also Read: Nvidia to invest $100 billion in OpenAI
Read more: Oracle signs $300 billion contract with OpenAI
Disclaimer
This article is for information only. Meta will invest $5 billion in Anthropic if you buy now.`;
  const { claims, refusals } = read(documentOf(text)).value;
  assert.deepEqual(
    claims.map(({ kind, roles }) => [kind, roles.investor]),
    [["investment", "amazon"]],
  );
  assert.deepEqual(
    refusals.map(({ reason }) => reason),
    ["teaser", "teaser", "boilerplate"],
  );
});
