/** A filter as text, which reads back as the same filter. */

import { type Filter, marks } from "./filter.ts";
import { amountTestText, dayTestText } from "./filter-values.ts";
import { quotedIfNeeded } from "./parse-filter.ts";

/** The text of a filter. */
export function filterText(filter: Filter): string {
  switch (filter.kind) {
    case "all-of":
      return filter.filters.map((each) => partText(each, "all-of")).join(" ");
    case "any-of":
      return filter.filters.map((each) => partText(each, "any-of")).join(" or ");
    case "not":
      return `-${partText(filter.filter, "not")}`;
    case "word":
      return `${filter.field}:${filter.values.map(quotedIfNeeded).join(",")}`;
    case "mark":
      return filter.mark;
    case "phrase":
      return isBare(filter.phrase) ? filter.phrase : `"${filter.phrase.replaceAll(/["\\]/g, "\\$&")}"`;
    case "amount":
      return `amount:${amountTestText(filter)}`;
    case "day":
      return `${filter.field}:${dayTestText(filter.test)}`;
    default:
      return filter satisfies never;
  }
}

/** In parentheses where it would otherwise come apart. */
function partText(filter: Filter, within: "all-of" | "any-of" | "not"): string {
  const groups =
    filter.kind === "any-of" ||
    (filter.kind === "all-of" && within !== "any-of") ||
    (filter.kind === within && within !== "not");
  return groups ? `(${filterText(filter)})` : filterText(filter);
}

/** Whether a word alone is read as a word to look for. */
function isBare(phrase: string): boolean {
  return (
    /^[\p{L}\p{N}]+$/u.test(phrase) &&
    phrase.toLowerCase() !== "or" &&
    !(marks as readonly string[]).includes(phrase.toLowerCase())
  );
}
