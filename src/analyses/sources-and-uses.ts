/**
 * Where does the money for a plan come from, where does it go, and how much is missing?
 *
 * Formula: gap = Σ uses − Σ sources; with ranges [Σ low uses − Σ high sources, Σ high uses − Σ low sources]. Funding gap: its part above zero; surplus: below.
 * Assumes: one currency, one firmness and one window of time for all lines.
 * Not for: totals over several deals beside their parts; credits in kind, which are no cash.
 * Shapes: ranges of sources and of uses; an open end is infinite.
 * Errors: none.
 * Source: the sources and uses of funds table of a financing memorandum; SEC Regulation S-K, Item 504 (use of proceeds).
 */

import { difference, type Interval, positivePart, sumOfIntervals } from "../numeric/interval.ts";

export interface SourcesAndUses {
  readonly sources: Interval;
  readonly uses: Interval;
  readonly fundingGap: Interval;
  readonly surplus: Interval;
  /** Whether both sides are equal: for certain, possibly, or not at all. */
  readonly balanced: "yes" | "possible" | "no";
}

export function sourcesAndUses(sources: readonly Interval[], uses: readonly Interval[]): SourcesAndUses {
  const from = sumOfIntervals(sources);
  const to = sumOfIntervals(uses);
  const gap = difference(to, from);
  const within = gap.low <= 0 && gap.high >= 0;
  return {
    sources: from,
    uses: to,
    fundingGap: positivePart(gap),
    surplus: positivePart(difference(from, to)),
    balanced: !within ? "no" : gap.low === gap.high ? "yes" : "possible",
  };
}
