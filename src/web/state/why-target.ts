/** The claim that is asked about where no figure has the focus: the one that is chosen on the screen. */

import { signal } from "@preact/signals";

export const whyTarget = signal<string | null>(null);
