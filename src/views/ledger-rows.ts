/** The ledger as rows for other programs: amounts exact, in whole units with their decimals. */

import { flowsOf, undated } from "../deals/placed.ts";
import { dayOfNumber } from "../model/day.ts";
import type { Commodity } from "../model/deal.ts";
import type { Ledger, Posting } from "../model/ledger.ts";
import { perUnit, unitOf } from "../model/smallest-unit.ts";

/** A dated piece, what has no day (`day` null), or a memo (`posted` false, with its reason). */
export interface LedgerRow {
  readonly id: string;
  readonly deal: string;
  readonly kind: string;
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly commodity: Commodity;
  readonly unit: string;
  /** Exact decimals; null where a bound is open or nothing is told. */
  readonly low: string | null;
  readonly high: string | null;
  readonly approximate: boolean;
  readonly status: string;
  readonly posted: boolean;
  readonly reason: string | null;
  readonly assumed: readonly string[];
  readonly claims: readonly string[];
}

/** Every flow in the order of its posting and day, what has no day after them, then the memos. */
export function* ledgerRows({ postings, memos }: Pick<Ledger, "postings" | "memos">): Generator<LedgerRow> {
  for (const posting of postings) {
    for (const { day, low, high } of flowsOf(posting)) yield rowOf(posting, dayOfNumber(day), low, high);
    const rest = undated(posting);
    if (rest) yield rowOf(posting, null, rest.low, rest.high);
  }
  for (const { id, deal, kind, from, to, commodity, reason, low, high, status, claims } of memos)
    yield {
      ...{ id, deal, kind, day: null, from, to, commodity, unit: unitOf(commodity) },
      low: low === null ? null : decimalText(commodity, low),
      high: high === null ? null : decimalText(commodity, high),
      ...{ approximate: false, status, posted: false, reason, assumed: [], claims },
    };
}

function rowOf(posting: Posting, day: string | null, low: number, high: number | null): LedgerRow {
  const { id, deal, kind, from, to, commodity, approximate, status, claims } = posting;
  return {
    ...{ id, deal, kind, day, from, to, commodity, unit: unitOf(commodity) },
    low: decimalText(commodity, low),
    high: high === null ? null : decimalText(commodity, high),
    ...{ approximate, status, posted: true, reason: null, assumed: posting.taken.map(({ text }) => text), claims },
  };
}

/** Columns of CSV, in their order: a stable contract. */
export const ledgerColumns = [
  "id",
  "deal",
  "kind",
  "day",
  "from",
  "to",
  "commodity",
  "unit",
  "low",
  "high",
  "approximate",
  "status",
  "posted",
  "reason",
  "assumed",
  "claims",
] as const;

export function ledgerCells(row: LedgerRow): string[] {
  return ledgerColumns.map((column) => {
    const value = row[column];
    if (typeof value === "object" && value !== null) return value.join(column === "claims" ? " " : "; ");
    return value === null ? "" : String(value);
  });
}

/** An integer of the smallest unit as a decimal of the unit, exact: 542857142857 cents are 5428571428.57. */
export function decimalText(commodity: Commodity, count: number): string {
  const decimals = String(perUnit(commodity)).length - 1;
  const digits = String(Math.abs(count)).padStart(decimals + 1, "0");
  const sign = count < 0 ? "-" : "";
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
