/** How much of a quantity has moved when so much of its weight has: exact, rounded half to even, at any place without those before it. */

import { dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Flow, Posting, Timing } from "../model/ledger.ts";
import { roundedHalfToEven } from "./schedules.ts";

/** Below this a product of two weights is exact in a double. */
const exactWeight = 2 ** 26;

/** round(total · sum / whole), half to even; `0 ≤ sum ≤ whole`, all whole numbers. */
export function placed(total: number, sum: number, whole: number): number {
  if (whole >= exactWeight) return Number(roundedHalfToEven(BigInt(total) * BigInt(sum), BigInt(whole)));
  // total = quotient · whole + rest: the quotient's part is whole, and only the rest's is rounded.
  const rest = total % whole;
  const quotient = (total - rest) / whole;
  const product = rest * sum;
  const left = product % whole;
  const floor = quotient * sum + (product - left) / whole;
  const twice = 2 * left;
  return twice > whole || (twice === whole && floor % 2 !== 0) ? floor + 1 : floor;
}

/** What has moved by the end of piece `count − 1`: the low end and the width are placed apart, so that no piece has its ends crossed. */
function moved({ low, high }: Posting, { sums, whole }: Timing, count: number): { low: number; high: number | null } {
  const sum = count === 0 ? 0 : sums[count - 1]!;
  const least = placed(low, sum, whole);
  return { low: least, high: high === null ? null : least + placed(high - low, sum, whole) };
}

/** How many pieces lie on or before a day. */
function piecesUntil({ days }: Timing, day: number): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (days[middle]! <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What of a posting moves after one day and up to another; null where nothing of it does. Without days all that has none, or none yet. */
export function movedBetween(
  posting: Posting,
  after: number,
  until: number,
): { readonly low: number; readonly high: number | null } | null {
  const { timing } = posting;
  if (timing === null) return null;
  const [first, last] = [piecesUntil(timing, after), piecesUntil(timing, until)];
  if (first === last) return null;
  const [before, then] = [moved(posting, timing, first), moved(posting, timing, last)];
  return { low: then.low - before.low, high: then.high === null ? null : then.high - before.high! };
}

/** What of a posting has no day; null where all of it has. */
export function undated(posting: Posting): { readonly low: number; readonly high: number | null } | null {
  const { timing, low, high } = posting;
  if (timing === null) return { low, high };
  if (timing.sums.at(-1)! === timing.whole) return null;
  const dated = moved(posting, timing, timing.sums.length);
  return { low: low - dated.low, high: high === null ? null : high - dated.high! };
}

/** The dated pieces of a posting, in the order of their days. */
export function flowsOf(posting: Posting): Flow[] {
  const { timing } = posting;
  if (timing === null) return [];
  let before: { low: number; high: number | null } = { low: 0, high: posting.high === null ? null : 0 };
  return Array.from(timing.days, (day, index) => {
    const now = moved(posting, timing, index + 1);
    const flow = { posting, day, low: now.low - before.low, high: now.high === null ? null : now.high - before.high! };
    before = now;
    return flow;
  });
}

/** The first and the last day on which something of a posting moves. */
export function onDays({ timing }: Posting): PartialDay[] {
  return timing === null ? [] : [dayOfNumber(timing.days[0]!), dayOfNumber(timing.days.at(-1)!)];
}
