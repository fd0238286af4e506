/** The controls that every question takes, as a filter of claims. */

import type { Firmness } from "../deals/firmness.ts";
import type { PartialDay } from "../model/day.ts";
import { asksFor, type Filter } from "./filter.ts";

/** Full days; null where nothing bounds the answer. */
export interface Controls {
  readonly firmness: Firmness | null;
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
}

/** What a person filters, and what of it answers the question. Rejected claims are left out unless they are asked for. */
export function questionFilter(filter: Filter, controls: Controls): Filter {
  const asked = asksFor(filter, "rejected") || asksFor(filter, "reviewed");
  const standing: readonly Filter[] = asked ? [] : [{ kind: "not", filter: { kind: "mark", mark: "rejected" } }];
  return { kind: "all-of", filters: [filter, ...controlFilters(controls), ...standing] };
}

/** A claim answers where it is firm enough, not completed only later, and its document known by then. */
export function controlFilters({ firmness, asOf, knownOn }: Controls): Filter[] {
  const filters: Filter[] = [];
  if (firmness !== null) filters.push({ kind: "word", field: "firm", values: [firmness] });
  if (asOf !== null) filters.push({ kind: "not", filter: completedAfter(asOf) });
  if (knownOn !== null) filters.push({ kind: "day", field: "known", test: { is: "<=", value: knownOn } });
  return filters;
}

function completedAfter(day: PartialDay): Filter {
  return {
    kind: "all-of",
    filters: [
      { kind: "word", field: "status", values: ["completed"] },
      { kind: "day", field: "period", test: { is: ">", value: day } },
    ],
  };
}
