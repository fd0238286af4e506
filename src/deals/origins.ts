/** Who reported it first? Five articles that repeat one report are five documents and one origin. */

import type { Claim } from "../model/claim.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import type { ClaimId } from "../model/id.ts";
import { membership } from "./short-lists.ts";

/** The origins that documents name, each once. */
export function originsOf(testimonies: readonly Testimony[]): readonly string[] {
  if (testimonies.every(({ claim }) => claim.origin === null)) return nobody;
  return [...new Set(testimonies.flatMap(({ claim }) => claim.origin ?? []))].sort();
}

const nobody: readonly string[] = [];

/** How many of a deal's sources repeat neither one another nor one origin. Worked out where it is shown: comparing quotes takes longer than settling them. */
export function independentSources({ claims }: Deal, testimonies: ReadonlyMap<ClaimId, Testimony>): number {
  return independent(claims.flatMap((id) => testimonies.get(id) ?? [])).length;
}

/**
 * Testimonies that stand on their own: filings and parties' own words each, one for each origin that is named, and of the rest those that do not repeat an
 * earlier one nearly word for word. Where an origin is named, who names none is taken to repeat it.
 */
function independent(testimonies: readonly Testimony[]): readonly Testimony[] {
  const [first] = testimonies;
  if (testimonies.every(({ claim }) => claim.document === first!.claim.document)) return testimonies.slice(0, 1);
  const named = testimonies.some(({ claim }) => claim.origin !== null);
  const kept: Testimony[] = [];
  const words = new Map<string, readonly string[]>();
  for (const testimony of testimonies) {
    const { claim, tier } = testimony;
    if (claim.origin === null && named && tier > 2) continue;
    if (kept.some((other) => isSameSource(other.claim, claim))) continue;
    if (tier > 2 && kept.some((other) => repeats(claim.quote, other.claim.quote, words))) continue;
    kept.push(testimony);
  }
  return kept;
}

function isSameSource(one: Claim, other: Claim): boolean {
  return one.document === other.document || (one.origin !== null && one.origin === other.origin);
}

function repeats(quote: string, earlier: string, words: Map<string, readonly string[]>): boolean {
  return quote === earlier || (near(earlier, quote) && alike(wordsOf(earlier, words), wordsOf(quote, words)));
}

/** A near repeat shares four words of five, each counted once. */
function alike(one: readonly string[], other: readonly string[]): boolean {
  const isShared = membership(other);
  const missing: string[] = [];
  for (const word of one) {
    if (isShared(word) || missing.includes(word)) continue;
    missing.push(word);
    // More than one of five: most sentences differ by so much from their first words on.
    if (missing.length * 5 > one.length) return false;
  }
  const [size, otherSize] = [new Set(one).size, new Set(other).size];
  return size - missing.length >= 0.8 * Math.max(size, otherSize);
}

/** Quotes of which one is half as long again cannot share four words of five. */
function near(one: string, other: string): boolean {
  return one.length < 1.5 * other.length && other.length < 1.5 * one.length;
}

function wordsOf(quote: string, known: Map<string, readonly string[]>): readonly string[] {
  let words = known.get(quote);
  if (words === undefined) {
    words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    known.set(quote, words);
  }
  return words;
}
