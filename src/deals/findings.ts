/** What is worth a look in these claims and the deals that they make? Amounts are set side by side, never averaged. */

import type { Claim } from "../model/claim.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import { type PossibleCircle, possibleCircles } from "./possible-circles.ts";
import { type RivalAmounts, rivalAmounts } from "./rival-amounts.ts";
import { type UnfitComparison, unfitComparisons } from "./unfit-comparisons.ts";

export type Finding = PossibleCircle | RivalAmounts | UnfitComparison;

/** All findings of each sort, the weightiest first. The claims come in the order of their documents. */
export interface Findings {
  readonly circles: readonly PossibleCircle[];
  readonly rivals: readonly RivalAmounts[];
  readonly unfit: readonly UnfitComparison[];
}

/** What settling the claims gave, and their testimonies. */
interface Settled {
  readonly deals: readonly Deal[];
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly parties: ReadonlyMap<PartyId, Party>;
}

/** Finds possible circles, rival amounts and comparisons that the figures do not bear out. */
export function findingsOf(claims: readonly Claim[], { deals, testimonies, parties }: Settled): Findings {
  return {
    circles: possibleCircles(claims, parties),
    rivals: rivalAmounts(deals, testimonies),
    unfit: unfitComparisons(claims),
  };
}

/** The weightiest finding of each sort, in the order in which they are numbered. */
export function firstFindings({ circles, rivals, unfit }: Findings): Finding[] {
  return [...circles.slice(0, 1), ...rivals.slice(0, 1), ...unfit.slice(0, 1)];
}

/** The claims that a finding rests on, those to quote first. */
export function claimsBehind(finding: Finding): readonly Claim[] {
  switch (finding.kind) {
    case "possible-circle":
      return [...finding.funding, ...finding.purchases, ...finding.against];
    case "rival-amounts":
      return finding.readings;
    case "unfit-comparison":
      return [finding.bigger, finding.than];
    default:
      return finding satisfies never;
  }
}
