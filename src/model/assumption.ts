/** Assumptions: what a person wrote where no source tells. Each is counted wherever it is used. */

import type { PartialDay } from "./day.ts";
import { type AssumptionId, recordId } from "./id.ts";
import type { Place } from "./problem.ts";

export interface Assumption {
  readonly id: AssumptionId;
  /** What it is about: `deal-72b2….schedule`, `deal-72b2…/2.schedule`, `openai.cash`, `EUR.rate`. */
  readonly of: string;
  /** As written: `ramp 2..9`, `15..40bn`, `1.08`. */
  readonly is: string;
  /** The day from which it holds; null: always. */
  readonly on: PartialDay | null;
  /** Who wrote it, when and why, where the line tells. */
  readonly by: string | null;
  readonly at: string | null;
  readonly because: string | null;
  /** The line that a person wrote. */
  readonly place: Place;
}

/** The file of a book that holds them. */
export const assumptionsFile = "assumptions.yaml";

/** What can be assumed of a deal or of one of its legs, of a party, and of a currency. */
export const assumable = {
  deal: ["schedule", "condition", "compute", "repayment"],
  party: ["cash", "debt", "revenue", "cash-burn", "equity", "pre-money", "shares", "listing-day", "listing-dilution"],
  currency: ["rate"],
} as const;

/** Gives an assumption its id: the same words are the same assumption, wherever the line stands. */
export function assumptionOf(fields: Omit<Assumption, "id">): Assumption {
  const { of, is, on, by, at, because } = fields;
  return { id: recordId<AssumptionId>("as", [of, is, on, by, at, because]), ...fields };
}

/** Subject and field of what an assumption is about: `openai.cash` is the `cash` of `openai`. */
export function subjectOf({ of }: Pick<Assumption, "of">): { readonly subject: string; readonly field: string } {
  const dot = of.lastIndexOf(".");
  return { subject: of.slice(0, dot), field: of.slice(dot + 1) };
}

/** What is assumed of a field of a party, of those that hold. */
export function assumedOf(
  assumptions: readonly Assumption[],
  party: string,
  field: (typeof assumable.party)[number],
): Assumption | null {
  return assumptions.find(({ of }) => of === `${party}.${field}`) ?? null;
}

/** Those that hold on a day: of several about one thing the one that holds from the latest day, then the one that was written last. */
export function holding(assumptions: readonly Assumption[], asOf: PartialDay | null): Assumption[] {
  const held = new Map<string, Assumption>();
  for (const assumption of assumptions) {
    const { of, on } = assumption;
    if (on !== null && asOf !== null && on > asOf) continue;
    const before = held.get(of);
    if (before === undefined || (before.on ?? "") <= (on ?? "")) held.set(of, assumption);
  }
  return [...held.values()];
}
