/**
 * In which unit are these amounts whole numbers? Money is exact in cents; amounts that are no multiple of any decimal unit are laid on a binary grid.
 *
 * Shapes: amounts of at least 0. The sum of the whole numbers stays below 2^53, so that sums and differences of them are exact.
 */

export interface WholeUnits {
  /** Amounts in that unit, whole numbers. On a grid they are rounded down, by less than one unit each. */
  readonly whole: Float64Array;
  /** How many units one is: 1, 10, 100, …, or a power of two. */
  readonly perOne: number;
  /** Whether nothing was rounded. */
  readonly exact: boolean;
}

const mostExact = 2 ** 53;
/** Cents, and prices to six decimals. */
const decimals = [1, 10, 100, 1000, 1e4, 1e5, 1e6];

/** The amounts as whole numbers. */
export function wholeUnits(amounts: Float64Array): WholeUnits {
  let sum = 0;
  for (let at = 0; at < amounts.length; at++) sum += amounts[at]!;
  for (const perOne of decimals) {
    if (sum * perOne >= mostExact) break;
    const whole = amounts.map((amount) => Math.round(amount * perOne));
    if (whole.every((each, at) => each / perOne === amounts[at])) return { whole, perOne, exact: true };
  }
  const perOne = sum > 0 ? 2 ** Math.min(1000, 52 - Math.ceil(Math.log2(sum))) : 1;
  const whole = amounts.map((amount) => Math.floor(amount * perOne));
  return { whole, perOne, exact: whole.every((each, at) => each / perOne === amounts[at]) };
}
