/** Which year does a month, quarter or season without one mean, seen from the document's day? */

import { dayParts, type PartialDay } from "../../model/day.ts";
import type { Token } from "../tokens.ts";

/** The year that a bare month means: the nearest one behind, or ahead where the words look ahead. */
export function yearOfMonth(
  tokens: readonly Token[],
  at: number,
  month: number,
  day: number | undefined,
  today: PartialDay,
): number {
  const now = dayParts(today);
  const before = tokens[at - 1]?.lower ?? "";
  const ahead = /^(?:until|by|next|due|starting|from|before|till)$/.test(before) || looksAhead(tokens, at);
  const later = month > (now.month ?? 12) || (month === now.month && day !== undefined && day > (now.day ?? 31));
  if (ahead) return later || (month === now.month && before !== "next") ? now.year : now.year + 1;
  return later ? now.year - 1 : now.year;
}

/** The year that a quarter or half without one means. */
export function nearYear(
  tokens: readonly Token[],
  at: number,
  lastMonth: number,
  now: { year: number; month: number | undefined },
): number {
  if (looksAhead(tokens, at)) return lastMonth >= (now.month ?? 1) ? now.year : now.year + 1;
  return lastMonth - 2 <= (now.month ?? 12) ? now.year : now.year - 1;
}

/** The year of "last autumn" and "next spring". */
export function seasonYear(season: string, shift: number, now: { year: number; month: number | undefined }): number {
  const firstMonth = season === "spring" ? 3 : season === "summer" ? 6 : season === "winter" ? 12 : 9;
  if (shift < 0) return firstMonth < (now.month ?? 12) ? now.year : now.year - 1;
  return firstMonth > (now.month ?? 1) ? now.year : now.year + 1;
}

/** Whether the words before look to the future: "is expected to". */
export function looksAhead(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index < 14; index--) {
    const word = tokens[index]!.lower;
    if (
      /^(?:will|would|shall|expected|expects|scheduled|plans|planned|prices|expires|to|due|starting|set|begins)$/.test(
        word,
      )
    )
      return true;
    if (/^(?:was|were|had|signed|raised|closed|said|has|agreed|announced|bought|sold|issued|completed)$/.test(word))
      return false;
  }
  return false;
}
