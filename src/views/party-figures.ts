/** Figures of a company that a calculation needs and a ledger does not hold: cash, debt, equity, revenue, cash burn. A person's assumption, or a dated observation. */

import { isAtLeast, rungOf } from "../deals/firmness.ts";
import type { Assumption, assumable } from "../model/assumption.ts";
import type { Period } from "../model/claim.ts";
import { dayNumber, dayOfNumber, lastDayOf } from "../model/day.ts";
import type { Observation } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { type Ends, ends } from "../model/smallest-unit.ts";
import { readInterval, readRate } from "./assumption-words.ts";
import type { Window } from "./flow-rows.ts";

export type FigureName = (typeof assumable.party)[number];

/** A figure in cents, and where it is from: a line that a person wrote, or what sources tell. */
export interface Figure {
  readonly ends: Ends;
  readonly approximate: boolean;
  readonly from:
    | { readonly assumption: Assumption /** The line that turned it into dollars. */; readonly rate: Assumption | null }
    | { readonly observation: Observation };
}

/** What a person assumed of a company; null where nobody did, or where no rate turns it into dollars. */
export function assumedFigure(party: PartyId, name: FigureName, assumptions: readonly Assumption[]): Figure | null {
  const assumption = assumptions.find(({ of }) => of === `${party}.${name}`);
  const read = assumption ? readInterval(assumption.is) : "";
  if (assumption === undefined || typeof read === "string") return null;
  const rate = dollarsFor(read.unit, assumptions);
  const both = rate && ends("USD", { min: read.low * rate.dollars, max: read.high * rate.dollars });
  return both && { ends: both, approximate: false, from: { assumption, rate: rate!.written } };
}

/** Currencies of figures that count for nothing because no rate holds. */
export function withoutRate(parties: readonly PartyId[], assumptions: readonly Assumption[]): string[] {
  const currencies = assumptions.flatMap(({ of, is }) => {
    const read = parties.includes(of.slice(0, of.lastIndexOf(".")) as PartyId) ? readInterval(is) : "";
    return typeof read === "string" || dollarsFor(read.unit, assumptions) !== null ? [] : [read.unit];
  });
  return [...new Set(currencies)].sort();
}

/**
 * What sources tell of a year, by the measures in the order in which they are wanted: the firmest, then that of the latest year. Only a figure whose time is a year counts: that of a quarter, or of
 * no stated time, would be wrong by a factor. A forecast,
 * where it is let in, is the last choice.
 */
export function observedYear(
  party: PartyId,
  measures: readonly Observation["measure"][],
  observations: readonly Observation[],
  forecasts: "with forecasts" | "no forecasts",
): Figure | null {
  const told = observations
    .filter(
      (each) =>
        each.party === party &&
        measures.includes(each.measure) &&
        (isAtLeast(each.status, "announced") || (each.status === "forecast" && forecasts === "with forecasts")) &&
        !each.conditional &&
        each.period !== null &&
        isOfOneYear(each.period) &&
        each.amount.unit === "USD",
    )
    .sort(
      (one, other) =>
        measures.indexOf(one.measure) - measures.indexOf(other.measure) ||
        rungOf(other.status) - rungOf(one.status) ||
        firstDay(other) - firstDay(one) ||
        dayNumber(other.known) - dayNumber(one.known),
    );
  const [observation] = told;
  const both = observation && ends("USD", observation.amount);
  return both ? { ends: both, approximate: observation.amount.approximate, from: { observation } } : null;
}

/** Dollars for one unit of a currency, by a rate that a person wrote; null where none holds. */
function dollarsFor(
  unit: string,
  assumptions: readonly Assumption[],
): { readonly dollars: number; readonly written: Assumption | null } | null {
  if (unit === "USD") return { dollars: 1, written: null };
  const written = assumptions.find(({ of }) => of === `${unit}.rate`);
  const read = written ? readRate(written.is) : "";
  return typeof read === "string" ? null : { dollars: read.rate, written: written! };
}

function isOfOneYear({ start, end, years }: Period): boolean {
  if (years !== null) return years === 1;
  const [first, last] = [start ?? end, end ?? start];
  if (first === null || last === null) return false;
  return isYearLong({ after: dayOfNumber(dayNumber(first) - 1), until: lastDayOf(last) });
}

/** Whether a window is twelve months, so that what falls due in it can be held against the revenue of a year. */
export function isYearLong({ after, until }: Window): boolean {
  const days = dayNumber(until) - dayNumber(after);
  return days >= shortestYear && days <= longestYear;
}

/** A fiscal year has 52 or 53 weeks, where it is no calendar year. */
const shortestYear = 364;
const longestYear = 371;

function firstDay({ period }: Observation): number {
  const day = period?.start ?? period?.end ?? null;
  return day === null ? 0 : dayNumber(day);
}
