/**
 * How much do rivals belong to the same people, and what would that be worth to a market?
 *
 * Formula: profit weight of f on g κ_fg = Σ_s β_sf β_sg / Σ_s β_sf² over investors s with shares β (votes in proportion to shares); MHHI = Σ_f Σ_g m_f m_g κ_fg over market shares
 *   m, of which Σ m_f² is the HHI and the rest (MHHI delta) is due to common owners.
 * Assumes: managers weigh each owner by its share; the unrecorded rest is dispersed over owners too small to weigh. Direct shares, or shares through others, as they are given.
 * Not for: proof of an effect on prices; rivals that hold each other (give shares through others).
 * Shapes: r rivals, k investors; O(stakes · r). Units: fractions of 1.
 * Errors: null for a rival without a recorded owner: it has no weights.
 * Source: D. O'Brien, S. Salop, Competitive effects of partial ownership, Antitrust Law Journal 67 (2000); M. Backus, C. Conlon, M. Sinkinson, Theory and
 *   measurement of common ownership, AEA Papers and Proceedings 110 (2020).
 */

export interface CommonOwnership {
  /** κ, row by row; NaN in the row of a rival without a recorded owner. */
  readonly profitWeights: Float64Array;
  readonly hhi: number | null;
  readonly mhhi: number | null;
  readonly mhhiDelta: number | null;
}

/** `shares` has a row for each investor, a column for each rival. */
export function commonOwnership(
  rivals: number,
  shares: Float64Array,
  marketShares: Float64Array | null,
): CommonOwnership {
  const profitWeights = new Float64Array(rivals * rivals);
  for (let row = 0; row < shares.length; row += rivals)
    for (let one = 0; one < rivals; one++) {
      const share = shares[row + one]!;
      if (share === 0) continue;
      for (let other = 0; other < rivals; other++) profitWeights[one * rivals + other]! += share * shares[row + other]!;
    }
  for (let one = 0; one < rivals; one++) {
    const own = profitWeights[one * rivals + one]!;
    for (let other = 0; other < rivals; other++) profitWeights[one * rivals + other]! /= own;
  }
  if (!marketShares) return { profitWeights, hhi: null, mhhi: null, mhhiDelta: null };

  let hhi = 0;
  let mhhi = 0;
  for (let one = 0; one < rivals; one++) {
    hhi += marketShares[one]! ** 2;
    for (let other = 0; other < rivals; other++)
      mhhi += marketShares[one]! * marketShares[other]! * profitWeights[one * rivals + other]!;
  }
  return Number.isFinite(mhhi)
    ? { profitWeights, hhi, mhhi, mhhiDelta: mhhi - hhi }
    : { profitWeights, hhi, mhhi: null, mhhiDelta: null };
}
