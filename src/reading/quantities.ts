/** What a figure is: money, shares of a whole, power, counts; with its bounds as the text words them. */

import type { Comparator } from "../model/amount.ts";

/** What a figure measures or counts; `count` is a bare number. */
export type QuantityType = "money" | "share" | "power" | "chips" | "shares" | "users" | "people" | "count";

/** A figure with its unit and bounds. */
export interface Quantity {
  readonly type: QuantityType;
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  readonly comparator: Comparator;
  /** [first, next) of its tokens, the words of its bound included. */
  readonly first: number;
  readonly next: number;
  /** A rate ("$65 per hour"), a change ("up 28%") or a price of a single thing: never a claim's amount. */
  readonly idle: boolean;
  /** Its unit is that of the figure before it. */
  readonly inherited?: boolean;
}
