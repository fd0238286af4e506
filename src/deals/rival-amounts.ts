/** Where do sources give different amounts for one relation? The amounts of deals between two parties on which settling finds that readings disagree. */

import { isMoney } from "../model/amount.ts";
import type { Claim } from "../model/claim.ts";
import type { Deal, DealKind, Disagreement, Field, Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { type Told, toldAmount } from "./readings.ts";
import { amountsDiffer } from "./told-amounts.ts";

export interface RivalAmounts {
  readonly kind: "rival-amounts";
  readonly deal: DealKind;
  readonly from: PartyId;
  readonly to: PartyId;
  /** Hard: no value satisfies both. Soft: both could hold. */
  readonly disagreement: Disagreement;
  /** Two claims that differ, that of the reading drawn first before the other. */
  readonly readings: readonly [Claim, Claim];
}

/** One for each amount in dispute: hard before soft, of two documents before those of one, money before other units, then the largest. */
export function rivalAmounts(
  deals: readonly Deal[],
  testimonies: ReadonlyMap<ClaimId, Testimony>,
): readonly RivalAmounts[] {
  return deals
    .flatMap(({ kind, from, to, fields }) =>
      from === null || to === null
        ? []
        : fields.flatMap((field): RivalAmounts[] =>
            field.disagreement === null || !field.name.startsWith("amount ")
              ? []
              : [
                  {
                    kind: "rival-amounts",
                    deal: kind,
                    from,
                    to,
                    disagreement: field.disagreement,
                    readings: differing(field, kind, testimonies),
                  },
                ],
          ),
    )
    .sort(byWeight);
}

/** The first two claims of different readings that disagree as the field does; of different documents where there are such. */
function differing(
  { readings, disagreement }: Field,
  kind: DealKind,
  testimonies: ReadonlyMap<ClaimId, Testimony>,
): readonly [Claim, Claim] {
  const told = readings.map(({ claims }) =>
    claims.map((id): Told => toldAmount(testimonies.get(id)!, testimonies.get(id)!.claim.amount!)),
  );
  const differ = amountsDiffer(kind);
  let ofOneDocument: readonly [Claim, Claim] | null = null;
  for (const [index, some] of told.entries())
    for (const others of told.slice(index + 1))
      for (const one of some)
        for (const other of others) {
          if (differ(one, other) !== disagreement) continue;
          const pair = [one.testimony.claim, other.testimony.claim] as const;
          if (isOfTwoDocuments(pair)) return pair;
          ofOneDocument ??= pair;
        }
  // A deal may count a claim as looser than it was told; then the first two readings stand for it.
  return ofOneDocument ?? [told[0]![0]!.testimony.claim, told[1]![0]!.testimony.claim];
}

function isOfTwoDocuments([one, other]: readonly [Claim, Claim]): boolean {
  return one.document !== other.document;
}

/** Two sums in one document are tranches more often than contradictions. */
function byWeight(one: RivalAmounts, other: RivalAmounts): number {
  return (
    Number(other.disagreement === "hard") - Number(one.disagreement === "hard") ||
    Number(isOfTwoDocuments(other.readings)) - Number(isOfTwoDocuments(one.readings)) ||
    Number(isMoney(unitOf(other))) - Number(isMoney(unitOf(one))) ||
    sizeOf(other) - sizeOf(one)
  );
}

function unitOf({ readings: [{ amount }] }: RivalAmounts): string {
  return amount!.unit;
}

function sizeOf({ readings }: RivalAmounts): number {
  return Math.max(...readings.map(({ amount }) => amount!.min ?? amount!.max ?? 0));
}
