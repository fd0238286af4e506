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

import { solveFeedback } from "../numeric/solve-feedback.ts";
import { rowSums, type SummedRows, summedRows, transposedRows } from "../numeric/summed-rows.ts";

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

/** Rounding must not invent a default: short is who lacks more than this part of what is owed. */
export const rounding = 1e-12;

export function debtNetwork(
  n: number,
  debtor: Int32Array,
  creditor: Int32Array,
  amount: Float64Array,
  outsideAssets: Float64Array,
  outsideDebts: Float64Array,
): DebtNetwork {
  const owed = summedRows(n, debtor, creditor, amount);
  const burnt = outsideAssets.map((each) => Math.max(0, -each));
  const debts = outsideDebts.map((each, company) => each + burnt[company]!);
  return {
    n,
    owed,
    due: transposedRows(owed),
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
    if (!settle(short) && !solve()) exact = false;
  }
  return { payments: obligations.map((owes, company) => owes * paid[company]!), wave, exact };

  function received(company: number): number {
    let sum = 0;
    for (let place = offsets[company]!, end = offsets[company + 1]!; place < end; place++)
      sum += values[place]! * paid[columns[place]!]!;
    return sum;
  }

  /** Lowers payments of those in default until nothing moves, beginning with these; false when it takes too long. */
  function settle(first: readonly number[]): boolean {
    const queue = first.slice();
    for (const company of first) isQueued[company] = 1;
    const patience = 100 * failed.length;
    for (let head = 0; head < queue.length; head++) {
      const company = queue[head]!;
      isQueued[company] = 0;
      if (head > patience) {
        for (const waiting of queue.slice(head)) isQueued[waiting] = 0;
        return false;
      }
      const share = (alpha * outsideAssets[company]! + beta * received(company)) / obligations[company]!;
      const before = paid[company]!;
      if (!(share < before) || before - share <= 1e-14 * before) continue;
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

  /** The payments of all in default at once, as one linear system. */
  function solve(): boolean {
    const rhs = outsideAssets.map((assets, company) => (inDefault[company] === 1 ? alpha * assets : 0));
    const outside = network.outsideDebts.slice();
    for (const company of failed) {
      for (let place = offsets[company]!; place < offsets[company + 1]!; place++)
        if (inDefault[columns[place]!] === 0) rhs[company]! += beta * values[place]!;
      for (let place = owed.offsets[company]!; place < owed.offsets[company + 1]!; place++)
        if (inDefault[owed.columns[place]!] === 0) touch(owed.columns[place]!);
    }
    const conserving = { columns: owed, outside };
    return solveFeedback({ rows: due, scale: beta, diagonal: obligations, conserving }, rhs, paid, inDefault);
  }

  function touch(company: number): void {
    if (isTouched[company] === 1) return;
    isTouched[company] = 1;
    touched.push(company);
  }
}
