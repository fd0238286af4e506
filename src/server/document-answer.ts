/** A document with its text, its claims, and what was read in it and not claimed. */

import type { DocumentId } from "../model/id.ts";
import { allClaims } from "../store/claims.ts";
import { findDocument, refusalsOf } from "../store/documents.ts";
import { orphanedDecisions } from "../store/orphans.ts";
import { claimBodies } from "../store/readings.ts";
import type { Book } from "../store/tables.ts";
import { decisionText } from "../views/decision-text.ts";
import { timeText } from "../views/log-rows.ts";
import type { DocumentAnswer, Orphan } from "../views/page-answers.ts";
import { controlFilters } from "../views/question-filter.ts";
import type { Asked } from "./asked.ts";
import { documentLines } from "./book-answer.ts";
import { cardsOf } from "./cards.ts";
import { BadRequest } from "./request.ts";

/** The answer to `document?number=06`. */
export async function documentAnswer(book: Book, around: Asked, written: string): Promise<DocumentAnswer> {
  const id =
    around.names.known.documents.get(written.toLowerCase()) ?? (/^[0-9a-f]{8,64}$/.test(written) ? written : null);
  if (id === null) throw unknownDocument(written);
  const { text, url, shown } = await findDocument(book, id);
  const [line] = await documentLines(
    book,
    { ...around, question: { ...around.question, knownOn: null } },
    new Set([shown.id]),
  );
  const own = { kind: "word" as const, field: "document" as const, values: [shown.id] };
  const all = await allClaims(book, own);
  const shownClaims = await allClaims(book, { kind: "all-of", filters: [own, ...controlFilters(around.question)] });
  const cards = await cardsOf(book, shownClaims, around);
  return {
    line: { ...line!, claims: cards.length },
    text,
    url,
    sentences: shown.sentences,
    appearances: shown.appearances,
    origins: [...new Set(all.flatMap(({ claim }) => claim.origin ?? []))],
    cards,
    leftOut: all.length - shownClaims.length,
    nearMisses: shown.reading === null ? [] : await refusalsOf(book, shown.reading),
    orphans: await orphansOf(book, shown.id),
  };
}

/** Decisions on claims of this document that its latest reading does not hold. */
async function orphansOf(book: Book, document: DocumentId): Promise<Orphan[]> {
  const decisions = await orphanedDecisions(book);
  if (decisions.length === 0) return [];
  const bodies = await claimBodies(
    book,
    decisions.map(({ subject }) => subject),
  );
  return decisions.flatMap((decision) => {
    const claim = bodies.get(decision.subject);
    if (claim?.document !== document) return [];
    return {
      id: claim.id,
      quote: claim.quote,
      decided: `${decisionText(decision)} by ${decision.by}, ${timeText(decision.at)}`,
    };
  });
}

function unknownDocument(written: string): BadRequest {
  return new BadRequest(404, {
    code: "unknown-document",
    message: `there is no document ${written} in this book.`,
    fix: "capstack docs",
  });
}
