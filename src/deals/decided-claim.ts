/** What do people's decisions make of a claim? */

import type { Decision, Review } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import { type ClaimFields, readClaimFields } from "../model/read-claim.ts";

export interface DecidedClaim {
  /** The claim with its edits. Its id stays, and so does what the reader read, in the store. */
  readonly claim: Claim;
  /** What edits changed; null where there is none. */
  readonly edits: ClaimFields | null;
  /** The latest word on it. */
  readonly review: Review;
}

/** Applies the decisions on one claim that are in effect, in the order of their time. Verbs about other things are left alone. */
export function decidedClaim(claim: Claim, decisions: readonly Decision[]): DecidedClaim {
  let edits = null as ClaimFields | null;
  let review: Review = "unreviewed";
  for (const { verb, body } of decisions) {
    if (verb === "accept" || verb === "claim") review = "accepted";
    if (verb === "reject") review = "rejected";
    if (verb !== "edit") continue;
    const fields = readClaimFields(body.fields);
    // An edit from a newer program may hold what this one cannot read; what was claimed stands then.
    if (typeof fields === "string") continue;
    edits = { ...edits, ...fields };
    review = "edited";
  }
  return { claim: edits === null ? claim : { ...claim, ...edits }, edits, review };
}
