/** The ledger: legs of deals as dated flows between two parties, each commodity in its smallest unit. */

import type { Assumption } from "./assumption.ts";
import type { Status } from "./claim.ts";
import type { Commodity, DealKind } from "./deal.ts";
import type { ClaimId, DealId, PartyId } from "./id.ts";

/** A leg of a deal by its place among its legs, from 1: `deal-72b2…/1`. One that was worked out of another has a letter: `deal-72b2…/2h`. */
export type PostingId = string & { readonly brand: "posting" };

/**
 * When a quantity moves: on `days` (day numbers, ascending), in proportion to how the running weights `sums` grow. `whole` is the weight of all of it; what the last sum
 * leaves of that has no day.
 */
export interface Timing {
  readonly days: Int32Array;
  readonly sums: Float64Array;
  readonly whole: number;
}

/** What was taken for granted where no source tells: by a rule, or by a person. */
export interface Taken {
  readonly of:
    | "schedule"
    | "start"
    | "day"
    | "condition"
    | "compute"
    | "repayment"
    | "rate"
    | "share"
    | "price"
    | "count"
    | "listing"
    | "discount";
  readonly text: string;
  /** The line that a person wrote; null for a rule of the ledger. */
  readonly assumption: Assumption | null;
}

/** What a leg moves, and when. The sum over both parties is zero by its making: one gives what the other gets. */
export interface Posting {
  readonly id: PostingId;
  readonly deal: DealId;
  readonly kind: DealKind;
  /** Null where no source names the side: it balances against an account of the unknown. */
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly commodity: Commodity;
  /** Whole numbers of the smallest unit: minor units of a currency, shares, chips, chip-hours, watts. */
  readonly low: number;
  /** Null where the bound is open. */
  readonly high: number | null;
  readonly approximate: boolean;
  /** A rung of the ladder of firmness. */
  readonly status: Status;
  /** Null where no day is told or assumed: it is in the books and falls due in no period. */
  readonly timing: Timing | null;
  readonly taken: readonly Taken[];
  readonly claims: readonly ClaimId[];
}

/** Why a leg is listed and not posted. */
export type NotPosted =
  | "no amount"
  | "a share of the company, not a count of shares"
  | "its condition does not hold yet"
  | "the rest of a total whose parts are posted"
  | "a total over several deals"
  | "a forecast"
  | "ended"
  | "denied"
  | "too large to count";

/** A memo: what the books hold without moving anything. */
export interface Memo {
  readonly id: PostingId;
  readonly deal: DealId;
  readonly kind: DealKind;
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly commodity: Commodity;
  readonly reason: NotPosted;
  /** In the smallest unit, as in a posting; both null where no source tells. */
  readonly low: number | null;
  readonly high: number | null;
  readonly status: Status;
  readonly claims: readonly ClaimId[];
}

/** A dated piece of a posting. */
export interface Flow {
  readonly posting: Posting;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly low: number;
  readonly high: number | null;
}

export interface Ledger {
  readonly postings: readonly Posting[];
  readonly memos: readonly Memo[];
  /** Assumptions about deals that this ledger has not, or that do not say enough. */
  readonly unused: readonly UnusedAssumption[];
}

export interface UnusedAssumption {
  readonly assumption: Assumption;
  readonly reason: string;
}
