/**
 * What is a fraction exactly? Numbers as quotients of integers of any size, in lowest terms, for chains of divisions that doubles would blur.
 *
 * Shapes: one numerator and one positive denominator. Digits grow with the length of a chain; the nearest double is taken once, at its end.
 */

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

export function ratio(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError(`A fraction has the denominator 0, over the numerator ${numerator}.`);
  const common = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
}

export function plus(a: Rational, b: Rational): Rational {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Rational, b: Rational): Rational {
  return ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Rational, b: Rational): Rational {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Rational, b: Rational): Rational {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below zero, zero or above, as a is less than b, equal or more. */
export function compared(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sumOf(terms: Iterable<Rational>): Rational {
  let sum = zero;
  for (const term of terms) sum = plus(sum, term);
  return sum;
}

/** The fraction that a decimal states, as people write it: 0.12, 1e9, -3; a number stands for its shortest decimal. Null where it is none. */
export function parseRational(value: string | number): Rational | null {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(String(value));
  if (!match) return null;
  const [, sign, whole = "", part = "", power = "0"] = match;
  if (whole === "" && part === "") return null;
  const shift = Number(power) - part.length;
  const digits = BigInt(`${whole}${part}`) * (sign === "-" ? -1n : 1n);
  return shift >= 0 ? ratio(digits * 10n ** BigInt(shift), 1n) : ratio(digits, 10n ** BigInt(-shift));
}

/** The nearest double, or one of two equally near. */
export function toNumber({ numerator, denominator }: Rational): number {
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator });
  // A quotient of 64 bits or more holds all that a double can; what is cut off beyond it only has to be seen.
  const shift = BigInt(Math.max(0, 66 + bitsOf(denominator) - bitsOf(numerator)));
  const quotient = (numerator << shift) / denominator;
  const rest = (numerator << shift) % denominator === 0n ? 0n : 1n;
  return scaled(Number((quotient << 1n) | rest), -Number(shift) - 1);
}

/** Two steps, since 2 to the whole power may be beyond a double where the result is not. */
function scaled(value: number, power: number): number {
  const half = Math.trunc(power / 2);
  return value * 2 ** half * 2 ** (power - half);
}

function bitsOf(value: bigint): number {
  return value.toString(16).length * 4;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
