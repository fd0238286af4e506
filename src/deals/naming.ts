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

/** The names that each claim came under. One book's names are asked for again with every document: they are sorted once. */
export function namesByClaim(names: readonly NamedDeal[]): ReadonlyMap<ClaimId, readonly NamedDeal[]> {
  const known = sorted.get(names);
  if (known) return known;
  const index = new Map<ClaimId, NamedDeal[]>();
  for (const name of names)
    for (const claim of name.claims) {
      const own = index.get(claim);
      if (own) own.push(name);
      else index.set(claim, [name]);
    }
  sorted.set(names, index);
  return index;
}

const sorted = new WeakMap<readonly NamedDeal[], ReadonlyMap<ClaimId, readonly NamedDeal[]>>();

/** Ids that stand for another now: a name whose claims are in a deal of an earlier name. */
export function redirectsOf(
  deals: readonly { readonly id: DealId; readonly claims: readonly ClaimId[] }[],
  names: readonly NamedDeal[],
): Map<DealId, DealId> {
  const ids = new Set(deals.map(({ id }) => id));
  const lost = names.filter(({ deal }) => !ids.has(deal));
  const redirects = new Map<DealId, DealId>();
  if (lost.length === 0) return redirects;
  const current = new Map<ClaimId, DealId>();
  for (const { id, claims } of deals) for (const claim of claims) current.set(claim, id);
  for (const { deal, claims } of lost) {
    const now = claims.map((claim) => current.get(claim)).find((id) => id !== undefined);
    if (now !== undefined) redirects.set(deal, now);
  }
  return redirects;
}
