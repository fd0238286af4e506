/** What do the marks in this table mean? One short line below it, of those that it uses. */

import type { Review } from "../../model/book.ts";
import type { Claim } from "../../model/claim.ts";
import type { Terminal } from "../terminal.ts";
import { tableWidth } from "./reading.ts";
import { reviewText } from "./status.ts";
import { wrapParts } from "./table.ts";

/** What a table shows that may carry marks. */
export interface Marked {
  readonly claims: readonly Pick<Claim, "hedged" | "conditional" | "also">[];
  readonly reviews?: readonly Review[];
  readonly conflicts?: boolean;
  /** Whether `+1 more` stands beside quotes. */
  readonly repeats?: boolean;
}

/** The line, or two; none where the table has no marks. */
export function legendLines(
  { claims, reviews = [], conflicts = false, repeats = false }: Marked,
  terminal: Pick<Terminal, "glyphs">,
): string[] {
  const marks: string[] = [];
  if (claims.some(({ hedged }) => hedged)) marks.push("~ hedged (“reportedly”)");
  if (claims.some(({ conditional }) => conditional)) marks.push("if: on a condition");
  if (conflicts) marks.push("≠ sources differ (capstack conflicts)");
  for (const review of ["accepted", "edited", "rejected"] as const)
    if (reviews.includes(review)) marks.push(`${reviewText(review, terminal).trim()} ${review}`);
  if (repeats && claims.some(({ also }) => also.length > 0)) marks.push("+1 more: said again in the text");
  return marks.length === 0 ? [] : wrapParts(marks, tableWidth - 1).map((line) => ` ${line}`);
}
