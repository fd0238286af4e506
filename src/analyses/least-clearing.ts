/**
 * Could less be paid, and everybody's books still agree? The least payments that clear, beside the greatest.
 *
 * Formula: α = β = 1: the greatest payments, but nothing inside a closed class that holds no money (a group of debtors that owe each other alone, with no
 *   outside assets and nothing coming in). Else all debtors begin in default; whoever could then pay in full leaves it, round by round.
 * Assumes: what `clearing` assumes.
 * Not for: which answer comes true. The greatest is what a fair settlement pays; the least is what is left when nobody pays first.
 * Shapes: n companies; an array of n, or null where β = 1, α < 1 and a closed class feeds itself.
 * Source: L. Eisenberg, T. Noe, Systemic risk in financial systems, Management Science 47 (2001), theorem 2; G. Calafiore and others, Control of dynamic
 *   financial networks, arXiv 2103.10872 (2021); L. Rogers, L. Veraart, Management Science 59 (2013), section 3.
 */

import { dependencyBlocks } from "../numeric/dependency-blocks.ts";
import { solveFeedback } from "../numeric/solve-feedback.ts";
import { type DebtNetwork, type DefaultCosts, rounding } from "./clearing.ts";

/** The least payments that clear; `greatest` are those that `clear` found under the same costs. */
export function leastClearing(
  network: DebtNetwork,
  greatest: Float64Array,
  { alpha, beta }: DefaultCosts,
): Float64Array | null {
  return alpha === 1 && beta === 1 ? withoutDryRings(network, greatest) : fromBelow(network, alpha, beta);
}

/** Do the two agree to nine digits? Then the clearing is unique. */
export function isUnique(network: DebtNetwork, greatest: Float64Array, least: Float64Array): boolean {
  return greatest.every((paid, company) => paid - least[company]! <= 1e-9 * network.obligations[company]!);
}

function withoutDryRings(network: DebtNetwork, greatest: Float64Array): Float64Array {
  const { due, owed, outsideAssets, outsideDebts, obligations } = network;
  const { starts, members, blockOf } = dependencyBlocks(owed);
  const least = greatest.slice();
  for (let block = 0; block + 1 < starts.length; block++) {
    if (starts[block + 1]! - starts[block]! < 2) continue;
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    let [money, scale] = [0, 0];
    let isClosed = true;
    for (const company of inside) {
      money += outsideAssets[company]!;
      scale += obligations[company]!;
      if (outsideDebts[company]! > 0) isClosed = false;
      for (let place = owed.offsets[company]!; place < owed.offsets[company + 1]!; place++)
        if (blockOf[owed.columns[place]!] !== block) isClosed = false;
      for (let place = due.offsets[company]!; place < due.offsets[company + 1]!; place++) {
        const debtor = due.columns[place]!;
        if (blockOf[debtor] !== block) money += due.values[place]! * (greatest[debtor]! / obligations[debtor]!);
      }
    }
    if (isClosed && money <= rounding * scale) for (const company of inside) least[company] = 0;
  }
  return least;
}

function fromBelow(network: DebtNetwork, alpha: number, beta: number): Float64Array | null {
  const { n, due, owed, outsideAssets, outsideDebts, obligations } = network;
  const { offsets, columns, values } = due;
  const paid = new Float64Array(n);
  const inDefault = Uint8Array.from(obligations, (owes) => (owes > 0 ? 1 : 0));
  const system = {
    rows: due,
    scale: beta,
    diagonal: obligations,
    conserving: { columns: owed, outside: outsideDebts },
  };
  const rhs = new Float64Array(n);
  for (;;) {
    let left = 0;
    for (let company = 0; company < n; company++) {
      if (inDefault[company] === 0) continue;
      let received = 0;
      for (let place = offsets[company]!; place < offsets[company + 1]!; place++)
        received += values[place]! * paid[columns[place]!]!;
      if (outsideAssets[company]! + received < obligations[company]! * (1 - rounding)) continue;
      inDefault[company] = 0;
      paid[company] = 1;
      left++;
    }
    for (let company = 0; company < n; company++) {
      rhs[company] = alpha * outsideAssets[company]!;
      for (let place = offsets[company]!; place < offsets[company + 1]!; place++)
        if (inDefault[columns[place]!] === 0) rhs[company]! += beta * values[place]! * paid[columns[place]!]!;
    }
    const before = left === 0 ? paid.slice() : null;
    if (!solveFeedback(system, rhs, paid, inDefault)) return null;
    if (before?.every((share, company) => share === paid[company]))
      return obligations.map((owes, company) => owes * paid[company]!);
  }
}
