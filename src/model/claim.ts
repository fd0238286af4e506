/** Claims: what one document says about one relation or one figure, tied to its words. */

import type { Amount, Comparator } from "./amount.ts";
import type { PartialDay } from "./day.ts";
import type { ClaimId, DocumentId, PartyId } from "./id.ts";

export const claimKinds = [
  "investment",
  "stake",
  "valuation",
  "secondary-sale",
  "compute-contract",
  "chip-supply",
  "chip-adoption",
  "commitment",
  "financing",
  "right",
  "ipo",
  "acquisition",
  "metric",
  "dependence",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Kinds in which money, capacity or goods go from one party to another: what the books will post as flows. */
export const flowKinds: readonly ClaimKind[] = [
  "investment",
  "secondary-sale",
  "compute-contract",
  "chip-supply",
  "commitment",
  "financing",
  "acquisition",
];

export const statuses = ["talks", "announced", "signed", "completed", "ended", "denied", "forecast"] as const;
export type Status = (typeof statuses)[number];

export const metrics = [
  "revenue",
  "loss",
  "cash-burn",
  "capex",
  "users",
  "market-share",
  "backlog",
  "headcount",
  "price-performance",
  "energy-efficiency",
] as const;
export type Metric = (typeof metrics)[number];

/** [start, end) in UTF-16 units of the document's text. */
export type Span = readonly [start: number, end: number];

export interface Period {
  readonly start: PartialDay | null;
  readonly end: PartialDay | null;
  /** A term's length. */
  readonly years: number | null;
}

/** What a claim may say beyond its figure. */
export interface Terms {
  /** How firmly one party must do what the claim says. */
  readonly obligation?: "encouraged" | "part-of" | "required";
  readonly workloads?: readonly ("training" | "inference")[];
  readonly right?: "first-refusal" | "exclusivity" | "veto" | "warrant" | "option" | "licence" | "other";
  readonly valuation?: "pre-money" | "post-money" | "secondary" | "target" | "market";
  /** Paid in credits or goods rather than cash, in part or whole. */
  readonly inKind?: boolean;
  /** Money that passes on to a supplier: "largely powered by Nvidia hardware". */
  readonly passThrough?: string;
  /** "if confirmed" is epistemic; "$35bn once listed" contractual. */
  readonly condition?: "epistemic" | "contractual";
}

/** A comparison or superlative that the text makes, to be checked against other claims. */
export interface Check {
  readonly words: string;
  readonly span: Span;
}

export interface Claim {
  readonly id: ClaimId;
  readonly document: DocumentId;
  readonly kind: ClaimKind;
  /** Role name → party. */
  readonly roles: Readonly<Record<string, PartyId>>;
  readonly amount: Amount | null;
  readonly comparator: Comparator | null;
  readonly status: Status;
  readonly period: Period | null;
  /** For the chip kinds: the family's id. */
  readonly chip: string | null;
  /** For kind `metric`. */
  readonly metric: Metric | null;
  /** An "if" governs it. */
  readonly conditional: boolean;
  /** "Reportedly", "rumoured", "sources say". */
  readonly hedged: boolean;
  /** Who says it, where the text tells. */
  readonly saidBy: string | null;
  /** Who reported it first, where the text tells. */
  readonly origin: string | null;
  readonly terms: Terms | null;
  readonly checks: readonly Check[];
  /** The exact words: `text.slice(...span) === quote`, always. */
  readonly quote: string;
  readonly span: Span;
  /** Where the same document says the same again. */
  readonly also: readonly Span[];
}
