/**
 * Who can pay what in the end, when it does not matter in which round who falls?
 *
 * Formula: as for clearing; all pay in full at first, then each in turn pays what it can, over and over, until nothing moves. The payments fall towards
 *   the greatest that clear.
 * Assumes: what `clearing` assumes.
 * Not for: the rounds of default.
 * Shapes: n companies; `tolerance` is a part of each payment. A dozen sweeps over the debts to those who could not pay without them.
 * Errors: `exact` false as in `clearing`.
 * Source: L. Eisenberg, T. Noe, Management Science 47 (2001); L. Rogers, L. Veraart, Management Science 59 (2013).
 */

import { type RowSweep, rowSweep } from "../numeric/row-sweep.ts";
import { type DebtNetwork, type DefaultCosts, noCosts, rounding } from "./clearing.ts";
import { settleDefaults } from "./settle-defaults.ts";

export interface ClearingPayments {
  readonly payments: Float64Array;
  readonly inDefault: Uint8Array;
  readonly exact: boolean;
}

/** Where each sweep halves the change, 33 come to rest at ten digits; what is slower is solved among those in default. */
const mostSweeps = 40;

/** The greatest payments that clear, and who is in default. */
export function clearingPayments(
  network: DebtNetwork,
  costs: DefaultCosts = noCosts,
  tolerance = 1e-12,
): ClearingPayments {
  const { n, obligations } = network;
  const sweep = payingSweep(network, costs);
  // The share of its obligations that each pays.
  const paid = sweep.x;
  const old = new Float64Array(n);
  const inDefault = new Uint8Array(n);
  let exact = true;
  let before = 0;
  for (let sweeps = 1; ; sweeps++) {
    old.set(paid);
    sweep.run();
    const { found, fall } = judge(paid, old, inDefault);
    const rate = fall / before;
    if (found === 0 && (fall === 0 || sweeps > mostSweeps || (rate < 0.9 && (fall * rate) / (1 - rate) <= tolerance)))
      break;
    before = fall;
    if (sweeps < mostSweeps) continue;
    const failed = Int32Array.from(inDefault.keys()).filter((company) => inDefault[company] === 1);
    if (!settleDefaults(network, costs, failed, inDefault, paid, tolerance)) exact = false;
  }
  return { payments: obligations.map((owes, company) => owes * paid[company]!), inDefault, exact };
}

/** Marks who is short; gives how many were not before, and the largest fall of a payment as a part of it. */
function judge(paid: Float64Array, old: Float64Array, inDefault: Uint8Array) {
  let [found, fall] = [0, 0];
  for (let company = 0; company < paid.length; company++) {
    const now = paid[company]!;
    if (now === 1) continue;
    found += 1 - inDefault[company]!;
    inDefault[company] = 1;
    const before = old[company]!;
    if (before - now > fall * before) fall = (before - now) / before;
  }
  return { found, fall };
}

/** Lets each pay what it can, one after the other. Who could pay out of its own pocket is never short, and what it receives does not matter. */
function payingSweep({ n, due, outsideAssets, obligations }: DebtNetwork, { alpha, beta }: DefaultCosts): RowSweep {
  const isSafe = new Uint8Array(n);
  for (let company = 0; company < n; company++)
    if (outsideAssets[company]! >= obligations[company]! * (1 - rounding)) isSafe[company] = 1;
  const sweep = rowSweep(due, isSafe);
  for (let company = 0; company < n; company++) {
    const [assets, owes] = [outsideAssets[company]!, obligations[company]!];
    sweep.x[company] = 1;
    sweep.full[company] = owes * (1 - rounding) - assets;
    sweep.gain[company] = beta / owes;
    sweep.shift[company] = (alpha * assets) / owes;
  }
  return sweep;
}
