/** A problem as people read it: where, what, and on the next line how to mend it. */

import { type Problem, placeText } from "../../model/problem.ts";

/** The lines of one problem, with their line end. */
export function problemText({ message, place, fix }: Problem): string {
  const head = place ? `${placeText(place)}: ${message}` : message;
  return fix ? `${head}\n  Fix: ${fix}\n` : `${head}\n`;
}
