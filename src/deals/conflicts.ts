/** Which claims are in conflict? Those that give a reading to a field of their deal on which its readings disagree, hard or soft. */

import type { Deal, Field, Reading } from "../model/deal.ts";
import type { ClaimId } from "../model/id.ts";

/** Each claim in conflict with the fields that it is in conflict about, in the order of its deal. */
export type Conflicts = ReadonlyMap<ClaimId, readonly Field[]>;

/** The conflicts of these deals. What a person decided to draw settles what counts, not that sources differ. */
export function conflictsIn(deals: readonly Deal[]): Conflicts {
  const conflicts = new Map<ClaimId, Field[]>();
  for (const { fields } of deals)
    for (const field of fields) {
      if (field.disagreement === null) continue;
      for (const { claims } of field.readings)
        for (const claim of claims) {
          const own = conflicts.get(claim);
          if (own) own.push(field);
          else conflicts.set(claim, [field]);
        }
    }
  return conflicts;
}

/** A claim that says otherwise, with the readings that it gives. */
export interface Rival {
  readonly claim: ClaimId;
  readonly otherwise: readonly { readonly field: Field; readonly reading: Reading }[];
}

/** The claims that give other readings of the fields that a claim is in conflict about, the drawn readings first. */
export function rivalsOf(claim: ClaimId, conflicts: Conflicts): Rival[] {
  const rivals = new Map<ClaimId, { field: Field; reading: Reading }[]>();
  for (const field of conflicts.get(claim) ?? [])
    for (const reading of field.readings) {
      if (reading.claims.includes(claim)) continue;
      for (const other of reading.claims) {
        const said = rivals.get(other);
        if (said) said.push({ field, reading });
        else rivals.set(other, [{ field, reading }]);
      }
    }
  return [...rivals].map(([claim, otherwise]) => ({ claim, otherwise }));
}
