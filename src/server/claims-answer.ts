/** Which claims does a filter let through? Their order at once, their rows as they come into sight; sums of those that are chosen. */

import type { DocumentId, PartyId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { claimCounts, countInConflict } from "../store/claim-counts.ts";
import { type ClaimGroup, claimIds, claimsOfIds, figuresOfIds, findClaim, groupedClaims } from "../store/claims.ts";
import { findDocument } from "../store/documents.ts";
import { readerOf } from "../store/readings.ts";
import { decisionsOn } from "../store/review.ts";
import type { Book } from "../store/tables.ts";
import { type ClaimGrouping, type ClaimOrder, claimGroupings, orderBy, readOrder } from "../views/claim-order.ts";
import { decisionText } from "../views/decision-text.ts";
import { titleOf } from "../views/document-rows.ts";
import { asksFor, type Filter, knowingConflicts } from "../views/filter.ts";
import { timeText } from "../views/log-rows.ts";
import type {
  ClaimCard,
  ClaimGroupHead,
  ClaimsAnswer,
  ConflictsAnswer,
  FoundAnswer,
  SumAnswer,
  WhyAnswer,
} from "../views/page-answers.ts";
import { parseFilter } from "../views/parse-filter.ts";
import { questionFilter } from "../views/question-filter.ts";
import { quoteContext } from "../views/quote-context.ts";
import { selectionSums, toldRange } from "../views/selection-sum.ts";
import type { Asked } from "./asked.ts";
import { conflictCounts } from "./book-answer.ts";
import { cardsOf } from "./cards.ts";
import { misasked } from "./request.ts";

/** Rows that come with the order itself. */
const firstRows = 60;

/**
 * The answer to `claims?q=…&sort=-amount&group=parties`. A filter that cannot be read is a problem beside the empty list. Null where the filter asks for conflicts
 * and the book has yet to be settled.
 */
export async function claimsAnswer(book: Book, around: Asked, params: URLSearchParams): Promise<ClaimsAnswer | null> {
  const written = params.get("q") ?? "";
  const order = orderIn(params);
  const grouping = groupingIn(params);
  const asking = parseFilter(written, around.names.known);
  if ("code" in asking) return unread(written, asking);
  const { conflicts } = around;
  if (conflicts === null && asksFor(asking, "conflict")) return null;
  const filter = conflicts === null ? asking : knowingConflicts(asking, [...conflicts.keys()]);
  const full = questionFilter(filter, around.question);
  const { ids, groups } =
    grouping === null
      ? { ids: await claimIds(book, { filter: full, order }), groups: [] }
      : await groupedClaims(book, { filter: full, order }, grouping);
  const { rejected, removers, ...counts } = await claimCounts(book, filter, around.question);
  const first = await cardsOf(book, await claimsOfIds(book, ids.slice(0, firstRows)), around);
  return {
    filter: written,
    ids,
    groups: groups.map((group) => groupHead(group, grouping!, around)),
    counts: { ...counts, conflicts: conflicts && (await countInConflict(book, full, conflicts)) },
    rejected,
    first,
    removers,
    problem: null,
  };
}

function unread(filter: string, problem: Problem): ClaimsAnswer {
  const counts = { claims: 0, conflicts: 0, reviewed: 0 };
  return { filter, ids: [], groups: [], counts, rejected: 0, first: [], removers: [], problem };
}

function orderIn(params: URLSearchParams): ClaimOrder {
  const order = readOrder(params.get("sort") ?? "document");
  if ("unknown" in order) throw misasked(`claims are not sorted by “${order.unknown}”`);
  return order;
}

function groupingIn(params: URLSearchParams): ClaimGrouping | null {
  const written = params.get("group");
  const grouping = claimGroupings.find((each) => each === written) ?? null;
  if (written !== null && grouping === null) throw misasked(`claims are not grouped by “${written}”`);
  return grouping;
}

/** A group in words. Its parties are those of the claims, also where rows name their groups. */
function groupHead(
  { values, figures }: ClaimGroup,
  grouping: ClaimGrouping,
  { names, documents }: Asked,
): ClaimGroupHead {
  const [first, second] = values;
  const party = (id: string | null | undefined): string => (id ? names.party(id as PartyId) : "");
  const titles: Readonly<Record<ClaimGrouping, () => string>> = {
    parties: () => (second ? `${party(first) || "?"} → ${party(second)}` : party(first) || "no party"),
    document: () => `${names.document(first as DocumentId)} ${titleOf(documents.find(({ id }) => id === first)!)}`,
    status: () => first!,
    kind: () => first!,
    from: () => (first ? `from ${party(first)}` : "from nobody named"),
    to: () => (first ? `to ${party(first)}` : "to nobody named"),
  };
  return { key: values.join(" "), title: titles[grouping](), claims: figures.length, told: toldRange(figures) };
}

/** The answer to `rows`: cards of these ids, in their order. */
export async function rowsAnswer(book: Book, around: Asked, ids: readonly string[]): Promise<readonly ClaimCard[]> {
  return cardsOf(book, await claimsOfIds(book, ids), around);
}

/** The answer to `conflicts?q=…`; null where the book has yet to be settled. A filter that cannot be read lets nothing through. */
export async function conflictsAnswer(
  book: Book,
  { conflicts, names, question }: Asked,
  params: URLSearchParams,
): Promise<ConflictsAnswer | null> {
  if (conflicts === null) return null;
  const asking = parseFilter(params.get("q") ?? "", names.known);
  const filter = "code" in asking ? null : knowingConflicts(asking, [...conflicts.keys()]);
  return {
    documents: await conflictCounts(book, conflicts),
    claims: filter === null ? 0 : await countInConflict(book, questionFilter(filter, question), conflicts),
  };
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
  const ids = (await claimIds(book, { filter, order: orderBy("document") })).slice(0, foundAtMost);
  const cards = await cardsOf(book, await claimsOfIds(book, ids), around);
  return {
    claims: cards.map(({ id, number, kind, what, sides, amount, quote }) => ({
      ...{ id, number, kind, what, sides, amount, quote },
    })),
  };
}
