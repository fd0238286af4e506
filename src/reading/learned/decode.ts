/** From anchors to claims' bodies: which kind, which party in which role, by patterns and weights together. */

import { type ClaimKind, type Metric, metrics, type Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { AnalysedSentence } from "../analyse.ts";
import type { Match } from "../match.ts";
import type { NameJudge } from "../mentions.ts";
import type { CompiledPattern } from "../pattern.ts";
import type { Anchor } from "./anchors.ts";
import { type Candidate, type Context, candidatesAt } from "./context.ts";
import { kindFeatures } from "./kind-features.ts";
import { classifier, type PackedModel, ranker, softmax } from "./linear.ts";
import { roleFeatures } from "./role-features.ts";
import { governing } from "./surroundings.ts";

export interface ReaderWeights {
  /** Which capitalised names are organisations. */
  readonly names: PackedModel;
  readonly kinds: PackedModel;
  readonly roles: PackedModel;
  readonly statuses: PackedModel;
}

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

/** A claim's body as the weights see it. */
export interface Decoded {
  readonly match: Match;
  readonly anchor: Anchor;
  /** How sure the reading is, 0 to 1: the kind's odds times those of its parties. */
  readonly confidence: number;
}

/** Tells organisations from other names. */
export function nameJudge(weights: PackedModel): NameJudge {
  const classify = classifier(weights);
  return (features) => classify(features).find(({ label }) => label === "organisation")?.probability ?? 0;
}

export type Decoder = (sentence: AnalysedSentence) => Decoded[];

/** Kinds whose claims need both parties, and those that live with one. */
const bothNeeded: ReadonlySet<string> = new Set(["dependence", "chip-adoption"]);
/** What a party from outside the sentence counts where the sentence names two of its own. */
const distantShare = 0.1;
const leastFigure = 0.5;
const leastWord = 0.5;

export function decoder(weights: ReaderWeights): Decoder {
  const kinds = classifier(weights.kinds);
  const rank = ranker(weights.roles);
  return ({ context, anchors }) => {
    const decoded: Decoded[] = [];
    for (const anchor of anchors) {
      const sure = anchor.matches.find((match) => match.pattern.sure);
      const best = kinds(kindFeatures(anchor, context))[0]!;
      if (sure && splitLabel(best.label)[0] !== sure.pattern.kind) {
        decoded.push({ match: sure, anchor, confidence: 1 });
        continue;
      }
      if (best.label === "none") continue;
      const [kind, metric] = splitLabel(best.label);
      const filled = fillRoles(kind, anchor, context, rank);
      const confidence = best.probability * Math.sqrt(filled.confidence);
      if (!enough(kind, filled.roles) || confidence < (anchor.quantity ? leastFigure : leastWord)) continue;
      for (const roles of spread(kind, filled, context))
        decoded.push({ match: matchOf(kind, metric, roles, filled, anchor, context), anchor, confidence });
    }
    return inOrder(decoded, context);
  };
}

/** "A and B will invest 5 and 10 respectively": the nth figure belongs to the nth party of the list before it. */
function inOrder(decoded: readonly Decoded[], { parsed }: Context): Decoded[] {
  if (!parsed.tokens.some((token) => token.lower === "respectively")) return [...decoded];
  return decoded.map((one) => {
    const { match } = one;
    const siblings = decoded.filter(
      (other) => other.match.pattern.kind === match.pattern.kind && other.match.quantity?.type === match.quantity?.type,
    );
    const list = listOf(parsed, siblings.length);
    if (match.quantity === null || siblings.length < 2 || list === null) return one;
    const role = Object.keys(match.roles).find((name) => list.includes(match.roles[name]!));
    if (role === undefined) return one;
    const nth = siblings.filter((other) => other.match.quantity!.first < match.quantity!.first).length;
    return { ...one, match: { ...match, roles: { ...match.roles, [role]: list[nth]! } } };
  });
}

/** The first run of as many parties named together; null where there is none. */
function listOf(parsed: Context["parsed"], length: number): PartyId[] | null {
  const { mentions } = parsed;
  for (let at = 0; at + length <= mentions.length; at++) {
    const run = mentions.slice(at, at + length);
    if (run.every((one, nth) => nth === 0 || joined(parsed, run[nth - 1]!, one))) return run.map((one) => one.party);
  }
  return null;
}

export function splitLabel(label: string): [ClaimKind, Metric | null] {
  const [kind, metric] = label.split(":");
  return [kind as ClaimKind, metrics.find((one) => one === metric) ?? null];
}

interface Filled {
  readonly roles: Readonly<Record<string, PartyId>>;
  readonly chosen: ReadonlyMap<string, Candidate>;
  readonly confidence: number;
}

/** The best assignment of parties to the kind's roles in which no party holds two. */
function fillRoles(
  kind: ClaimKind,
  anchor: Anchor,
  context: Context,
  rank: (features: readonly string[]) => number,
): Filled {
  const roles = rolesOf[kind];
  const candidates: (Candidate | null)[] = [null, ...candidatesAt(anchor, context)];
  // A sentence that names two parties speaks of them before anybody else.
  const named = new Set(candidates.filter((one) => one?.mention?.via === "name").map((one) => one!.party)).size;
  const distant = named >= 2 && roles.length >= 2 ? distantShare : 1;
  const tables = roles.map((role) =>
    merged(
      candidates,
      softmax(
        Float64Array.from(candidates, (candidate) => {
          const score = rank(roleFeatures(kind, role, candidate, anchor, context));
          return candidate && candidate.mention === null ? score + Math.log(distant) : score;
        }),
      ),
    ),
  );
  let best: number[] = [];
  let top = -1;
  const walk = (at: number, taken: number[], odds: number): void => {
    if (odds <= top) return;
    if (at === roles.length) {
      top = odds;
      best = [...taken];
      return;
    }
    for (let index = 0; index < candidates.length; index++) {
      if (index > 0 && taken.some((other) => candidates[other]?.party === candidates[index]!.party)) continue;
      walk(at + 1, [...taken, index], odds * tables[at]![index]!);
    }
  };
  walk(0, [], 1);
  const chosen = new Map<string, Candidate>();
  best.forEach((index, at) => {
    const candidate = candidates[index];
    if (candidate) chosen.set(roles[at]!, candidate);
  });
  completeByPattern(kind, anchor, candidates, chosen);
  return {
    roles: Object.fromEntries([...chosen].map(([role, { party }]) => [role, party])),
    chosen,
    confidence: Math.max(0, top),
  };
}

/** A role that the weights leave open is filled by the pattern that fits, with a party that the sentence names and no other role has. */
function completeByPattern(
  kind: ClaimKind,
  anchor: Anchor,
  candidates: readonly (Candidate | null)[],
  chosen: Map<string, Candidate>,
): void {
  const match = anchor.matches.find((one) => one.pattern.kind === kind);
  if (!match) return;
  for (const role of rolesOf[kind]) {
    const party = match.roles[role];
    if (party === undefined || chosen.has(role) || [...chosen.values()].some((one) => one.party === party)) continue;
    const named = candidates.find((one) => one?.party === party && one.mention?.via === "name");
    if (named) chosen.set(role, named);
  }
}

/** A party that comes up several times is as likely as all its mentions together; the likeliest of them speaks for it. */
function merged(candidates: readonly (Candidate | null)[], odds: Float64Array): Float64Array {
  const best = new Map<PartyId, number>();
  candidates.forEach((candidate, at) => {
    if (candidate && odds[at]! > (odds[best.get(candidate.party) ?? -1] ?? -1)) best.set(candidate.party, at);
  });
  const sums = new Float64Array(odds.length);
  candidates.forEach((candidate, at) => {
    const to = candidate ? best.get(candidate.party)! : at;
    sums[to] = sums[to]! + odds[at]!;
  });
  return sums;
}

function enough(kind: ClaimKind, roles: Readonly<Record<string, PartyId>>): boolean {
  const count = Object.keys(roles).length;
  return bothNeeded.has(kind) ? count === 2 : count > 0;
}

const eachOf: Readonly<Record<string, string>> = {
  "chip-adoption": "user",
  dependence: "dependent",
  "chip-supply": "customer",
  "compute-contract": "customer",
};

/** Of several investors, lenders or holders the first fills the role; those named with it follow as `investor-2`, `investor-3`. */
const followOf: Readonly<Record<string, string>> = {
  investment: "investor",
  financing: "lender",
  acquisition: "acquirer",
};

function followers(
  parsed: Context["parsed"],
  role: string,
  leader: { first: number; next: number },
  taken: Readonly<Record<string, PartyId>>,
): Record<string, PartyId> {
  const more: Record<string, PartyId> = {};
  let last = leader;
  let nth = 2;
  for (const mention of parsed.mentions) {
    if (mention.first < last.next || !joined(parsed, last, mention) || Object.values(taken).includes(mention.party))
      continue;
    more[`${role}-${nth++}`] = mention.party;
    last = mention;
  }
  return more;
}

/** "Both firms depend on X": parties named together in a role that each holds alone make a claim each. */
function spread(kind: ClaimKind, filled: Filled, { parsed }: Context): Readonly<Record<string, PartyId>>[] {
  const roles = [filled.roles];
  const follow = followOf[kind];
  const leader = follow ? filled.chosen.get(follow)?.mention : null;
  if (follow && leader) roles[0] = { ...filled.roles, ...followers(parsed, follow, leader, filled.roles) };
  for (const role of [eachOf[kind], kind === "dependence" ? "supplier" : undefined]) {
    const mention = role ? filled.chosen.get(role)?.mention : null;
    if (!role || !mention) continue;
    for (const other of parsed.mentions) {
      if (other.party === mention.party || Object.values(filled.roles).includes(other.party)) continue;
      if (other.first === mention.first || joined(parsed, mention, other))
        roles.push({ ...filled.roles, [role]: other.party });
    }
  }
  return roles;
}

function joined(
  parsed: Context["parsed"],
  a: { first: number; next: number },
  b: { first: number; next: number },
): boolean {
  const [left, right] = a.first < b.first ? [a, b] : [b, a];
  if (right.first - left.next < 1 || right.first - left.next > 2) return false;
  for (let at = left.next; at < right.first; at++) if (!/^(?:,|and|&)$/.test(parsed.tokens[at]!.lower)) return false;
  return true;
}

const plainStatus: Readonly<Record<ClaimKind, Status>> = {
  investment: "completed",
  stake: "completed",
  valuation: "completed",
  "secondary-sale": "completed",
  "compute-contract": "signed",
  "chip-supply": "signed",
  "chip-adoption": "completed",
  commitment: "signed",
  financing: "completed",
  right: "signed",
  ipo: "talks",
  acquisition: "completed",
  metric: "completed",
  dependence: "completed",
};

/** The body of a claim of this kind at an anchor, its parties still open: what training needs to know of it. */
export function bodyAt(kind: ClaimKind, metric: Metric | null, anchor: Anchor, context: Context): Match {
  return matchOf(kind, metric, {}, { roles: {}, chosen: new Map(), confidence: 1 }, anchor, context);
}

/** The decoded body in the form that patterns give, so that mood, period and quote follow one path. */
function matchOf(
  kind: ClaimKind,
  metric: Metric | null,
  roles: Readonly<Record<string, PartyId>>,
  filled: Filled,
  anchor: Anchor,
  context: Context,
): Match {
  const { parsed } = context;
  const same = anchor.matches.find((match) => match.pattern.kind === kind && (match.pattern.metric ?? null) === metric);
  const group = same ? same.group : governing(parsed, anchor);
  const ends: [number, number][] = [[anchor.first, anchor.next]];
  for (const { mention } of filled.chosen.values())
    if (mention && Math.abs(mention.first - anchor.first) < 45) ends.push([mention.first, mention.next]);
  if (group && Math.abs(group.first - anchor.first) < 20) ends.push([group.first, group.next]);
  const first = Math.min(...ends.map(([from]) => from));
  const next = Math.max(...ends.map(([, to]) => to));
  const pattern: CompiledPattern = same?.pattern ?? bare(kind, metric);
  const clause: [number, number] = [
    Math.min(first, same?.clause[0] ?? first),
    Math.max(next, same?.clause[1] ?? Math.min(parsed.tokens.length, next + 8)),
  ];
  const chip = kind === "chip-supply" || kind === "chip-adoption" ? anchor.chip : null;
  return {
    pattern,
    roles,
    quantity: anchor.quantity,
    chip,
    group,
    noun: same?.noun ?? null,
    first,
    next,
    clause,
    score: 0,
  };
}

function bare(kind: ClaimKind, metric: Metric | null): CompiledPattern {
  return {
    name: "learned",
    kind,
    roles: {},
    amount: "none",
    status: plainStatus[kind],
    ...(metric ? { metric } : {}),
    example: "",
    reads: "",
    places: [],
    types: [],
    figureOptional: true,
    figurePlaces: null,
  };
}
