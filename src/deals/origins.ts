/** Who reported it first? Five articles that repeat one report are five documents and one origin. */

import type { Testimony } from "../model/deal.ts";

/** The origins that documents name, each once. */
export function originsOf(testimonies: readonly Testimony[]): string[] {
  return [...new Set(testimonies.flatMap(({ claim }) => claim.origin ?? []))].sort();
}

/** Testimonies that stand on their own: of those that repeat one another nearly word for word only the first, of those that name one origin one. */
export function independent(testimonies: readonly Testimony[]): Testimony[] {
  const kept: { testimony: Testimony; words: ReadonlySet<string> }[] = [];
  const origins = new Set<string>();
  const documents = new Set<string>();
  for (const testimony of testimonies) {
    const { quote, origin, document } = testimony.claim;
    if (documents.has(document)) continue;
    documents.add(document);
    const words = wordsOf(quote);
    if (origin !== null && origins.has(origin)) continue;
    if (kept.some((other) => alike(words, other.words))) continue;
    if (origin !== null) origins.add(origin);
    kept.push({ testimony, words });
  }
  return kept.map(({ testimony }) => testimony);
}

/** A near repeat shares four words of five. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared >= 0.8 * Math.max(one.size, other.size);
}

function wordsOf(quote: string): ReadonlySet<string> {
  return new Set(quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
