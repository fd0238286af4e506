/** Which figures of a deal compete for one field, and when do two of them contradict each other? */

import { dayNumber } from "../model/day.ts";
import type { DealKind, Disagreement, Testimony } from "../model/deal.ts";
import { dayOfTold, type Told } from "./readings.ts";
import { rangeOf } from "./saying.ts";

/**
 * The figures that still stand. What was told at a looser rung, before the deal became firm, is its history; what a later report of the same rung replaced is
 * history too, where nothing was signed yet or the newer figure lies within the older. Talks retold beside the firm figure that kept their bound need no place beside it.
 */
export function competing(told: readonly Told[]): readonly Told[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const { rung } of told) top = Math.max(top, rung);
  const standing = told.every(({ rung }) => rung === top) ? told : besideFirm(told, top);
  const { text } = standing[0]!;
  if (standing.every((each) => each.text === text)) return standing;
  const days = standing.map(dayOfTold);
  const newest = days.reduce((one, other) => Math.max(one, other));
  const latest = standing.filter((_, index) => days[index]! >= newest - weeksOfOneStory);
  const fresh = new Set(latest.map((each) => each.text));
  return standing.filter(
    (each) => fresh.has(each.text) || (top >= 2 && !latest.some((other) => overlapping(each, other))),
  );
}

/** The firm figures, and what was told of others from then on. */
function besideFirm(told: readonly Told[], top: number): readonly Told[] {
  const firm = told.filter(({ rung }) => rung === top);
  const since = firm.map(dayOfTold).reduce((one, other) => Math.min(one, other));
  return told.filter(
    (each) =>
      each.rung === top ||
      (dayOfTold(each) >= since && (each.rung > 0 || !firm.some((other) => overlapping(each, other)))),
  );
}

/** Papers copy one another for a fortnight: until then a differing figure is a rival, after it an update. */
const weeksOfOneStory = 14;

/** Hard where two exact figures of one thing at one time differ; soft where both could have been true. */
export function amountsDiffer(kind: DealKind): (one: Told, other: Told) => Disagreement | null {
  return (one, other) => {
    if (one.text === other.text || sameFigure(one, other)) return null;
    if (overlapping(one, other) || !exact(one) || !exact(other)) return "soft";
    if (Math.min(one.rung, other.rung) < 1) return "soft";
    const together = sameTime(one.testimony, other.testimony);
    if (together === "different") return "soft";
    // What was put in so far, and what is held, change with time: two undated sentences can both have been true.
    const changes =
      kind === "investment" || kind === "stake" || kind === "dependence" || kind === "commitment" || kind === "ipo";
    return changes && together === "unknown" ? "soft" : "hard";
  };
}

/** "About 300" and "300" are two wordings of one figure. */
function sameFigure({ amount: one }: Told, { amount: other }: Told): boolean {
  return exactly(one) !== null && exactly(one) === exactly(other);
}

function exactly(amount: Told["amount"]): number | null {
  return amount !== null && amount.min === amount.max ? amount.min : null;
}

/** Whether the claims say that they are about one time. */
function sameTime({ claim: one }: Testimony, { claim: other }: Testimony): "same" | "different" | "unknown" {
  const [a, b] = [one.period?.start ?? null, other.period?.start ?? null];
  if (a === null || b === null) return "unknown";
  return a.startsWith(b) || b.startsWith(a)
    ? "same"
    : Math.abs(dayNumber(a) - dayNumber(b)) <= 45
      ? "unknown"
      : "different";
}

function exact({ amount }: Told): boolean {
  return amount !== null && amount.min !== null && amount.min === amount.max;
}

function overlapping(one: Told, other: Told): boolean {
  const [a, b] = [rangeOf(one.amount), rangeOf(other.amount)];
  return a.low <= b.high && b.low <= a.high;
}
