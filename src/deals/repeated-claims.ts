/** How much of a document was said before? Articles that copy one report are many documents and one source. */

import type { Claim } from "../model/claim.ts";
import type { DocumentId } from "../model/id.ts";

/** What of a document's claims stands in an earlier one. */
export interface Repeats {
  /** How many of its claims some earlier document makes too. */
  readonly claims: number;
  /** The document that makes most of them; of several the first. Null where nothing repeats. */
  readonly most: { readonly document: DocumentId; readonly claims: number; readonly wordForWord: number } | null;
}

/** Compares a document's claims with those of the documents before it, which come in their order. */
export function repeatsOf(claims: readonly Claim[], earlier: readonly Claim[]): Repeats {
  const said = Map.groupBy(earlier, sayingOf);
  const counts = new Map<DocumentId, { claims: number; wordForWord: number }>();
  let repeated = 0;
  for (const claim of claims) {
    const same = said.get(sayingOf(claim)) ?? [];
    if (same.length > 0) repeated++;
    for (const [document, there] of Map.groupBy(same, ({ document }) => document)) {
      const count = counts.get(document) ?? { claims: 0, wordForWord: 0 };
      const exact = there.some(({ quote }) => wordsOf(quote) === wordsOf(claim.quote));
      counts.set(document, { claims: count.claims + 1, wordForWord: count.wordForWord + (exact ? 1 : 0) });
    }
  }
  let most: Repeats["most"] = null;
  for (const [document, count] of counts) if (!most || count.claims > most.claims) most = { document, ...count };
  return { claims: repeated, most };
}

/** What is claimed, without who tells it, in which words, and how surely. A firmer status is news. */
function sayingOf({ kind, roles, amount, status, metric, chip }: Claim): string {
  const parties = Object.entries(roles).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([kind, parties, amount && [amount.min, amount.max, amount.unit], status, metric, chip]);
}

function wordsOf(quote: string): string {
  return quote.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
}
