/** Flows for other programs: columns of CSV, and JSON. */

import { dayOfNumber } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import type { Memo, Taken } from "../model/ledger.ts";
import { type Ends, unitOf } from "../model/smallest-unit.ts";
import type { FlowRow, FlowsAnswer, Window } from "./flow-rows.ts";
import { decimalText } from "./ledger-rows.ts";

/** Columns of `--csv` and `--plain`, in their order: a stable contract. What has no day has `due` empty. */
export const flowColumns = [
  "from",
  "to",
  "commodity",
  "unit",
  "status",
  "due_low",
  "due_high",
  "undated_low",
  "undated_high",
  "whole_low",
  "whole_high",
  "approximate",
  "postings",
  "assumed",
  "claims",
] as const;

export function flowCells({ rows, undated }: FlowsAnswer, nameOf: (party: PartyId) => string): string[][] {
  return [
    ...rows.map((row) => cellsOf(row, nameOf, [...endCells(row, row.due), "", ""])),
    ...undated.map((row) => cellsOf(row, nameOf, ["", "", ...endCells(row, row.due)])),
  ];
}

function cellsOf(row: FlowRow, nameOf: (party: PartyId) => string, amounts: readonly string[]): string[] {
  const { from, to, commodity, status, whole, approximate, postings, taken } = row;
  return [
    ...[from && nameOf(from), to && nameOf(to)].map((name) => name ?? ""),
    ...[commodity, unitOf(commodity), status],
    ...amounts,
    ...endCells(row, whole),
    String(approximate),
    postings.map(({ id }) => id).join(" "),
    taken.map(({ text }) => text).join("; "),
    [...new Set(postings.flatMap(({ claims }) => claims))].join(" "),
  ];
}

function endCells({ commodity }: FlowRow, { low, high }: Ends): string[] {
  return [decimalText(commodity, low), high === null ? "" : decimalText(commodity, high)];
}

export function flowJson(
  { rows, undated, memos, next }: FlowsAnswer,
  { window, firmness }: { readonly window: Window; readonly firmness: string },
): object {
  return {
    window,
    firmness,
    due: rows.map(rowJson),
    undated: undated.map(rowJson),
    notPosted: memos.map(memoJson),
    next: next === null ? null : dayOfNumber(next),
  };
}

function rowJson(row: FlowRow): object {
  const { from, to, commodity, status, due, whole, approximate, postings, taken } = row;
  return {
    ...{ from, to, commodity, unit: unitOf(commodity), status },
    due: endsJson(row, due),
    whole: endsJson(row, whole),
    approximate,
    postings: postings.map(({ id }) => id),
    deals: [...new Set(postings.map(({ deal }) => deal))],
    assumed: taken.map(takenJson),
    claims: [...new Set(postings.flatMap(({ claims }) => claims))],
  };
}

function endsJson({ commodity }: FlowRow, { low, high }: Ends): object {
  return { low: decimalText(commodity, low), high: high === null ? null : decimalText(commodity, high) };
}

export function takenJson({ of, text, assumption }: Taken): object {
  return { of, text, assumption: assumption?.id ?? null };
}

export function memoJson({ id, deal, kind, from, to, commodity, reason, low, high, status, claims }: Memo): object {
  return {
    ...{ id, deal, kind, from, to, commodity, unit: unitOf(commodity), reason },
    low: low === null ? null : decimalText(commodity, low),
    high: high === null ? null : decimalText(commodity, high),
    status,
    claims,
  };
}
