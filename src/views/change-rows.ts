/** What is shown otherwise than when a book had another data hash? The rows of `capstack diff HASH`. */

import type { Review } from "../model/book.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Claim } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import { claimJson } from "./claim-json.ts";
import { type ClaimRow, claimCells, claimColumns, claimRow, sidesText } from "./claim-rows.ts";
import { type ListedDocument, titleOf } from "./document-rows.ts";

/** A claim as it stood in one state. */
export interface PastClaim {
  readonly claim: Claim;
  readonly review: Review;
}

/** A document in one state, with the claims of its latest reading. */
export interface PastDocument {
  readonly document: ListedDocument;
  readonly claims: readonly PastClaim[];
}

export type Change = "new" | "gone" | "changed";

export interface ChangedDocument {
  readonly change: Change;
  /** As it stands after; as it stood where it is gone. */
  readonly document: ListedDocument;
  readonly number: string;
  readonly claims: readonly ChangedClaim[];
}

export interface ChangedClaim {
  readonly change: Change;
  readonly row: ClaimRow;
  readonly review: Review;
  /** What it was before, in words: "unreviewed, talks". Empty where it is new or gone. */
  readonly was: string;
}

/** What became of a document and its claims, those in the order of the text. */
export function changedDocument(
  before: PastDocument | null,
  after: PastDocument | null,
  number: string,
  nameOf: (id: PartyId) => string,
): ChangedDocument {
  const earlier = new Map((before?.claims ?? []).map((past) => [past.claim.id, past]));
  const later = new Map((after?.claims ?? []).map((past) => [past.claim.id, past]));
  const row = ({ claim }: PastClaim): ClaimRow => claimRow(claim, number, nameOf);
  const claims: ChangedClaim[] = [];
  for (const [id, past] of later) {
    const old = earlier.get(id);
    if (!old) claims.push({ change: "new", row: row(past), review: past.review, was: "" });
    else if (textOf(old) !== textOf(past))
      claims.push({ change: "changed", row: row(past), review: past.review, was: wasText(old, past, nameOf) });
  }
  for (const [id, past] of earlier)
    if (!later.has(id)) claims.push({ change: "gone", row: row(past), review: past.review, was: "" });
  claims.sort((one, other) => one.row.claim.span[0] - other.row.claim.span[0]);
  const change = before === null ? "new" : after === null ? "gone" : "changed";
  return { change, document: (after ?? before)!.document, number, claims };
}

function textOf({ claim, review }: PastClaim): string {
  return canonicalJson([claimJson(claim), review]);
}

/** The fields that are not what they were, as they were. */
function wasText(old: PastClaim, now: PastClaim, nameOf: (id: PartyId) => string): string {
  const [before, after] = [claimRow(old.claim, "", nameOf), claimRow(now.claim, "", nameOf)];
  const fields: readonly (readonly [was: string, is: string])[] = [
    [old.review, now.review],
    [old.claim.status, now.claim.status],
    [sidesText(before), sidesText(after)],
    [before.kind, after.kind],
    [before.amount || "no amount", after.amount || "no amount"],
    [before.period || "no period", after.period || "no period"],
    [conditionText(old), conditionText(now)],
  ];
  const differing = fields.filter(([was, is]) => was !== is).map(([was]) => was);
  return differing.join(", ") || "otherwise in a field that no table shows";
}

function conditionText({ claim }: PastClaim): string {
  return claim.conditional ? "conditional" : "unconditional";
}

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const changeColumns = ["change", "was", ...claimColumns, "review", "document_change", "document_id"] as const;

export function changeCells({ change: ofDocument, document, claims }: ChangedDocument): string[][] {
  return claims.map(({ change, row, review, was }) => [
    change,
    was,
    ...claimCells(row),
    review,
    ofDocument,
    document.id,
  ]);
}

export function changeJson({ change, document, number, claims }: ChangedDocument): object {
  return {
    change,
    number,
    document: document.id,
    title: titleOf(document),
    publisher: document.publisher,
    published: document.published,
    claims: claims.map(({ change, row, review, was }) => ({
      change,
      was: was || null,
      ...claimJson(row.claim),
      review,
    })),
  };
}
