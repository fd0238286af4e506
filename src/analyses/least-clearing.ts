/**
 * Could less be paid, and everybody's books still agree? The least payments that clear, beside the greatest.
 *
 * Formula: α = β = 1: the greatest payments, but nothing inside a closed class that holds no money (debtors that owe each other alone, with no outside
 *   assets and nothing coming in). Else nobody pays at first and what is there is passed on: p = min(P, α e + β Σ L p / P), the least solution; whoever
 *   could then pay in full does, and it is passed on again.
 * Assumes: what `clearing` assumes.
 * Not for: which answer comes true. The greatest is what a fair settlement pays; the least is what is left when nobody pays first.
 * Shapes: n companies; an array of n. Where it equals the greatest, the clearing is unique.
 * Errors: null where the payments do not come to rest.
 * Source: L. Eisenberg, T. Noe, Systemic risk in financial systems, Management Science 47 (2001), theorem 2; L. Rogers, L. Veraart, Management Science 59 (2013), section 3.
 */

import { cappedFeedback } from "../numeric/capped-feedback.ts";
import { stronglyConnected } from "../numeric/strong-components.ts";
import { type DebtNetwork, type DefaultCosts, rounding } from "./clearing.ts";

/** The least payments that clear; `greatest` are those that `clear` found under the same costs. */
export function leastClearing(
  network: DebtNetwork,
  greatest: Float64Array,
  { alpha, beta }: DefaultCosts,
): Float64Array | null {
  if (alpha === 1 && beta === 1) return withoutDryCircles(network, greatest);
  // Where a circle leaks next to nothing, rounding would put the least above the greatest.
  const least = passedOn(network, alpha, beta);
  return least?.map((paid, company) => Math.min(paid, greatest[company]!)) ?? null;
}

/** Do the two agree to nine digits? Then the clearing is unique. */
export function isUnique(network: DebtNetwork, greatest: Float64Array, least: Float64Array): boolean {
  return greatest.every((paid, company) => paid - least[company]! <= 1e-9 * network.obligations[company]!);
}

function withoutDryCircles(network: DebtNetwork, greatest: Float64Array): Float64Array {
  const { count, component, starts, members } = stronglyConnected(network.owed);
  const least = greatest.slice();
  for (let block = 0; block < count; block++) {
    const inside = members.subarray(starts[block]!, starts[block + 1]!);
    if (inside.length > 1 && isDry(network, greatest, inside, component))
      for (const company of inside) least[company] = 0;
  }
  return least;
}

/** Does this block owe nobody else, hold nothing and get nothing? */
function isDry(
  { due, owed, outsideAssets, outsideDebts, obligations }: DebtNetwork,
  greatest: Float64Array,
  inside: Int32Array,
  component: Int32Array,
): boolean {
  const block = component[inside[0]!]!;
  let [money, scale] = [0, 0];
  for (const company of inside) {
    if (outsideDebts[company]! > 0) return false;
    for (let place = owed.offsets[company]!; place < owed.offsets[company + 1]!; place++)
      if (component[owed.columns[place]!] !== block) return false;
    money += outsideAssets[company]!;
    scale += obligations[company]!;
    for (let place = due.offsets[company]!; place < due.offsets[company + 1]!; place++) {
      const debtor = due.columns[place]!;
      if (component[debtor] !== block) money += due.values[place]! * (greatest[debtor]! / obligations[debtor]!);
    }
  }
  return money <= rounding * scale;
}

function passedOn(network: DebtNetwork, alpha: number, beta: number): Float64Array | null {
  const { n, due, outsideAssets, obligations } = network;
  const { offsets, columns } = due;
  const values = due.values.slice();
  const direct = new Float64Array(n); // what each pays of its own, as a part of what it owes
  for (let company = 0; company < n; company++) {
    const owes = obligations[company]!;
    if (owes > 0) direct[company] = (alpha * outsideAssets[company]!) / owes;
    for (let place = offsets[company]!; place < offsets[company + 1]!; place++)
      values[place] = owes > 0 ? (beta * values[place]!) / owes : 0;
  }
  const shares = { n, offsets, columns, values };
  for (;;) {
    const { x, exact } = cappedFeedback(shares, direct);
    if (!exact) return null;
    let released = 0;
    for (let company = 0; company < n; company++) {
      const owes = obligations[company]!;
      if (owes === 0 || direct[company]! >= 1) continue;
      let assets = outsideAssets[company]!;
      for (let place = offsets[company]!; place < offsets[company + 1]!; place++)
        assets += due.values[place]! * x[columns[place]!]!;
      if (assets < owes * (1 - rounding)) continue;
      direct[company] = 1;
      released++;
    }
    if (released === 0) return obligations.map((owes, company) => owes * x[company]!);
  }
}
