import assert from "node:assert/strict";
import { test } from "node:test";
import type { PartialDay } from "../model/day.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { bookOf, exactly } from "./company.test-kit.ts";
import { added } from "./flow-rows.ts";
import { type LadderAsked, ladderOf, periodText, shownRows } from "./ladder-rows.ts";
import { everyCompany } from "./pictures/company-pictures.test-kit.ts";

const asked: LadderAsked = { asOf: "2025-12-17" as PartialDay, firmness: "signed", rate: 0.08, opened: null };
const pays = (day: string | null, ends: Ends) => ({ from: "openai", to: "aws", day, ends });
const ladder = (told: Parameters<typeof bookOf>[0], rest: Partial<LadderAsked> = {}) =>
  ladderOf(bookOf(told).ledger, (party) => party === "openai", { ...asked, ...rest });

// Worked out in Python: round(cents · Decimal("1.08") ** (−(day − date(2025, 12, 17)).days / 365)).
test("a payment is worth what it is divided by 1.08 to the power of its days over 365, at both ends", () => {
  const { rows } = ladder([
    pays("2026-06-30", exactly(3_800_000_000_000)),
    pays("2027-03-31", { low: 100_000_000_000, high: 200_000_000_000 }),
    pays("2028-02-29", { low: 99, high: null }),
  ]);
  assert.deepEqual(
    rows.map(({ year, worth }) => [year, worth]),
    [
      [2026, { low: 3_646_926_995_975, high: 3_646_926_995_975 }],
      [2027, { low: 90_584_264_725, high: 181_168_529_450 }],
      [2028, { low: 84, high: null }],
    ],
  );
  assert.ok(rows.every(({ taken }) => taken.at(-1)!.text === "discounted at 8% a year, actual/365"));
});

test("what has no day stays as it is, apart; without a rate nothing is worth anything but what it is", () => {
  const told = [pays("2026-02-17", exactly(1_000_000)), pays(null, exactly(7))];
  const { rows, unscheduled } = ladder(told);
  assert.deepEqual(rows[0]!.worth, exactly(987_012));
  assert.deepEqual(unscheduled[0]!.rest, exactly(7));
  const plain = ladder(told, { rate: null }).rows[0]!;
  assert.deepEqual([plain.worth, plain.taken.length], [null, 0]);
});

const ends = "31 28 31 30 31 30 31 31 30 31 30 31".split(" ");
const monthly = ends.map((last, index) => pays(`2026-${String(index + 1).padStart(2, "0")}-${last}`, exactly(100_000)));

test("a year that is opened has its quarters, which come to the year to the cent, discounted or not", () => {
  const { rows, quarters } = ladder(monthly, { opened: 2026 });
  assert.deepEqual(
    quarters.map((row) => [periodText(row), row.due.low, row.worth!.low, row.last]),
    [
      ["2026-Q1", 300_000, 295_360, "2026-03-31"],
      ["2026-Q2", 300_000, 289_767, "2026-06-30"],
      ["2026-Q3", 300_000, 284_199, "2026-09-30"],
      ["2026-Q4", 300_000, 278_760, "2026-12-31"],
    ],
  );
  assert.deepEqual([rows.length, rows[0]!.due.low, rows[0]!.worth!.low], [1, 1_200_000, 1_148_086]);
});

test("a table has the quarters in place of their year, and nothing twice", () => {
  const told = [...monthly, pays("2027-05-01", exactly(5)), pays("2025-12-31", exactly(3))];
  assert.deepEqual(shownRows(ladder(told, { opened: 2026 })).map(periodText), [
    ...["2025", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027"],
  ]);
  assert.deepEqual(shownRows(ladder(told, { opened: 2040 })).map(periodText), ["2025", "2026", "2027"]);
});

test("of fifty books every year comes to its quarters, and no sum that lies ahead is worth more than it is", () => {
  for (const { book, company } of everyCompany()) {
    const of = (opened: number | null) =>
      ladderOf(book.ledger, (party) => party === company, { ...asked, firmness: "talks", opened });
    const { rows } = of(null);
    for (const year of new Set(rows.map((row) => row.year))) {
      const { quarters } = of(year);
      const keyOf = (row: (typeof rows)[number]): string => `${row.party} ${row.commodity} ${row.status}`;
      for (const row of rows.filter((each) => each.year === year)) {
        const own = quarters.filter((each) => keyOf(each) === keyOf(row));
        assert.deepEqual(own.map(({ due }) => due).reduce(added), row.due);
        assert.deepEqual(own.map(({ worth }) => worth!).reduce(added), row.worth);
        assert.ok(row.worth!.low <= row.due.low);
      }
    }
  }
});
