/** Which claims does a filter let through? Their order at once, their rows as they come into sight; sums of those that are chosen. */

import type { Problem } from "../model/problem.ts";
import { conflictsKnownOn, readerOf } from "../store/around-claim.ts";
import { claimCounts } from "../store/claim-counts.ts";
import { type ClaimSort, claimSorts } from "../store/claim-sorts.ts";
import { claimOrder, claimsOfIds, figuresOfIds, findClaim } from "../store/claims.ts";
import { findDocument } from "../store/documents.ts";
import { decisionsOn } from "../store/review.ts";
import type { Book } from "../store/tables.ts";
import { decisionText } from "../views/decision-text.ts";
import { titleOf } from "../views/document-rows.ts";
import type { Filter } from "../views/filter.ts";
import { timeText } from "../views/log-rows.ts";
import type { ClaimCard, ClaimsAnswer, FoundAnswer, SumAnswer, WhyAnswer } from "../views/page-answers.ts";
import { parseFilter } from "../views/parse-filter.ts";
import { questionFilter } from "../views/question-filter.ts";
import { quoteContext } from "../views/quote-context.ts";
import { selectionSums } from "../views/selection-sum.ts";
import type { Asked } from "./asked.ts";
import { cardsOf } from "./cards.ts";
import { misasked } from "./request.ts";

/** Rows that come with the order itself. */
const firstRows = 60;

/** The answer to `claims?q=…&sort=-amount`. A filter that cannot be read is a problem beside the empty list. */
export async function claimsAnswer(book: Book, around: Asked, params: URLSearchParams): Promise<ClaimsAnswer> {
  const written = params.get("q") ?? "";
  const order = sortOf(params.get("sort") ?? "document");
  const filter = parseFilter(written, around.names.known);
  if ("code" in filter) return unread(written, filter);
  const full = questionFilter(filter, around.question);
  const ids = await claimOrder(book, { filter: full, ...order });
  const { rejected, removers, ...counts } = await claimCounts(
    book,
    filter,
    around.question,
    await conflictsKnownOn(book, around.question.knownOn),
  );
  const first = await cardsOf(book, await claimsOfIds(book, ids.slice(0, firstRows)), around);
  return {
    filter: written,
    ids,
    counts,
    rejected,
    first,
    removers,
    problem: null,
  };
}

function unread(filter: string, problem: Problem): ClaimsAnswer {
  const counts = { claims: 0, conflicts: 0, reviewed: 0 };
  return { filter, ids: [], counts, rejected: 0, first: [], removers: [], problem };
}

function sortOf(written: string): { sort: ClaimSort; descending: boolean } {
  const descending = written.startsWith("-");
  const sort = claimSorts.find((each) => each === written.replace(/^-/, ""));
  if (!sort) throw misasked(`claims are not sorted by “${written}”`);
  return { sort, descending };
}

/** The answer to `rows`: cards of these ids, in their order. */
export async function rowsAnswer(book: Book, around: Asked, ids: readonly string[]): Promise<readonly ClaimCard[]> {
  return cardsOf(book, await claimsOfIds(book, ids), around);
}

/** The answer to `sum`. */
export async function sumAnswer(book: Book, ids: readonly string[]): Promise<SumAnswer> {
  return selectionSums(await figuresOfIds(book, ids));
}

/** The answer to `why?id=…`: from a figure down to its words. */
export async function whyAnswer(book: Book, around: Asked, id: string): Promise<WhyAnswer> {
  const standing = await findClaim(book, id);
  const { claim, reading } = standing;
  const [card] = await cardsOf(book, [standing], around);
  const { text, shown } = await findDocument(book, claim.document);
  const { before, after } = quoteContext(text, claim.span);
  const decisions = await decisionsOn(book, claim.id);
  return {
    card: card!,
    before,
    after,
    title: titleOf(shown),
    publisher: shown.publisher,
    published: shown.published,
    received: shown.received,
    url: shown.url,
    hash: claim.document.slice(0, 12),
    readAt: timeText((await readerOf(book, reading)).at),
    history: decisions.map((decision) => ({
      did: decisionText(decision),
      by: decision.by,
      at: timeText(decision.at),
      inEffect: decision.inEffect,
    })),
  };
}

/** Sentences that a palette shows. */
const foundAtMost = 8;

/** The answer to `find?text=…`: claims whose words begin with these. */
export async function foundAnswer(book: Book, around: Asked, text: string): Promise<FoundAnswer> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return { claims: [] };
  const phrases: Filter[] = words.map((word) => ({ kind: "phrase", phrase: word }));
  const filter = questionFilter({ kind: "all-of", filters: phrases }, around.question);
  const ids = (await claimOrder(book, { filter, sort: "document" })).slice(0, foundAtMost);
  const cards = await cardsOf(book, await claimsOfIds(book, ids), around);
  return { claims: cards.map(({ id, number, sides, amount, quote }) => ({ id, number, sides, amount, quote })) };
}
