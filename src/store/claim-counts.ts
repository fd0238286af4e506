/** What stands around a list of claims: how many it holds, how many were left out, and which word left out the last. */

import type { Conflicts } from "../deals/conflicts.ts";
import { asksFor, type Filter, knowingConflicts } from "../views/filter.ts";
import { filterText } from "../views/filter-text.ts";
import { type Controls, questionFilter } from "../views/question-filter.ts";
import { countClaims } from "./claims.ts";
import type { Book } from "./tables.ts";

export interface ClaimCounts {
  readonly claims: number;
  readonly reviewed: number;
  /** How many more there would be if the rejected ones were shown too. */
  readonly rejected: number;
  /** Where nothing is let through: the terms without which something would be, each with how much. */
  readonly removers: readonly { readonly term: string; readonly claims: number }[];
}

/** Counts what a filter lets through under a question. */
export async function claimCounts(book: Book, filter: Filter, question: Controls): Promise<ClaimCounts> {
  const full = questionFilter(filter, question);
  const { claims, reviewed } = await countClaims(book, full);
  const rejected = asksFor(filter, "rejected")
    ? 0
    : (await countClaims(book, questionFilter(both(filter, { kind: "mark", mark: "rejected" }), question))).claims;
  return {
    claims,
    reviewed,
    rejected,
    removers: claims > 0 ? [] : await removersOf(book, filter, question),
  };
}

/** How many of the claims that a filter lets through are in conflict. */
export async function countInConflict(book: Book, filter: Filter, conflicts: Conflicts): Promise<number> {
  if (conflicts.size === 0) return 0;
  const marked = knowingConflicts(both(filter, { kind: "mark", mark: "conflict" }), [...conflicts.keys()]);
  return (await countClaims(book, marked)).claims;
}

function both(one: Filter, other: Filter): Filter {
  return { kind: "all-of", filters: [one, other] };
}

async function removersOf(book: Book, filter: Filter, question: Controls): Promise<ClaimCounts["removers"]> {
  const terms = filter.kind === "all-of" ? filter.filters : [filter];
  const removers: { term: string; claims: number }[] = [];
  for (const term of terms) {
    const others: Filter = { kind: "all-of", filters: terms.filter((each) => each !== term) };
    const { claims } = await countClaims(book, questionFilter(others, question));
    if (claims > 0) removers.push({ term: filterText(term), claims });
  }
  return removers;
}
