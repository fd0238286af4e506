/** What a review needs of the book: claims one after the other, and a place to put decisions. */

import type { Decision } from "../../model/book.ts";
import type { ClaimId, WriteId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import type { ClaimFields } from "../../model/read-claim.ts";
import { allClaims, claimsPage, countClaims, findClaim } from "../../store/claims.ts";
import { conflictsOfClaims } from "../../store/conflicts.ts";
import { findDocument } from "../../store/documents.ts";
import type { Cursor } from "../../store/page.ts";
import { acceptClaims, editClaim, rejectClaims } from "../../store/review.ts";
import type { SettledQuestion } from "../../store/settled-book.ts";
import type { Book } from "../../store/tables.ts";
import { undoWrite } from "../../store/undo.ts";
import type { BookNames } from "../../views/book-names.ts";
import { orderBy } from "../../views/claim-order.ts";
import type { Filter } from "../../views/filter.ts";
import type { ListedClaim } from "../../views/listed-claims.ts";
import { type QuoteContext, quoteContext } from "../../views/quote-context.ts";
import { listed } from "../book-claims.ts";
import type { OpenBook } from "../open-book.ts";

/** A claim to be judged, with what it takes to judge it. */
export interface Card {
  readonly listed: ListedClaim;
  readonly context: QuoteContext;
  /** Other claims of its sentence. */
  readonly beside: readonly ListedClaim[];
}

export interface Desk {
  /** How many claims there were to review at the beginning. */
  readonly total: number;
  /** The id of the claim at a place of the queue; null after the last. */
  readonly idAt: (place: number) => Promise<ClaimId | null>;
  readonly card: (id: ClaimId) => Promise<Card>;
  readonly accept: (ids: readonly ClaimId[]) => Promise<WriteId>;
  readonly reject: (ids: readonly ClaimId[]) => Promise<WriteId>;
  readonly edit: (id: ClaimId, fields: ClaimFields) => Promise<WriteId>;
  readonly undo: (write: WriteId) => Promise<void>;
}

const claimsAtOnce = 50;

/** A desk with the claims that a filter lets through and nobody has decided on: the largest amounts of money first, then other units, then those without. */
export async function openDesk(
  book: OpenBook,
  names: BookNames,
  question: SettledQuestion,
  filter: Filter,
  because: { readonly because?: string },
): Promise<Desk> {
  const { claims: total } = await book.ask((inside) => countClaims(inside, filter));
  const queue: ClaimId[] = [];
  // By key: what is decided meanwhile moves nothing.
  let after: Cursor | null | undefined;
  const writer = { ...book.writer, ...because };
  const writeOf = ([decision]: readonly Decision[]): WriteId => decision!.write;

  return {
    total,
    idAt: async (place) => {
      while (place >= queue.length && after !== null) {
        const next = {
          filter,
          order: orderBy("amount", true),
          limit: claimsAtOnce,
          after: after ?? null,
        };
        const page = await book.ask((inside) => claimsPage(inside, next));
        queue.push(...page.items.map(({ claim }) => claim.id));
        after = page.next;
      }
      return queue[place] ?? null;
    },
    card: (id) => book.ask((inside) => cardOf(inside, id, names, book.settings.registers.parties, question)),
    accept: async (ids) => writeOf(await book.write((inside) => acceptClaims(inside, ids, writer))),
    reject: async (ids) => writeOf(await book.write((inside) => rejectClaims(inside, ids, writer))),
    edit: async (id, fields) => (await book.write((inside) => editClaim(inside, id, fields, writer))).write,
    undo: async (write) => void (await book.write((inside) => undoWrite(inside, write, book.writer))),
  };
}

async function cardOf(
  book: Book,
  id: ClaimId,
  names: BookNames,
  known: readonly Party[],
  question: SettledQuestion,
): Promise<Card> {
  const standing = await findClaim(book, id);
  const { claim } = standing;
  const { text } = await findDocument(book, claim.document);
  const context = quoteContext(text, claim.span);
  const [start, end] = context.sentence;
  const others = await allClaims(book, { kind: "word", field: "document", values: [claim.document] });
  const beside = others.filter(
    (other) => other.claim.id !== id && other.claim.span[0] >= start && other.claim.span[1] <= end,
  );
  const conflicts = await conflictsOfClaims(
    book,
    known,
    question,
    [standing, ...beside].map((each) => each.claim),
  );
  return {
    listed: listed(standing, conflicts, names),
    context,
    beside: beside.map((other) => listed(other, conflicts, names)),
  };
}
