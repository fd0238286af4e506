/** What does the page of a deal get to know? The schema of the answer that the server sends and the web reads. */

import type { Status } from "../model/claim.ts";
import type { Problem } from "../model/problem.ts";
import type { CompanyName, CompanyPanel, MissingLine } from "./company-answers.ts";
import type { DealFieldAnswer } from "./page-answers.ts";

export type DealPageAnswer = DealList | UnknownDeal | DealCard;

/** All deals that a filter lets through, as `capstack deals` lists them. */
export interface DealList {
  readonly is: "list";
  readonly deals: readonly DealLine[];
  /** Deals that the dates let through, before any filter. */
  readonly whole: number;
  /** How many more pass than are listed. */
  readonly more: number;
  /** What is wrong with the filter; then nothing is listed. */
  readonly problem: Problem | null;
  readonly command: string;
}

/** A deal in a list. */
export interface DealLine {
  /** As short as tells it from all others. */
  readonly short: string;
  readonly status: Status;
  readonly sides: string;
  readonly what: string;
  readonly amount: string;
  /** Sources differ. */
  readonly differs: boolean;
  readonly documents: number;
}

/** No deal is called so on these dates. */
export interface UnknownDeal {
  readonly is: "unknown";
  readonly written: string;
  /** What was found of it all the same: that it became known later, that a claim makes none. */
  readonly why: string;
  /** The day from which it is known, where it is not yet. */
  readonly from: string | null;
  readonly near: readonly DealLine[];
}

export const dealPanelNames = ["legs", "due", "history"] as const;
export type DealPanelName = (typeof dealPanelNames)[number];

/** A panel of the page; `none` says in words why there is nothing to draw. */
export type DealPanel = Omit<CompanyPanel, "name"> & { readonly name: DealPanelName };

export interface DealCard extends DealLine {
  readonly is: "deal";
  readonly id: string;
  /** One of its claims: what decisions about the deal are told of. */
  readonly claim: string;
  /** Where that claim is looked at beside its sentence. */
  readonly evidence: string;
  /** The sides that have a page, and those beside them. */
  readonly companies: readonly CompanyName[];
  /** "since 2025-11-03, known since 2025-11-04". */
  readonly since: string;
  /** "5 documents, 2 independent sources; none names its origin". */
  readonly sources: string;
  /** Fields on which sources differ. */
  readonly differing: readonly string[];
  /** Where it stands in the network: "money, compute". */
  readonly layers: readonly string[];
  readonly asOf: string | null;
  /** Why it does not count at the firmness asked about, or rolled up by group; null where it does. */
  readonly left: string | null;
  readonly missing: readonly MissingLine[];
  readonly fields: readonly DealFieldAnswer[];
  readonly panels: readonly DealPanel[];
  readonly around: readonly DealSurroundings[];
  /** Those before and after it between the same two. */
  readonly previous: DealLine | null;
  readonly next: DealLine | null;
  readonly command: string;
}

/** What a deal hangs together with: circles, rights, totals, deals between the same two. */
export interface DealSurroundings {
  readonly title: string;
  readonly about: string;
  readonly items: readonly DealNeighbour[];
}

export interface DealNeighbour {
  readonly text: string;
  readonly status: Status | null;
  /** An address within the page; null where there is none. */
  readonly to: string | null;
  /** What the link is called: the short id of a deal, the number of a circle. */
  readonly name: string;
}
