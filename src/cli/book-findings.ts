/** The claims and findings of a book on its dates: the same for the demo, which numbers them, and for who asks why. */

import { type Findings, findingsOf } from "../deals/findings.ts";
import type { Claim } from "../model/claim.ts";
import type { AskedDocuments } from "../store/asked-book.ts";
import { allClaims } from "../store/claims.ts";
import { settledBook } from "../store/settled-book.ts";
import type { Book } from "../store/tables.ts";
import { everything } from "../views/filter.ts";
import { questionFilter } from "../views/question-filter.ts";
import type { OpenBook } from "./open-book.ts";

export interface BookFindings {
  /** In the order of their documents: by published day, then by number. */
  readonly claims: readonly Claim[];
  readonly findings: Findings;
}

/** What was known on the day asked about, of whatever firmness. */
export async function bookFindings(book: Book, { settings }: OpenBook, asked: AskedDocuments): Promise<BookFindings> {
  const filter = questionFilter(everything, { firmness: null, asOf: null, knownOn: asked.question.knownOn });
  const published = new Map(asked.documents.map((document) => [document.id, document.published ?? "undated"]));
  const place = ({ document }: Claim): string =>
    `${published.get(document)} ${asked.names.document(document).padStart(9, "0")}`;
  const standing = await allClaims(book, filter);
  // Sorting is stable: within a document the order of the text stays.
  const claims = standing
    .map(({ claim }) => claim)
    .sort((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0));
  return { claims, findings: findingsOf(claims, await settledBook(book, settings.registers.parties, asked.question)) };
}
