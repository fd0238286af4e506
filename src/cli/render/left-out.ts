/** Which prices does the day leave out, and how are they seen? */

import type { PartialDay } from "../../model/day.ts";
import type { LeftOut } from "../../views/price-days.ts";
import { tableWidth } from "./reading.ts";
import { wrapText } from "./table.ts";

export interface LeftOutView {
  readonly left: LeftOut | null;
  readonly asOf: PartialDay | null;
  readonly command: (words: string) => string;
}

/** "Prices left out: 162 later than 2025-12-17", and the command that shows them; empty where nothing is left out. */
export function leftOutText({ left, asOf, command }: LeftOutView, verb: string, words: readonly string[]): string {
  if (left === null) return "";
  const counts = [
    left.later > 0 ? `${left.later} later than ${asOf}` : "",
    left.vague > 0 ? `${left.vague} dated too vaguely to be of ${asOf} for certain` : "",
  ];
  const typed = [verb, ...words.map((word) => (/[^\w.-]/.test(word) ? `'${word}'` : word)), "--at", left.until];
  const lines = wrapText(`Prices left out: ${counts.filter(Boolean).join(", ")}.`, tableWidth - 2);
  return `${[...lines, `See: ${command(typed.join(" "))}`].map((line) => ` ${line}`).join("\n")}\n`;
}
