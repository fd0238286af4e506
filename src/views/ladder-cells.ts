/** The ladder of obligations for other programs: rows of CSV, and JSON. */

import type { PartyId } from "../model/id.ts";
import type { Posting } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { contractTotals } from "./contract-totals.ts";
import { memoJson, takenJson } from "./flow-cells.ts";
import { type LadderShown, rateText } from "./ladder-basis.ts";
import { type Ladder, type LadderRow, periodText, shownRows } from "./ladder-rows.ts";
import { decimalText } from "./ledger-rows.ts";

/** Columns of `--csv` and `--plain`: a stable contract; further ones only where a basis has more to tell, at the end. */
export function ladderColumns({ basis }: LadderShown): readonly string[] {
  const further = { due: [], total: ["due_low", "due_high"], value: ["worth_low", "worth_high"] };
  return [
    ...[basis === "total" ? "of" : "year", "to", "commodity", "status", "low", "high", "reason"],
    ...["postings", "assumed", "claims"],
    ...further[basis],
  ];
}

/** What falls due with its year, or each contract; what has no day, and what is not counted, with its reason. */
export function ladderCells(ladder: Ladder, { basis }: LadderShown, nameOf: (party: PartyId) => string): string[][] {
  const party = (id: PartyId | null): string => (id === null ? "" : nameOf(id));
  const further = basis === "due" ? [] : ["", ""];
  const aside = ladder.unscheduled.map(({ posting: { id, to, commodity, status, taken, claims }, rest }) => [
    ...["", party(to), commodity, status, ...endCells(commodity, rest), "without a day", id],
    ...[taken.map((each) => each.text).join("; "), claims.join(" "), ...further],
  ]);
  return [
    ...(basis === "total"
      ? contractTotals(ladder).map(({ whole, due, ...total }) => [
          ...["a contract", party(total.party), total.commodity, total.status, ...endCells(total.commodity, whole), ""],
          ...[...sourceCells(total), ...endCells(total.commodity, due)],
        ])
      : shownRows(ladder).map((row) => [
          ...[periodText(row), party(row.party), row.commodity, row.status, ...endCells(row.commodity, row.due), ""],
          ...[...sourceCells(row), ...(row.worth ? endCells(row.commodity, row.worth) : [])],
        ])),
    // Contracts as a whole hold what has no day.
    ...(basis === "total" ? [] : aside),
    ...[...ladder.apart, ...ladder.uncounted].map(({ id, to, commodity, status, low, high, reason, claims }) => [
      ...["", party(to), commodity, status, ...endCells(commodity, { low, high }), reason, id, ""],
      ...[claims.join(" "), ...further],
    ]),
  ];
}

export function ladderJson(ladder: Ladder, { basis, rate, opened }: LadderShown): object {
  const { rows, quarters, unscheduled, apart, uncounted } = ladder;
  return {
    basis,
    rate: rate === null ? null : rateText(rate),
    due: rows.map(rowJson),
    ...(opened === null ? {} : { quarters: quarters.map(rowJson) }),
    ...(basis === "total" ? { contracts: contractsJson(ladder) } : {}),
    unscheduled: unscheduled.map(({ posting: { id, deal, to, commodity, status, claims }, rest }) => ({
      ...{ id, deal, party: to, commodity, status, amount: endsJson(commodity, rest), claims },
    })),
    apart: apart.map(memoJson),
    uncounted: uncounted.map(memoJson),
  };
}

function rowJson({ due, worth, quarter, postings, taken, ...row }: LadderRow): object {
  return {
    ...row,
    ...(quarter === null ? {} : { quarter }),
    due: endsJson(row.commodity, due),
    ...(worth === null ? {} : { worth: endsJson(row.commodity, worth) }),
    postings: postings.map(({ id }) => id),
    assumed: taken.map(takenJson),
    claims: claimsOf(postings),
  };
}

function contractsJson(ladder: Ladder): object[] {
  return contractTotals(ladder).map(({ party, commodity, status, whole, due, postings, taken }) => ({
    ...{ party, commodity, status, whole: endsJson(commodity, whole), due: endsJson(commodity, due) },
    postings: postings.map(({ id }) => id),
    assumed: taken.map(takenJson),
    claims: claimsOf(postings),
  }));
}

/** Its postings, what was taken for granted, its claims. */
function sourceCells({ postings, taken }: Pick<LadderRow, "postings" | "taken">): string[] {
  return [
    postings.map(({ id }) => id).join(" "),
    taken.map(({ text }) => text).join("; "),
    claimsOf(postings).join(" "),
  ];
}

function endCells(commodity: string, ends: { readonly low: number | null; readonly high: number | null }): string[] {
  return [ends.low, ends.high].map((count) => (count === null ? "" : decimalText(commodity, count)));
}

function endsJson(commodity: string, { low, high }: Ends): object {
  return { low: decimalText(commodity, low), high: high === null ? null : decimalText(commodity, high) };
}

function claimsOf(postings: readonly Posting[]): string[] {
  return [...new Set(postings.flatMap(({ claims }) => claims))];
}
