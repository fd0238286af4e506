/** The claim that is asked about where no figure has the focus: the one that is chosen on the screen. And the sentences behind a mark. */

import { signal } from "@preact/signals";
import { openLayer } from "./page.ts";

export const whyTarget = signal<string | null>(null);

/** The sentences behind a mark. */
export function whyOf(claims: readonly string[]): void {
  const [claim] = claims;
  if (claim) openLayer({ is: "why", claim, claims });
}
