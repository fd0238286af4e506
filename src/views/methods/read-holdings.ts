/** Is this JSON a list of holdings? And what is to be said of those that cannot all be true? */

import { closedGroups, type HoldingIndex, holdingIndex, overheld } from "../../analyses/integrated-ownership.ts";
import type { Problem } from "../../model/problem.ts";
import type { InputFields } from "./read-input.ts";

/** Rows `[holder, company, share]`, read; the index is built once the input is known to be right. */
export function readHoldings(fields: InputFields, key: string, n: number): (largestInverse?: number) => HoldingIndex {
  const { from, to, amount } = fields.edges(key, n, { name: "share" });
  return (largestInverse) => holdingIndex(n, from, to, amount, largestInverse);
}

/** What is wrong with holdings that are read. None of it keeps the rest from being answered. */
export function holdingProblems(index: HoldingIndex, key: string): Problem[] {
  const closed = closedGroups(index).map(
    (group): Problem => ({
      code: "closed-ownership",
      message: `${namesOf(group)} in ${key} ${group.length === 1 ? "owns itself" : "own one another"} completely: what depends on that has no finite value and is null.`,
      fix: "Add the holder outside, or lower a share: somebody outside owns a part of every group.",
    }),
  );
  const over = overheld(index).map(
    (company): Problem => ({
      code: "holdings-exceed-company",
      message: `The holdings of company ${company} in ${key} sum to ${Number(index.held[company]!.toPrecision(6))}, more than the whole.`,
      fix: "Take treasury shares out of the denominator, and only one day and one class of shares.",
    }),
  );
  return [...closed, ...over.slice(0, mostTold), ...furtherOver(over.length)];
}

/** As many as a person reads. */
const mostTold = 20;

function furtherOver(count: number): Problem[] {
  if (count <= mostTold) return [];
  return [
    {
      code: "more-holdings-exceed",
      message: `${count - mostTold} more companies have holdings of more than the whole.`,
      fix: "Are the shares in percent? They are fractions: 0.25 for 25 %.",
    },
  ];
}

function namesOf(group: readonly number[]): string {
  const shown = group.slice(0, 10).join(", ");
  return `${group.length === 1 ? "Company" : "Companies"} ${shown}${group.length > 10 ? ` and ${group.length - 10} more` : ""}`;
}

/** Values as JSON: what has no finite value is null. */
export function finiteOrNull(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}

/** A sum as JSON; null where a term has no finite value. */
export function finiteSum(values: Float64Array): number | null {
  const sum = values.reduce((all, value) => all + value, 0);
  return Number.isFinite(sum) ? sum : null;
}
