/** Chips, as a register lists them: a generation belongs to the family that claims name. */

import type { PartialDay } from "./day.ts";
import type { PartyId } from "./id.ts";
import type { Source } from "./source.ts";

/** The formats of numbers in which a peak is told. */
export const precisions = ["fp32", "tf32", "bf16", "fp16", "fp8", "fp4", "int8"] as const;

export type Precision = (typeof precisions)[number];

export interface Chip {
  readonly id: string;
  readonly name: string;
  readonly vendor: PartyId;
  /** The id that claims use: `trainium`, `blackwell`, `h100`. */
  readonly family: string;
  readonly aliases: readonly string[];
  /** The day on which it was released or is meant to be. */
  readonly released: PartialDay | null;
  readonly memoryGigabytes: number | null;
  readonly bandwidthGigabytesPerSecond: number | null;
  readonly powerWatts: number | null;
  /** Operations a second at their peak, dense; of `int8` integer ones. */
  readonly peak: Readonly<Record<Precision, number | null>>;
  /** An estimate in US dollars for one of them, and the day for which it was told. */
  readonly price: number | null;
  readonly priceDay: PartialDay | null;
  /** Rows of one group are of one chip, by sources that disagree. */
  readonly conflictGroup: string | null;
  readonly source: Source;
  readonly notes: string | null;
}
