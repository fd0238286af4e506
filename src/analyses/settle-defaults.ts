/**
 * What do those in default pay, when all others pay in full?
 *
 * Formula: for i in default p_i = α e_i + β (Σ_{j pays in full} L_ji + Σ_{j in default} L_ji p_j / P_j): a linear system among those in default alone.
 * Assumes: who is in default is known, as in a round of `clearing`.
 * Not for: finding who is in default.
 * Shapes: payments are shares of what each owes, and only fall from what they were. A small dense copy of the rows is swept until it rests; where circles
 *   leak so little that this takes long it is solved.
 * Errors: false where neither comes to rest.
 * Source: L. Eisenberg, T. Noe, Management Science 47 (2001), section 3.1; L. Rogers, L. Veraart, Management Science 59 (2013), section 3.1.
 */

import { solveFeedback } from "../numeric/solve-feedback.ts";
import type { DebtNetwork, DefaultCosts } from "./clearing.ts";

/** Where each sweep halves the change, 47 come to rest; what is slower is solved as a linear system. */
const mostSweeps = 60;

/** Writes into `paid` what those in default pay, to the tolerance as a part of each payment. `failed` lists them, `inDefault` marks them. */
export function settleDefaults(
  network: DebtNetwork,
  { alpha, beta }: DefaultCosts,
  failed: Int32Array,
  inDefault: Uint8Array,
  paid: Float64Array,
  tolerance: number,
): boolean {
  const { n, due, owed, outsideAssets, outsideDebts, obligations } = network;
  const { offsets, columns, values } = due;
  const size = failed.length;
  const position = new Int32Array(n);
  let entries = 0;
  for (let at = 0; at < size; at++) {
    const company = failed[at]!;
    position[company] = at;
    entries += offsets[company + 1]! - offsets[company]!;
  }
  const given = new Float64Array(size);
  const starts = new Int32Array(size + 1);
  const debtors = new Int32Array(entries);
  const shares = new Float64Array(entries);
  const x = new Float64Array(size);
  let kept = 0;
  for (let at = 0; at < size; at++) {
    const company = failed[at]!;
    const owes = obligations[company]!;
    let sure = 0;
    for (let place = offsets[company]!, end = offsets[company + 1]!; place < end; place++) {
      const debtor = columns[place]!;
      if (inDefault[debtor] === 0) sure += values[place]!;
      else {
        debtors[kept] = position[debtor]!;
        shares[kept++] = (beta * values[place]!) / owes;
      }
    }
    given[at] = (alpha * outsideAssets[company]! + beta * sure) / owes;
    starts[at + 1] = kept;
    x[at] = paid[company]!;
  }

  if (sweepDown(given, starts, debtors, shares, x, tolerance)) {
    for (let at = 0; at < size; at++) paid[failed[at]!] = x[at]!;
    return true;
  }
  const rhs = new Float64Array(n);
  for (let at = 0; at < size; at++) rhs[failed[at]!] = given[at]! * obligations[failed[at]!]!;
  const conserving = { columns: owed, outside: outsideDebts };
  return solveFeedback({ rows: due, scale: beta, diagonal: obligations, conserving }, rhs, paid, inDefault);
}

/** Lowers one after the other until no payment would still fall by more than the tolerance. */
function sweepDown(
  given: Float64Array,
  starts: Int32Array,
  debtors: Int32Array,
  shares: Float64Array,
  x: Float64Array,
  tolerance: number,
): boolean {
  const size = x.length;
  let before = 0;
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let change = 0;
    for (let at = 0; at < size; at++) {
      let share = given[at]!;
      for (let place = starts[at]!, end = starts[at + 1]!; place < end; place++)
        share += shares[place]! * x[debtors[place]!]!;
      const old = x[at]!;
      const fall = old - share;
      if (!(fall > 0)) continue;
      x[at] = share;
      if (fall > change * old) change = fall / old;
    }
    const rate = sweep === 0 ? 1 : change / before;
    if (change === 0 || (rate < 0.9 && (change * rate) / (1 - rate) <= tolerance)) return true;
    before = change;
  }
  return false;
}
