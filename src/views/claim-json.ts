/** A claim as JSON: the fields of docs/model.md, figure and place first. */

import type { Claim } from "../model/claim.ts";

/** The fields in the order in which people look for them. */
export function claimJson(claim: Claim): Claim {
  const {
    id,
    document,
    kind,
    roles,
    amount,
    comparator,
    status,
    period,
    chip,
    metric,
    conditional,
    hedged,
    saidBy,
    origin,
    terms,
    checks,
    quote,
    span,
    also,
  } = claim;
  return {
    kind,
    roles,
    amount,
    comparator,
    status,
    period,
    chip,
    metric,
    conditional,
    hedged,
    saidBy,
    origin,
    terms,
    checks,
    quote,
    span,
    also,
    id,
    document,
  };
}
