/** Digits of a review, on the page and in a terminal: 1 to 7 set a status, after a rejection 1 to 6 say why. */

import type { Status } from "../model/claim.ts";

/** From the least firm on; then what is no rung of the ladder. */
export const statusKeys: readonly Status[] = [
  "forecast",
  "talks",
  "announced",
  "signed",
  "completed",
  "denied",
  "ended",
];

export const rejectReasons = [
  "not said",
  "wrong party",
  "wrong amount",
  "wrong status",
  "duplicate",
  "opinion",
] as const;
