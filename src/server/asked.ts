/** What does a request ask about? The controls of its address, and the names of the book as it stands. */

import type { Conflicts } from "../deals/conflicts.ts";
import { firmnessLadder } from "../deals/firmness.ts";
import { lastDayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import { type Party, partiesOn } from "../model/party.ts";
import { type AskedDocuments, askedDocuments } from "../store/asked-book.ts";
import { bookState } from "../store/sqlite.ts";
import type { Book } from "../store/tables.ts";
import { type CardNames, partyNaming } from "../views/claim-cards.ts";
import type { By, PageQuestion } from "../views/page-answers.ts";
import { misasked } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

export interface Asked extends AskedDocuments {
  readonly page: PageQuestion;
  readonly cardNames: CardNames;
  readonly parties: ReadonlyMap<PartyId, Party>;
  /** All conflicts of the book on these dates; null where they have yet to be settled. */
  readonly conflicts: Conflicts | null;
}

/** What holds whatever an address says: the names of the book, its documents, its hash, its usual dates. */
async function aroundAll(book: Book, { settings }: ServedBook): Promise<AskedDocuments> {
  return askedDocuments(book, settings, { firmness: null, asOf: null, knownOn: null }, "document");
}

/** Works that out once for each state of the book. For answers that only read: what a write has done so far may be taken back. */
export function rememberingAround(served: ServedBook): (book: Book) => Promise<AskedDocuments> {
  let last: { readonly state: string; readonly around: AskedDocuments } | null = null;
  return async (book) => {
    const state = await bookState(book);
    if (last?.state !== state) last = { state, around: await aroundAll(book, served) };
    return last.around;
  };
}

/** Reads `at as-of known-on firm by` of an address, and what the book is called. Its conflicts are left open. */
export async function asked(
  book: Book,
  served: ServedBook,
  params: URLSearchParams,
  around?: AskedDocuments,
): Promise<Asked> {
  const firm = params.get("firm");
  const firmness = firmnessLadder.find((each) => each === firm) ?? null;
  if (firm !== null && firmness === null) throw misasked(`there is no firmness “${firm}”`);
  const by: By = params.get("by") === "group" ? "group" : "unit";
  const at = dayIn(params, "at");
  const asOf = dayIn(params, "as-of") ?? at;
  const knownOn = dayIn(params, "known-on") ?? at;
  const found = around ?? (await aroundAll(book, served));
  const question = { firmness, asOf: asOf ?? found.question.asOf, knownOn: knownOn ?? found.question.knownOn };
  const parties = partiesOn(served.settings.registers.parties, question.asOf);
  return {
    ...found,
    question,
    page: { ...question, by },
    parties,
    conflicts: null,
    cardNames: { party: partyNaming(by, parties, found.names.party), document: found.names.document },
  };
}

function dayIn(params: URLSearchParams, name: string): PartialDay | null {
  const written = params.get(name);
  if (written === null) return null;
  const day = parseDay(written);
  if (day === null) throw misasked(`“${written}” is no day`);
  return lastDayOf(day);
}
