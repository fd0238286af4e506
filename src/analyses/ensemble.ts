/**
 * How sure is an answer about a network some of whose amounts are unknown?
 *
 * Formula: the question is put to every completion of the amounts (see completions); each figure of the answers has a spread.
 * Assumes: what completions assumes; draws weigh alike.
 * Not for: a bound: the worst completion may be worse than the worst of those drawn.
 * Shapes: `draws` answers of the same figures; figures × draws numbers are kept.
 * Source: as for completions.
 */

import { type Spread, spread } from "../numeric/spread.ts";
import { completion, type OpenAmounts, type TypicalAmount } from "./completions.ts";

export interface EnsembleOptions {
  readonly draws: number;
  readonly seed: number;
  /** Told after each draw. */
  readonly tell?: (done: number, total: number) => void;
}

export interface Ensemble {
  readonly figures: readonly Spread[];
  /** The largest part by which a known total was missed in any draw. */
  readonly mismatch: number;
}

/** Puts the question to every completion; it gives the same number of figures each time. */
export function ensemble(
  open: OpenAmounts,
  typical: TypicalAmount,
  question: (amount: Float64Array) => Float64Array,
  { draws, seed, tell }: EnsembleOptions,
): Ensemble {
  let columns: Float64Array[] = [];
  let mismatch = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = completion(open, typical, seed, draw);
    const answer = question(drawn.amount);
    if (draw === 0) columns = Array.from(answer, () => new Float64Array(draws));
    for (let figure = 0; figure < answer.length; figure++) columns[figure]![draw] = answer[figure]!;
    mismatch = Math.max(mismatch, drawn.mismatch);
    tell?.(draw + 1, draws);
  }
  return { figures: columns.map(spread), mismatch };
}
