/**
 * What share of each company does a holder own, through any number of companies in between?
 *
 * Formula: Y = W + W² + … = (I − W)⁻¹ − I, W[i][j] = share of j that i holds directly. Without coming back to the holder: Y*[i][j] = M[i][j] / M[i][i] and
 *   Y*[i][i] = 1 − 1 / M[i][i], with M = (I − W)⁻¹.
 * Assumes: shares of equity of one day, treasury shares taken out of the denominator. What no holding records belongs to outsiders and is never spread over the others.
 * Not for: who decides (votes do not multiply along a chain: see control); comparing members of a group that holds itself, where Y can exceed 1: take Y*.
 * Shapes: n companies and holders, m holdings, O(m) a sweep; a row of Y for one holder, or all. Units: fractions of 1.
 * Errors: where a group of companies owns itself completely, its shares have no finite value: null, with the group named. Holdings of a company above 1 are told.
 * Source: F. Brioschi, L. Buzzacchi, M. Colombo, Risk capital financing and the separation of ownership and control in business groups, Journal of Banking & Finance
 *   13 (1989); S. Baldone, F. Brioschi, S. Paleari, Ownership measures among firms connected by cross-shareholdings, JAFEE (1998), for Y*.
 */

import {
  type PreparedFeedback,
  type PreparedQuestion,
  prepareFeedback,
  solveEachPrepared,
  solvePrepared,
} from "../numeric/prepared-feedback.ts";
import { rowSums, type SummedRows, summedRows, transposedRows } from "../numeric/summed-rows.ts";

/** Holdings, indexed once: rows are holders, and the same by companies. */
export interface HoldingIndex {
  readonly n: number;
  readonly byHolder: SummedRows;
  readonly byCompany: SummedRows;
  /** Σ of each company's recorded shares, its own among them. */
  readonly held: Float64Array;
  readonly downwards: PreparedFeedback;
  readonly upwards: PreparedFeedback;
}

/**
 * Indexes holdings `[holder, company, share]`; those of one holder in one company are summed, a company's own shares kept. Where many holders will be asked for,
 * groups of up to `largestInverse` companies that hold each other are solved once for all.
 */
export function holdingIndex(
  n: number,
  holder: Int32Array,
  company: Int32Array,
  share: Float64Array,
  largestInverse?: number,
): HoldingIndex {
  const byHolder = summedRows(n, holder, company, share, "keep");
  const byCompany = transposedRows(byHolder);
  const held = rowSums(byCompany);
  // Every value goes to its holders and to outsiders, unless more is recorded than there is.
  const outside = held.map(shareOutside);
  const conserving = outside.every((share) => share >= 0) ? { columns: byCompany, outside } : null;
  return {
    n,
    byHolder,
    byCompany,
    held,
    downwards: prepareFeedback(byCompany, largestInverse),
    upwards: prepareFeedback(byHolder, undefined, conserving),
  };
}

/** What is left for outsiders of recorded shares that sum to this; those that sum to 1 but for rounding leave nothing. */
export function shareOutside(held: number): number {
  return Math.abs(1 - held) < 1e-12 ? 0 : 1 - held;
}

/** One row of M: what a holder has in each company, itself included as 1; NaN where it has no finite value. */
export function reach(
  { n, downwards }: HoldingIndex,
  holder: number,
): { readonly shares: Float64Array; readonly settled: boolean } {
  const unit = new Float64Array(n);
  unit[holder] = 1;
  const shares = new Float64Array(n);
  const settled = solvePrepared(downwards, unit, shares, holder);
  return { shares, settled };
}

/** The same for several holders, in less time than one after the other. */
export function reachEach({ n, downwards }: HoldingIndex, holders: Iterable<number>): Float64Array[] {
  const questions = Array.from(holders, (holder): PreparedQuestion => {
    const b = new Float64Array(n);
    b[holder] = 1;
    return { b, x: new Float64Array(n), first: holder };
  });
  solveEachPrepared(downwards, questions);
  return questions.map(({ x }) => x);
}

/** One row of Y. */
export function integratedShares(index: HoldingIndex, holder: number): Float64Array {
  return integratedSharesOfEach(index, [holder])[0]!;
}

/** The rows of Y for several holders. */
export function integratedSharesOfEach(index: HoldingIndex, holders: readonly number[]): Float64Array[] {
  const rows = reachEach(index, holders);
  for (const [at, holder] of holders.entries()) rows[at]![holder]! -= 1;
  return rows;
}

/** One row of Y*: the same for a holder that nobody in the network owns. */
export function integratedWithoutReturn(index: HoldingIndex, holder: number): Float64Array {
  const { shares } = reach(index, holder);
  const own = shares[holder]!;
  for (let company = 0; company < shares.length; company++) shares[company]! /= own;
  shares[holder] = 1 - 1 / own;
  return shares;
}

/** Groups of companies that own themselves completely, or (by faulty data) more; members ascend. */
export function closedGroups({ upwards }: HoldingIndex): number[][] {
  const { count, starts, members } = upwards.blocks;
  const groups: number[][] = [];
  for (let block = 0; block < count; block++)
    if (upwards.endless[block] === 1)
      groups.push(Array.from(members.subarray(starts[block]!, starts[block + 1]!)).sort((one, other) => one - other));
  return groups.sort((one, other) => one[0]! - other[0]!);
}

/** Companies of which more than 1 is recorded, but for rounding. */
export function overheld({ held }: HoldingIndex): number[] {
  return Array.from(held.keys()).filter((company) => held[company]! > 1 + 1e-9);
}
