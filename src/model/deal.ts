/** Deals: one transaction or standing relation each, held together from all claims about it; and dated figures of parties. */

import type { Amount, Comparator } from "./amount.ts";
import { type Claim, type ClaimKind, claimKinds, type Metric, type Period, type Status, type Terms } from "./claim.ts";
import type { PartialDay } from "./day.ts";
import type { ClaimId, DealId, DocumentId, PartyId } from "./id.ts";

/** What a claim's document adds to it: from when it counts, and how near its source stands. */
export interface Testimony {
  readonly claim: Claim;
  /** The full day from which the document counts as known. */
  readonly known: PartialDay;
  /** 1 a filing, 2 a party's own statement, 3 press with a named source, 4 other. */
  readonly tier: Tier;
  /** The claim stands in the document's headline. */
  readonly headline: boolean;
}

export type Tier = 1 | 2 | 3 | 4;

/** Kinds of deals. A valuation and a metric are observations of one party, not deals. */
export type DealKind = Exclude<ClaimKind, "valuation" | "metric">;
export const dealKinds: readonly DealKind[] = claimKinds.filter(
  (kind): kind is DealKind => kind !== "valuation" && kind !== "metric",
);

/** `USD` and other currencies, `equity:openai`, `debt:oracle`, `credits:microsoft` (never cash), `compute`, `chips`, `chips:trainium`, `power`. */
export type Commodity = string;

/** One direction of a deal. */
export interface Leg {
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly commodity: Commodity;
  /** Null where no source states it: the leg is kept and nothing is posted. */
  readonly quantity: Amount | null;
  readonly comparator: Comparator | null;
  readonly status: Status;
  readonly period: Period | null;
  /** `part` of a total that is a leg too and weighs nothing beside its parts; `step` on top of what was agreed before. */
  readonly role: "whole" | "part" | "step";
  /** A contractual condition that does not hold yet: the leg weighs nothing. */
  readonly conditional: boolean;
  /** The one to quote first. */
  readonly claims: readonly ClaimId[];
}

/** What became known when: one rung, one figure, one claim that told it first. */
export interface Step {
  /** The day on which it was published. */
  readonly known: PartialDay;
  /** The day on which it happened, where a source tells. */
  readonly happened: PartialDay | null;
  readonly status: Status;
  readonly amount: Amount | null;
  readonly comparator: Comparator | null;
  readonly conditional: boolean;
  readonly claim: ClaimId;
}

/** What sources may differ on. Amounts of different units are different fields: `amount USD`, `amount W`. */
export type FieldName = `amount ${string}` | "status" | "term" | "obligation" | "workload" | "payment" | "condition";

/** One of the values that sources give for a field. */
export interface Reading {
  /** As it is printed: `> $10bn`, `signed`, `7 years`, `required`. */
  readonly text: string;
  readonly amount: Amount | null;
  readonly comparator: Comparator | null;
  /** The firmest status with which it is told. */
  readonly status: Status;
  /** The claims that give it, the one to quote first. */
  readonly claims: readonly ClaimId[];
  readonly documents: readonly DocumentId[];
  /** Who reported it first, where documents name them; documents that repeat one report name one origin. */
  readonly origins: readonly string[];
  readonly firstKnown: PartialDay;
  readonly lastKnown: PartialDay;
}

export type Disagreement = "hard" | "soft";

/** Why a reading is the one that is drawn, in the order in which reasons count; `open` where none is. */
export type Choice = "only" | "decided" | "firmer" | "tier" | "later" | "first-id" | "open";

export interface Field {
  readonly name: FieldName;
  /** The chosen one first; the others by the same order. */
  readonly readings: readonly Reading[];
  readonly choice: Choice;
  /** Null where all agree. */
  readonly disagreement: Disagreement | null;
  /** What would settle it, as a question to the reader. */
  readonly question: string | null;
}

export interface Deal {
  readonly id: DealId;
  readonly kind: DealKind;
  /** Who pays, holds, uses, depends or promises; null where nobody is named. */
  readonly from: PartyId | null;
  /** Who is paid, owned, supplies or grants. */
  readonly to: PartyId | null;
  /** Further parties by their roles: co-investors, counterparties. */
  readonly others: readonly PartyId[];
  readonly chip: string | null;
  readonly right: NonNullable<Terms["right"]> | null;
  /** A sum over several deals, never posted and never added to them. */
  readonly umbrella: boolean;
  /** Where it stands on the day asked about. */
  readonly status: Status;
  readonly history: readonly Step[];
  readonly fields: readonly Field[];
  readonly legs: readonly Leg[];
  /** All claims about it, in the order in which they became known. */
  readonly claims: readonly ClaimId[];
  readonly documents: readonly DocumentId[];
  readonly origins: readonly string[];
}

/** A dated figure of one party, with all claims that give it. */
export interface Observation {
  readonly party: PartyId;
  readonly measure: "valuation" | Metric;
  /** Pre-money, post-money, secondary, target, market; null where the text does not tell. */
  readonly valuation: Terms["valuation"] | null;
  readonly amount: Amount;
  readonly comparator: Comparator | null;
  readonly status: Status;
  readonly conditional: boolean;
  /** The time for which it holds; null where undated. */
  readonly period: Period | null;
  readonly known: PartialDay;
  readonly claims: readonly ClaimId[];
  readonly documents: readonly DocumentId[];
}
