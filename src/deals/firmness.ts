/** How firm is it? The ladder that claims and deals climb. */

import { type Status, statuses } from "../model/claim.ts";

/** From the loosest rung to the firmest. `denied`, `ended` and `forecast` stand beside the ladder. */
export const firmnessLadder = ["talks", "announced", "signed", "completed"] as const;
export type Firmness = (typeof firmnessLadder)[number];

const rungs = Object.fromEntries(
  statuses.map((status) => [status, (firmnessLadder as readonly Status[]).indexOf(status)]),
) as Readonly<Record<Status, number>>;

/** The rung of a status, from 0; -1 beside the ladder. */
export function rungOf(status: Status): number {
  return rungs[status];
}

/** Whether a status is that firm or firmer. What stands beside the ladder never is. */
export function isAtLeast(status: Status, firmness: Firmness): boolean {
  return rungOf(status) >= rungOf(firmness);
}

/** The order in which tables sort statuses: beside the ladder first, then up its rungs. */
export const statusOrder: readonly Status[] = [
  "denied",
  "ended",
  "forecast",
  "talks",
  "announced",
  "signed",
  "completed",
];
