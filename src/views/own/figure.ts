/** What is told of one figure: the ends that sources state, and all that their bounds leave open. */

import { firmReadings } from "../../deals/drawn.ts";
import { amountText, isMoney } from "../../model/amount.ts";
import type { Field, Reading } from "../../model/deal.ts";
import type { ClaimId, DealId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import { type Interval, sumOfIntervals } from "../../numeric/interval.ts";
import { readingText } from "../deal-rows.ts";

/** "At least 10" states 10, and leaves all above it open. Where no bound is open the two intervals are one. */
export interface Figure {
  /** Between the stated ends. */
  readonly told: Interval;
  /** All that the bounds allow; an open end is infinite. */
  readonly bounds: Interval;
  readonly approximate: boolean;
}

/** What a figure comes from. */
export interface Sourced {
  /** The one to quote first. */
  readonly claims: readonly ClaimId[];
  readonly deals: readonly DealId[];
  readonly taken: readonly Taken[];
}

/** What all of these come from. */
export function together(all: readonly Sourced[]): Sourced {
  return {
    claims: [...new Set(all.flatMap(({ claims }) => claims))],
    deals: [...new Set(all.flatMap(({ deals }) => deals))],
    taken: [...new Set(all.flatMap(({ taken }) => taken))],
  };
}

export interface ToldFigure {
  readonly figure: Figure;
  /** As sources word it: `≥ $10bn`; of several readings the range that holds them all. */
  readonly text: string;
  readonly claims: readonly ClaimId[];
}

/** The figure of a field: the drawn reading where a person chose it or all agree, else the range of all that are as firm. */
export function toldFigure(field: Field): ToldFigure | null {
  return figureOfReadings(firmReadings(field));
}

/** The unit of a field's amounts; where no field tells money, dollars. */
export function unitOfField(field: Pick<Field, "name"> | null): string {
  return field?.name.slice("amount ".length) ?? "USD";
}

/** The range that holds all of these readings. */
export function figureOfReadings(readings: readonly Reading[]): ToldFigure | null {
  const figures = readings.flatMap(({ amount }) => (amount === null ? [] : figureOf(amount)));
  const [first] = figures;
  if (first === undefined) return null;
  const figure = figures.reduce(hullOf, first);
  const { unit } = readings[0]!.amount!;
  const text = figures.length === 1 ? readingText(readings[0]!) : figureWords(figure, unit);
  return { figure, text, claims: [...new Set(readings.flatMap(({ claims }) => claims))] };
}

/** An amount as a figure. */
export function figureOf({
  min,
  max,
  approximate,
}: {
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}): Figure {
  return {
    told: { low: min ?? max!, high: max ?? min! },
    bounds: { low: min ?? 0, high: max ?? Number.POSITIVE_INFINITY },
    approximate,
  };
}

/** The smallest figure that holds both. */
export function hullOf(one: Figure, other: Figure): Figure {
  return pairwise(one, other, (a, b) => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }));
}

/** A figure worked out of two in both of its intervals. */
export function pairwise(one: Figure, other: Figure, each: (one: Interval, other: Interval) => Interval): Figure {
  return {
    told: each(one.told, other.told),
    bounds: each(one.bounds, other.bounds),
    approximate: one.approximate || other.approximate,
  };
}

export function added(one: Figure, other: Figure): Figure {
  return pairwise(one, other, (a, b) => sumOfIntervals([a, b]));
}

export function isOpen({ told, bounds }: Figure): boolean {
  return told.low !== bounds.low || told.high !== bounds.high;
}

/** Bounds as tables print amounts: `≥ $10bn`, `$300–500bn`. */
export function figureWords({ bounds: { low, high }, approximate }: Figure, unit: string): string {
  if (!Number.isFinite(high)) return amountText({ min: low, max: null, unit, approximate }, ">=");
  if (low === 0 && high > 0 && isMoney(unit)) return amountText({ min: null, max: high, unit, approximate }, "<=");
  if (unit === "share") return shareText({ low, high }, approximate);
  const words = amountText({ min: low, max: high, unit, approximate });
  // "$500–510bn": two ends of one scale say sign and scale once.
  return words.replace(/^(≈ )?(\D+)([\d.]+)([a-z]+)–\2([\d.]+)\4$/, "$1$2$3–$5$4");
}

/** A share as its sources word it where a bound is open, else its range. */
export function shareWords(share: Figure, text: string): string {
  return isOpen(share) ? text : shareText(share.told, share.approximate);
}

/** Shares to a hundredth of a per cent: `26.46–26.47%`; small ones to two digits. */
export function shareText({ low, high }: Interval, approximate = false): string {
  const [from, to] = [percent(low), percent(high)];
  return `${approximate ? "≈ " : ""}${from === to ? from : `${from}–${to}`}%`;
}

function percent(share: number): string {
  const value = share * 100;
  return String(Number(value !== 0 && Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2)));
}
