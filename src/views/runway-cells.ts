/** A runway for other programs: columns of CSV, and JSON. */

import type { PartyId } from "../model/id.ts";
import type { Memo } from "../model/ledger.ts";
import type { Interval } from "../numeric/interval.ts";
import { endsJson, figureJson } from "./exposure-cells.ts";
import { memoJson, takenJson } from "./flow-cells.ts";
import { decimalText } from "./ledger-rows.ts";
import type { Money, RunwayAnswer } from "./runway-rows.ts";

/** Columns of `--csv` and `--plain`, in their order: a stable contract. `counted` says whether it is in the runway, and why not. */
export const runwayColumns = [
  "direction",
  "party",
  "commodity",
  "status",
  "low",
  "high",
  "counted",
  "posting",
  "assumed",
  "claims",
];

export function runwayCells(answer: RunwayAnswer, nameOf: (party: PartyId) => string): string[][] {
  const name = (party: PartyId | null): string => (party === null ? "" : nameOf(party));
  const cells = (direction: "in" | "out", counted: string, rows: readonly Money[]): string[][] =>
    rows.map(({ posting: { id, from, to, commodity, status, taken, claims }, amount: { low, high } }) => [
      ...[direction, name(direction === "in" ? from : to), commodity, status],
      ...[decimalText(commodity, low), high === null ? "" : decimalText(commodity, high), counted, id],
      taken.map(({ text }) => text).join("; "),
      claims.join(" "),
    ]);
  const memos = (rows: readonly Memo[]): string[][] =>
    rows.map(({ id, from, to, commodity, status, low, high, reason, claims }) => [
      ...["", [name(from), name(to)].join(" → "), commodity, status],
      ...[low === null ? "" : decimalText(commodity, low), high === null ? "" : decimalText(commodity, high)],
      ...[`no: ${reason}`, id, "", claims.join(" ")],
    ]);
  return [
    ...cells("in", "yes", answer.moneyIn),
    ...cells("out", "yes", answer.moneyOut),
    ...cells("in", "no: without a day", answer.undatedIn),
    ...cells("out", "no: without a day", answer.undatedOut),
    ...cells("in", "no: came in before", answer.received),
    ...memos([...answer.conditional, ...answer.totals, ...answer.unstated]),
  ];
}

export function runwayJson(
  answer: RunwayAnswer,
  { company, firmness }: { readonly company: PartyId; readonly firmness: string },
): object {
  const { cash, burn, shortest, longest, shortestClosed, openEnded, years, window, inWindow } = answer;
  return {
    ...{ company, firmness },
    cash: figureJson(cash),
    burn: burn && figureJson(burn),
    ...{ shortest, longest, shortestClosed },
    openEnded: openEnded.map(({ id }) => id),
    years: years.map(({ year, comesIn, fallsDue, burn, left }) => ({
      ...{ year, comesIn: endsJson(comesIn), fallsDue: endsJson(fallsDue) },
      burn: burn && centsJson(burn),
      left: centsJson(left),
    })),
    window,
    fundingGap: centsJson(inWindow.fundingGap),
    comesIn: answer.moneyIn.map(moneyJson),
    fallsDue: answer.moneyOut.map(moneyJson),
    notCounted: {
      undatedIn: answer.undatedIn.map(moneyJson),
      undatedOut: answer.undatedOut.map(moneyJson),
      received: answer.received.map(moneyJson),
      conditional: answer.conditional.map(memoJson),
      totals: answer.totals.map(memoJson),
      unstated: answer.unstated.map(memoJson),
      notInDollars: answer.notInDollars.map(({ id }) => id),
    },
  };
}

function moneyJson({ posting: { id, deal, from, to, commodity, status, taken, claims }, amount }: Money): object {
  return {
    ...{ id, deal, from, to, commodity, status },
    amount: endsJson(amount),
    assumed: taken.map(takenJson),
    claims,
  };
}

/** Dollars; JSON knows no infinity, so an open end is null. */
function centsJson({ low, high }: Interval): object {
  const dollars = (cents: number): number | null => (Number.isFinite(cents) ? Math.round(cents) / 100 : null);
  return { low: dollars(low), high: dollars(high) };
}
