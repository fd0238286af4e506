/** Where a figure of a register was collected. Null where that is not told. */

import type { PartialDay } from "./day.ts";

export interface Source {
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The day on which it was published. */
  readonly day: PartialDay | null;
}
