/** A runway in words: how long the cash lasts, on what its ends hang; where there is none, what was found instead. For the command line and the page alike. */

import type { Runway } from "../analyses/runway.ts";
import { amountText } from "../model/amount.ts";
import type { ClaimId } from "../model/id.ts";
import type { Posting } from "../model/ledger.ts";
import { balanceText } from "./interval-text.ts";
import type { NoCash, RunwayAnswer } from "./runway-rows.ts";
import { windowText } from "./window.ts";

/** The finding, with how sure it is. */
export function runwayFinding({ shortest, longest, burn }: RunwayAnswer, who: string, firmness: string): string {
  const basis = `${firmness} and firmer${burn === null ? ", before any burn" : ""}`;
  if (shortest === null) return `${who}: the cash does not run out on what is counted (${basis})`;
  if (longest === null)
    return `${who}: the cash lasts ${monthsText(shortest)} months at the shortest, to ${shortest.day}; at the longest it does not run out (${basis})`;
  if (shortest.day === longest.day)
    return `${who}: the cash lasts ${monthsText(shortest)} months and falls below zero on ${shortest.day} (${basis})`;
  return `${who}: the cash lasts ${monthsText(shortest)} to ${monthsText(longest)} months and falls below zero between ${shortest.day} and ${longest.day} (${basis})`;
}

function monthsText({ months }: Runway): string {
  return months.toFixed(1);
}

/** A sum that is at least so much may be any sum: what that does to the short end, and what the end is else; null where nothing is open. */
export function openEndText(
  { openEnded, shortestClosed }: RunwayAnswer,
  called: (posting: Posting) => string,
): string | null {
  if (openEnded.length === 0) return null;
  const which = openEnded.map(called).join(", ");
  const rest =
    shortestClosed === null
      ? "the cash does not run out"
      : `the short end is ${monthsText(shortestClosed)} months, ${shortestClosed.day}`;
  return `The short end hangs on what has no upper end (${which}): it may be any sum. With no more than is stated of it ${rest}.`;
}

/** What is missing in the window. */
export function gapText({ window, inWindow: { sources, uses, fundingGap } }: RunwayAnswer): string {
  const missing =
    fundingGap.high === 0
      ? "nothing is missing"
      : fundingGap.low === 0 && fundingGap.high === Number.POSITIVE_INFINITY
        ? "whether something is missing is open"
        : `missing ${balanceText(fundingGap)}`;
  return `${windowText(window)}: sources ${balanceText(sources)} (the cash with them), uses ${balanceText(uses)}: ${missing}.`;
}

/** What sources tell of its money, where nobody tells its cash. */
export function foundInstead({
  observations,
  secondarySales,
}: Pick<NoCash, "observations" | "secondarySales">): { readonly text: string; readonly claim: ClaimId }[] {
  return [
    ...observations.map(({ measure, amount, comparator, status, claims }) => ({
      text: `${measure} ${amountText(amount, comparator ?? "=")}${status === "forecast" ? ", a forecast" : ""}`,
      claim: claims[0]!,
    })),
    ...secondarySales.map(({ claims }) => ({
      text: "a sale of shares, but by those who held them, so it brought no cash",
      claim: claims[0]!,
    })),
  ];
}
