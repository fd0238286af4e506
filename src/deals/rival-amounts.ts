/** Where do two claims give different amounts for one relation? */

import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { rungOf } from "./firmness.ts";
import { toldAmount } from "./readings.ts";
import { relationsOf, standing } from "./relations.ts";
import { amountsDiffer } from "./told-amounts.ts";

export interface RivalAmounts {
  readonly kind: "rival-amounts";
  readonly investor: PartyId;
  readonly company: PartyId;
  /** Hard: no value satisfies both. Soft: both could hold. */
  readonly disagreement: "hard" | "soft";
  readonly readings: readonly [Claim, Claim];
}

/** Pairs of investments that differ, one a relation: hard before soft, done before talked about. */
export function rivalAmounts(claims: readonly Claim[]): RivalAmounts[] {
  return relationsOf(claims)
    .filter(({ kind }) => kind === "investment")
    .flatMap(({ from, to, claims }) => {
      const pairs = pairsOf(standing(claims)).filter(([one, other]) => compete(one, other));
      const found = pairs.map(
        (readings): RivalAmounts => ({
          kind: "rival-amounts",
          investor: from,
          company: to,
          disagreement: disagreementOf(readings),
          readings,
        }),
      );
      return found.sort(byWeight).slice(0, 1);
    })
    .sort(byWeight);
}

/** What it takes to tell whether amounts of one relation compete. */
export type RelationClaim = Pick<Claim, "id" | "document" | "status" | "amount" | "period">;

/** The kind and the parties within which amounts are held against each other; null where they never are. */
export function rivalRelation(claim: Claim): string | null {
  const [relation] = relationsOf([claim]);
  return relation?.kind === "investment" ? `${relation.kind} ${relation.from} ${relation.to}` : null;
}

/** Of the claims of one relation, all that compete with another. Claims that say the same are told apart only by their documents. */
export function rivalsAmong(claims: readonly RelationClaim[]): Set<ClaimId> {
  const sayings = new Map<string, RelationClaim[]>();
  for (const claim of claims.filter(({ status }) => rungOf(status) >= 0)) {
    const { amount, status, period } = claim;
    const saying = JSON.stringify([amount && [amount.min, amount.max, amount.unit], status, period?.start ?? null]);
    sayings.set(saying, [...(sayings.get(saying) ?? []), claim]);
  }
  const rivals = new Set<ClaimId>();
  for (const [one, others] of pairsOf([...sayings.values()])) {
    for (const claim of one) if (others.some((other) => compete(claim, other))) rivals.add(claim.id);
    for (const claim of others) if (one.some((other) => compete(claim, other))) rivals.add(claim.id);
  }
  return rivals;
}

/** Different figures of one unit and one status, of different documents, and not of two known times. */
function compete(one: RelationClaim, other: RelationClaim): boolean {
  if (one.amount === null || other.amount === null || one.amount.unit !== other.amount.unit) return false;
  if (one.document === other.document || one.status !== other.status) return false;
  const [start, otherStart] = [one.period?.start, other.period?.start];
  if (start && otherStart && start !== otherStart) return false;
  return one.amount.min !== other.amount.min || one.amount.max !== other.amount.max;
}

function disagreementOf([one, other]: readonly [Claim, Claim]): "hard" | "soft" {
  const told = (claim: Claim) =>
    toldAmount({ claim, known: "" as PartialDay, tier: 4, headline: false }, claim.amount!);
  return amountsDiffer("investment")(told(one), told(other)) ?? "soft";
}

/** Hard before soft; then the firmer; then said outright before hedged. */
function byWeight(one: RivalAmounts, other: RivalAmounts): number {
  const weight = ({ disagreement, readings: [first, second] }: RivalAmounts): number =>
    (disagreement === "hard" ? 100 : 0) + 10 * rungOf(first.status) - (first.hedged ? 1 : 0) - (second.hedged ? 1 : 0);
  return weight(other) - weight(one);
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}
