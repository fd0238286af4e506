/**
 * What does the page on which claims are checked get to know? The schema of the answers that the server sends and the web reads: every figure in them
 * was computed before it got here.
 */

import type { Firmness } from "../deals/firmness.ts";
import type { Amount, Comparator } from "../model/amount.ts";
import type { Review } from "../model/book.ts";
import type { ClaimKind, Span, Status } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { Problem } from "../model/problem.ts";
import type { RefusalReason } from "../reading/reading.ts";
import type { EditField } from "./parse-edit.ts";
import type { Preferences } from "./preferences.ts";
import type { UnitSum } from "./selection-sum.ts";

/** Every unit on its own, or inside the group that it belongs to. */
export type By = "unit" | "group";

/** The controls that every answer holds for; null where nothing bounds it. */
export interface PageQuestion {
  readonly firmness: Firmness | null;
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
  readonly by: By;
}

/** The book around every screen. */
export interface BookAnswer {
  readonly name: string;
  readonly folder: string;
  readonly reviewer: string;
  readonly version: string;
  readonly data: string;
  /** The last write: with the hash it pins a link. */
  readonly lastWrite: string | null;
  readonly question: PageQuestion;
  /** What holds where an address gives nothing. */
  readonly usual: PageQuestion;
  /** The days on which a document became known, the first first. */
  readonly days: readonly string[];
  readonly documents: readonly DocumentLine[];
  readonly totals: Totals;
  readonly conflicts: ConflictCounts | null;
  /** Names of parties as the book writes them, for completing what is typed. */
  readonly parties: readonly string[];
  readonly preferences: Preferences;
  readonly steps: readonly StartStep[];
  readonly readOnly: boolean;
}

export interface Totals {
  readonly documents: number;
  readonly claims: number;
  readonly reviewed: number;
}

/** How many claims of each document are in conflict, by its id; none are left out. Where a large book has yet to be settled, null stands in its place. */
export type ConflictCounts = Readonly<Record<string, number>>;

/** Once the book is settled: its conflicts, and how many the claims of a filter are in. */
export interface ConflictsAnswer {
  readonly documents: ConflictCounts;
  readonly claims: number;
}

/** A document in the list. */
export interface DocumentLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly received: string;
  readonly knownFrom: string;
  readonly claims: number;
  readonly reviewed: number;
  readonly conditional: number;
  /** No reader has read it yet. */
  readonly unread: boolean;
}

/** One of the first things to do, ticked by doing it. */
export interface StartStep {
  readonly name: string;
  readonly text: string;
  readonly why: string;
  /** Where it is done, as an address within the page; null for a step that begins here. */
  readonly to: string | null;
}

/** A claim beside its sentence. */
export interface ClaimCard {
  readonly id: string;
  /** As short as tells it from all others. */
  readonly short: string;
  readonly document: string;
  /** The document's number. */
  readonly number: string;
  readonly status: Status;
  readonly kind: ClaimKind;
  /** The kind with its metric or chip: "metric revenue". */
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** "OpenAI → AWS". */
  readonly sides: string;
  readonly amount: string;
  readonly figure: Amount | null;
  readonly comparator: Comparator | null;
  readonly period: string;
  readonly conditional: boolean;
  readonly hedged: boolean;
  readonly saidBy: string | null;
  readonly origin: string | null;
  readonly quote: string;
  readonly span: Span;
  readonly also: readonly Span[];
  readonly review: Review;
  readonly byHand: boolean;
  /** Sources differ on something that it says of its deal. */
  readonly conflict: boolean;
  /** On what: "amount", "status". */
  readonly disputed: readonly string[];
  /** Both sides belong to one group: rolled up by group nothing flows. */
  readonly insideGroup: boolean;
  /** Comparisons that the text makes: "an even bigger cheque". */
  readonly checks: readonly string[];
  readonly reader: string;
  /** What was decided last: "accepted by Ada, 2025-12-17 09:00". */
  readonly decided: string | null;
  /** Notes of flags that stand. */
  readonly flags: readonly string[];
  /** The fields as an edit writes them. */
  readonly fields: Readonly<Partial<Record<EditField, string>>>;
  /** The claims of its deal that say otherwise. */
  readonly rivals: readonly RivalReading[];
}

/** A sentence that says what another says too, or otherwise. */
export interface SayingCard {
  readonly id: string;
  readonly short: string;
  readonly number: string;
  readonly status: Status;
  readonly hedged: boolean;
  readonly amount: string;
  readonly figure: Amount | null;
  readonly comparator: Comparator | null;
  readonly period: string;
  readonly quote: string;
  readonly span: Span;
}

/** A claim that says otherwise. */
export interface RivalReading extends SayingCard {
  /** What it says: a figure, or what it says of another field: "payment: money". */
  readonly otherwise: string;
  /** Its figure, where that is what differs. */
  readonly rivalFigure: Amount | null;
}

/** The deal that a claim is of, field by field: what its sources say, and what is drawn. */
export interface DealAnswer {
  /** The claim that was asked about. */
  readonly claim: string;
  /** Null for a figure of one party, which makes no deal. */
  readonly deal: string | null;
  readonly short: string;
  readonly title: string;
  readonly status: Status | null;
  readonly documents: number;
  /** Sources that do not repeat one another. */
  readonly independent: number;
  /** Those on which sources differ first. */
  readonly fields: readonly DealFieldAnswer[];
  /** Other deals of the same kind between the same groups. */
  readonly beside: readonly { readonly deal: string; readonly text: string }[];
}

export interface DealFieldAnswer {
  readonly name: string;
  readonly title: string;
  readonly disagreement: "hard" | "soft" | null;
  /** Why the first reading is drawn; null where none is. */
  readonly because: string | null;
  readonly question: string | null;
  /** The drawn one first. */
  readonly readings: readonly {
    readonly text: string;
    readonly figure: Amount | null;
    readonly comparator: Comparator | null;
    /** The one to quote first is the first. */
    readonly sayings: readonly SayingCard[];
  }[];
}

/** A passage that was read and not claimed. */
export interface NearMiss {
  readonly reason: RefusalReason;
  readonly quote: string;
  readonly span: Span;
}

/** A decision on a claim that the present reading does not have. */
export interface Orphan {
  readonly id: string;
  readonly quote: string;
  readonly decided: string;
}

/** A document with its text and all that is claimed in it. */
export interface DocumentAnswer {
  readonly line: DocumentLine;
  readonly text: string;
  readonly url: string | null;
  readonly sentences: number;
  readonly appearances: number;
  readonly origins: readonly string[];
  readonly cards: readonly ClaimCard[];
  /** Claims of the document that the firmness or the dates leave out. */
  readonly leftOut: number;
  readonly nearMisses: readonly NearMiss[];
  readonly orphans: readonly Orphan[];
}

/** After a write: what it did, and all that looks different now. */
export interface WrittenAnswer {
  readonly did: string;
  readonly write: string;
  readonly data: string;
  readonly cards: readonly ClaimCard[];
  readonly documents: readonly DocumentLine[];
  readonly totals: Totals;
  readonly conflicts: ConflictCounts | null;
  /** Whether claims beside these may be in conflict since, or no longer. */
  readonly movesMarks: boolean;
}

/** The claims that a filter lets through, in order; their rows are asked for as they come into sight. */
export interface ClaimsAnswer {
  readonly filter: string;
  readonly ids: readonly string[];
  /** Which of them stand under one head, in their order; none where they are not grouped. */
  readonly groups: readonly ClaimGroupHead[];
  readonly counts: {
    readonly claims: number;
    readonly reviewed: number;
    /** Null where a large book has yet to be settled. */
    readonly conflicts: number | null;
  };
  readonly rejected: number;
  /** The first rows, so that something stands at once. */
  readonly first: readonly ClaimCard[];
  /** Where nothing is let through: the terms without which something would be. */
  readonly removers: readonly { readonly term: string; readonly claims: number }[];
  readonly problem: Problem | null;
}

/** The head of claims that stand together. */
export interface ClaimGroupHead {
  /** Tells it from the others of its list. */
  readonly key: string;
  readonly title: string;
  readonly claims: number;
  /** From the lowest to the highest end that its claims tell; null where they are of several units or statuses. */
  readonly told: UnitSum | null;
}

/** The sums of chosen claims, each unit and status by itself. */
export interface SumAnswer {
  readonly sums: readonly UnitSum[];
  readonly notSummed: number;
}

/** What a document would add, worked out on a copy of the book. */
export interface PreviewAnswer {
  readonly news: "document" | "appearance" | "reading" | "none" | "unread";
  readonly number: string | null;
  readonly title: string;
  readonly published: string | null;
  readonly sentences: number;
  readonly cards: readonly ClaimCard[];
  readonly conflicts: number;
  readonly repeats: number;
  readonly repeatsMost: { readonly number: string; readonly claims: number; readonly wordForWord: number } | null;
  readonly nearMisses: readonly NearMiss[];
  readonly problems: readonly Problem[];
}

/** After reading again: how many documents were read now, how many are unread still, and why. */
export interface ReadAgainAnswer {
  readonly read: number;
  readonly unread: number;
  readonly problems: readonly Problem[];
}

/** From a figure down to its words. */
export interface WhyAnswer {
  readonly card: ClaimCard;
  readonly before: string;
  readonly after: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly received: string;
  readonly url: string | null;
  readonly hash: string;
  readonly readAt: string;
  readonly history: readonly {
    readonly did: string;
    readonly by: string;
    readonly at: string;
    readonly inEffect: boolean;
  }[];
}

/** What was written since a link was pinned. */
export interface ChangesAnswer {
  readonly data: string;
  /** Whether the write of the link is in this book. */
  readonly known: boolean;
  readonly writes: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly did: string;
    readonly inEffect: boolean;
  }[];
}

/** What a search finds. */
export interface FoundAnswer {
  readonly claims: readonly {
    readonly id: string;
    readonly number: string;
    readonly kind: ClaimKind;
    readonly what: string;
    readonly sides: string;
    readonly amount: string;
    readonly quote: string;
  }[];
}
