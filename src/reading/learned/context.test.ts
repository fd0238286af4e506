import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../model/document.ts";
import { partyOf } from "../../model/party.ts";
import { analyse } from "../analyse.ts";
import { patternIndex } from "../create-reader.ts";
import { nameIndex } from "../names.ts";
import { cellAt } from "../tables.ts";
import { candidatesAt, questionBefore } from "./context.ts";
import { byRules } from "./reader-networks.ts";

const index = nameIndex({
  parties: [partyOf("coreweave", "CoreWeave", "neocloud"), partyOf("nebius", "Nebius", "neocloud")],
  chips: [],
});

const sentences = (text: string) =>
  analyse(documentOf(text), index, patternIndex, { ordinary: () => true, odds: () => 0, ...byRules }).sentences;

test("a figure in a table knows its row, the words that head its column, and who is named there", () => {
  const text = "| Figure | CoreWeave | Nebius |\n|---|---|---|\n| Revenue 2024 | $1.9bn | $118m |";
  const row = sentences(text).at(-1)!;
  const { columns, parsed } = row.context;
  assert.deepEqual(
    columns.map(({ words, parties }) => [words, parties]),
    [
      [["figure"], []],
      [["coreweave"], ["coreweave"]],
      [["nebius"], ["nebius"]],
      [[], []],
    ],
  );
  const cells = row.anchors.filter((one) => one.quantity).map((one) => cellAt(parsed.tokens, one.first));
  assert.deepEqual(cells, [1, 2]);
  const candidates = candidatesAt(row.anchors.at(-1)!, row.context).map(({ party }) => party);
  assert.ok(candidates.includes("nebius" as (typeof candidates)[number]));
});

test("outside a table there are no columns, and the last question is the one that is answered", () => {
  const [, answer] = sentences("Q: What happened with Nebius?\nA: They signed for $200 million.");
  assert.deepEqual(answer!.context.columns, []);
  assert.equal(questionBefore(answer!.context.earlier)?.mentions[0]?.party, "nebius");
});
