/**
 * How much of a total falls into each period, when it runs evenly, by the day, in steps or along a ramp?
 *
 * Formula: placed to date C_k = round(total · (w_1 + … + w_k) / (w_1 + … + w_n)), half to even; piece k = C_k − C_{k−1}.
 *   Evenly w = 1; by the day w = days served in the period; a ramp from rate a to rate b over n periods w_k = 2n·a + (b − a)(2k − 1),
 *   the mean rate of period k times 2n.
 * Assumes: a total in its smallest unit; a term [start, end) whose last day is not served.
 * Not for: a total whose term is not stated, unless the schedule is marked as an assumption; usage above a minimum.
 * Shapes: n periods. Exact integers of any size; the rounding is of the running sum, never of a piece, so that pieces always add to the total.
 * Errors: weights below zero, or none above zero, are refused, as is a term that ends before it starts.
 * Source: FASB ASC 606-10-25-31 to 37 (progress over time) and 606-10-50-13 (what remains to be recognised).
 */

/** The pieces of a total in proportion to weights. */
export function weightedPieces(total: bigint, weights: readonly bigint[]): bigint[] {
  let all = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError(`A weight of a schedule is below zero: ${weight}.`);
    all += weight;
  }
  if (all === 0n) throw new RangeError(`No weight of a schedule is above zero, of ${weights.length}.`);
  let running = 0n;
  return differences(
    weights.map((weight) => {
      running += weight;
      return roundedHalfToEven(total * running, all);
    }),
  );
}

/** Equal pieces: 100 over three periods is 33, 34, 33. */
export function evenPieces(total: bigint, periods: number): bigint[] {
  return weightedPieces(total, new Array<bigint>(periods).fill(1n));
}

/** Weights of a rate that runs in a straight line from one to another: of each period, its mean. */
export function rampWeights(periods: number, startRate: bigint, endRate: bigint): bigint[] {
  const twice = 2n * BigInt(periods);
  return Array.from(
    { length: periods },
    (_, index) => twice * startRate + (endRate - startRate) * BigInt(2 * index + 1),
  );
}

/**
 * Pieces by days served, with one period up to each of the ends, which ascend. Days are numbers; the term is [start, end), as is each period. What lies after the
 * last end is in no piece. A term without a day is placed whole on its start.
 */
export function dailyPieces(total: bigint, start: number, end: number, periodEnds: readonly number[]): bigint[] {
  if (end < start) throw new RangeError(`A term ends on day ${end}, before its start on day ${start}.`);
  const days = BigInt(end - start);
  return differences(
    periodEnds.map((periodEnd) => {
      if (days === 0n) return periodEnd > start ? total : 0n;
      return roundedHalfToEven(total * BigInt(Math.min(Math.max(periodEnd - start, 0), end - start)), days);
    }),
  );
}

/** What remains of a total after each of its pieces. */
export function remainders(total: bigint, pieces: readonly bigint[]): bigint[] {
  let left = total;
  return pieces.map((piece) => {
    left -= piece;
    return left;
  });
}

/** The nearest integer to a fraction with a positive denominator; of two equally near, the even one. */
export function roundedHalfToEven(numerator: bigint, denominator: bigint): bigint {
  const cut = numerator / denominator;
  const floor = numerator % denominator < 0n ? cut - 1n : cut;
  const twiceRest = 2n * (numerator - floor * denominator);
  if (twiceRest > denominator || (twiceRest === denominator && floor % 2n !== 0n)) return floor + 1n;
  return floor;
}

function differences(sums: readonly bigint[]): bigint[] {
  return sums.map((sum, index) => sum - (index === 0 ? 0n : sums[index - 1]!));
}
