/**
 * What do chosen claims come to? Sums of amounts, each unit and each status by itself, as a low and a high end.
 *
 * Only kinds in which something goes from one party to another are added: valuations, stakes and metrics are counted and not summed. Claims are added as
 * they stand, so that two claims of one deal count twice; whoever shows a sum says so. Whole units up to 2^53 add exactly.
 */

import { amountText } from "../model/amount.ts";
import { type ClaimKind, flowKinds, type Status, statuses } from "../model/claim.ts";

/** What of a claim is added. */
export interface Figure {
  readonly kind: ClaimKind;
  readonly status: Status;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
}

export interface UnitSum {
  readonly unit: string;
  readonly status: Status;
  readonly claims: number;
  readonly low: number;
  /** Null where one of them is open above. */
  readonly high: number | null;
  /** "$38bn", "≥ $48bn", "$10–18bn". */
  readonly text: string;
}

/** The sums, and how many claims are in none. */
export function selectionSums(figures: readonly Figure[]): { sums: UnitSum[]; notSummed: number } {
  const summed = figures.filter(({ kind, unit }) => unit !== null && unit !== "share" && flowKinds.includes(kind));
  const groups = Map.groupBy(summed, ({ unit, status }) => `${unit}\n${status}`);
  const sums = [...groups.values()].map((group): UnitSum => {
    const { unit, status } = group[0]!;
    const low = group.reduce((sum, figure) => sum + (figure.low ?? 0), 0);
    const open = group.some((figure) => figure.high === null);
    const high = open ? null : group.reduce((sum, figure) => sum + figure.high!, 0);
    const amount = { min: low, max: high, unit: unit!, approximate: false };
    return { unit: unit!, status, claims: group.length, low, high, text: amountText(amount, ">=") };
  });
  sums.sort((one, other) => (one.unit < other.unit ? -1 : one.unit > other.unit ? 1 : 0) || rung(other) - rung(one));
  return { sums, notSummed: figures.length - summed.length };
}

/** From the lowest to the highest end that the claims of a group tell; null where they are of several units or statuses. No sum: two claims of one deal would count twice. */
export function toldRange(figures: readonly Figure[]): UnitSum | null {
  const [first, more] = selectionSums(figures).sums;
  if (first === undefined || more !== undefined) return null;
  const told = figures.filter(({ kind, unit }) => unit === first.unit && flowKinds.includes(kind));
  const low = Math.min(...told.map((figure) => figure.low ?? 0));
  const high = first.high === null ? null : Math.max(...told.map((figure) => figure.high!));
  const amount = { min: low, max: high, unit: first.unit, approximate: false };
  return { ...first, low, high, text: amountText(amount, ">=") };
}

function rung({ status }: UnitSum): number {
  return statuses.indexOf(status);
}
