/**
 * Which claims? The words of a filter, the same on the command line, in addresses and on screens: `kind:flow party:OpenAI amount:>=10bn -hedged "chips"`.
 *
 * Terms with a space between must all hold, `or` and parentheses group, `-` negates, `field:a,b` takes either. A bare word is one of the marks, else it is
 * looked for in the quotes; words in quotation marks are always looked for, as one phrase.
 */

import { firmnessLadder } from "../deals/firmness.ts";
import { claimKinds, metrics, type Status, statuses } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { ClaimId } from "../model/id.ts";

export type Filter =
  | { readonly kind: "all-of" | "any-of"; readonly filters: readonly Filter[] }
  | { readonly kind: "not"; readonly filter: Filter }
  | Term;

export type Term =
  | { readonly kind: "word"; readonly field: WordField; readonly values: readonly string[] }
  | { readonly kind: "mark"; readonly mark: Exclude<Mark, "conflict"> }
  | ConflictTerm
  | { readonly kind: "phrase"; readonly phrase: string }
  | { readonly kind: "amount"; readonly test: Test<number>; readonly unit: string | null }
  | { readonly kind: "day"; readonly field: DayField; readonly test: Test<PartialDay> };

/** Asks for claims in conflict. Which they are is told by settling: `claims` holds them once somebody settled. */
export interface ConflictTerm {
  readonly kind: "mark";
  readonly mark: "conflict";
  readonly claims?: readonly ClaimId[];
}

/** How a figure or a day is compared; `none` asks for claims that state none. */
export type Test<T> =
  | { readonly is: "=" | ">" | ">=" | "<" | "<="; readonly value: T }
  | { readonly is: ".."; readonly from: T; readonly to: T }
  | { readonly is: "none" };

/** Every claim. */
export const everything: Filter = { kind: "all-of", filters: [] };

export const wordFields = [
  "kind",
  "status",
  "firm",
  "party",
  "from",
  "to",
  "document",
  "publisher",
  "chip",
  "metric",
  "unit",
  "said-by",
  "origin",
] as const;
export type WordField = (typeof wordFields)[number];

/**
 * An imprecise day counts from its first: `2025` is in `period:2025` and before `2025-02`. `known`: the day from which a document counts as known, which is
 * the last that its published day can mean, and the day of receipt where it is undated.
 */
export const dayFields = ["published", "received", "known", "period"] as const;
export type DayField = (typeof dayFields)[number];

/** `older`: claims of a former reading, which are left out unless a filter asks for them. `hand`: written by a person. */
export const marks = [
  "conflict",
  "hedged",
  "conditional",
  "approximate",
  "accepted",
  "edited",
  "rejected",
  "reviewed",
  "unreviewed",
  "hand",
  "older",
] as const;
export type Mark = (typeof marks)[number];

/** Groups of kinds by one name. */
export const kindGroups = ["flow"] as const;

/** Words that a field takes and no others. Fields that are not here take names. */
export const wordsOfField: Partial<Readonly<Record<WordField, readonly string[]>>> = {
  kind: [...kindGroups, ...claimKinds],
  status: statuses,
  firm: firmnessLadder,
  metric: metrics,
};

/** Whether a filter asks for a mark anywhere. */
export function asksFor(filter: Filter, mark: Mark): boolean {
  switch (filter.kind) {
    case "all-of":
    case "any-of":
      return filter.filters.some((each) => asksFor(each, mark));
    case "not":
      return asksFor(filter.filter, mark);
    case "mark":
      return filter.mark === mark;
    case "word":
    case "phrase":
    case "amount":
    case "day":
      return false;
    default:
      return filter satisfies never;
  }
}

/** The filter with the claims that are in conflict, wherever it asks for them. */
export function knowingConflicts(filter: Filter, claims: readonly ClaimId[]): Filter {
  switch (filter.kind) {
    case "all-of":
    case "any-of":
      return { ...filter, filters: filter.filters.map((each) => knowingConflicts(each, claims)) };
    case "not":
      return { ...filter, filter: knowingConflicts(filter.filter, claims) };
    case "mark":
      return filter.mark === "conflict" ? { ...filter, claims } : filter;
    default:
      return filter;
  }
}

/** The claims that stand on a rung or above it. */
export function statusesFrom(firmness: string): readonly Status[] {
  const rung = (firmnessLadder as readonly string[]).indexOf(firmness);
  return rung < 0 ? [] : firmnessLadder.slice(rung);
}
