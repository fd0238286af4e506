/** One way in which a matter is told: claims alike in figure, status and time, whichever documents they stand in. */

import { type Amount, isSameAmount } from "../model/amount.ts";
import type { Claim, Status } from "../model/claim.ts";
import { dayNumber, isFullDay, lastDayOf } from "../model/day.ts";
import type { Testimony } from "../model/deal.ts";
import type { DocumentId } from "../model/id.ts";
import { type Cues, cuesOf } from "./cues.ts";
import { rungOf } from "./firmness.ts";

export interface Saying extends Cues {
  /** In the order in which they became known. */
  readonly testimonies: Testimony[];
  /** Those in which they stand, one for each. */
  readonly documents: DocumentId[];
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
  const sayings: Saying[] = [];
  for (const testimony of testimonies) {
    const cues = cuesOf(testimony.claim.quote);
    const known = sayings.find((saying) => says(saying, testimony, cues));
    if (known) {
      known.testimonies.push(testimony);
      known.documents.push(testimony.claim.document);
    } else sayings.push(sayingOf(testimony, cues));
  }
  return sayings;
}

/** Whether it is the same figure of the same time in words that say the same of it. */
function says({ testimonies, key, conditional }: Saying, { claim }: Testimony, cues: Cues): boolean {
  const told = testimonies[0]!.claim;
  return (
    told.status === claim.status &&
    isSameAmount(told.amount, claim.amount) &&
    (told.period?.start ?? null) === (claim.period?.start ?? null) &&
    told.chip === claim.chip &&
    key === cues.key &&
    conditional === isHeldBack(claim)
  );
}

function sayingOf(testimony: Testimony, cues: Cues): Saying {
  const { amount, status, period, chip, document } = testimony.claim;
  const { low, high } = rangeOf(amount);
  const { enlarges, another, total, sum, round, key } = cues;
  const start = period?.start ?? null;
  // "Since 2019" is no day on which something happened.
  const from = start === null || total ? null : dayNumber(start);
  return {
    testimonies: [testimony],
    documents: [document],
    amount,
    low,
    high,
    status,
    rung: rungOf(status),
    // A year tells less than a month: the whole span in which it can have been.
    from,
    to: from === null || isFullDay(start!) ? from : dayNumber(lastDayOf(start!)),
    known: dayNumber(testimony.known),
    conditional: isHeldBack(testimony.claim),
    chip,
    enlarges,
    another,
    total,
    part: amount !== null && cues.part,
    tranche: amount !== null && cues.tranche,
    sum,
    round,
    key,
  };
}

/** Whether it holds only once a condition of the contract is met. */
export function isHeldBack({ conditional, terms }: Claim): boolean {
  return conditional && terms?.condition === "contractual";
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
