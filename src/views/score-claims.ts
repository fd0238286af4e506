/**
 * How well do claims that were read agree with those expected? The rule at the end of docs/model.md.
 *
 * Two claims match when kind, chip and metric are equal, every expected role is filled by the same party, and the amounts
 * agree (no amount on both sides; or one unit, and each bound within 0.5 % or open on both). One expected claim matches at
 * most one other; of the largest pairings the one with most right statuses, then periods, then overlapping quotes counts.
 */

import type { Claim, ClaimKind, Period } from "../model/claim.ts";
import { claimKinds } from "../model/claim.ts";
import { bestPairs, type Edge } from "./best-pairs.ts";
import { sameParty } from "./same-party.ts";

/** A claim as a gold file gives it. */
export type ExpectedClaim = Pick<
  Claim,
  "kind" | "roles" | "amount" | "status" | "period" | "chip" | "metric" | "quote" | "span"
>;

/** A text whose claims are known. */
export interface GoldDocument {
  readonly name: string;
  readonly style: string | null;
  readonly text: string;
  readonly claims: readonly ExpectedClaim[];
  /** Borderline readings, on which careful annotators differ. */
  readonly optional: readonly ExpectedClaim[];
  readonly aliases: Readonly<Record<string, string>>;
}

/** Counts from which all shares follow. */
export interface Tally {
  readonly expected: number;
  readonly produced: number;
  readonly matched: number;
  readonly statusRight: number;
  readonly quoteRight: number;
  readonly periodExpected: number;
  readonly periodRight: number;
}

export interface DocumentScore {
  readonly name: string;
  readonly style: string | null;
  readonly total: Tally;
  readonly kinds: ReadonlyMap<ClaimKind, Tally>;
  readonly missed: readonly ExpectedClaim[];
  readonly spurious: readonly ExpectedClaim[];
  /** Claims whose quote is not the text at their span: one of them makes the whole run invalid. */
  readonly ungrounded: readonly ExpectedClaim[];
}

/** Scores one document. `lenient`: a claim that is left over and matches an optional reading is not counted. */
export function scoreDocument(gold: GoldDocument, produced: readonly ExpectedClaim[], lenient: boolean): DocumentScore {
  const pairs = matchClaims(gold.claims, produced, gold.aliases);
  const matched = new Set(pairs.map(([, other]) => other));
  const left = produced.filter((claim) => !matched.has(claim));
  const excused = new Set(lenient ? matchClaims(gold.optional, left, gold.aliases).map(([, other]) => other) : []);
  const counted = produced.filter((claim) => !excused.has(claim));
  const found = new Set(pairs.map(([expected]) => expected));

  const tallyOf = (wanted: (claim: ExpectedClaim) => boolean): Tally =>
    tally(
      gold.claims.filter(wanted).length,
      counted.filter(wanted).length,
      pairs.filter(([expected]) => wanted(expected)),
    );
  const present = claimKinds.filter((kind) => [...gold.claims, ...counted].some((claim) => claim.kind === kind));
  return {
    name: gold.name,
    style: gold.style,
    total: tallyOf(() => true),
    kinds: new Map(present.map((kind) => [kind, tallyOf((claim) => claim.kind === kind)])),
    missed: gold.claims.filter((claim) => !found.has(claim)),
    spurious: left.filter((claim) => !excused.has(claim)),
    ungrounded: produced.filter(({ quote, span }) => quote === "" || gold.text.slice(...span) !== quote),
  };
}

type Pair = readonly [expected: ExpectedClaim, produced: ExpectedClaim];

function matchClaims(
  expected: readonly ExpectedClaim[],
  produced: readonly ExpectedClaim[],
  aliases: GoldDocument["aliases"],
): Pair[] {
  const edges = expected.map((one) =>
    produced.flatMap((other, column): Edge[] =>
      claimsMatch(one, other, aliases) ? [{ column, weight: agreement(one, other) }] : [],
    ),
  );
  return bestPairs(edges, produced.length).flatMap((column, row): Pair[] =>
    column < 0 ? [] : [[expected[row]!, produced[column]!]],
  );
}

/** Whether a claim is the expected one; status, period and quote play no part. */
export function claimsMatch(expected: ExpectedClaim, other: ExpectedClaim, aliases: GoldDocument["aliases"]): boolean {
  return (
    expected.kind === other.kind &&
    kebab(expected.chip) === kebab(other.chip) &&
    kebab(expected.metric) === kebab(other.metric) &&
    Object.entries(expected.roles).every(([role, party]) => sameParty(party, other.roles[role], aliases)) &&
    amountsAgree(expected, other)
  );
}

function amountsAgree(expected: ExpectedClaim, other: ExpectedClaim): boolean {
  const [one, two] = [boundsOf(expected), boundsOf(other)];
  if (one === null || two === null) return one === two;
  return unitOf(expected) === unitOf(other) && isNear(one.min, two.min) && isNear(one.max, two.max);
}

function boundsOf({ amount }: ExpectedClaim): { min: number | null; max: number | null } | null {
  return amount === null || (amount.min === null && amount.max === null) ? null : amount;
}

/** Users and staff may be counted in any unit. */
function unitOf({ metric, amount }: ExpectedClaim): string {
  return metric === "users" || metric === "headcount" ? "count" : amount!.unit.toLowerCase();
}

function isNear(expected: number | null, other: number | null): boolean {
  if (expected === null || other === null) return expected === other;
  // Half a per cent forgives rounding; the second term forgives binary fractions of shares.
  return Math.abs(expected - other) <= 0.005 * Math.abs(expected) + 1e-12;
}

/** What a pair is worth: the match first, then its status, its period, the overlap of its quotes. */
function agreement(expected: ExpectedClaim, other: ExpectedClaim): number {
  const status = expected.status === other.status ? 1e4 : 0;
  const period = expected.period !== null && samePeriod(expected.period, other.period) ? 10 : 0;
  return 1e7 + status + period + overlap(expected, other);
}

function samePeriod(one: Period | null, other: Period | null): boolean {
  if (one === null || other === null) return one === other;
  return one.start === other.start && one.end === other.end && one.years === other.years;
}

function shared({ span: one }: ExpectedClaim, { span: other }: ExpectedClaim): number {
  return Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
}

/** Shared part of both quotes together, 0 to 1. */
function overlap(one: ExpectedClaim, other: ExpectedClaim): number {
  const union = Math.max(one.span[1], other.span[1]) - Math.min(one.span[0], other.span[0]);
  return Math.max(0, shared(one, other)) / union;
}

/** The right place: half of the shorter quote is shared, and the quote is not padded. */
function quoteFits(expected: ExpectedClaim, other: ExpectedClaim): boolean {
  const [long, length] = [expected.span[1] - expected.span[0], other.span[1] - other.span[0]];
  // Thrice the expected quote, or 400 units, is still one sentence.
  return shared(expected, other) >= 0.5 * Math.min(long, length) && length <= Math.max(3 * long, 400);
}

function tally(expected: number, produced: number, pairs: readonly Pair[]): Tally {
  const dated = pairs.filter(([one]) => one.period !== null);
  return {
    expected,
    produced,
    matched: pairs.length,
    statusRight: pairs.filter(([one, other]) => one.status === other.status).length,
    quoteRight: pairs.filter(([one, other]) => quoteFits(one, other)).length,
    periodExpected: dated.length,
    periodRight: dated.filter(([one, other]) => samePeriod(one.period, other.period)).length,
  };
}

function kebab(text: string | null): string {
  return (text ?? "")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
