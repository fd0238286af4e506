/** Which claims contradict other documents? A text may also give two values by itself. */

import type { ClaimCard } from "./page-answers.ts";

/** Whether another document says otherwise. */
export function isAgainstOthers({ number, rivals }: Pick<ClaimCard, "number" | "rivals">): boolean {
  return rivals.some((rival) => rival.number !== number);
}
