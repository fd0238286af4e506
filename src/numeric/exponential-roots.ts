/**
 * Where is a sum of exponentials zero? All places, not one of them.
 *
 *   f(u) = Σ a_k e^(−t_k u) on the whole line. With c between the exponents, e^(cu) f(u) has the same roots, and on an interval the ends of each of its terms
 *   bound it; on a narrow one its Taylor series does, and those of its derivatives. An interval on which the sum cannot be zero is dropped; where it runs in one
 *   direction it holds at most one root, found by secants and halving; where its derivative does, it is cut at its turn; one on which it cannot be told
 *   from zero (a root of high order) is one root; else it is halved. So no root is missed, and none is taken twice.
 *
 * Shapes: n terms; exponents ascend strictly, no coefficient is zero. No root lies outside ±ln(1 + Σ|a| / |a_end|) / gap, where gap is the distance of
 *   the end's exponent from the next (the end's term is larger than all others together there).
 * Limits: roots between which the sum never leaves its rounding error (4e-16 of its terms' sizes for each term) count as one, as do roots nearer than
 *   1e-11 (1 + |u|); a sum that comes as near to zero as that is taken to touch it.
 * Source: own; held against polynomials with known roots and against Descartes' rule of signs.
 */

interface Sum {
  readonly coefficients: Float64Array;
  readonly exponents: Float64Array;
}

/** Two roots that are nearer than this, relative to 1 + |u|, cannot be told apart in doubles. */
const narrowest = 1e-11;

/** Terms of the Taylor series: enough for intervals that need not shrink with the order of a root. */
const seriesTerms = 8;

/** The roots in ascending order. */
export function exponentialRoots(coefficients: Float64Array, exponents: Float64Array): number[] {
  const sum = { coefficients, exponents };
  const roots: number[] = [];
  if (coefficients.length < 2) return roots;
  const open: (readonly [number, number])[] = [outermost(sum)];
  // A stack from left to right: roots come in ascending order.
  for (let interval = open.pop(); interval; interval = open.pop()) {
    const [from, to] = interval;
    const middle = from + (to - from) / 2;
    const centre = heaviest(sum, middle);
    if (!endsAllowZero(sum, from, to, centre)) continue;
    const shape = shapeOf(sum, from, to, centre);
    if (shape === "away") continue;
    if (shape === "one-way") add(sum, roots, crossing(sum, from, to, centre, 0));
    else if (shape === "flat" || to - from <= narrowest * (1 + Math.abs(middle))) {
      add(sum, roots, signOf(sum, middle, centre) === 0 ? middle : crossing(sum, from, to, centre, 0));
    } else if (shape === "one-turn") {
      const turn = crossing(sum, from, to, centre, 1);
      if (turn !== null && signOf(sum, turn, centre) === 0) add(sum, roots, turn);
      else {
        add(sum, roots, crossing(sum, from, turn ?? to, centre, 0));
        if (turn !== null) add(sum, roots, crossing(sum, turn, to, centre, 0));
      }
    } else open.push([middle, to], [from, middle]);
  }
  return roots;
}

/** f(u). */
export function exponentialSum(coefficients: Float64Array, exponents: Float64Array, u: number): number {
  let sum = 0;
  for (let term = 0; term < coefficients.length; term++) sum += coefficients[term]! * Math.exp(-exponents[term]! * u);
  return sum;
}

function outermost({ coefficients, exponents }: Sum): readonly [number, number] {
  const last = coefficients.length - 1;
  let all = 0;
  for (const coefficient of coefficients) all += Math.abs(coefficient);
  const reach = (end: number, next: number): number =>
    (Math.log1p(all / Math.abs(coefficients[end]!)) / Math.abs(exponents[end]! - exponents[next]!)) * (1 + 1e-12);
  return [-reach(last, last - 1), reach(0, 1)];
}

/** The mean exponent at u, each weighted by the size of its term: around it the terms move least. */
function heaviest({ coefficients, exponents }: Sum, u: number): number {
  const top = exponents[u >= 0 ? 0 : exponents.length - 1]!;
  let weights = 0;
  let moment = 0;
  for (let term = 0; term < coefficients.length; term++) {
    const weight = Math.abs(coefficients[term]!) * Math.exp(-(exponents[term]! - top) * u);
    weights += weight;
    moment += weight * exponents[term]!;
  }
  return moment / weights;
}

/** What rounding can make of a sum, as a share of its terms' sizes: two units of the last place a term, and some for each exponential. */
function noise({ coefficients }: Sum): number {
  return 4e-16 * (coefficients.length + 8);
}

/** Whether the sum may be zero between two places, by the values of each term at both. */
function endsAllowZero(sum: Sum, from: number, to: number, centre: number): boolean {
  const { coefficients, exponents } = sum;
  const scale = largestPower(exponents, centre, from, to);
  let least = 0;
  let most = 0;
  let sizes = 0;
  for (let term = 0; term < coefficients.length; term++) {
    const slope = centre - exponents[term]!;
    const one = coefficients[term]! * Math.exp(slope * from - scale);
    const other = coefficients[term]! * Math.exp(slope * to - scale);
    least += Math.min(one, other);
    most += Math.max(one, other);
    sizes += Math.max(Math.abs(one), Math.abs(other));
  }
  const slack = noise(sum) * sizes;
  return least <= slack && most >= -slack;
}

/** The largest power of e that a term takes between two places: nothing overflows when it is divided out. */
function largestPower(exponents: Float64Array, centre: number, from: number, to: number): number {
  const first = centre - exponents[0]!;
  const last = centre - exponents[exponents.length - 1]!;
  return Math.max(first * from, first * to, last * from, last * to);
}

/** What the sum does between two places: stay away from zero, run one way, turn once at most, stay within its rounding, or something else. */
type Shape = "away" | "one-way" | "one-turn" | "flat" | "unclear";

function shapeOf(sum: Sum, from: number, to: number, centre: number): Shape {
  const { coefficients, exponents } = sum;
  const middle = from + (to - from) / 2;
  const half = (to - from) / 2;
  const widest = Math.max(Math.abs(centre - exponents[0]!), Math.abs(centre - exponents[exponents.length - 1]!));
  // Beyond that the series says nothing: its rest outgrows its terms.
  if (widest * half > seriesTerms) return "unclear";
  const scale = largestPower(exponents, centre, middle, middle);
  const series = new Float64Array(seriesTerms);
  let rest = 0;
  let sizes = 0;
  for (let term = 0; term < coefficients.length; term++) {
    const step = (centre - exponents[term]!) * half;
    let value = coefficients[term]! * Math.exp((centre - exponents[term]!) * middle - scale);
    sizes += Math.abs(value);
    for (let order = 0; order < seriesTerms; order++) {
      series[order]! += value;
      value *= step / (order + 1);
    }
    rest += Math.abs(value) * Math.exp(Math.abs(step));
  }
  const slack = noise(sum) * sizes;
  for (const [order, shape] of [
    [0, "away"],
    [1, "one-way"],
    [2, "one-turn"],
  ] as const)
    if (keepsSign(series, rest, order, slack)) return shape;
  return series.reduce((all, term) => all + Math.abs(term), rest) <= 2 * slack ? "flat" : "unclear";
}

/** Whether the derivative of this order keeps its sign: its first term outweighs all that follow. */
function keepsSign(series: Float64Array, rest: number, order: number, slack: number): boolean {
  let others = fallingFactorial(seriesTerms, order) * rest + slack;
  for (let term = order + 1; term < seriesTerms; term++)
    others += fallingFactorial(term, order) * Math.abs(series[term]!);
  return fallingFactorial(order, order) * Math.abs(series[order]!) > others;
}

function fallingFactorial(number: number, factors: number): number {
  let product = 1;
  for (let factor = 0; factor < factors; factor++) product *= number - factor;
  return product;
}

/** The sum, or its derivative, as a share of its terms' sizes. */
function shareOf({ coefficients, exponents }: Sum, u: number, centre: number, order: 0 | 1): number {
  const scale = largestPower(exponents, centre, u, u);
  let sum = 0;
  let sizes = 0;
  for (let term = 0; term < coefficients.length; term++) {
    const slope = centre - exponents[term]!;
    const value = coefficients[term]! * slope ** order * Math.exp(slope * u - scale);
    sum += value;
    sizes += Math.abs(value);
  }
  return sizes === 0 ? 0 : sum / sizes;
}

/** -1, 0 or 1; 0 where the value may be rounding. */
function signOf(sum: Sum, u: number, centre: number): number {
  const share = shareOf(sum, u, centre, 0);
  return Math.abs(share) <= noise(sum) ? 0 : Math.sign(share);
}

/** The one zero of a sum that runs in one direction between two places, or of its derivative; null where there is none. */
function crossing(sum: Sum, from: number, to: number, centre: number, order: 0 | 1): number | null {
  let [low, high] = [from, to];
  let atLow = shareOf(sum, low, centre, order);
  let atHigh = shareOf(sum, high, centre, order);
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) return null;
  // Halving alone would need 60 steps for a double; secants shorten that where the sum is straight, and every third step halves where it is not.
  for (let step = 0; step < 200 && high - low > 4e-16 * Math.abs(low + high); step++) {
    const secant = low - (atLow * (high - low)) / (atHigh - atLow);
    const at = step % 3 === 2 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant;
    if (at === low || at === high) break;
    const here = shareOf(sum, at, centre, order);
    if (here === 0) return at;
    if (here > 0 === atLow > 0) [low, atLow] = [at, here];
    else [high, atHigh] = [at, here];
  }
  return low + (high - low) / 2;
}

/** Adds a root, unless it is the last one again: neighbouring intervals share an end, and a root of high order fills several. */
function add(sum: Sum, roots: number[], root: number | null): void {
  if (root === null) return;
  const last = roots[roots.length - 1];
  if (last !== undefined && isOneRoot(sum, last, root)) return;
  roots.push(root);
}

function isOneRoot(sum: Sum, last: number, root: number): boolean {
  if (root - last <= narrowest * (1 + Math.abs(root))) return true;
  const centre = heaviest(sum, last);
  for (let eighth = 1; eighth < 8; eighth++)
    if (signOf(sum, last + ((root - last) * eighth) / 8, centre) !== 0) return false;
  return true;
}
