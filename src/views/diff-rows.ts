/** What became known between two days: the rows of `capstack diff`. */

import { type ListedDocument, titleOf } from "./document-rows.ts";
import { type ListedClaim, listedCells, listedColumns, listedJson } from "./listed-claims.ts";

export interface DiffDocument {
  readonly document: ListedDocument;
  readonly number: string;
  readonly claims: readonly DiffClaim[];
}

export interface DiffClaim {
  readonly listed: ListedClaim;
  /** An earlier document says the same. */
  readonly repeats: boolean;
}

/** Columns of `--csv` and `--plain`: those of claims, and whether it was said before. */
export const diffColumns = [...listedColumns, "repeats"] as const;

export function diffCells({ claims }: DiffDocument): string[][] {
  return claims.map(({ listed, repeats }) => [...listedCells(listed), String(repeats)]);
}

export function diffJson({ document, number, claims }: DiffDocument): object {
  return {
    number,
    document: document.id,
    title: titleOf(document),
    publisher: document.publisher,
    published: document.published,
    claims: claims.map(({ listed, repeats }) => ({ ...listedJson(listed), repeats })),
  };
}
