import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDay } from "../model/day.ts";
import type { DocumentId, PartyId } from "../model/id.ts";
import {
  type DayField,
  dayFields,
  type Filter,
  marks,
  type Test,
  type WordField,
  wordFields,
  wordsOfField,
} from "./filter.ts";
import { filterText } from "./filter-text.ts";
import { parseFilter } from "./parse-filter.ts";

const known = {
  parties: new Map<string, PartyId>([
    ["openai", "openai" as PartyId],
    ["anthropic", "anthropic" as PartyId],
    ["capital one", "capital-one" as PartyId],
    ["capital-one", "capital-one" as PartyId],
  ]),
  documents: new Map<string, DocumentId>([["004", "ab12cd34".padEnd(64, "0") as DocumentId]]),
};

function parsed(text: string): Filter {
  const filter = parseFilter(text, known);
  assert.ok(!("code" in filter), "code" in filter ? filter.message : "");
  return filter;
}

test("the filter of the manual's example reads as its five terms", () => {
  assert.deepEqual(parsed("kind:flow party:OpenAI amount:>=10bn status:talks conflict"), {
    kind: "all-of",
    filters: [
      { kind: "word", field: "kind", values: ["flow"] },
      { kind: "word", field: "party", values: ["openai"] },
      { kind: "amount", test: { is: ">=", value: 10e9 }, unit: null },
      { kind: "word", field: "status", values: ["talks"] },
      { kind: "mark", mark: "conflict" },
    ],
  });
});

test("or binds more loosely than a space, parentheses group, a minus negates what follows it", () => {
  assert.deepEqual(parsed("hedged conflict or -(edited or hand)"), {
    kind: "any-of",
    filters: [
      {
        kind: "all-of",
        filters: [
          { kind: "mark", mark: "hedged" },
          { kind: "mark", mark: "conflict" },
        ],
      },
      {
        kind: "not",
        filter: {
          kind: "any-of",
          filters: [
            { kind: "mark", mark: "edited" },
            { kind: "mark", mark: "hand" },
          ],
        },
      },
    ],
  });
});

test("figures are read as people write them", () => {
  const amount = (text: string) => {
    const { kind, test, unit } = parsed(`amount:${text}`) as Extract<Filter, { kind: "amount" }>;
    assert.equal(kind, "amount");
    return [test.is, ...("value" in test ? [test.value] : "from" in test ? [test.from, test.to] : []), unit];
  };
  assert.deepEqual(amount(">5bn"), [">", 5e9, null]);
  assert.deepEqual(amount("$38bn"), ["=", 38e9, "USD"]);
  assert.deepEqual(amount("<=€1.5tn"), ["<=", 1.5e12, "EUR"]);
  assert.deepEqual(amount("<10,000users"), ["<", 10_000, "users"]);
  assert.deepEqual(amount("27%"), ["=", 0.27, "share"]);
  assert.deepEqual(amount("5..10GW"), ["..", 5e9, 10e9, "W"]);
  assert.deepEqual(amount("5GW..10GW"), ["..", 5e9, 10e9, "W"]);
  assert.deepEqual(amount("$5bn..8bn"), ["..", 5e9, 8e9, "USD"]);
  assert.deepEqual(amount("15..40bn"), ["..", 15e9, 40e9, null]);
  assert.deepEqual(amount("$15..$40bn"), ["..", 15e9, 40e9, "USD"]);
  assert.deepEqual(amount('">= 100 k chips"'), [">=", 100_000, "chips"]);
  assert.deepEqual(amount("3bnCHF"), ["=", 3e9, "CHF"]);
  assert.deepEqual(amount("none"), ["none", null]);
});

test("a quarter is its three months, at the end that the comparison means", () => {
  const day = (text: string) => (parsed(`published:${text}`) as Extract<Filter, { kind: "day" }>).test;
  assert.deepEqual(day("2025-Q4"), { is: "..", from: "2025-10", to: "2025-12" });
  assert.deepEqual(day(">2025-q3"), { is: ">", value: "2025-09" });
  assert.deepEqual(day(">=2025-Q3"), { is: ">=", value: "2025-07" });
  assert.deepEqual(day("2025..2026-02"), { is: "..", from: "2025", to: "2026-02" });
});

test("what cannot be read is told with its column, and with what was meant", () => {
  const told = (text: string) => {
    const problem = parseFilter(text, known);
    assert.ok("code" in problem, text);
    const [message] = problem.message.split("\n");
    return [problem.place && "column" in problem.place && problem.place.column, message, problem.fix];
  };
  assert.deepEqual(told("hedged status:sgined"), [
    15,
    "there is no status “sgined”. Did you mean signed?",
    "'hedged status:signed'",
  ]);
  assert.deepEqual(told("partei:openai"), [1, "there is no field “partei”. Did you mean party?", "'party:openai'"]);
  assert.deepEqual(told("party:Antropic"), [
    7,
    "there is no party “Antropic”. Did you mean anthropic?",
    "'party:anthropic'",
  ]);
  assert.deepEqual(told("amount:lots"), [
    8,
    "“lots” is no amount.",
    "for example 'amount:>=10bn, amount:5..10GW, amount:none'",
  ]);
  assert.deepEqual(told("published:2025-13"), [11, "“2025-13” is no day.", "for example 'published:2025-10..2025-12'"]);
  assert.deepEqual(told("status:"), [8, "status: needs a value.", "for example 'status:talks,announced'"]);
  assert.deepEqual(told("(hedged"), [1, "this parenthesis is left open.", "for example '(hedged)'"]);
  assert.deepEqual(told("hedged )"), [8, "this parenthesis closes nothing.", "for example 'hedged'"]);
  assert.deepEqual(told('hedged "chips'), [8, "this quotation mark is left open.", "for example 'hedged \"chips\"'"]);
  assert.deepEqual(told("hedged or"), [
    10,
    "a term is missing here.",
    "for example 'status:signed or status:completed'",
  ]);
  assert.deepEqual(told("- hedged"), [1, "a term must follow the minus.", "for example '-hedged'"]);
  assert.deepEqual(told("document:fff"), [10, "there is no document “fff”.", undefined]);
});

test("a filter that is printed reads back as itself", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      assert.deepEqual(parsed(filterText(filter)), JSON.parse(JSON.stringify(filter)), filterText(filter));
    }),
    { numRuns: 2000 },
  );
});

test("any text is a filter or a problem with a column in it", () => {
  const pieces = fc.constantFrom(
    "(",
    ")",
    "-",
    " ",
    '"',
    ":",
    ",",
    "or",
    "amount:",
    "party:",
    ">=",
    "5bn",
    "..",
    "\\",
    "openai",
    "hedged",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseFilter(text, known);
      if (!("code" in read)) return;
      const column = read.place && "column" in read.place ? read.place.column! : 0;
      assert.ok(column >= 1 && column <= text.length + 1, `${JSON.stringify(text)}: column ${column}`);
    }),
    { numRuns: 5000 },
  );
});

const figure = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((digits) => digits * 1e8),
  fc.integer({ min: 0, max: 1e15 }),
  fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000),
);
const day = fc
  .tuple(
    fc.integer({ min: 1990, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([year, month, date, precision]) => {
    const two = (value: number): string => String(value).padStart(2, "0");
    return parseDay([String(year), two(month), two(date)].slice(0, precision + 1).join("-"))!;
  });

function testOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Test<T>> {
  return fc.oneof(
    fc.record({ is: fc.constantFrom("=" as const, ">" as const, ">=" as const, "<" as const, "<=" as const), value }),
    fc.record({ is: fc.constant(".." as const), from: value, to: value }),
    fc.constant({ is: "none" as const }),
  );
}

function wordOf(field: WordField): fc.Arbitrary<string> {
  const words = wordsOfField[field];
  if (words) return fc.constantFrom(...words);
  if (field === "party" || field === "from" || field === "to") return fc.constantFrom(...known.parties.values());
  if (field === "document") return fc.constantFrom(...known.documents.values());
  if (field === "unit") return fc.constantFrom("USD", "EUR", "W", "chips", "share");
  return fc.string({ minLength: 1 }).filter((text) => text.trim() !== "");
}

const term: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .constantFrom(...wordFields)
    .chain((field) =>
      fc
        .array(wordOf(field), { minLength: 1, maxLength: 3 })
        .map((values) => ({ kind: "word" as const, field, values })),
    ),
  fc.constantFrom(...marks).map((mark) => ({ kind: "mark" as const, mark })),
  fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() !== "")
    .map((phrase) => ({ kind: "phrase" as const, phrase })),
  fc
    .record({ test: testOf(figure), unit: fc.constantFrom(null, "USD", "EUR", "CHF", "share", "W", "chips", "users") })
    .map(({ test, unit }) => ({ kind: "amount" as const, test, unit: test.is === "none" ? null : unit })),
  fc
    .record({ field: fc.constantFrom<DayField>(...dayFields), test: testOf(day) })
    .map((fields) => ({ kind: "day" as const, ...fields })),
);

/** Trees as the parser makes them: a group has at least two members, except for the empty filter. */
const { filters } = fc.letrec<{ filters: Filter; group: Filter; not: Filter }>((tie) => ({
  filters: fc.oneof({ maxDepth: 4 }, term, tie("group"), tie("not")),
  group: fc.record({
    kind: fc.constantFrom("all-of" as const, "any-of" as const),
    filters: fc.array(tie("filters"), { minLength: 2, maxLength: 3 }),
  }),
  not: tie("filters").map((filter) => ({ kind: "not" as const, filter })),
}));
