/** Which id has a deal? The one under which its claims were named before, so that a deal keeps its id while claims come and go. */

import { type ClaimId, type DealId, dealId } from "../model/id.ts";
import type { Member } from "./build-deal.ts";
import type { Group } from "./settlement.ts";

/** A name that was given: the deal, and its claims at that time, the founding one first. */
export interface NamedDeal {
  readonly deal: DealId;
  readonly claims: readonly ClaimId[];
}

/** Names for groups of claims. Where names meet in one group the earliest stays; where one was split, who has the founding claim keeps it. */
export function namesOf(groups: readonly Group[], names: readonly NamedDeal[]): DealId[] {
  const taken = new Set<DealId>();
  if (names.length === 0) return groups.map(({ members }) => freshName(members, taken));
  const given = new Map<ClaimId, number[]>();
  for (const [index, { claims }] of names.entries())
    for (const claim of claims) {
      const own = given.get(claim);
      if (own) own.push(index);
      else given.set(claim, [index]);
    }
  const founded = new Map<string, number>();
  for (const [group, { members }] of groups.entries())
    for (const { claim } of members.map(({ testimony }) => testimony))
      for (const index of given.get(claim.id) ?? [])
        if (names[index]!.claims[0] === claim.id) founded.set(names[index]!.deal, group);
  return groups.map(({ members }, group) => {
    const known = [...new Set(members.flatMap(({ testimony }) => given.get(testimony.claim.id) ?? []))].sort(
      (one, other) => one - other,
    );
    const name = known
      .map((index) => names[index]!.deal)
      .find((deal) => !taken.has(deal) && (founded.get(deal) ?? group) === group);
    if (name === undefined) return freshName(members, taken);
    taken.add(name);
    return name;
  });
}

/** A deal that was split off may have a founding claim that named another one before. */
function freshName(members: readonly Member[], taken: Set<DealId>): DealId {
  for (const { testimony } of members) {
    const id = dealId(testimony.claim.id);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
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
