/**
 * How are several amounts shared out, and how concentrated are they, when each is only known between two ends?
 *
 * Every share and every concentration that some choice of amounts inside the ends can have lies between the ends told here, and both ends are reached (by an open end: in the limit).
 * The highest concentration stands at a corner, because those below a level form a cone that is convex; the lowest where all amounts are as near to one level as their ends let them.
 */

import { concentration } from "../analyses/concentration.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";

/** Corners are tried up to so many amounts with a width; beyond, the largest share bounds the concentration from above. */
const mostWide = 12;

/** The share of each in the sum of all; null where there is nothing to share. */
export function shareEnds(amounts: readonly Ends[]): (Interval | null)[] {
  return amounts.map((own, index) => {
    const others = amounts.filter((_, other) => other !== index);
    const least = others.reduce((sum, { low }) => sum + low, 0);
    const most = others.reduce((sum, { high }) => sum + (high ?? Number.POSITIVE_INFINITY), 0);
    if (own.high === 0) return most === 0 ? null : { low: 0, high: 0 };
    const high = own.high === null ? 1 : own.high / (own.high + least);
    // Beside nothing else any amount is the whole.
    return { low: most === 0 ? 1 : own.low / (own.low + most), high };
  });
}

/** Between which ends the Herfindahl index lies, from 0 to 1; null where there is nothing to share. */
export function herfindahlEnds(amounts: readonly Ends[]): Interval | null {
  const some = amounts.filter(({ high }) => high !== 0);
  if (some.length === 0) return null;
  return { low: lowest(some), high: highest(some) };
}

function highest(amounts: readonly Ends[]): number {
  if (amounts.some(({ high }) => high === null)) return 1;
  const wide = amounts.flatMap(({ low, high }, index) => (low < high! ? [index] : []));
  if (wide.length > mostWide) return Math.max(...shareEnds(amounts).map((share) => share!.high));
  let most = 0;
  for (let corner = 0; corner < 2 ** wide.length; corner++) {
    const chosen = Float64Array.from(amounts, ({ low }) => low);
    for (const [bit, index] of wide.entries()) if ((corner >> bit) & 1) chosen[index] = amounts[index]!.high!;
    most = Math.max(most, concentration(chosen)?.hhi ?? 0);
  }
  return most;
}

/** Amounts above the level Σx² / Σx add to the concentration, those below take from it: at the lowest each stands at that level or at the end next to it. */
function lowest(amounts: readonly Ends[]): number {
  const highs = amounts.map(({ high }) => high ?? Number.POSITIVE_INFINITY);
  const excess = (level: number): number =>
    amounts.reduce((sum, { low }, index) => {
      const at = Math.min(Math.max(level, low), highs[index]!);
      return at === level ? sum : sum + at * (at - level);
    }, 0);
  // The excess only falls with the level, in straight pieces between the ends.
  const marks = [...new Set(amounts.flatMap(({ low, high }) => [low, high ?? low + 1]))].sort(
    (one, other) => one - other,
  );
  let [from, to] = [0, marks.at(-1)!];
  for (const mark of marks) {
    if (mark > 0 && excess(mark) <= 0) {
      to = mark;
      break;
    }
    from = mark;
  }
  const [over, under] = [excess(from), excess(to)];
  const level = over === under ? to : from + ((to - from) * over) / (over - under);
  const chosen = Float64Array.from(amounts, ({ low }, index) => Math.min(Math.max(level, low), highs[index]!));
  return concentration(chosen)!.hhi;
}
