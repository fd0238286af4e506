/** One way in which a matter is told: claims alike in figure, status and time, whichever documents they stand in. */

import type { Amount } from "../model/amount.ts";
import type { Status } from "../model/claim.ts";
import { dayNumber, dayOf, dayParts, lastDayOf, type PartialDay } from "../model/day.ts";
import type { Testimony } from "../model/deal.ts";
import type { DocumentId } from "../model/id.ts";
import { type Cues, cuesOf } from "./cues.ts";
import { rungOf } from "./firmness.ts";

export interface Saying extends Cues {
  /** In the order in which they became known. */
  readonly testimonies: Testimony[];
  readonly documents: Set<DocumentId>;
  /** Null where no figure is given. */
  readonly amount: Amount | null;
  readonly low: number;
  readonly high: number;
  readonly status: Status;
  readonly rung: number;
  /** First and last day (numbers) on which it can have happened; null where no source tells. */
  readonly from: number | null;
  readonly to: number | null;
  /** The day (number) on which it first became known. */
  readonly known: number;
  readonly conditional: boolean;
  readonly chip: string | null;
}

/** The sayings of claims of one matter, in the order in which they became known. */
export function sayingsOf(testimonies: readonly Testimony[]): Saying[] {
  const sayings = new Map<string, Saying>();
  for (const testimony of testimonies) {
    const { amount, status, period, conditional, quote, terms, chip } = testimony.claim;
    const cues = amount === null ? { ...cuesOf(quote), part: false, tranche: false } : cuesOf(quote);
    const held = conditional && terms?.condition === "contractual";
    const figure = amount === null ? "" : `${amount.unit} ${amount.min} ${amount.max} ${amount.approximate}`;
    const key = `${figure}|${status}|${period?.start ?? ""}|${held}|${cues.key}|${chip ?? ""}`;
    const known = sayings.get(key);
    if (known) {
      known.testimonies.push(testimony);
      known.documents.add(testimony.claim.document);
      continue;
    }
    sayings.set(key, {
      testimonies: [testimony],
      documents: new Set([testimony.claim.document]),
      amount,
      ...rangeOf(amount),
      status,
      rung: rungOf(status),
      ...happened(period?.start ?? null, cues.total),
      known: dayNumber(testimony.known),
      conditional: held,
      ...cues,
      chip,
    });
  }
  return [...sayings.values()];
}

/** Values that the words allow. "Around 13" is not refuted by 12 or 14; a plain figure is rounded to two digits at the most. */
export function rangeOf(amount: Amount | null): { low: number; high: number } {
  if (amount === null) return { low: 0, high: Number.POSITIVE_INFINITY };
  const slack = amount.approximate ? 0.1 : 0.005;
  return {
    low: (amount.min ?? 0) * (1 - slack),
    high: amount.max === null ? Number.POSITIVE_INFINITY : amount.max * (1 + slack),
  };
}

/** Whether some value fits both. */
export function overlap(one: Pick<Saying, "low" | "high">, other: Pick<Saying, "low" | "high">): boolean {
  return one.low <= other.high && other.low <= one.high;
}

/** A year tells less than a month: the whole span in which it can have been. "Since 2019" is no day on which something happened. */
function happened(start: PartialDay | null, total: boolean): { from: number | null; to: number | null } {
  if (start === null || total) return { from: null, to: null };
  return { from: firstDay(start), to: dayNumber(lastDayOf(start)) };
}

/** The number of the first day that an imprecise date can mean. */
export function firstDay(day: PartialDay): number {
  const { year, month, day: date } = dayParts(day);
  return dayNumber(dayOf(year, month ?? 1, date ?? 1));
}
