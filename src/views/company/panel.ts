/** What every panel of a company's page is made from: its answers, names, the claims behind them, and the lines below its pictures. */

import type { Testimony } from "../../model/deal.ts";
import type { ClaimId, DocumentId, PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import type { CompanyBook, CompanyView } from "../company-view.ts";
import type { DrawnOn } from "../network-view.ts";
import type { By } from "../page-answers.ts";
import { sourcesLine } from "../sources-line.ts";

export interface PanelInput {
  readonly company: PartyId;
  readonly by: By;
  readonly view: CompanyView;
  readonly book: CompanyBook;
  readonly asOf: string;
  readonly nameOf: (party: PartyId) => string;
  readonly documentName: (document: DocumentId) => string;
  readonly made: DrawnOn;
  /** Flags that a command needs to ask the same. */
  readonly flags: string;
}

/** Who it is about: by group its units are counted with it. */
export function whoOf({ company, by, nameOf }: PanelInput): string {
  return `${nameOf(company)}${by === "group" ? " and its units" : ""}`;
}

/** "signed and firmer · as of 2025-12-17". */
export function heldFor({ made: { asOf, knownOn } }: Pick<PanelInput, "made">, firmness: string): string {
  return `${firmness} and firmer · ${datesText(asOf, knownOn)}`;
}

/** The day for which it holds, and that by which it was known. */
export function datesText(asOf: string | null, knownOn: string | null): string {
  if (asOf !== null && asOf === knownOn) return `as of and known by ${asOf}`;
  return `as of ${asOf ?? "any day"}${knownOn ? ` · known on ${knownOn}` : ""}`;
}

/** The documents of these claims, and on which data. */
export function sourcesOf(
  {
    book,
    documentName,
    made,
  }: Pick<PanelInput, "documentName" | "made"> & {
    readonly book: Pick<CompanyBook, "testimonies">;
  },
  claims: Iterable<ClaimId>,
  taken: number,
): string[] {
  const assumed = taken === 1 ? "1 assumption" : `${taken} assumptions`;
  return [
    `${sourcesLine(claims, book.testimonies, documentName)}, ${assumed}`,
    `data ${made.data} · Capstack ${made.version}`,
  ];
}

/** A party that sources name, or that none does. */
export function partyName({ nameOf }: Pick<PanelInput, "nameOf">, party: PartyId | null): string {
  return party === null ? "nobody named" : nameOf(party);
}

/** What was taken for granted, as marks of a list that grows with what is not in it yet. */
export function takenMarks(taken: readonly Taken[], list: string[]): string {
  return taken
    .map(({ text }) => {
      if (!list.includes(text)) list.push(text);
      return `[A${list.indexOf(text) + 1}]`;
    })
    .join("");
}

/** The words of a claim with its place. */
export function quoteOf({ book: { testimonies }, documentName }: PanelInput, claim: ClaimId): string {
  const told: Testimony = testimonies.get(claim)!;
  return `“${told.claim.quote}” (${documentName(told.claim.document)}:${told.claim.span[0]})`;
}
