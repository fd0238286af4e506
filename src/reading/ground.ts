/** Turns matches into claims: settles rivals, writes quotes, gives ids, folds repeats. A claim whose quote is not its text cannot exist. */

import type { Claim, ClaimKind, Period, Span, Terms } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import { claimId } from "../model/id.ts";
import type { Match } from "./match.ts";
import type { Mood } from "./mood.ts";
import type { Quantity } from "./quantities.ts";

export interface Draft {
  readonly match: Match;
  readonly mood: Mood;
  readonly period: Period | null;
  readonly span: Span;
  /** From its first mention to its last, whatever more the quote shows. */
  readonly core: Span;
  readonly terms: Terms | null;
  readonly saidBy: string | null;
  readonly origin: string | null;
  /** The money in which the text goes on here, for figures that name none. */
  readonly currency: string;
}

/** Of several readings of one figure in one sentence the best stays, unless they say different things of it. */
export function settleMatches(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => b.score - a.score || a.first - b.first);
  const kept: Match[] = [];
  for (const match of sorted) {
    if (kept.some((other) => rival(other, match))) continue;
    kept.push(match);
  }
  return kept.sort((a, b) => a.first - b.first || a.next - b.next);
}

function rival(a: Match, b: Match): boolean {
  if (a.quantity && a.quantity === b.quantity)
    return a.pattern.kind === b.pattern.kind && a.chip !== b.chip && a.group === b.group && a.noun === b.noun
      ? false
      : !(sameSite(a, b) && a.pattern.each !== undefined && differs(a, b));
  if (a.pattern.kind !== b.pattern.kind) return false;
  if (a.quantity && b.quantity) return false;
  // The same relation once with a figure and once without: the bare one is a repeat.
  return sameRoles(a, b) && (a.chip === b.chip || !b.chip);
}

function sameSite(a: Match, b: Match): boolean {
  return a.group === b.group && a.noun === b.noun && a.pattern === b.pattern;
}

function differs(a: Match, b: Match): boolean {
  return JSON.stringify(a.roles) !== JSON.stringify(b.roles);
}

function sameRoles(a: Match, b: Match): boolean {
  return Object.entries(b.roles).every(([role, party]) => a.roles[role] === undefined || a.roles[role] === party);
}

interface Grounded {
  claim: Claim;
  readonly also: Span[];
}

/** The claims of a document from its drafts, in the order of the text; repeats become `also` of the first. */
export function groundClaims(document: Document, drafts: readonly Draft[]): Claim[] {
  const claims: Grounded[] = [];
  // By kind and party, so that a document of ten thousand claims does not hold each against each.
  const alike = new Map<string, Grounded[]>();
  const withFigure = new Map<string, Grounded[]>();
  for (const draft of [...drafts].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    const claim = ground(document, draft);
    if (!claim) continue;
    const [key = ""] = partyKeys(claim);
    const first = alike.get(key + figureKey(claim))?.find((one) => repeats(one.claim, claim));
    if (first) {
      first.also.push(claim.span);
      if (claim.terms) first.claim = { ...first.claim, terms: { ...claim.terms, ...first.claim.terms } };
      continue;
    }
    const grounded = { claim, also: [] };
    claims.push(grounded);
    for (const each of partyKeys(claim)) {
      push(alike, each + figureKey(claim), grounded);
      if (claim.amount) push(withFigure, each, grounded);
    }
  }
  const bare = claims.filter((one, at) => {
    const { claim } = one;
    if (claim.amount !== null) return true;
    const [key = ""] = partyKeys(claim);
    const sum = sumOf(one, claims.slice(Math.max(0, at - nearby), at));
    if (sum) {
      sum.claim = { ...sum.claim, roles: { ...sum.claim.roles, ...claim.roles } };
      sum.also.push(claim.span, ...one.also);
      // Who is told now counts for what is told of both again.
      push(withFigure, key, sum);
      return false;
    }
    const full = withFigure.get(key)?.find((other) => covers(other.claim, claim));
    full?.also.push(claim.span, ...one.also);
    if (full && claim.terms) full.claim = { ...full.claim, terms: { ...claim.terms, ...full.claim.terms } };
    return full === undefined;
  });
  return withOwnIds(bare.map(({ claim, also }) => ({ ...claim, also })));
}

/** Who gives the money of a kind of claim, where a sentence of its own may tell it. */
const givers: Partial<Record<ClaimKind, readonly [giver: string, taker: string]>> = {
  investment: ["investor", "investee"],
  financing: ["lender", "borrower"],
};
/** How many claims, and characters, may lie between a sum and the sentence that tells whose it is. */
const nearby = 6;
const reach = 300;

/** "It raised €310 million. The round was led by Northgate": the sum, told just before by nobody's name, of which a claim without a figure tells who gave it. */
function sumOf({ claim }: Grounded, before: readonly Grounded[]): Grounded | undefined {
  const [giver, taker] = givers[claim.kind] ?? [];
  if (giver === undefined || taker === undefined || claim.roles[giver] === undefined) return undefined;
  return before.findLast(
    ({ claim: other }) =>
      other.kind === claim.kind &&
      other.amount !== null &&
      other.roles[giver] === undefined &&
      other.roles[taker] === claim.roles[taker] &&
      other.status === claim.status &&
      other.span[1] <= claim.span[0] &&
      claim.span[0] - other.span[1] < reach,
  );
}

/** What two claims of one relation share, for each party in a role of its own. */
function partyKeys({ kind, metric, roles }: Claim): string[] {
  return Object.entries(roles)
    .filter(([role]) => !role.includes("-"))
    .map(([role, party]) => `${kind} ${metric} ${role}=${party}`);
}

function figureKey({ status, chip, amount }: Claim): string {
  return ` ${status} ${chip} ${JSON.stringify(amount)}`;
}

function push(lists: Map<string, Grounded[]>, key: string, one: Grounded): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** "Both depend on X" makes two claims of the same words; the second of them takes its turn into its id. */
function withOwnIds(claims: readonly Claim[]): Claim[] {
  const turns = new Map<string, number>();
  return claims.map((claim) => {
    const turn = turns.get(claim.id) ?? 0;
    turns.set(claim.id, turn + 1);
    return turn === 0 ? claim : { ...claim, id: claimId([claim.id, turn]) };
  });
}

function ground(document: Document, draft: Draft): Claim | null {
  const { match, mood, span } = draft;
  const quote = document.text.slice(span[0], span[1]);
  if (quote === "") return null;
  const { pattern, quantity } = match;
  const amount = quantity
    ? {
        min: quantity.min,
        max: quantity.max,
        unit: unitFor(pattern.kind, quantity, pattern.metric, draft.currency),
        approximate: quantity.approximate,
      }
    : null;
  const chip = pattern.kind === "chip-supply" || pattern.kind === "chip-adoption" ? match.chip : null;
  const metric = pattern.metric ?? null;
  const id = claimId([
    document.id,
    pattern.kind,
    draft.core[0],
    draft.core[1],
    quantity ? quantity.first : null,
    amount ? `${amount.min}..${amount.max} ${amount.unit}` : null,
    chip,
    metric,
    mood.status,
  ]);
  return {
    id,
    document: document.id,
    kind: pattern.kind,
    roles: match.roles,
    amount,
    comparator: quantity?.comparator ?? null,
    status: mood.status,
    period: draft.period,
    chip,
    metric,
    conditional: mood.conditional,
    hedged: mood.hedged,
    saidBy: draft.saidBy,
    origin: draft.origin,
    terms: draft.terms,
    checks: [],
    quote,
    span,
    also: [],
  };
}

/** A bare number takes the unit that its kind of claim has: "revenue was 407 million". */
function unitFor(kind: ClaimKind, quantity: Quantity, metric: string | undefined, currency: string): string {
  if (quantity.type === "people" && metric === "users") return "users";
  if (quantity.type !== "count") return quantity.unit;
  if (metric === "users") return "users";
  if (metric === "headcount") return "people";
  if (kind === "right") return "shares";
  if (kind === "chip-supply" || kind === "chip-adoption")
    return (quantity.max ?? quantity.min ?? 0) >= 2e7 ? currency : "chips";
  if (kind === "stake" || kind === "dependence" || metric === "market-share") return "share";
  return currency;
}

/** Whether the second says no more than the first, whose kind, status, chip and figure it shares. */
function repeats(a: Claim, b: Claim): boolean {
  return sameParties(a, b) && samePeriod(a.period, b.period);
}

function samePeriod(a: Period | null, b: Period | null): boolean {
  return a === null || b === null || (a.start === b.start && a.end === b.end);
}

function sameParties(a: Claim, b: Claim): boolean {
  return (
    Object.entries(b.roles).every(([role, party]) => a.roles[role] === party || role.includes("-")) &&
    Object.entries(a.roles).every(([role, party]) => b.roles[role] === party || b.roles[role] === undefined)
  );
}

/** A mention without a figure of a relation that has one elsewhere is a repeat; both share their kind and metric. */
function covers(full: Claim, bare: Claim): boolean {
  if (bare.kind === "right") return false;
  if (bare.chip !== null && bare.chip !== full.chip) return false;
  if (!Object.entries(bare.roles).every(([role, party]) => full.roles[role] === party)) return false;
  if (Object.keys(bare.roles).length < 2 && bare.kind !== "ipo") return false;
  return (
    bare.status === full.status || !(bare.status === "ended" || bare.status === "denied" || full.status === "ended")
  );
}
