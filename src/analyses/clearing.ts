/**
 * Who can pay what, if everybody pays what they can and all debts of one debtor are served alike?
 *
 * Formula: p_i = P_i where e_i + Σ_j L_ji p_j / P_j ≥ P_i, else α e_i + β Σ_j L_ji p_j / P_j. P_i is all that i owes, to others (L_ij) and outside; e_i
 *   its outside assets. α = β = 1 is Eisenberg–Noe; less is Rogers–Veraart, the shares that outlast a default. Of several answers the greatest.
 * Assumes: limited liability, debts before equity, pro rata among creditors, one due date, one currency. A debt to oneself is dropped; negative
 *   outside assets are booked as a debt to the outside.
 * Not for: secured or ranked debts, or debts due at different times: clear each date by itself and roll over what is unpaid.
 * Shapes: n companies, m debts; arrays of n. Units: one money, any unit.
 *   Rounds of default: all that are short if the others pay in full, then those short because of these, and so on (`wave` 0, 1, …; -1 pays in full).
 * Errors: `exact` false where the payments of those in default did not come to rest; they are then bounds from above.
 * Source: L. Eisenberg, T. Noe, Systemic risk in financial systems, Management Science 47 (2001); L. Rogers, L. Veraart, Failure and rescue in an
 *   interbank network, Management Science 59 (2013).
 */

import { rowSums, type SummedRows, transposedRows } from "../numeric/summed-rows.ts";
import { settleDefaults } from "./settle-defaults.ts";

/** Debts between companies, and what each has and owes outside; built once for all questions about it. */
export interface DebtNetwork {
  readonly n: number;
  /** Row i: who owes i, and what. */
  readonly due: SummedRows;
  /** Row i: whom i owes, and what. */
  readonly owed: SummedRows;
  readonly outsideAssets: Float64Array;
  readonly outsideDebts: Float64Array;
  /** All that each owes, inside and outside. */
  readonly obligations: Float64Array;
}

/** Shares of outside assets (α) and of payments received (β) that are left for creditors after a default. */
export interface DefaultCosts {
  readonly alpha: number;
  readonly beta: number;
}

export interface Clearing {
  readonly payments: Float64Array;
  /** The round in which a company is first short, -1 where it pays in full. */
  readonly wave: Int32Array;
  readonly exact: boolean;
}

export const noCosts: DefaultCosts = { alpha: 1, beta: 1 };

/** Payments rest when no sweep lowers one by more than this part of it. */
const atRest = 1e-14;
/** Below this many in default it does not matter how they are settled. */
const fewCompanies = 20;

/** Rounding must not invent a default: short is who lacks more than this part of what is owed. */
export const rounding = 1e-12;

/** Row i of `owed` names whom i owes, and what; `due` is the same by creditors. */
export function debtNetwork(
  owed: SummedRows,
  outsideAssets: Float64Array,
  outsideDebts: Float64Array,
  due = transposedRows(owed),
): DebtNetwork {
  const burnt = outsideAssets.map((each) => Math.max(0, -each));
  const debts = outsideDebts.map((each, company) => each + burnt[company]!);
  return {
    n: owed.n,
    owed,
    due,
    outsideAssets: outsideAssets.map((each) => Math.max(0, each)),
    outsideDebts: debts,
    obligations: rowSums(owed).map((each, company) => each + debts[company]!),
  };
}

/** The greatest payments and the rounds of default, by fictitious default: exact in each round, and work only where something changed. */
export function clear(network: DebtNetwork, { alpha, beta }: DefaultCosts = noCosts): Clearing {
  const { n, due, owed, outsideAssets, obligations } = network;
  const { offsets, columns, values } = due;
  const paid = new Float64Array(n).fill(1); // the share of its obligations that each pays
  const wave = new Int32Array(n).fill(-1);
  const inDefault = new Uint8Array(n);
  const failed: number[] = [];
  let touched: number[] = Array.from({ length: n }, (_, company) => company);
  const isTouched = new Uint8Array(n).fill(1);
  const isQueued = new Uint8Array(n);
  let exact = true;

  for (let round = 0; touched.length > 0; round++) {
    const short = touched.filter((company) => {
      isTouched[company] = 0;
      const owes = obligations[company]!;
      return inDefault[company] === 0 && outsideAssets[company]! + received(company) < owes - rounding * owes;
    });
    touched = [];
    for (const company of short) {
      inDefault[company] = 1;
      wave[company] = round;
      failed.push(company);
    }
    if (short.length === 0 || settle(short)) continue;
    if (!settleDefaults(network, { alpha, beta }, Int32Array.from(failed), inDefault, paid, atRest)) exact = false;
    touchCreditors();
  }
  return { payments: obligations.map((owes, company) => owes * paid[company]!), wave, exact };

  function received(company: number): number {
    let sum = 0;
    for (let place = offsets[company]!, end = offsets[company + 1]!; place < end; place++)
      sum += values[place]! * paid[columns[place]!]!;
    return sum;
  }

  /** Lowers payments from one company to the next until nothing moves, beginning with these; false where that is not the short way. */
  function settle(first: readonly number[]): boolean {
    const patience = failed.length / 4;
    if (first.length > patience && failed.length > fewCompanies) return false;
    const queue = first.slice();
    for (const company of first) isQueued[company] = 1;
    for (let head = 0; head < queue.length; head++) {
      const company = queue[head]!;
      isQueued[company] = 0;
      if (head > patience + 50 * fewCompanies) {
        for (const waiting of queue.slice(head)) isQueued[waiting] = 0;
        return false;
      }
      const share = shareOf(company);
      const before = paid[company]!;
      if (!(share < before) || before - share <= atRest * before) continue;
      paid[company] = share;
      for (let place = owed.offsets[company]!; place < owed.offsets[company + 1]!; place++) {
        const creditor = owed.columns[place]!;
        if (inDefault[creditor] === 0) touch(creditor);
        else if (isQueued[creditor] === 0) {
          isQueued[creditor] = 1;
          queue.push(creditor);
        }
      }
    }
    return true;
  }

  function shareOf(company: number): number {
    return (alpha * outsideAssets[company]! + beta * received(company)) / obligations[company]!;
  }

  function touchCreditors(): void {
    for (const company of failed)
      for (let place = owed.offsets[company]!; place < owed.offsets[company + 1]!; place++)
        if (inDefault[owed.columns[place]!] === 0) touch(owed.columns[place]!);
  }

  function touch(company: number): void {
    if (isTouched[company] === 1) return;
    isTouched[company] = 1;
    touched.push(company);
  }
}
