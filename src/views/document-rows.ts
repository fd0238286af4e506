/** Documents of a book as rows: the columns of `capstack docs`. */

import type { DocumentId } from "../model/id.ts";

/** What a book shows of a document. */
export interface ListedDocument {
  readonly id: DocumentId;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly known_from: string;
  readonly received: string;
  readonly file: string | null;
  readonly media: string;
  readonly appearances: number;
  readonly sentences: number;
  readonly claims: number;
  readonly refusals: number;
}

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const documentColumns = [
  "number",
  "id",
  "published",
  "publisher",
  "title",
  "claims",
  "appearances",
  "sentences",
  "refusals",
  "known_from",
  "received",
  "media",
  "file",
  "url",
] as const;

/** The cells of a document under `documentColumns`. */
export function documentCells(document: ListedDocument, number: string): string[] {
  const cells = { number, ...document };
  return documentColumns.map((column) => String(cells[column] ?? ""));
}

/** A document as JSON. */
export function documentJson(document: ListedDocument, number: string): object {
  const cells = { number, ...document };
  return Object.fromEntries(
    documentColumns.map((column) => [column.replace("known_from", "knownFrom"), cells[column] ?? null]),
  );
}

/** What a document is called where it has no title: its file, else what its id begins with. */
export function titleOf({ title, file, id }: Pick<ListedDocument, "title" | "file" | "id">): string {
  return title ?? file?.replace(/^.*\//, "") ?? id.slice(0, 12);
}
