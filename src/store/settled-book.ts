/** The deals of a book on the dates asked about. */

import { type Flag, flagsOf } from "../deals/flags.ts";
import { settle } from "../deals/settle.ts";
import type { Settlement, SettlingContext } from "../deals/settlement.ts";
import type { PartialDay } from "../model/day.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { type Party, partiesOn } from "../model/party.ts";
import { everything, type Filter } from "../views/filter.ts";
import { questionFilter } from "../views/question-filter.ts";
import type { Book } from "./tables.ts";
import { dealDecisions, dealNames, testimoniesOf } from "./testimonies.ts";

export interface SettledClaims extends Settlement {
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly parties: ReadonlyMap<PartyId, Party>;
}

export interface SettledBook extends SettledClaims {
  readonly flags: readonly Flag[];
}

export interface SettledQuestion {
  /** The days of which the answer holds, and on which it was known; null where nothing bounds it. */
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
}

/** Settles the claims that were known on a day, for what held on a day, and checks them against one another. Firmness is a matter of what is shown, not of what is so. */
export async function settledBook(
  book: Book,
  known: readonly Party[],
  question: SettledQuestion,
): Promise<SettledBook> {
  const context = await settlingContext(book, known, question);
  return withFlags(settledClaims(await knownTestimonies(book, question, everything), context), context);
}

/** What settling needs beside the claims. */
export async function settlingContext(
  book: Book,
  known: readonly Party[],
  { asOf }: SettledQuestion,
): Promise<SettlingContext> {
  return {
    parties: partiesOn(known, asOf),
    decisions: await dealDecisions(book),
    names: await dealNames(book),
    asOf,
  };
}

/** The claims that a filter lets through of those that were known on the day and not rejected, with their sources. */
export async function knownTestimonies(book: Book, { knownOn }: SettledQuestion, which: Filter): Promise<Testimony[]> {
  // What was completed later is left out by settling, which also knows of dates that an older day asks about.
  return testimoniesOf(book, questionFilter(which, { firmness: null, asOf: null, knownOn }));
}

/** Settles these claims, which must be whole matters: alone they make the deals that they make in the whole book. */
export function settledClaims(testimonies: readonly Testimony[], context: SettlingContext): SettledClaims {
  return {
    ...settle(testimonies, context),
    testimonies: new Map(testimonies.map((testimony) => [testimony.claim.id, testimony])),
    parties: context.parties,
  };
}

function withFlags(settled: SettledClaims, context: SettlingContext): SettledBook {
  return { ...settled, flags: flagsOf(settled, [...settled.testimonies.values()], context) };
}
