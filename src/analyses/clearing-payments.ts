/**
 * Who can pay what in the end, when it does not matter in which round who falls?
 *
 * Formula: as for clearing; all pay in full at first, then each in turn pays what it can, over and over, until nothing moves. The payments fall towards
 *   the greatest that clear.
 * Assumes: what `clearing` assumes.
 * Not for: the rounds of default.
 * Shapes: n companies; `tolerance` is a part of each payment. A few sweeps over all debts, the others among those in default.
 * Errors: `exact` false as in `clearing`.
 * Source: L. Eisenberg, T. Noe, Management Science 47 (2001); L. Rogers, L. Veraart, Management Science 59 (2013).
 */

import { type DebtNetwork, type DefaultCosts, noCosts, rounding } from "./clearing.ts";
import { settleDefaults } from "./settle-defaults.ts";

export interface ClearingPayments {
  readonly payments: Float64Array;
  readonly inDefault: Uint8Array;
  readonly exact: boolean;
}

/** Sweeps over everybody that find nearly all who are short; the rest is done among those alone. */
const fullSweeps = 4;

/** The greatest payments that clear, and who is in default. */
export function clearingPayments(
  network: DebtNetwork,
  costs: DefaultCosts = noCosts,
  tolerance = 1e-12,
): ClearingPayments {
  const { n, due, outsideAssets, obligations } = network;
  const { offsets, columns, values } = due;
  const { alpha, beta } = costs;
  const paid = new Float64Array(n).fill(1);
  const inDefault = new Uint8Array(n);
  const open = needyCompanies(network);
  let exact = true;
  for (let sweep = 1; ; sweep++) {
    let found = 0;
    for (let at = 0; at < open.length; at++) {
      const company = open[at]!;
      if (sweep > fullSweeps && inDefault[company] === 1) continue;
      const owes = obligations[company]!;
      let received = 0;
      for (let place = offsets[company]!, end = offsets[company + 1]!; place < end; place++)
        received += values[place]! * paid[columns[place]!]!;
      const assets = outsideAssets[company]! + received;
      if (assets >= owes * (1 - rounding)) continue;
      if (inDefault[company] === 0) {
        inDefault[company] = 1;
        found++;
      }
      paid[company] = Math.min(paid[company]!, (alpha * outsideAssets[company]! + beta * received) / owes);
    }
    if (found === 0 && (sweep === 1 || sweep > fullSweeps)) break;
    if (sweep < fullSweeps) continue;
    const failed = open.filter((company) => inDefault[company] === 1);
    if (!settleDefaults(network, costs, failed, inDefault, paid, tolerance)) exact = false;
  }
  return { payments: obligations.map((owes, company) => owes * paid[company]!), inDefault, exact };
}

/** Who could pay out of its own pocket is never short; the others. */
function needyCompanies({ n, outsideAssets, obligations }: DebtNetwork): Int32Array {
  const open = new Int32Array(n);
  let count = 0;
  for (let company = 0; company < n; company++)
    if (outsideAssets[company]! < obligations[company]! * (1 - rounding)) open[count++] = company;
  return open.subarray(0, count);
}
