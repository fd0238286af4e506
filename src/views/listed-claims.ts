/** Claims of a book as rows: what they say, and what people made of them. */

import type { Review } from "../model/book.ts";
import { claimJson } from "./claim-json.ts";
import { type ClaimRow, claimCells, claimColumns } from "./claim-rows.ts";

/** A claim as it stands in a book. */
export interface ListedClaim {
  readonly row: ClaimRow;
  readonly review: Review;
  /** Sources differ on something that it says of its deal. */
  readonly conflict: boolean;
  /** A person wrote it. */
  readonly byHand: boolean;
  /** Its document's latest reading holds it. */
  readonly latest: boolean;
}

/** Columns of `--csv` and `--plain`, in their order: those of a reading, then those of the book. A stable contract. */
export const listedColumns = [...claimColumns, "review", "conflict", "by_hand", "latest", "document_id"] as const;

/** The cells of a claim under `listedColumns`. */
export function listedCells({ row, review, conflict, byHand, latest }: ListedClaim): string[] {
  return [...claimCells(row), review, String(conflict), String(byHand), String(latest), row.claim.document];
}

/** A claim as JSON; `number` is its document's, as places write it. */
export function listedJson({ row, review, conflict, byHand, latest }: ListedClaim): object {
  return { ...claimJson(row.claim), number: row.document, review, conflict, byHand, latest };
}
