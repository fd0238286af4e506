/** What stands around a list of claims: how many it holds, how many were left out, and which word left out the last. */

import type { ClaimId, DocumentId } from "../model/id.ts";
import { orderBy } from "../views/claim-order.ts";
import { asksFor, type Filter } from "../views/filter.ts";
import { filterText } from "../views/filter-text.ts";
import { type Controls, questionFilter } from "../views/question-filter.ts";
import { claimIds, countClaims } from "./claims.ts";
import type { Book } from "./tables.ts";

export interface ClaimCounts {
  readonly claims: number;
  readonly reviewed: number;
  readonly conflicts: number;
  /** How many more there would be if the rejected ones were shown too. */
  readonly rejected: number;
  /** Where nothing is let through: the terms without which something would be, each with how much. */
  readonly removers: readonly { readonly term: string; readonly claims: number }[];
}

/** Counts what a filter lets through under a question. `conflicts` are those by what was known. */
export async function claimCounts(
  book: Book,
  filter: Filter,
  question: Controls,
  conflicts: ReadonlyMap<ClaimId, DocumentId>,
): Promise<ClaimCounts> {
  const full = questionFilter(filter, question);
  const { claims, reviewed } = await countClaims(book, full);
  const marked = await claimIds(book, {
    filter: both(full, { kind: "mark", mark: "conflict" }),
    order: orderBy("document"),
  });
  const rejected = asksFor(filter, "rejected")
    ? 0
    : (await countClaims(book, questionFilter(both(filter, { kind: "mark", mark: "rejected" }), question))).claims;
  return {
    claims,
    reviewed,
    conflicts: marked.filter((id) => conflicts.has(id)).length,
    rejected,
    removers: claims > 0 ? [] : await removersOf(book, filter, question),
  };
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
