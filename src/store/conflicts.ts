/** Which claims of a book are in conflict on the dates asked about? Told by settling them: all of them, or only the matters of a few. */

import { type Conflicts, conflictsIn } from "../deals/conflicts.ts";
import type { SettlingContext } from "../deals/settlement.ts";
import type { Claim } from "../model/claim.ts";
import { type Party, partiesOn } from "../model/party.ts";
import { asksFor, everything, type Filter, knowingConflicts } from "../views/filter.ts";
import { allClaims, countClaims } from "./claims.ts";
import { sealOf } from "./seal.ts";
import { knownTestimonies, type SettledQuestion, settledClaims } from "./settled-book.ts";
import { settledMatters } from "./settled-matter.ts";
import type { Book } from "./tables.ts";
import { dealDecisions, dealNames } from "./testimonies.ts";

/** All conflicts of the book. Takes seconds where there are a hundred thousand claims. */
export async function conflictsInBook(
  book: Book,
  known: readonly Party[],
  question: SettledQuestion,
): Promise<Conflicts> {
  const testimonies = await knownTestimonies(book, question, everything);
  return conflictsIn(settledClaims(testimonies, await contextOf(book, known, question)).deals);
}

/** The conflicts that these claims are in: milliseconds for each matter, whatever the size of the book. */
export async function conflictsOfClaims(
  book: Book,
  known: readonly Party[],
  question: SettledQuestion,
  claims: readonly Claim[],
): Promise<Conflicts> {
  const { deals } = await settledMatters(book, question, await contextOf(book, known, question), claims);
  const conflicts = conflictsIn(deals);
  // What came along from other matters may lack its rivals.
  return new Map(claims.flatMap(({ id }) => (conflicts.has(id) ? [[id, conflicts.get(id)!]] : [])));
}

/** To find the claims of one matter takes about as long as to settle so many claims of the whole book (2.5 ms and 70 µs at 100,000 claims). */
const claimsToMatter = 40;

/** Conflicts of at least the claims that a filter lets through, and of all where it asks for conflicts. */
export async function conflictsUnder(
  book: Book,
  known: readonly Party[],
  question: SettledQuestion,
  filter: Filter,
): Promise<Conflicts> {
  if (asksFor(filter, "conflict")) return conflictsInBook(book, known, question);
  const [few, all] = [await countClaims(book, filter), await countClaims(book, everything)];
  if (few.claims * claimsToMatter > all.claims) return conflictsInBook(book, known, question);
  const standing = await allClaims(book, filter);
  return conflictsOfClaims(
    book,
    known,
    question,
    standing.map(({ claim }) => claim),
  );
}

/** The filter with the claims that are in conflict, where it asks for them. */
export async function settledFilter(
  book: Book,
  known: readonly Party[],
  question: SettledQuestion,
  filter: Filter,
): Promise<Filter> {
  if (!asksFor(filter, "conflict")) return filter;
  return knowingConflicts(filter, [...(await conflictsInBook(book, known, question)).keys()]);
}

/** Tells the states of a book apart as far as conflicts go: the hash of its data, and names of deals where decisions speak of deals. */
export async function conflictsState(book: Book, data: string): Promise<string> {
  if ((await dealDecisions(book)).length === 0) return data;
  return `${data} ${sealOf(JSON.stringify(await dealNames(book)))}`;
}

/** Names of deals tell something only where decisions speak of deals. */
async function contextOf(book: Book, known: readonly Party[], { asOf }: SettledQuestion): Promise<SettlingContext> {
  const decisions = await dealDecisions(book);
  const names = decisions.length > 0 ? await dealNames(book) : [];
  return { parties: partiesOn(known, asOf), decisions, names, asOf };
}
