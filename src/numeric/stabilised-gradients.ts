/**
 * What solves a large linear system of which only the product with a vector is known? BiCGSTAB from the guess in x; it starts anew where a step breaks down
 * and when the true residual lags behind the recurred one.
 *
 * Shapes: `apply` writes the product of its first argument into its second; x becomes the solution.
 * Errors: false where the residual does not come down to rounding error.
 * Source: H. van der Vorst, Bi-CGSTAB: a fast and smoothly converging variant of Bi-CG, SIAM Journal on Scientific and Statistical Computing 13 (1992).
 */

const mostSteps = 2000;

export function stabilisedGradients(
  apply: (x: Float64Array, out: Float64Array) => void,
  b: Float64Array,
  x: Float64Array,
): boolean {
  const size = b.length;
  const [residual, direction, image, half, halfImage] = Array.from({ length: 5 }, () => new Float64Array(size));
  const r = residual!;
  const p = direction!;
  const v = image!;
  const s = half!;
  const t = halfImage!;
  const goal = 1e-14 * Math.max(norm(b), Number.MIN_VALUE);
  for (let steps = 0, best = Number.POSITIVE_INFINITY, stuck = 0; steps < mostSteps && stuck < 5; ) {
    apply(x, r);
    for (let at = 0; at < size; at++) r[at] = b[at]! - r[at]!;
    const start = norm(r);
    // Rounding in the product itself keeps the residual of a large solution above the goal.
    if (start <= Math.max(goal, 1e-15 * norm(x))) return true;
    stuck = start < best / 2 ? 0 : stuck + 1;
    best = Math.min(best, start);
    const shadow = r.slice();
    p.set(r);
    let rho = dot(r, shadow);
    for (let inner = 0; inner < 200 && steps < mostSteps; inner++, steps++) {
      apply(p, v);
      const alpha = rho / dot(v, shadow);
      if (!Number.isFinite(alpha)) break;
      for (let at = 0; at < size; at++) s[at] = r[at]! - alpha * v[at]!;
      apply(s, t);
      const tt = dot(t, t);
      const omega = tt > 0 ? dot(t, s) / tt : 0;
      for (let at = 0; at < size; at++) {
        x[at]! += alpha * p[at]! + omega * s[at]!;
        r[at] = s[at]! - omega * t[at]!;
      }
      if (omega === 0 || norm(r) <= 1e-3 * goal || norm(r) <= 1e-10 * start) break;
      const last = rho;
      rho = dot(r, shadow);
      const beta = (rho / last) * (alpha / omega);
      if (!Number.isFinite(beta)) break;
      for (let at = 0; at < size; at++) p[at] = r[at]! + beta * (p[at]! - omega * v[at]!);
    }
  }
  return false;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
