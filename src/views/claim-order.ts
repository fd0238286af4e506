/** In what order do claims stand? `status,-amount`: by the first, what is equal there by the second; a minus puts the last first. */

/** `document`: as they stand in the texts, the earliest published first. `amount`: money before other units, each unit by itself. */
export const claimSorts = ["document", "status", "kind", "amount", "period", "from", "to", "id"] as const;
export type ClaimSort = (typeof claimSorts)[number];

export interface SortTerm {
  readonly by: ClaimSort;
  readonly descending: boolean;
}

/** The terms of an order, the one that weighs most first; each sort at most once. */
export type ClaimOrder = readonly [SortTerm, ...SortTerm[]];

/** An order of one term. */
export function orderBy(by: ClaimSort, descending = false): ClaimOrder {
  return [{ by, descending }];
}

/** Reads an order; a sort that there is not is given back. What is named twice counts where it stands first. */
export function readOrder(written: string): ClaimOrder | { readonly unknown: string } {
  const terms: SortTerm[] = [];
  for (const word of written.split(",")) {
    const name = word.trim().replace(/^-/, "");
    const by = claimSorts.find((each) => each === name);
    if (by === undefined) return { unknown: word.trim() };
    if (terms.every((term) => term.by !== by)) terms.push({ by, descending: word.trim().startsWith("-") });
  }
  return terms as readonly SortTerm[] as ClaimOrder;
}

/** The order as it is written. */
export function orderText(order: readonly SortTerm[]): string {
  return order.map(({ by, descending }) => (descending ? `-${by}` : by)).join(",");
}

/** What claims can be grouped by. */
export const claimGroupings = ["parties", "document", "status", "kind", "from", "to"] as const;
export type ClaimGrouping = (typeof claimGroupings)[number];

/** The sorts that bring the claims of a group together. */
export function sortsOfGrouping(grouping: ClaimGrouping): readonly Exclude<ClaimGrouping, "parties">[] {
  return grouping === "parties" ? ["from", "to"] : [grouping];
}

/** An order in which the claims of each group stand together, and inside as asked. Groups turn around where the order says so. */
export function groupedOrder(grouping: ClaimGrouping | null, order: ClaimOrder): ClaimOrder {
  if (grouping === null) return order;
  const sorts = sortsOfGrouping(grouping);
  const outer = sorts.map((by) => order.find((term) => term.by === by) ?? { by, descending: false });
  return [
    ...outer,
    ...order.filter(({ by }) => !sorts.some((sort) => sort === by)),
  ] as readonly SortTerm[] as ClaimOrder;
}
