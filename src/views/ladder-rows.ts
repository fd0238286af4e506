/** What falls due for a company year by year, and what has no day: its obligations, and what is owed to it. */

import { type Firmness, isAtLeast } from "../deals/firmness.ts";
import { flowsOf, undated } from "../deals/placed.ts";
import type { Status } from "../model/claim.ts";
import { dayNumber, dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Commodity } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, Memo, Posting, Taken } from "../model/ledger.ts";
import { currencyOf, type Ends } from "../model/smallest-unit.ts";
import { added } from "./flow-rows.ts";

/** What one counterparty gets in a year, at one status. */
export interface LadderRow {
  readonly year: number;
  readonly party: PartyId | null;
  readonly commodity: Commodity;
  readonly status: Status;
  readonly due: Ends;
  /** The last day of the year on which something falls due. */
  readonly last: PartialDay;
  readonly postings: readonly Posting[];
  readonly taken: readonly Taken[];
}

export interface Ladder {
  readonly rows: readonly LadderRow[];
  /** Money in the books that has no day. */
  readonly unscheduled: readonly { readonly posting: Posting; readonly rest: Ends }[];
  /** Totals over several deals, and sums on a condition: money, but none that falls due. */
  readonly apart: readonly Memo[];
  /** What is told without a figure. */
  readonly uncounted: readonly Memo[];
}

/** The ladder of what falls due after a day, in money. `payer` says whether a side is the company; what it does within itself is left out. */
export function ladderOf(
  ledger: Ledger,
  payer: (party: PartyId | null) => boolean,
  asOf: PartialDay,
  firmness: Firmness,
): Ladder {
  const start = dayNumber(asOf);
  const rows = new Map<string, LadderRow>();
  const unscheduled: { posting: Posting; rest: Ends }[] = [];
  for (const posting of ledger.postings) {
    const { from, to, commodity, status, taken } = posting;
    if (!payer(from) || payer(to) || currencyOf(commodity) === null || !isAtLeast(status, firmness)) continue;
    for (const { day, low, high } of flowsOf(posting)) {
      if (day <= start) continue;
      const last = dayOfNumber(day);
      const year = Number(last.slice(0, 4));
      const key = `${year} ${to} ${commodity} ${status}`;
      const row = rows.get(key);
      rows.set(
        key,
        row === undefined
          ? { year, party: to, commodity, status, due: { low, high }, last, postings: [posting], taken }
          : {
              ...row,
              due: added(row.due, { low, high }),
              last: last > row.last ? last : row.last,
              postings: row.postings.includes(posting) ? row.postings : [...row.postings, posting],
              taken: [...new Set([...row.taken, ...taken])],
            },
      );
    }
    // What was paid is no obligation, whether or not a source tells its day.
    const rest = status === "completed" ? null : undated(posting);
    if (rest) unscheduled.push({ posting, rest });
  }
  const own = ledger.memos.filter(
    ({ from, to, status, reason }) =>
      payer(from) && !payer(to) && reason !== "ended" && reason !== "denied" && isAtLeast(status, firmness),
  );
  const isFigured = ({ commodity, low, high }: Memo): boolean =>
    currencyOf(commodity) !== null && low !== null && (low > 0 || high !== 0);
  return {
    rows: [...rows.values()].sort(
      (one, other) =>
        one.year - other.year ||
        (one.commodity < other.commodity ? -1 : one.commodity > other.commodity ? 1 : 0) ||
        other.due.low - one.due.low ||
        (`${one.party}` < `${other.party}` ? -1 : 1),
    ),
    unscheduled: unscheduled.sort(
      (one, other) => (other.rest.low || other.rest.high || 0) - (one.rest.low || one.rest.high || 0),
    ),
    apart: own.filter(isFigured),
    // What was given is no obligation any more.
    uncounted: own.filter((memo) => !isFigured(memo) && memo.status !== "completed"),
  };
}
