/** What was taken for granted, in words: by a rule, or by a person with day and reason. */

import type { Taken } from "../model/ledger.ts";
import { placeText } from "../model/problem.ts";

/** Of a posting, or of a company. */
export type TakenWords = Pick<Taken, "text" | "assumption">;

/** "ramp 2..9: ada, “…”, assumptions.yaml:3:3". */
export function takenText({ text, assumption }: TakenWords): string {
  if (assumption === null) return text;
  const { by, because, on, place } = assumption;
  const told = [by, because && `“${because}”`, on && `from ${on}`, placeText(place)].filter(Boolean);
  return `${text}: ${told.join(", ")}`;
}
