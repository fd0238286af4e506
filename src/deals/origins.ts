/** Who reported it first? Five articles that repeat one report are five documents and one origin. */

import type { Testimony } from "../model/deal.ts";

/** The origins that documents name, each once. */
export function originsOf(testimonies: readonly Testimony[]): string[] {
  return [...new Set(testimonies.flatMap(({ claim }) => claim.origin ?? []))].sort();
}

/**
 * Testimonies that stand on their own: filings and parties' own words each, one for each origin that is named, and of the rest those that do not repeat an
 * earlier one nearly word for word. Where an origin is named, who names none is taken to repeat it.
 */
export function independent(testimonies: readonly Testimony[]): Testimony[] {
  const [first] = testimonies;
  if (testimonies.every(({ claim }) => claim.document === first!.claim.document)) return testimonies.slice(0, 1);
  const named = testimonies.some(({ claim }) => claim.origin !== null);
  const kept: Testimony[] = [];
  const words = new Map<string, ReadonlySet<string>>();
  const repeats = (quote: string): boolean =>
    kept.some(
      ({ claim }) =>
        claim.quote === quote ||
        (near(claim.quote, quote) && alike(wordsOf(claim.quote, words), wordsOf(quote, words))),
    );
  const origins = new Set<string>();
  const documents = new Set<string>();
  for (const testimony of testimonies) {
    const { quote, origin, document } = testimony.claim;
    if (documents.has(document) || (origin !== null && origins.has(origin))) continue;
    if (origin === null && named && testimony.tier > 2) continue;
    if (testimony.tier > 2 && repeats(quote)) continue;
    documents.add(document);
    if (origin !== null) origins.add(origin);
    kept.push(testimony);
  }
  return kept;
}

/** A near repeat shares four words of five. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared >= 0.8 * Math.max(one.size, other.size);
}

/** Quotes of which one is half as long again cannot share four words of five. */
function near(one: string, other: string): boolean {
  return one.length < 1.5 * other.length && other.length < 1.5 * one.length;
}

function wordsOf(quote: string, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  let words = known.get(quote);
  if (words === undefined) {
    words = new Set(quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    known.set(quote, words);
  }
  return words;
}
