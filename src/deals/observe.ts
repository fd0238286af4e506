/** What figures of parties are told: valuations, revenue, users? Claims that say the same of one time are one observation. */

import type { Claim } from "../model/claim.ts";
import type { Observation, Testimony } from "../model/deal.ts";
import { rungOf } from "./firmness.ts";

/** Observations in the order in which they became known. The claims come in that order. */
export function observationsOf(testimonies: readonly Testimony[]): Observation[] {
  const groups = Map.groupBy(
    testimonies.filter(({ claim }) => claim.amount !== null && claim.roles.company !== undefined),
    ({ claim }) => observationKey(claim),
  );
  return [...groups.values()].map((same) => {
    const best = same.reduce((firmest, each) =>
      rungOf(each.claim.status) > rungOf(firmest.claim.status) ? each : firmest,
    );
    const { claim } = best;
    return {
      party: claim.roles.company!,
      measure: measureOf(claim),
      valuation: claim.kind === "valuation" ? (claim.terms?.valuation ?? null) : null,
      amount: claim.amount!,
      comparator: claim.comparator,
      status: claim.status,
      conditional: claim.conditional,
      period: claim.period,
      known: same[0]!.known,
      claims: [best, ...same.filter((each) => each !== best)].map(({ claim }) => claim.id),
      documents: [...new Set(same.map(({ claim }) => claim.document))],
    };
  });
}

/** Whether claims are observed together: one party, one measure, one figure, one status, one time. */
function observationKey(claim: Claim): string {
  const { amount, comparator, status, period, terms, roles } = claim;
  return JSON.stringify([
    roles.company,
    measureOf(claim),
    terms?.valuation ?? null,
    [amount!.min, amount!.max, amount!.unit, amount!.approximate],
    comparator,
    status,
    period,
    claim.conditional,
  ]);
}

function measureOf({ kind, metric }: Claim): Observation["measure"] {
  return kind === "valuation" ? "valuation" : metric!;
}
