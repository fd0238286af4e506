/** Which id has a deal? The one under which its claims were named before, so that a deal keeps its id while claims come and go. */

import type { Testimony } from "../model/deal.ts";
import { type ClaimId, type DealId, dealId } from "../model/id.ts";

/** A name that was given: the deal, and its claims at that time, the founding one first. */
export interface NamedDeal {
  readonly deal: DealId;
  readonly claims: readonly ClaimId[];
}

/** Names for groups of claims. Where names meet in one group the earliest stays; where one was split, who has the founding claim keeps it. */
export function namesOf(groups: readonly (readonly Testimony[])[], names: readonly NamedDeal[]): DealId[] {
  const given = new Map<ClaimId, number[]>();
  for (const [index, { claims }] of names.entries())
    for (const claim of claims) {
      const own = given.get(claim);
      if (own) own.push(index);
      else given.set(claim, [index]);
    }
  const founded = new Map<string, number>();
  for (const [group, testimonies] of groups.entries())
    for (const { claim } of testimonies)
      for (const index of given.get(claim.id) ?? [])
        if (names[index]!.claims[0] === claim.id) founded.set(names[index]!.deal, group);
  const taken = new Set<DealId>();
  return groups.map((testimonies, group) => {
    const known = [...new Set(testimonies.flatMap(({ claim }) => given.get(claim.id) ?? []))].sort(
      (one, other) => one - other,
    );
    const name = known
      .map((index) => names[index]!.deal)
      .find((deal) => !taken.has(deal) && (founded.get(deal) ?? group) === group);
    const id = name ?? freshName(testimonies, taken);
    taken.add(id);
    return id;
  });
}

/** A deal that was split off may have a founding claim that named another one before. */
function freshName(testimonies: readonly Testimony[], taken: ReadonlySet<DealId>): DealId {
  for (const { claim } of testimonies) {
    const id = dealId(claim.id);
    if (!taken.has(id)) return id;
  }
  throw new Error("a deal has no claim of its own");
}

/** Ids that stand for another now: a name whose claims are in a deal of an earlier name. */
export function redirectsOf(
  deals: readonly { readonly id: DealId; readonly claims: readonly ClaimId[] }[],
  names: readonly NamedDeal[],
): Map<DealId, DealId> {
  const current = new Map<ClaimId, DealId>();
  for (const { id, claims } of deals) for (const claim of claims) current.set(claim, id);
  const ids = new Set(deals.map(({ id }) => id));
  const redirects = new Map<DealId, DealId>();
  for (const { deal, claims } of names) {
    const now = claims.map((claim) => current.get(claim)).find((id) => id !== undefined);
    if (!ids.has(deal) && now !== undefined) redirects.set(deal, now);
  }
  return redirects;
}
