/**
 * What does a borrower pay back, and when?
 *
 * Formula: level: every payment is P · r / (1 − (1 + r)^−n), or P / n where r is 0; interest of a period is r · what is still owed, the rest of the payment is principal.
 *   Bullet: every payment is P · r, and the last one P more.
 * Assumes: a nominal rate a year, divided by the periods of a year; payments at the end of each period, on the day of the month of the loan, or on the last day of months where
 *   it was given on one.
 * Not for: fees, rates that change, day counts other than equal periods.
 * Shapes: P the principal, r the rate of a period, n periods.
 * Errors: none; what a person writes is refused where it is read.
 * Source: the annuity formula; ISDA end-of-month roll convention.
 */

import { dayNumber, dayOf, dayParts, daysInMonth, monthsAfter, type PartialDay, parseDay } from "../model/day.ts";
import type { Timing } from "../model/ledger.ts";

export interface WrittenRepayment {
  readonly is: "level" | "bullet";
  /** Nominal, a year: 0.08. */
  readonly rate: number;
  /** Months of a period. */
  readonly step: number;
  readonly periods: number;
  /** The day on which the money was lent; null: that of the deal. */
  readonly from: PartialDay | null;
}

const steps: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** `level 8% quarterly for 5 years [from 2026-01-31]`, or what is wrong with it. */
export function readRepayment(text: string): WrittenRepayment | string {
  const match =
    /^(level|bullet) (\d{1,2}(?:\.\d{1,4})?)% (monthly|quarterly|yearly) for (\d{1,3}) (year|month)s?(?: from (\S+))?$/.exec(
      text.trim().toLowerCase().replace(/\s+/g, " "),
    );
  const from = match?.[6] === undefined ? null : parseDay(match[6]);
  if (!match || (match[6] !== undefined && from === null))
    return "a loan is paid back level or bullet, at a rate a year, for a time: level 8% quarterly for 5 years";
  const step = steps[match[3]!]!;
  const periods = (Number(match[4]) * (match[5] === "year" ? 12 : 1)) / step;
  if (!Number.isInteger(periods) || periods < 1) return `${match[4]} ${match[5]}s are no whole number of periods`;
  return { is: match[1] as "level", rate: Number(match[2]) / 100, step, periods, from };
}

export interface LoanRow {
  readonly interest: number;
  readonly principal: number;
  /** What is still owed after it. */
  readonly balance: number;
}

/** The payment of a level loan and how each divides into interest and principal. */
export function levelLoan(principal: number, rate: number, periods: number): { payment: number; rows: LoanRow[] } {
  const payment = levelPayment(rate, periods) * principal;
  let balance = principal;
  const rows = Array.from({ length: periods }, (): LoanRow => {
    const interest = balance * rate;
    balance -= payment - interest;
    return { interest, principal: payment - interest, balance };
  });
  return { payment, rows };
}

function levelPayment(rate: number, periods: number): number {
  return rate === 0 ? 1 / periods : rate / -Math.expm1(-periods * Math.log1p(rate));
}

/** The days on which periods of a loan end. Each counts from the first day, so that a short month shortens none after it. */
export function paymentDays(from: PartialDay, step: number, periods: number, endOfMonth: boolean): PartialDay[] {
  return Array.from({ length: periods }, (_, index) => {
    const day = monthsAfter(from, step * (index + 1));
    const { year, month } = dayParts(day);
    return endOfMonth ? dayOf(year, month!, daysInMonth(year, month!)) : day;
  });
}

/** When it is paid back, and all of it for one that was lent. */
export function repaid(
  { is, rate: yearly, step, periods }: WrittenRepayment,
  from: PartialDay,
): { readonly timing: Timing; readonly forOne: number } {
  const rate = (yearly * step) / 12;
  const { year, month, day } = dayParts(from);
  const days = paymentDays(from, step, periods, day === daysInMonth(year, month!));
  // Of a bullet the last payment is the principal more; weights are whole.
  const interest = is === "level" ? 1 : Math.round(rate * parts);
  const last = is === "level" ? 1 : interest + parts;
  const sums = Float64Array.from(days, (_, index) => interest * index + (index === periods - 1 ? last : interest));
  return {
    timing: { days: Int32Array.from(days, dayNumber), sums, whole: sums.at(-1)! },
    forOne: is === "level" ? periods * levelPayment(rate, periods) : 1 + periods * rate,
  };
}

/** Weights of a bullet's payments are told in millionths of the principal. */
const parts = 1_000_000;
