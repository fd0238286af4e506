/**
 * How far do two groupings of the same claims agree, pair by pair?
 *
 *   precision = pairs together in both / pairs together as settled,  recall = pairs together in both / pairs together in truth,  F1 their harmonic mean.
 *
 * Counted from each claim: how many others stand with it in both, as settled, in truth. Every pair is counted from its two ends, which leaves the shares as they
 * are and lets them be told by sort of claim too. A grouping without any pair has a precision of 1: it says nothing that is wrong.
 */

export interface Tally {
  claims: number;
  both: number;
  settled: number;
  truth: number;
}

export interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Pairing {
  readonly total: Tally;
  readonly byLabel: ReadonlyMap<string, Tally>;
}

/** `settled[i]` and `truth[i]` name the groups of claim i; `labels[i]` the sorts under which it is counted. */
export function pairwise(
  settled: readonly number[],
  truth: readonly number[],
  labels: readonly (readonly string[])[] = [],
): Pairing {
  const settledSizes = new Map<number, number>();
  const truthSizes = new Map<number, number>();
  const bothSizes = new Map<string, number>();
  for (const [index, group] of settled.entries()) {
    add(settledSizes, group);
    add(truthSizes, truth[index]!);
    add(bothSizes, `${group} ${truth[index]}`);
  }
  const total = emptyTally();
  const byLabel = new Map<string, Tally>();
  for (const [index, group] of settled.entries()) {
    const tallies = [total, ...(labels[index] ?? []).map((label) => tallyOf(byLabel, label))];
    for (const tally of tallies) {
      tally.claims++;
      tally.both += bothSizes.get(`${group} ${truth[index]}`)! - 1;
      tally.settled += settledSizes.get(group)! - 1;
      tally.truth += truthSizes.get(truth[index]!)! - 1;
    }
  }
  return { total, byLabel };
}

export function sharesOf({ both, settled, truth }: Tally): Shares {
  const precision = settled === 0 ? 1 : both / settled;
  const recall = truth === 0 ? 1 : both / truth;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function tallyOf(tallies: Map<string, Tally>, label: string): Tally {
  const known = tallies.get(label);
  if (known) return known;
  const fresh = emptyTally();
  tallies.set(label, fresh);
  return fresh;
}

function emptyTally(): Tally {
  return { claims: 0, both: 0, settled: 0, truth: 0 };
}

function add<Key>(sizes: Map<Key, number>, key: Key): void {
  sizes.set(key, (sizes.get(key) ?? 0) + 1);
}
