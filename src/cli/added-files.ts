/** What became of each file of an intake, now that it is in the book? */

import { repeatsOf } from "../deals/repeated-claims.ts";
import type { FileKept } from "../intake/take-in.ts";
import type { DocumentId } from "../model/id.ts";
import { allClaims } from "../store/claims.ts";
import { documentNumbers } from "../store/document-numbers.ts";
import type { Book } from "../store/tables.ts";
import type { AddedFile } from "../views/added-files.ts";
import type { Filter } from "../views/filter.ts";

/** The rows, with how much of each new document was said before it. */
export async function addedFiles(book: Book, files: readonly FileKept[]): Promise<AddedFile[]> {
  const numbers = await documentNumbers(book);
  const news = files.flatMap(({ kept }) => (kept?.news === "document" ? [kept.document] : []));
  const repeats = await repeatsIn(book, news, numbers);
  return files.map(({ file, kept, problems }) => {
    const said = kept?.news === "document" ? repeats.get(kept.document) : undefined;
    const most = said?.most ?? null;
    const number = kept && (numbers.get(kept.document) ?? null);
    return {
      file: file ?? number ?? "",
      news: kept?.news ?? "unread",
      number,
      document: kept?.document ?? null,
      claims: kept?.claims ?? 0,
      repeats: said?.claims ?? 0,
      repeatsMost: most && { number: numbers.get(most.document)!, claims: most.claims, wordForWord: most.wordForWord },
      problems,
    };
  });
}

async function repeatsIn(
  book: Book,
  documents: readonly DocumentId[],
  numbers: ReadonlyMap<DocumentId, string>,
): Promise<Map<DocumentId, ReturnType<typeof repeatsOf>>> {
  if (documents.length === 0) return new Map();
  const own = (await allClaims(book, { kind: "word", field: "document", values: documents })).map(({ claim }) => claim);
  const parties = [...new Set(own.flatMap(({ roles }) => Object.values(roles)))];
  const sameParties: Filter = { kind: "word", field: "party", values: parties };
  // By number, so that what repeats is compared with what came before it.
  const place = (document: DocumentId): number => Number(numbers.get(document) ?? Number.POSITIVE_INFINITY);
  const others = (await allClaims(book, sameParties))
    .map(({ claim }) => claim)
    .sort((one, other) => place(one.document) - place(other.document));
  const claimsOf = Map.groupBy(own, ({ document }) => document);
  return new Map(
    documents.map((document) => {
      const earlier = others.filter((claim) => place(claim.document) < place(document));
      return [document, repeatsOf(claimsOf.get(document) ?? [], earlier)];
    }),
  );
}
