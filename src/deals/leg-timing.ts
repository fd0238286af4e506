/** When does a leg move? As its sources tell; where they do not, as a rule takes for granted, or as a person writes. */

import type { Period } from "../model/claim.ts";
import { dayNumber, dayOfNumber, isFullDay, lastDayOf, monthsAfter, type PartialDay } from "../model/day.ts";
import type { Deal, DealKind, Leg } from "../model/deal.ts";
import type { Taken, Timing } from "../model/ledger.ts";
import { rungOf } from "./firmness.ts";
import { dayAfter, middleOf, milestonesOn, onceOn, overTerm, type Term } from "./timing.ts";
import type { WrittenSchedule, WrittenSpan } from "./written-schedule.ts";

/** Contracts whose price is paid while they run; all other sums are paid at once. */
const running: ReadonlySet<DealKind> = new Set(["compute-contract", "chip-supply", "commitment"]);

/** What the sources tell of when a leg moves: over a term, on a day, or not. */
export interface Natural {
  readonly term: Term | null;
  readonly day: PartialDay | null;
  readonly taken: readonly Taken[];
}

const evenly: Taken = {
  of: "schedule",
  text: "spread evenly by calendar month: no source states when it is paid",
  assumption: null,
};
const withoutDay: Natural = { term: null, day: null, taken: [] };

/** What the sources tell of when a leg moves, and what has to be taken for granted. */
export function naturalTerm(deal: Deal, leg: Leg): Natural {
  const { start, end, years } = periodOf(deal, leg);
  const firstKnown = deal.history[0]?.known ?? null;
  if (running.has(deal.kind) || (deal.kind === "investment" && years !== null)) {
    if (years === null && end === null) return withoutDay;
    const signed = start ?? signingDay(deal) ?? firstKnown;
    if (signed === null) return withoutDay;
    const from = middleOf(signed);
    const until = years === null ? dayAfter(end!) : monthsAfter(from, Math.max(1, Math.round(years * 12)));
    if (until <= from) return withoutDay;
    // Power that a contract rents stands ready through its term: it is handed over once.
    if (deal.kind === "compute-contract" && leg.commodity === "power")
      return { term: null, day: from, taken: startTaken(start, signed) };
    return { term: { start: from, end: until }, day: null, taken: [evenly, ...startTaken(start, signed)] };
  }
  if (start === null || end !== null) return end === null || start === null ? withoutDay : inTheMiddle(start, end);
  // A day before the first report is that of the agreement, unless the money has moved.
  if (leg.status !== "completed" && (firstKnown === null || lastDayOf(start) <= firstKnown)) return withoutDay;
  return isFullDay(start) ? { term: null, day: start, taken: [] } : inTheMiddle(start, start);
}

function inTheMiddle(start: PartialDay, end: PartialDay): Natural {
  const [from, to] = [dayNumber(start), dayNumber(lastDayOf(end))];
  if (to < from) return withoutDay;
  const day = start === end ? middleOf(start) : dayOfNumber(Math.floor((from + to) / 2));
  const span = start === end ? start : `${start} to ${end}`;
  return { term: null, day, taken: [{ of: "day", text: `${span} counted as ${day}, its middle`, assumption: null }] };
}

function startTaken(told: PartialDay | null, start: PartialDay): Taken[] {
  if (told === null)
    return [
      {
        of: "start",
        text: `begins ${start}, when it was agreed or first reported: no source states its start`,
        assumption: null,
      },
    ];
  if (isFullDay(told)) return [];
  return [{ of: "start", text: `“${told}” counted as ${middleOf(told)}, its middle`, assumption: null }];
}

/** The leg's own time; what it leaves open from the other legs of the deal, whose sources tell of the same contract. */
function periodOf({ legs }: Deal, { period }: Leg): Period {
  let { start = null, end = null, years = null } = period ?? {};
  for (const { period: other } of legs) {
    if (other === null || other === period) continue;
    start ??= other.start;
    if (years === null) end ??= other.end;
    if (end === null) years ??= other.years;
  }
  return { start, end, years };
}

/** The day on which it was agreed, where a source tells it. */
function signingDay({ history }: Deal): PartialDay | null {
  return history.find(({ happened, status }) => happened !== null && rungOf(status) >= 1)?.happened ?? null;
}

/** Terms repeat: most contracts of a book run for a few lengths from a few days, and a timing is only read. */
const knownTimings = new Map<string, Timing>();
const mostKnown = 10_000;

export function evenOver(term: Term): Timing {
  const key = `${term.start}${term.end}`;
  const known = knownTimings.get(key);
  if (known) return known;
  const timing = overTerm(term, { every: "month" });
  if (knownTimings.size >= mostKnown) knownTimings.clear();
  knownTimings.set(key, timing);
  return timing;
}

/** Null where neither the person nor the deal tells a term. */
export function timingAsWritten(written: WrittenSchedule, term: Term | null): Timing | null {
  if (written.is === "once") return onceOn(middleOf(written.day));
  if (written.is === "milestones") return milestonesOn(written.parts, 1_000_000);
  const span = spanOf(written.span, term);
  if (span === null) return null;
  return overTerm(span, written.every, written.is === "ramp" ? written.rates : [1, 1]);
}

function spanOf({ start, end, months }: WrittenSpan, term: Term | null): Term | null {
  const from = start === null ? (term?.start ?? null) : dayOfNumber(dayNumber(start));
  if (from === null) return null;
  const until = months !== null ? monthsAfter(from, months) : end !== null ? dayAfter(end) : (term?.end ?? null);
  return until === null || until <= from ? null : { start: from, end: until };
}
