/** What falls due for a company year by year, and what has no day: its obligations, and what is owed to it. */

import { presentValue } from "../analyses/rates-of-return.ts";
import { type Firmness, isAtLeast } from "../deals/firmness.ts";
import { flowsOf, undated } from "../deals/placed.ts";
import type { Status } from "../model/claim.ts";
import { dayNumber, dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Commodity } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Flow, Ledger, Memo, Posting, Taken } from "../model/ledger.ts";
import { currencyOf, type Ends } from "../model/smallest-unit.ts";
import { added } from "./flow-rows.ts";
import { type Basis, rateText } from "./ladder-basis.ts";

/** What one counterparty gets in a year or in a quarter of it, at one status. */
export interface LadderRow {
  readonly year: number;
  /** From 1 to 4; null where the row is of the whole year. */
  readonly quarter: number | null;
  readonly party: PartyId | null;
  readonly commodity: Commodity;
  readonly status: Status;
  readonly due: Ends;
  /** What that is worth on the day asked about, each payment discounted and counted to the smallest unit; null where no rate is given. */
  readonly worth: Ends | null;
  /** The last day of its time on which something falls due. */
  readonly last: PartialDay;
  readonly postings: readonly Posting[];
  readonly taken: readonly Taken[];
}

export interface Ladder {
  /** By the year. */
  readonly rows: readonly LadderRow[];
  /** The rows of the year that is opened, by its quarters; they come to what those of the year come to. */
  readonly quarters: readonly LadderRow[];
  /** Money in the books that has no day. */
  readonly unscheduled: readonly { readonly posting: Posting; readonly rest: Ends }[];
  /** Totals over several deals, and sums on a condition: money, but none that falls due. */
  readonly apart: readonly Memo[];
  /** What is told without a figure. */
  readonly uncounted: readonly Memo[];
}

export interface LadderAsked {
  /** Nothing counts that falls due on this day or before. */
  readonly asOf: PartialDay;
  readonly firmness: Firmness;
  /** The yearly rate of discount as a fraction; null: nothing is discounted. */
  readonly rate: number | null;
  /** The year that is opened into quarters; null: none is. */
  readonly opened: number | null;
}

/** The ladder of what falls due after a day, in money. `payer` says whether a side is the company; what it does within itself is left out. */
export function ladderOf(
  ledger: Ledger,
  payer: (party: PartyId | null) => boolean,
  { asOf, firmness, rate, opened }: LadderAsked,
): Ladder {
  const start = dayNumber(asOf);
  const flows: Flow[] = [];
  const unscheduled: { posting: Posting; rest: Ends }[] = [];
  for (const posting of ledger.postings) {
    const { from, to, commodity, status } = posting;
    if (!payer(from) || payer(to) || currencyOf(commodity) === null || !isAtLeast(status, firmness)) continue;
    for (const flow of flowsOf(posting)) if (flow.day > start) flows.push(flow);
    // What was paid is no obligation, whether or not a source tells its day.
    const rest = status === "completed" ? null : undated(posting);
    if (rest) unscheduled.push({ posting, rest });
  }
  const discount = rate === null ? null : discountOf(rate, start);
  const own = ledger.memos.filter(
    ({ from, to, status, reason }) =>
      payer(from) && !payer(to) && reason !== "ended" && reason !== "denied" && isAtLeast(status, firmness),
  );
  const isFigured = ({ commodity, low, high }: Memo): boolean =>
    currencyOf(commodity) !== null && low !== null && (low > 0 || high !== 0);
  return {
    rows: rowsOf(flows, discount, () => null),
    quarters: rowsOf(
      flows.filter(({ day }) => yearOf(day) === opened),
      discount,
      ({ day }) => Math.ceil(Number(dayOfNumber(day).slice(5, 7)) / 3),
    ),
    unscheduled: unscheduled.sort(
      (one, other) => (other.rest.low || other.rest.high || 0) - (one.rest.low || one.rest.high || 0),
    ),
    apart: own.filter(isFigured),
    // What was given is no obligation any more.
    uncounted: own.filter((memo) => !isFigured(memo) && memo.status !== "completed"),
  };
}

/** What a sum on a day is worth on the day asked about, and the words for it. */
interface Discount {
  readonly worth: (flow: Flow) => Ends;
  readonly taken: Taken;
}

function discountOf(rate: number, start: number): Discount {
  // An amount of nothing on the day asked about makes that the day on which the value is told.
  const worthOf = (amount: number, day: number): number =>
    Math.round(presentValue(Int32Array.of(start, day), Float64Array.of(0, amount), rate));
  return {
    worth: ({ day, low, high }) => ({ low: worthOf(low, day), high: high === null ? null : worthOf(high, day) }),
    taken: { of: "discount", text: `discounted at ${rateText(rate)} a year, actual/365`, assumption: null },
  };
}

/** Flows of one time, counterparty, commodity and status as a row, in the order of time. */
function rowsOf(
  flows: readonly Flow[],
  discount: Discount | null,
  quarterOf: (flow: Flow) => number | null,
): LadderRow[] {
  const keyOf = (flow: Flow): string => {
    const { to, commodity, status } = flow.posting;
    return `${yearOf(flow.day)} ${quarterOf(flow)} ${to} ${commodity} ${status}`;
  };
  return [...Map.groupBy(flows, keyOf).values()]
    .map((own): LadderRow => {
      const [first] = own;
      const { to, commodity, status } = first!.posting;
      const postings = [...new Set(own.map(({ posting }) => posting))];
      const taken = [...new Set(postings.flatMap((posting) => posting.taken))];
      return {
        ...{ year: yearOf(first!.day), quarter: quarterOf(first!), party: to, commodity, status, postings },
        due: own.map(({ low, high }): Ends => ({ low, high })).reduce(added),
        worth: discount && own.map(discount.worth).reduce(added),
        last: dayOfNumber(Math.max(...own.map(({ day }) => day))),
        taken: discount ? [...taken, discount.taken] : taken,
      };
    })
    .sort(
      (one, other) =>
        one.year - other.year ||
        (one.quarter ?? 0) - (other.quarter ?? 0) ||
        (one.commodity < other.commodity ? -1 : one.commodity > other.commodity ? 1 : 0) ||
        other.due.low - one.due.low ||
        (`${one.party}` < `${other.party}` ? -1 : 1),
    );
}

function yearOf(day: number): number {
  return Number(dayOfNumber(day).slice(0, 4));
}

/** The rows as a table shows them: the year that is opened by its quarters, so that nothing stands twice. */
export function shownRows({ rows, quarters }: Ladder): LadderRow[] {
  const opened = quarters[0]?.year;
  if (opened === undefined) return [...rows];
  return [...rows.filter(({ year }) => year < opened), ...quarters, ...rows.filter(({ year }) => year > opened)];
}

/** `2026`, or `2026-Q1`. */
export function periodText({ year, quarter }: Pick<LadderRow, "year" | "quarter">): string {
  return quarter === null ? String(year) : `${year}-Q${quarter}`;
}

/** What a row comes to on a basis: as it falls due, or what that is worth on the day asked about. */
export function amountOn(basis: Basis, { due, worth }: Pick<LadderRow, "due" | "worth">): Ends {
  return basis === "value" ? worth! : due;
}
