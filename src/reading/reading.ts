/** What reading a document yields: its claims, and what was read and not claimed. */

import type { Claim, Span } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { PartyId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";

/** Why a passage that looked like a claim is none. */
export type RefusalReason =
  | "no-two-parties"
  | "no-relation"
  | "hypothetical"
  | "teaser"
  | "boilerplate"
  | "price-or-market-move"
  | "vague-figure";

/** A passage with a figure or a relation that was read and not claimed. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly span: Span;
  readonly quote: string;
}

export interface Reading {
  readonly document: Document;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly refusals: readonly Refusal[];
  /** Names as written of the parties that no register holds, by their ids. */
  readonly names: ReadonlyMap<PartyId, string>;
  /** The ids that registered parties have by the names that the text gives them, where they are others. */
  readonly written: ReadonlyMap<PartyId, PartyId>;
  /** How many sentences were read. */
  readonly sentences: number;
}

/** Reads one document. Pure: the same document gives the same reading, whatever was read before. */
export type Reader = (document: Document) => Result<Reading>;
