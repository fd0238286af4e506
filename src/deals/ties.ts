/** Which investment, stake and valuation belong together, and do they agree? Amount = share × value after the money. */

import { isMoney } from "../model/amount.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { rangeOf } from "./saying.ts";
import type { Settlement } from "./settlement.ts";

export interface Tie {
  readonly investor: PartyId;
  readonly company: PartyId;
  readonly investment: ClaimId;
  readonly stake: ClaimId;
  readonly valuation: ClaimId;
  /** The share that the amount buys at the valuation, from the lowest to the highest that the words allow. */
  readonly low: number;
  readonly high: number;
  /** Whether the stated share lies within. */
  readonly fits: boolean;
}

/** Claims of one document that give all three within one statement. */
export function tiesOf({ deals }: Settlement, byId: ReadonlyMap<ClaimId, Testimony>): Tie[] {
  const valuations = Map.groupBy(
    [...byId.values()].filter(({ claim }) => claim.kind === "valuation" && claim.amount !== null),
    ({ claim }) => `${claim.document} ${claim.roles.company}`,
  );
  const stakes = Map.groupBy(
    deals.filter(({ kind }) => kind === "stake").flatMap(({ claims }) => claims.map((id) => byId.get(id)!)),
    ({ claim }) => `${claim.document} ${claim.roles.holder} ${claim.roles.company}`,
  );
  return deals
    .filter(({ kind, umbrella }) => kind === "investment" && !umbrella)
    .flatMap(({ claims }) => claims.map((id) => byId.get(id)!.claim))
    .flatMap((claim): Tie[] => {
      const { investor, investee } = claim.roles;
      if (!investor || !investee || claim.amount === null || !isMoney(claim.amount.unit)) return [];
      const stake = nearest(stakes.get(`${claim.document} ${investor} ${investee}`), claim.span[0]);
      const valuation = nearest(valuations.get(`${claim.document} ${investee}`), claim.span[0]);
      if (stake?.claim.amount?.unit !== "share" || valuation?.claim.amount?.unit !== claim.amount.unit) return [];
      const [paid, value, share] = [
        rangeOf(claim.amount),
        rangeOf(valuation.claim.amount),
        rangeOf(stake.claim.amount),
      ];
      const after =
        valuation.claim.terms?.valuation === "pre-money"
          ? { low: value.low + paid.low, high: value.high + paid.high }
          : value;
      const [low, high] = [paid.low / after.high, paid.high / after.low];
      return [
        {
          investor,
          company: investee,
          investment: claim.id,
          stake: stake.claim.id,
          valuation: valuation.claim.id,
          low,
          high,
          // Shares are told in whole percents.
          fits: share.low - halfPercent <= high && low <= share.high + halfPercent,
        },
      ];
    });
}

const halfPercent = 0.005;

/** What stands within a statement's reach: two sentences or so. */
const reach = 400;

function nearest(testimonies: readonly Testimony[] | undefined, at: number): Testimony | undefined {
  return testimonies
    ?.filter(({ claim }) => Math.abs(claim.span[0] - at) <= reach)
    .reduce<Testimony | undefined>(
      (best, each) =>
        best === undefined || Math.abs(each.claim.span[0] - at) < Math.abs(best.claim.span[0] - at) ? each : best,
      undefined,
    );
}
