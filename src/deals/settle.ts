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
import type { Deal, DealKind, Testimony } from "../model/deal.ts";
import { buildDeal, byKnown, holdsOn, membersOf } from "./build-deal.ts";
import { clustersOf } from "./cluster.ts";
import { matters } from "./matter.ts";
import { type NamedDeal, namesOf, redirectsOf } from "./naming.ts";
import { observationsOf } from "./observe.ts";
import { sayingsOf } from "./saying.ts";
import type { Matter, Settlement, SettlingContext } from "./settlement.ts";
import { mergedClaim, type SettlingDecisions, settlingDecisions } from "./settling-decisions.ts";

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
  const names = byClaim(context.names);
  for (const [key, testimonies] of arrived) {
    const known = all.get(key)?.testimonies ?? [];
    all.set(key, settleMatter(distinct([...known, ...testimonies]).sort(byKnown), context, decisions, names));
  }
  const settled = [...all.values()];
  const deals = inOrder(settled.flatMap(({ deals }) => deals));
  return {
    deals,
    observations: settled
      .flatMap(({ observations }) => observations)
      .sort((one, other) =>
        one.known < other.known ? -1 : one.known > other.known ? 1 : one.claims[0]! < other.claims[0]! ? -1 : 1,
      ),
    named: newNames(deals, context.names),
    redirects: redirectsOf(deals, context.names),
    matters: all,
  };
}

/** A claim of each id once: a newer reading may hold the same claim. */
function distinct(testimonies: readonly Testimony[]): Testimony[] {
  return [...new Map(testimonies.map((testimony) => [testimony.claim.id, testimony])).values()];
}

function settleMatter(
  testimonies: readonly Testimony[],
  { asOf }: SettlingContext,
  decisions: SettlingDecisions,
  names: ReadonlyMap<string, readonly NamedDeal[]>,
): Matter {
  const first = testimonies[0]!.claim.kind;
  if (first === "valuation" || first === "metric")
    return { testimonies, deals: [], observations: observationsOf(testimonies.filter((each) => holdsOn(each, asOf))) };
  const groups = decisions.regroup(
    [...Map.groupBy(testimonies, decisions.matterOf).values()].flatMap((own) =>
      clustersOf(sayingsOf(own), own[0]!.claim.kind as DealKind).map((cluster) => ({
        members: membersOf(cluster),
        total: cluster.total,
      })),
    ),
  );
  groups.sort((one, other) => byKnown(one.members[0]!.testimony, other.members[0]!.testimony));
  const near = new Set(testimonies.flatMap(({ claim }) => names.get(claim.id) ?? []));
  const ids = namesOf(
    groups.map(({ members }) => members.map(({ testimony }) => testimony)),
    [...near],
  );
  const deals = groups.flatMap(({ members, total }, index): Deal[] => {
    const holding = members.filter(({ testimony }) => holdsOn(testimony, asOf));
    return holding.length === 0 ? [] : [buildDeal(ids[index]!, holding, total, decisions.preferences(ids[index]!))];
  });
  return { testimonies, deals, observations: [] };
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

function byClaim(names: readonly NamedDeal[]): Map<string, NamedDeal[]> {
  const index = new Map<string, NamedDeal[]>();
  for (const name of names)
    for (const claim of name.claims) {
      const own = index.get(claim);
      if (own) own.push(name);
      else index.set(claim, [name]);
    }
  return index;
}

/** Names for deals that have none yet, and for claims that came to a named deal. */
function newNames(deals: readonly Deal[], names: readonly NamedDeal[]): NamedDeal[] {
  const known = new Map<string, Set<string>>();
  for (const { deal, claims } of names) {
    const own = known.get(deal) ?? new Set();
    for (const claim of claims) own.add(claim);
    known.set(deal, own);
  }
  return deals.flatMap(({ id, claims }) => {
    const own = known.get(id);
    const fresh = own ? claims.filter((claim) => !own.has(claim)) : claims;
    return fresh.length === 0 ? [] : [{ deal: id, claims: fresh }];
  });
}

function inOrder(deals: Deal[]): Deal[] {
  return deals.sort((one, other) => {
    const [a, b] = [one.history[0]!.known, other.history[0]!.known];
    return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
  });
}
