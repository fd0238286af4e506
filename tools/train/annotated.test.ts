import assert from "node:assert/strict";
import { test } from "node:test";
import { readPassage } from "./annotated.ts";

const amounts = (lines: string): unknown[] =>
  readPassage(`\nA line of text.\n${lines}`).gold.claims.map(({ amount }) => amount);

test("a figure is exact, about, at least, at most or a range, or there is none", () => {
  const lines = [
    "  metric:revenue company=lumen 5000000 EUR completed",
    "  metric:revenue company=lumen ~5000000 EUR completed",
    "  stake holder=kelp company=lumen 0.3.. share completed",
    "  investment investor=kelp investee=lumen ..2e9 USD talks",
    "  valuation company=lumen 2000000000..3000000000 USD completed",
    "  chip-adoption(h100) user=lumen vendor=nvidia completed",
  ];
  assert.deepEqual(amounts(lines.join("\n")), [
    { min: 5e6, max: 5e6, unit: "EUR", approximate: false },
    { min: 5e6, max: 5e6, unit: "EUR", approximate: true },
    { min: 0.3, max: null, unit: "share", approximate: false },
    { min: null, max: 2e9, unit: "USD", approximate: false },
    { min: 2e9, max: 3e9, unit: "USD", approximate: false },
    null,
  ]);
});

test("what is left over in a line is no claim in short form: a figure without its unit was once read as no figure", () => {
  for (const line of [
    "  metric:revenue company=lumen 5000000 completed",
    "  metric:headcount 40 people company=lumen completed",
    "  metric:revenue company=lumen about 5000000 EUR completed",
    "  metric:revenue company=lumen .. EUR completed",
    "  metric:revenue company=lumen 5000000 EUR done",
  ])
    assert.throws(() => amounts(line), /Not a claim in short form/, line);
});
