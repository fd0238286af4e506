/** Claims between a book and a screen: the filter that asks for them, and their names. */

import type { Conflicts } from "../deals/conflicts.ts";
import type { StandingClaim } from "../store/claims.ts";
import { refuse } from "../store/fault.ts";
import type { BookNames } from "../views/book-names.ts";
import { claimRow } from "../views/claim-rows.ts";
import type { Filter } from "../views/filter.ts";
import type { ListedClaim } from "../views/listed-claims.ts";
import { parseFilter } from "../views/parse-filter.ts";

/** A filter as it is read in this book; what is wrong with it ends the question. */
export function readFilter(written: string, names: BookNames, verb = "claims"): Filter {
  const filter = parseFilter(written, names.known);
  if (!("code" in filter)) return filter;
  const { fix } = filter;
  return refuse(fix?.startsWith("'") ? { ...filter, fix: `capstack ${verb} ${fix}` } : filter);
}

/** A claim of the store with its names. The conflicts are those of at least this claim. */
export function listed(
  { claim, review, byHand, latest }: StandingClaim,
  conflicts: Conflicts,
  names: BookNames,
): ListedClaim {
  const row = claimRow(claim, names.document(claim.document), names.party);
  return { row, review, conflict: conflicts.has(claim.id), byHand, latest };
}
