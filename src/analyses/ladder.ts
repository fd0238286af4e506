/**
 * What falls due when, and does the cash last from date to date?
 *
 * Formula: band (lo, hi]: as-of + lo months < date ≤ as-of + hi months, with months that end on the last day where one is too short; overdue: date ≤ as-of.
 *   Per band payable, receivable, net, cumulative, and cash after it = cash + cumulative, whose shortfall is the funding gap. Liquidity: all payments of a date
 *   after as-of are netted and added to the cash; its lowest balance, and the first date below zero.
 * Assumes: what is overdue is paid now in the bands, and never in the liquidity path.
 * Not for: amounts that are ranges (run it for each end); undated commitments, which stand in a line of their own and in no band.
 * Shapes: n payments; days are numbers, amounts in one unit, what is to be paid negative. Amounts are summed as the decimals that they are written as, exactly.
 * Errors: none. Netting inside a band can hide a shortfall: read the path beside it.
 * Source: IFRS 7.39 and B11 (time bands); Regulation S-K, former Item 303(a)(5) (contractual obligations).
 */

import { dayNumber, dayNumberAfter, type PartialDay } from "../model/day.ts";
import { type DecimalSum, decimalSum, sumOfDecimals } from "../numeric/decimal-sum.ts";

export interface LadderBand {
  readonly band: string;
  readonly payable: number;
  readonly receivable: number;
  readonly net: number;
  readonly cumulative: number;
  readonly cashAfter: number;
  readonly fundingGap: number;
}

export interface Liquidity {
  readonly end: number;
  readonly lowest: number;
  readonly lowestDay: number;
  /** Null where the cash lasts. */
  readonly firstShortfall: number | null;
}

/** Bands end these months after as-of; the last has no end. */
const bands: readonly (readonly [name: string, months: number])[] = [
  ["overdue", 0],
  ["0-3m", 3],
  ["3-6m", 6],
  ["6-12m", 12],
  ["1-2y", 24],
  ["2-3y", 36],
  ["3-5y", 60],
  [">5y", Number.POSITIVE_INFINITY],
];

export function ladder(asOf: PartialDay, days: Int32Array, amounts: Float64Array, cash: number): LadderBand[] {
  const ends = bands.map(([, months]) => (Number.isFinite(months) ? dayNumberAfter(asOf, months) : months));
  const sums = (): DecimalSum[] => bands.map(() => decimalSum());
  const [payables, receivables] = [sums(), sums()];
  for (let flow = 0; flow < days.length; flow++) {
    let band = 0;
    while (days[flow]! > ends[band]!) band++;
    if (amounts[flow]! < 0) payables[band]!.add(-amounts[flow]!);
    else receivables[band]!.add(amounts[flow]!);
  }
  const all = decimalSum();
  return bands.map(([band], index) => {
    const [payable, receivable] = [payables[index]!.value(), receivables[index]!.value()];
    all.add(receivable);
    all.add(-payable);
    const cumulative = all.value();
    const cashAfter = sumOfDecimals([cash, cumulative]);
    const net = sumOfDecimals([receivable, -payable]);
    return { band, payable, receivable, net, cumulative, cashAfter, fundingGap: Math.max(0, -cashAfter) };
  });
}

/** How the cash runs after as-of; the day itself counts, with the cash as it stands. */
export function liquidity(asOf: PartialDay, days: Int32Array, amounts: Float64Array, cash: number): Liquidity {
  const start = dayNumber(asOf);
  const order = Array.from(days.keys())
    .filter((flow) => days[flow]! > start)
    .sort((one, other) => days[one]! - days[other]!);
  const running = decimalSum(cash);
  let lowest = cash;
  let lowestDay = start;
  let firstShortfall = cash < 0 ? start : null;
  for (let place = 0; place < order.length; ) {
    const day = days[order[place]!]!;
    for (; place < order.length && days[order[place]!] === day; place++) running.add(amounts[order[place]!]!);
    const balance = running.value();
    if (balance < lowest) [lowest, lowestDay] = [balance, day];
    if (balance < 0 && firstShortfall === null) firstShortfall = day;
  }
  return { end: running.value(), lowest, lowestDay, firstShortfall };
}
