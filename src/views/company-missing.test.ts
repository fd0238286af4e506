import assert from "node:assert/strict";
import { test } from "node:test";
import { missingLines } from "./company-missing.ts";
import { example } from "./pictures/company-pictures.test-kit.ts";

const linesOf = (assume: Readonly<Record<string, string>> = {}): (readonly [string, string | null])[] => {
  const { view, nameOf } = example(assume);
  return missingLines(view, nameOf).map(({ text, command }) => [text, command] as const);
};

test("cash and debt stand first, each with the line that writes it, and are gone once they are assumed", () => {
  assert.deepEqual(
    linesOf()
      .slice(0, 2)
      .map(([, command]) => command),
    ['capstack assume openai.cash 15..40bn --because "…"', 'capstack assume openai.debt 10..20bn --because "…"'],
  );
  const assumed = linesOf({ "openai.cash": "15..40bn", "openai.debt": "1bn" }).map(([text]) => text);
  assert.ok(assumed.every((text) => !/^(cash|debt)/.test(text)));
});

test("revenue of a year, and payment dates of what has none, are missed with what would give them", () => {
  const lines = linesOf();
  assert.ok(lines.some(([text]) => text === "revenue: no claim gives it"));
  const [, command] = lines.find(([text]) => text === "payment dates of $300bn to oracle")!;
  assert.match(command!, /^capstack assume deal-[0-9a-f]{16}\.schedule "even 2026\.\.2030" --because "…"$/);
});
