/** What does the page of a company get to know? The schema of the answer that the server sends and the web reads. */

import type { Status } from "../model/claim.ts";

export type CompanyAnswer = CompanyList | UnknownCompany | CompanyCard;

/** All companies to choose from, those of many claims first. */
export interface CompanyList {
  readonly is: "list";
  readonly companies: readonly CompanyLine[];
  /** How many more there are than are listed. */
  readonly more: number;
}

export interface CompanyLine {
  readonly party: string;
  readonly name: string;
  readonly kind: string | null;
  readonly claims: number;
  readonly documents: number;
  readonly deals: number;
}

/** No claim is about it. */
export interface UnknownCompany {
  readonly is: "unknown";
  readonly written: string;
  /** How many documents have the word in them; null where the book is too large to look. */
  readonly documents: number | null;
  readonly near: readonly CompanyLine[];
}

export interface CompanyCard {
  readonly is: "company";
  readonly party: string;
  readonly name: string;
  readonly kind: string | null;
  /** "a unit of Amazon": by the register. */
  readonly parent: CompanyName | null;
  readonly units: readonly CompanyName[];
  readonly aliases: readonly string[];
  readonly asOf: string;
  readonly claims: number;
  readonly documents: number;
  /** Deals on which sources differ. */
  readonly differ: number;
  readonly missing: readonly MissingLine[];
  /** The years of the ladder, each of which can be opened into its quarters. */
  readonly ladderYears: readonly number[];
  readonly panels: readonly CompanyPanel[];
  /** The companies before and after it in the list. */
  readonly previous: CompanyName | null;
  readonly next: CompanyName | null;
}

export interface CompanyName {
  readonly party: string;
  readonly name: string;
}

/** What no claim gives, and what would give it. */
export interface MissingLine {
  readonly text: string;
  /** The line that writes an assumption; null where only a document helps. */
  readonly command: string | null;
}

export const panelNames = ["ownership", "obligations", "runway", "exposure", "time"] as const;
export type PanelName = (typeof panelNames)[number];

export interface CompanyPanel {
  readonly name: PanelName;
  readonly title: string;
  readonly pictures: readonly string[];
  /** The same figures as rows. */
  readonly tables: readonly CompanyTable[];
  readonly sections: readonly CompanySection[];
  /** The command that prints the same. */
  readonly command: string;
}

export interface CompanyTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** What was taken for granted: `[A1]` in a cell is the first of these. */
  readonly assumed: readonly string[];
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly status: Status | null;
  readonly claims: readonly string[];
}

/** What is told in words. */
export interface CompanySection {
  readonly title: string;
  readonly about: string;
  /** Shown only when it is asked for. */
  readonly folded: boolean;
  readonly items: readonly SectionItem[];
}

export interface SectionItem {
  readonly text: string;
  readonly claims: readonly string[];
  readonly command: string | null;
}
