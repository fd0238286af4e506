/**
 * How long does a company's cash last, against what falls due and with what comes in? The bridge from the book to src/analyses/runway.ts.
 *
 * Counted: the cash and the burn of a year, as assumed or as sources date them; dollars that fall due or come in on a day, at the firmness asked. Told apart and not counted: what has no day, what
 * hangs on a condition, totals over several deals, what has no amount. The shortest runway takes low cash, high burn, all that may fall due and only what surely comes in; the longest the other ends.
 */

import { type Runway, runway } from "../analyses/runway.ts";
import { type SourcesAndUses, sourcesAndUses } from "../analyses/sources-and-uses.ts";
import { type Firmness, isAtLeast } from "../deals/firmness.ts";
import { flowsOf, movedBetween, undated } from "../deals/placed.ts";
import type { Assumption } from "../model/assumption.ts";
import { dayNumber, dayNumberAfter, dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Deal, Observation } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, Memo, Posting } from "../model/ledger.ts";
import { currencyOf, type Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";
import { sizeOf } from "./counterparties.ts";
import { nothing } from "./dues.ts";
import { added, type Window } from "./flow-rows.ts";
import { assumedFigure, type Figure, observedYear } from "./party-figures.ts";

/** A posting and what of it is meant. */
export interface Money {
  readonly posting: Posting;
  readonly amount: Ends;
}

/** One calendar year of the path, the first from the day asked about. */
export interface YearOfCash {
  readonly year: number;
  readonly comesIn: Ends;
  readonly fallsDue: Ends;
  /** Null where the burn is not stated. */
  readonly burn: Interval | null;
  /** At the end of the year; infinite where an end is open. */
  readonly left: Interval;
}

/** Money of a company in the book, sorted by whether it counts. */
export interface CashBook {
  readonly comesIn: readonly Posting[];
  readonly fallsDue: readonly Posting[];
  readonly undatedIn: readonly Money[];
  readonly undatedOut: readonly Money[];
  /** Money that came in on a day that no source tells: it is part of the cash, or was spent. */
  readonly received: readonly Money[];
  readonly conditional: readonly Memo[];
  readonly totals: readonly Memo[];
  readonly unstated: readonly Memo[];
  /** Credits, and money that is not in dollars. */
  readonly notInDollars: readonly Posting[];
}

export interface RunwayAnswer extends CashBook {
  readonly cash: Figure;
  /** Of a year; null where none is told or assumed. Then the runway is what it is before any burn. */
  readonly burn: Figure | null;
  /** Null where the cash does not run out within a century. */
  readonly shortest: Runway | null;
  readonly longest: Runway | null;
  /** What falls due without an upper end ("≥ $10bn"), by which the shortest runway ends with its first piece; and what it is where these come to their low ends. */
  readonly openEnded: readonly Posting[];
  readonly shortestClosed: Runway | null;
  readonly years: readonly YearOfCash[];
  /** The time of the years that are shown, and what of each posting falls into it. */
  readonly path: Window;
  readonly moneyIn: readonly Money[];
  readonly moneyOut: readonly Money[];
  readonly window: Window;
  readonly inWindow: SourcesAndUses;
}

/** What a book tells of a company's money, where nobody told its cash. */
export interface NoCash {
  readonly cash: null;
  readonly observations: readonly Observation[];
  /** Sales of its shares by those who held them: they brought it nothing. */
  readonly secondarySales: readonly Deal[];
}

export interface CashQuestion {
  readonly company: PartyId;
  readonly firmness: Firmness;
  readonly asOf: PartialDay;
  readonly window: Window;
  /** Whether a side is the company. */
  readonly isCompany: (party: PartyId | null) => boolean;
}

/** The runway; where nobody told the cash, what was told instead. */
export function runwayOf(
  {
    deals,
    observations,
    ledger,
    assumptions,
  }: {
    readonly deals: readonly Deal[];
    readonly observations: readonly Observation[];
    readonly ledger: Ledger;
    readonly assumptions: readonly Assumption[];
  },
  question: CashQuestion,
): RunwayAnswer | NoCash {
  const { company, asOf, window, isCompany } = question;
  const cash = assumedFigure(company, "cash", assumptions);
  if (cash === null)
    return {
      cash,
      observations: observations.filter(
        ({ party, measure }) => party === company && ["revenue", "loss", "cash-burn"].includes(measure),
      ),
      secondarySales: deals.filter(({ kind, to }) => kind === "secondary-sale" && isCompany(to)),
    };
  const burn =
    assumedFigure(company, "cash-burn", assumptions) ??
    observedYear(company, ["cash-burn", "loss"], observations, "with forecasts");
  const book = cashBook(ledger, question);
  const [shortest, longest] = runway(asOf, intervalOf(cash.ends), monthly(burn), datedRanges(book));
  const openEnded = book.fallsDue.filter(({ high }) => high === null);
  const closed = { ...book, fallsDue: book.fallsDue.map((each) => ({ ...each, high: each.high ?? each.low })) };
  const [shortestClosed] = runway(asOf, intervalOf(cash.ends), monthly(burn), datedRanges(closed));
  const years = yearsOf(cash, burn, book, asOf, longest?.day ?? null);
  const path = { after: asOf, until: `${years.at(-1)!.year}-12-31` as PartialDay };
  const until = (postings: readonly Posting[]): Money[] =>
    postings.flatMap((posting) => {
      const amount = movedBetween(posting, dayNumber(path.after), dayNumber(path.until));
      return amount === null ? [] : [{ posting, amount }];
    });
  return {
    cash,
    burn,
    shortest,
    longest,
    ...{ openEnded, shortestClosed },
    ...book,
    ...{ years, path },
    moneyIn: largestFirst(until(book.comesIn)),
    moneyOut: largestFirst(until(book.fallsDue)),
    window,
    inWindow: sourcesAndUses(
      [intervalOf(cash.ends), intervalOf(sumIn(book.comesIn, window))],
      [intervalOf(sumIn(book.fallsDue, window)), ...(burn === null ? [] : [burnt(burn, window.after, window.until)])],
    ),
  };
}

function cashBook({ postings, memos }: Ledger, { firmness, asOf, isCompany }: CashQuestion): CashBook {
  const start = dayNumber(asOf);
  const money = postings.filter(
    ({ from, to, commodity, status }) =>
      isCompany(from) !== isCompany(to) && currencyOf(commodity) !== null && isAtLeast(status, firmness),
  );
  const dollars = money.filter(({ commodity }) => commodity === "USD");
  const isDated = ({ timing }: Posting): boolean => timing !== null && timing.days.at(-1)! > start;
  const withoutDay = (own: readonly Posting[]): Money[] =>
    largestFirst(
      own.flatMap((posting) => {
        const amount = undated(posting);
        return amount === null ? [] : [{ posting, amount }];
      }),
    );
  const [incoming, outgoing] = [
    dollars.filter(({ to }) => isCompany(to)),
    dollars.filter(({ from }) => isCompany(from)),
  ];
  // What was paid is no obligation, whether or not a source tells its day; what came in is part of the cash.
  const isDone = ({ status }: Posting): boolean => status === "completed";
  const own = memos.filter(
    ({ from, to, commodity, status }) =>
      isCompany(from) !== isCompany(to) && currencyOf(commodity) !== null && isAtLeast(status, firmness),
  );
  return {
    comesIn: incoming.filter(isDated),
    fallsDue: outgoing.filter(isDated),
    undatedIn: withoutDay(incoming.filter((posting) => !isDone(posting))),
    undatedOut: withoutDay(outgoing.filter((posting) => !isDone(posting))),
    received: withoutDay(incoming.filter(isDone)),
    conditional: own.filter(({ reason }) => reason === "its condition does not hold yet"),
    totals: own.filter(({ reason }) => reason === "a total over several deals"),
    unstated: own.filter(({ reason, status }) => reason === "no amount" && status !== "completed"),
    notInDollars: money.filter(({ commodity }) => commodity !== "USD"),
  };
}

function datedRanges({ comesIn, fallsDue }: CashBook): Parameters<typeof runway>[3] {
  const flows = [
    ...comesIn.flatMap(flowsOf).map(({ day, low, high }) => ({ day, low, high: high ?? Number.POSITIVE_INFINITY })),
    ...fallsDue
      .flatMap(flowsOf)
      .map(({ day, low, high }) => ({ day, low: -(high ?? Number.POSITIVE_INFINITY), high: -low })),
  ];
  return {
    days: Int32Array.from(flows, ({ day }) => day),
    low: Float64Array.from(flows, ({ low }) => low),
    high: Float64Array.from(flows, ({ high }) => high),
  };
}

/** Further years say nothing that these do not. */
const mostYears = 10;

/** Year by year until even the most cash is gone, or nothing more moves. */
function yearsOf(
  cash: Figure,
  burn: Figure | null,
  { comesIn, fallsDue }: CashBook,
  asOf: PartialDay,
  gone: PartialDay | null,
): YearOfCash[] {
  const first = Number(asOf.slice(0, 4));
  const lastMove = Math.max(first, ...[...comesIn, ...fallsDue].map(({ timing }) => yearOf(timing!.days.at(-1)!)));
  const last = Math.min(gone === null ? lastMove : yearOf(dayNumber(gone)), first + mostYears - 1);
  let left = intervalOf(cash.ends);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const after = index === 0 ? asOf : (`${year - 1}-12-31` as PartialDay);
    const window: Window = { after, until: `${year}-12-31` as PartialDay };
    const [into, due] = [sumIn(comesIn, window), sumIn(fallsDue, window)];
    const own = burn === null ? null : burnt(burn, after, window.until, asOf);
    const [inward, outward] = [intervalOf(into), intervalOf(due)];
    left = {
      low: left.low + inward.low - outward.high - (own?.high ?? 0),
      high: left.high + inward.high - outward.low - (own?.low ?? 0),
    };
    return { year, comesIn: into, fallsDue: due, burn: own, left };
  });
}

function yearOf(day: number): number {
  return Number(dayOfNumber(day).slice(0, 4));
}

/** What is burnt after one day and up to another, by the months after as-of and inside a month by the day, as the runway has it. */
function burnt({ ends }: Figure, after: PartialDay, until: PartialDay, asOf: PartialDay = after): Interval {
  const months = monthsBetween(asOf, until) - monthsBetween(asOf, after);
  const { low, high } = intervalOf(ends);
  return { low: (low / 12) * months, high: (high / 12) * months };
}

function monthsBetween(from: PartialDay, to: PartialDay): number {
  const day = dayNumber(to);
  let month = 0;
  while (dayNumberAfter(from, month + 1) <= day) month++;
  const start = dayNumberAfter(from, month);
  return month + (day - start) / (dayNumberAfter(from, month + 1) - start);
}

function monthly(burn: Figure | null): Interval {
  const { low, high } = intervalOf(burn?.ends ?? nothing);
  return { low: low / 12, high: high / 12 };
}

function sumIn(postings: readonly Posting[], { after, until }: Window): Ends {
  return postings
    .map((posting) => movedBetween(posting, dayNumber(after), dayNumber(until)) ?? nothing)
    .reduce(added, nothing);
}

function intervalOf({ low, high }: Ends): Interval {
  return { low, high: high ?? Number.POSITIVE_INFINITY };
}

function largestFirst(rows: readonly Money[]): Money[] {
  return rows.toSorted(
    (one, other) => sizeOf(other.amount) - sizeOf(one.amount) || (one.posting.id < other.posting.id ? -1 : 1),
  );
}
