/** Which party holds which role of a kind of claim at an anchor? */

import type { ClaimKind } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { NameIndex } from "../names.ts";
import type { Anchor } from "./anchors.ts";
import { type Candidate, type Context, candidatesAt } from "./context.ts";
import { emptyFeatures } from "./features.ts";
import { type Recalled, toldFor, toldOf } from "./memory.ts";
import { addVectors, type Network, scoreOf, softmax } from "./network.ts";
import { pairFeatures } from "./pair-features.ts";
import { candidateFeatures, nobodyFeatures, patternFeatures } from "./role-features.ts";

/** The roles of each kind that a reader fills, in order. */
export const rolesOf: Readonly<Record<ClaimKind, readonly string[]>> = {
  investment: ["investor", "investee"],
  stake: ["holder", "company"],
  valuation: ["company"],
  "secondary-sale": ["company", "seller", "buyer"],
  "compute-contract": ["customer", "provider"],
  "chip-supply": ["customer", "vendor"],
  "chip-adoption": ["user", "vendor"],
  commitment: ["obligor"],
  financing: ["borrower", "lender"],
  right: ["holder", "grantor"],
  ipo: ["company"],
  acquisition: ["acquirer", "target"],
  metric: ["company"],
  dependence: ["dependent", "supplier"],
};

/** Who makes chips uses them too: one party may hold both roles. */
export const ownUse: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["chip-adoption"]);

/** What a party from outside the sentence counts where the sentence names two of its own. */
const distantShare = 0.3;

export interface Filled {
  readonly roles: Readonly<Record<string, PartyId>>;
  readonly chosen: ReadonlyMap<string, Candidate>;
  readonly confidence: number;
  /** The odds of who holds each role, taken by itself, and of the next likeliest. */
  readonly sure: readonly { readonly role: string; readonly odds: number; readonly rival: number }[];
}

const features = emptyFeatures();
/** Room for the sums of all candidates and of one more, used again at each anchor. */
let sums = new Int32Array(8192);

/** The best assignment of parties to the kind's roles in which no party holds two. */
export function fillRoles(
  network: Network,
  pairs: Network,
  kind: ClaimKind,
  anchor: Anchor,
  context: Context,
  recalled: Recalled,
): Filled {
  const roles = rolesOf[kind];
  const candidates: (Candidate | null)[] = [null, ...candidatesAt(anchor, context)];
  const { width } = network;
  const spare = candidates.length * width;
  if (sums.length < spare + width) sums = new Int32Array(2 * (spare + width));
  sums.fill(0, 0, spare);
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!;
    features.length = 0;
    if (candidate) candidateFeatures(candidate, anchor, context, features);
    else nobodyFeatures(anchor, context, features);
    toldOf(candidate?.party ?? null, recalled, context, features);
    addVectors(network, features, sums, at * width);
  }
  // A sentence that names two parties speaks of them before anybody else.
  const named = new Set(candidates.filter((one) => one?.mention?.via === "name").map((one) => one!.party)).size;
  const distant = named >= 2 && roles.length >= 2 ? Math.log(distantShare) : 0;
  const patterned = anchor.matches.slice(0, 2).some((match) => match.pattern.kind === kind);
  const tables = roles.map((role) => {
    const condition = network.conditionOf.get(`${kind}.${role}`)!;
    const scores = candidates.map((candidate, at) => {
      let from = at * width;
      if (patterned || recalled.told.length > 0 || recalled.held.size > 0) {
        features.length = 0;
        patternFeatures(kind, role, candidate, anchor, features);
        toldFor(kind, role, candidate?.party ?? null, recalled, context, features);
        if (features.length > 0) {
          sums.copyWithin(spare, from, from + width);
          addVectors(network, features, sums, spare);
          from = spare;
        }
      }
      const score = scoreOf(network, sums, from, condition);
      return candidate && candidate.mention === null ? score + distant : score;
    });
    if (role === "vendor" && kind === "chip-adoption") onlyMaker(scores, candidates, anchor, context);
    return merged(candidates, softmax(scores), context.names);
  });
  const together =
    roles.length > 1 ? pairTable(pairs, kind, candidates, tables, anchor, context) : new Map<number, number>();
  const { taken, odds } = bestTogether(candidates, tables, together, ownUse.has(kind));
  const chosen = new Map<string, Candidate>();
  taken.forEach((index, at) => {
    const candidate = candidates[index];
    if (candidate) chosen.set(roles[at]!, candidate);
  });
  return {
    roles: Object.fromEntries([...chosen].map(([role, { party }]) => [role, party])),
    chosen,
    confidence: odds,
    sure: roles.map((role, at) => ({ role, odds: tables[at]![taken[at]!]!, rival: rivalOf(tables[at]!, taken[at]!) })),
  };
}

/** The highest of the odds but those of one place. */
export function rivalOf(table: readonly number[], taken: number): number {
  let top = 0;
  for (let at = 0; at < table.length; at++) if (at !== taken && table[at]! > top) top = table[at]!;
  return top;
}

/** A family of chips that the registers know has one maker, whoever else is named: "from Nvidia's GPUs to Trainium". */
function onlyMaker(
  scores: number[],
  candidates: readonly (Candidate | null)[],
  { chip }: Anchor,
  { names }: Context,
): void {
  const maker = chip === null ? undefined : names.chipFamilies.get(chip);
  const made = candidates.map(
    (one) => one !== null && (one.party === maker || names.parties.get(one.party)?.parent === maker),
  );
  if (maker === undefined || !made.includes(true)) return;
  for (let at = 0; at < scores.length; at++) if (!made[at]) scores[at] = Number.NEGATIVE_INFINITY;
}

/** How many of the likeliest candidates of each role are looked at in pairs, and how much the pair weighs beside each by itself. */
const pairedMost = 4;
const pairShare = 0.4;

/** The odds of the pairs that the first two roles could be held by, by their places: first × count + second. */
function pairTable(
  pairs: Network,
  kind: ClaimKind,
  candidates: readonly (Candidate | null)[],
  tables: readonly (readonly number[])[],
  anchor: Anchor,
  context: Context,
): Map<number, number> {
  const [firsts, seconds] = tables.slice(0, 2).map((table) => likeliest(table));
  const keys: number[] = [];
  const scores: number[] = [];
  const condition = pairs.conditionOf.get(kind)!;
  for (const first of firsts!)
    for (const second of seconds!) {
      if (first > 0 && candidates[first]?.party === candidates[second]?.party && !ownUse.has(kind)) continue;
      features.length = 0;
      pairFeatures(candidates[first]!, candidates[second]!, anchor, context, features);
      sums.fill(0, 0, pairs.width);
      addVectors(pairs, features, sums);
      keys.push(first * candidates.length + second);
      scores.push(scoreOf(pairs, sums, 0, condition) * pairShare);
    }
  const odds = softmax(scores);
  return new Map(keys.map((key, at) => [key, odds[at]!]));
}

/** Places whose odds are not as good as nothing beside the best. */
function likeliest(table: readonly number[]): number[] {
  const ranked = [...table.keys()].sort((a, b) => table[b]! - table[a]!).slice(0, pairedMost);
  return ranked.filter((at) => table[at]! >= table[ranked[0]!]! * hardly);
}

/** So many times less likely than the best is as good as nothing. */
const hardly = 0.01;

/** The candidate of each role, no party twice, whose odds together are highest, and their share of all that was looked at. */
function bestTogether(
  candidates: readonly (Candidate | null)[],
  tables: readonly (readonly number[])[],
  together: ReadonlyMap<number, number>,
  twice: boolean,
): { taken: readonly number[]; odds: number } {
  const count = candidates.length;
  const taken = tables.map(() => 0);
  let best = [...taken];
  let top = -1;
  let sum = 0;
  const free = (at: number, index: number): boolean => {
    for (let other = 0; other < at; other++)
      if (candidates[taken[other]!]?.party === candidates[index]!.party) return false;
    return true;
  };
  const walk = (at: number, odds: number): void => {
    if (at === tables.length) {
      sum += odds;
      if (odds <= top) return;
      top = odds;
      best = [...taken];
      return;
    }
    const table = tables[at]!;
    for (let index = 0; index < count; index++) {
      const paired = at === 1 ? (together.get(taken[0]! * count + index) ?? 0) : 1;
      if (paired === 0 || (!twice && index > 0 && !free(at, index))) continue;
      taken[at] = index;
      walk(at + 1, odds * paired * table[index]!);
    }
  };
  walk(0, 1);
  return { taken: best, odds: sum > 0 ? top / sum : 0 };
}

/**
 * A party that comes up several times is as likely as all its mentions together; the likeliest of them speaks for it. A group and its unit are one
 * for this: whether AWS or Amazon is meant makes the claim no less sure.
 */
function merged(candidates: readonly (Candidate | null)[], odds: readonly number[], { parties }: NameIndex): number[] {
  const best = new Map<PartyId, number>();
  candidates.forEach((candidate, at) => {
    if (candidate && odds[at]! > (odds[best.get(candidate.party) ?? -1] ?? -1)) best.set(candidate.party, at);
  });
  const sums = odds.map(() => 0);
  candidates.forEach((candidate, at) => {
    const to = candidate ? best.get(candidate.party)! : at;
    sums[to] = sums[to]! + odds[at]!;
  });
  for (const [party, at] of best) {
    const group = parties.get(party)?.parent;
    const of = group ? best.get(group) : undefined;
    if (of === undefined) continue;
    const [stronger, weaker] = sums[at]! > sums[of]! ? [at, of] : [of, at];
    sums[stronger] = sums[stronger]! + sums[weaker]!;
    sums[weaker] = 0;
  }
  return sums;
}
