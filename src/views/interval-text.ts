/** Ends as tables print them: shares, concentrations, money that may fall below zero. */

import { figureText } from "../model/amount.ts";
import type { Interval } from "../numeric/interval.ts";

/** `69.5%`, `10–25%`, `≥ 40%`: ends that print alike are one. */
export function shareText(share: Interval | null): string {
  if (share === null) return "—";
  const [low, high] = [percent(share.low), percent(share.high)];
  if (share.high === Number.POSITIVE_INFINITY) return `≥ ${low}%`;
  return low === high ? `${low}%` : `${low}–${high}%`;
}

/** Herfindahl points of 10,000: `7,500`, `5,000–10,000`. */
export function pointsText({ low, high }: Interval): string {
  const [from, to] = [low, high].map((each) => Math.round(each * 10_000).toLocaleString("en-US"));
  return from === to ? from! : `${from}–${to}`;
}

/** Cents that may be below zero: `$3.2bn`, `−$1.3bn to $23.7bn`; an open end is told in words. */
export function balanceText({ low, high }: Interval): string {
  if (low === Number.NEGATIVE_INFINITY) return high === Number.POSITIVE_INFINITY ? "open" : `≤ ${signed(high)}`;
  if (high === Number.POSITIVE_INFINITY) return `≥ ${signed(low)}`;
  const [from, to] = [signed(low), signed(high)];
  return from === to ? from : `${from} to ${to}`;
}

function signed(cents: number): string {
  const text = figureText(Math.abs(Math.round(cents)) / 100, "USD");
  return cents < 0 ? `−${text}` : text;
}

function percent(share: number): string {
  return String(Number((share * 100).toPrecision(share < 0.1 ? 2 : 3)));
}
