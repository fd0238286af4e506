/**
 * Which deals and observations do these claims make?
 *
 *   const { deals, observations, named } = settle(testimonies, { parties, decisions, names, asOf });
 *
 * Pure, and the same in whatever order the claims come. Claims are sorted into matters (one kind, the same two groups of companies), each matter into deals
 * (cluster.ts), people's decisions are applied, each deal is built from the claims that hold on the day asked about (build-deal.ts). Time and memory grow with
 * the number of claims; only claims of one matter are compared with one another.
 */

import type { Claim } from "../model/claim.ts";
import type { Deal, DealKind, Observation, Testimony } from "../model/deal.ts";
import type { ClaimId } from "../model/id.ts";
import { buildDeal, byKnown, holdsOn, membersOf } from "./build-deal.ts";
import { clustersOf } from "./cluster.ts";
import { matters } from "./matter.ts";
import { type NamedDeal, namesByClaim, namesOf, redirectsOf } from "./naming.ts";
import { observationsOf } from "./observe.ts";
import { sayingsOf } from "./saying.ts";
import type { Group, Matter, Settlement, SettlingContext } from "./settlement.ts";
import { mergedClaim, type SettlingDecisions, settlingDecisions } from "./settling-decisions.ts";
import { compact, sortInPlace, unique } from "./short-lists.ts";

/** Settles claims from nothing. */
export function settle(testimonies: readonly Testimony[], context: SettlingContext): Settlement {
  return settleMore(nothing, testimonies, context);
}

const nothing: Settlement = { deals: [], observations: [], named: [], redirects: new Map(), matters: new Map() };

/** Settles further claims: the same as settling all together, but only the matters that they are about are settled anew. The context is that of `before`. */
export function settleMore(before: Settlement, added: readonly Testimony[], context: SettlingContext): Settlement {
  const decisions = settlingDecisions(context);
  const merged =
    decisions.merges.size === 0 ? added : added.map((each) => ({ ...each, claim: mergedClaim(each.claim, decisions) }));
  const keyOf = matterKeys(merged, before, context, decisions);
  const arrived = new Map<string, Testimony[]>();
  for (const testimony of merged) {
    const key = keyOf(testimony.claim);
    const own = arrived.get(key);
    if (own) own.push(testimony);
    else arrived.set(key, [testimony]);
  }
  const all = new Map(before.matters);
  const names = namesByClaim(context.names);
  const old: Matter[] = [];
  const fresh: Matter[] = [];
  for (const [key, testimonies] of arrived) {
    const was = all.get(key);
    if (was) old.push(was);
    const told = distinct(was ? [...was.testimonies, ...testimonies] : testimonies);
    const now = settleMatter(sortInPlace(told, byKnown), context, decisions, names);
    all.set(key, now);
    fresh.push(now);
  }
  const deals = exchanged(before.deals, old, fresh, ({ deals }) => deals, inOrder);
  return {
    deals,
    observations: exchanged(before.observations, old, fresh, ({ observations }) => observations, byFirstKnown),
    named: exchanged(before.named, old, fresh, ({ named }) => named, byDeal),
    redirects: redirectsOf(deals, context.names),
    matters: all,
  };
}

/** A sorted list, in which what old matters made is replaced by what fresh ones make. */
function exchanged<T>(
  list: readonly T[],
  old: readonly Matter[],
  fresh: readonly Matter[],
  madeBy: (matter: Matter) => readonly T[],
  order: (one: T, other: T) => number,
): T[] {
  const come = fresh.flatMap(madeBy).sort(order);
  if (list.length === 0) return come;
  const gone = new Set(old.flatMap(madeBy));
  const merged: T[] = [];
  let next = 0;
  for (const item of list) {
    if (gone.has(item)) continue;
    while (next < come.length && order(come[next]!, item) < 0) merged.push(come[next++]!);
    merged.push(item);
  }
  while (next < come.length) merged.push(come[next++]!);
  return merged;
}

/** A claim of each id once: a newer reading may hold the same claim. */
function distinct(testimonies: readonly Testimony[]): Testimony[] {
  const ids = testimonies.map(({ claim }) => claim.id);
  if (unique(ids) === ids) return [...testimonies];
  return [...new Map(testimonies.map((testimony) => [testimony.claim.id, testimony])).values()];
}

function settleMatter(
  testimonies: readonly Testimony[],
  { asOf }: SettlingContext,
  decisions: SettlingDecisions,
  names: ReadonlyMap<ClaimId, readonly NamedDeal[]>,
): Matter {
  const first = testimonies[0]!.claim.kind;
  if (first === "valuation" || first === "metric")
    return {
      testimonies,
      deals: [],
      observations: observationsOf(testimonies.filter((each) => holdsOn(each, asOf))),
      named: [],
    };
  // Without a decision that links matters, all these claims are of one.
  const apart = decisions.linked.size === 0 ? [testimonies] : Map.groupBy(testimonies, decisions.matterOf).values();
  const groups = decisions.regroup([...apart].flatMap(groupsOf));
  sortInPlace(groups, (one, other) => byKnown(one.members[0]!.testimony, other.members[0]!.testimony));
  const near = names.size === 0 ? [] : unique(testimonies.flatMap(({ claim }) => names.get(claim.id) ?? []));
  const ids = namesOf(groups, near);
  const deals: Deal[] = [];
  for (const [index, { members, total }] of groups.entries()) {
    const id = ids[index]!;
    const holding = asOf === null ? members : members.filter(({ testimony }) => holdsOn(testimony, asOf));
    if (holding.length > 0) deals.push(buildDeal(id, holding, total, decisions.preferences(id)));
  }
  return { testimonies, deals: compact(deals), observations: [], named: newNames(deals, near) };
}

/** The claims of one matter, by their deals. */
function groupsOf(testimonies: readonly Testimony[]): Group[] {
  const clusters = clustersOf(sayingsOf(testimonies), testimonies[0]!.claim.kind as DealKind);
  return clusters.map((cluster) => ({ members: membersOf(cluster), total: cluster.total }));
}

/** The matter of each claim; matters that a decision calls the same are one. */
function matterKeys(
  added: readonly Testimony[],
  before: Settlement,
  { parties }: SettlingContext,
  decisions: SettlingDecisions,
): (claim: Claim) => string {
  const matterOf = matters(parties);
  const keyOf = (claim: Claim): string =>
    matterOf(claim) ?? `observed ${claim.roles.company ?? ""} ${claim.metric ?? "value"}`;
  const linked = decisions.linked;
  if (linked.size === 0) return keyOf;
  // Few decisions link matters: each matter goes by the first key of those that it is linked with.
  const joined = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    while (joined.has(root)) root = joined.get(root)!;
    return root;
  };
  const keys = new Map<string, string>();
  const known = [...before.matters.values()].flatMap(({ testimonies }) => testimonies);
  const meant = new Set([...linked].flatMap(([one, others]) => [one, ...others]));
  for (const { claim } of [...known, ...added]) if (meant.has(claim.id)) keys.set(claim.id, keyOf(claim));
  for (const [one, others] of linked)
    for (const other of others) {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (a === undefined || b === undefined) continue;
      const [first, second] = [rootOf(a), rootOf(b)].sort() as [string, string];
      if (first !== second) joined.set(second, first);
    }
  return (claim) => rootOf(keyOf(claim));
}

/** Names for deals that have none yet, and for claims that came to a named deal. */
function newNames(deals: readonly Deal[], names: readonly NamedDeal[]): NamedDeal[] {
  if (names.length === 0) return deals.map(({ id, claims }) => ({ deal: id, claims }));
  return deals.flatMap(({ id, claims }) => {
    const known = new Set(names.flatMap(({ deal, claims }) => (deal === id ? claims : [])));
    const fresh = claims.filter((claim) => !known.has(claim));
    return fresh.length === 0 ? [] : [{ deal: id, claims: fresh }];
  });
}

/** By the day on which they became known, then by id. */
function inOrder(one: Deal, other: Deal): number {
  const [a, b] = [one.history[0]!.known, other.history[0]!.known];
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
}

function byFirstKnown(one: Observation, other: Observation): number {
  if (one.known !== other.known) return one.known < other.known ? -1 : 1;
  return one.claims[0]! < other.claims[0]! ? -1 : 1;
}

function byDeal(one: NamedDeal, other: NamedDeal): number {
  return one.deal < other.deal ? -1 : 1;
}
