/**
 * What solves d_i x_i = b_i + Σ_j a_ij x_j for a full matrix of non-negative entries a? Gaussian elimination without pivoting, which is stable for
 * such systems (I − A is an M-matrix).
 *
 *   Where it is known what leaves each column (d_j = leak_j + Σ_i a_ij), no difference is ever taken, and every unknown is right to nearly all
 *   digits however little leaks away.
 *
 * Shapes: size × size, row by row; a, b, diagonal and leak are overwritten, b holds the solution. O(size³ / 3).
 * Errors: false where a pivot is not positive: the matrix feeds itself completely, and there is no finite solution for every b.
 * Source: W. Grassmann, M. Taksar, D. Heyman, Regenerative analysis and steady state distributions for Markov chains, Operations Research 33 (1985).
 */
export function eliminate(
  size: number,
  a: Float64Array,
  diagonal: Float64Array,
  leak: Float64Array | null,
  b: Float64Array,
): boolean {
  for (let pivot = size - 1; pivot >= 0; pivot--) {
    if (leak) {
      let leaving = leak[pivot]!;
      for (let row = 0; row < pivot; row++) leaving += a[row * size + pivot]!;
      diagonal[pivot] = leaving;
    }
    const divisor = diagonal[pivot]!;
    if (!(divisor > 0)) return false;
    const pivotRow = pivot * size;
    for (let row = 0; row < pivot; row++) {
      const entry = a[row * size + pivot]!;
      if (entry === 0) continue;
      const factor = entry / divisor;
      const at = row * size;
      for (let column = 0; column < pivot; column++) a[at + column]! += factor * a[pivotRow + column]!;
      if (!leak) diagonal[row]! -= factor * a[pivotRow + row]!;
      a[at + row] = 0;
      b[row]! += factor * b[pivot]!;
    }
    if (leak)
      for (let column = 0; column < pivot; column++) leak[column]! += (leak[pivot]! / divisor) * a[pivotRow + column]!;
  }
  for (let row = 0; row < size; row++) {
    let sum = b[row]!;
    for (let column = 0; column < row; column++) sum += a[row * size + column]! * b[column]!;
    b[row] = sum / diagonal[row]!;
  }
  return true;
}
