/** Which deals does a filter of claims let through? Those of which some claim passes. */

import { conflictsIn } from "../deals/conflicts.ts";
import { isAtLeast } from "../deals/firmness.ts";
import type { Deal } from "../model/deal.ts";
import { orderBy } from "../views/claim-order.ts";
import { betweenGroups } from "../views/deal-rows.ts";
import { type Filter, knowingConflicts } from "../views/filter.ts";
import { filterByGroup } from "../views/filter-groups.ts";
import type { By } from "../views/page-answers.ts";
import { type Controls, questionFilter } from "../views/question-filter.ts";
import { claimIds } from "./claims.ts";
import type { SettledBook } from "./settled-book.ts";
import type { Book } from "./tables.ts";

/** Of a book settled on the dates asked about. By group what a group does within itself is left out. */
export async function listedDeals(
  book: Book,
  settled: SettledBook,
  question: Controls,
  written: Filter,
  by: By,
): Promise<readonly Deal[]> {
  const marked = knowingConflicts(written, [...conflictsIn(settled.deals).keys()]);
  const filter = questionFilter(by === "unit" ? marked : filterByGroup(marked, settled.parties), {
    ...question,
    firmness: null,
    asOf: null,
  });
  const meant = new Set(await claimIds(book, { filter, order: orderBy("document") }));
  const { firmness } = question;
  const firm = ({ status }: Deal): boolean => firmness === null || isAtLeast(status, firmness);
  const shown = by === "unit" ? settled.deals : betweenGroups(settled.deals, settled.parties);
  return shown.filter((deal) => firm(deal) && deal.claims.some((claim) => meant.has(claim)));
}
