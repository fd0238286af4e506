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

export interface SettledBook extends Settlement {
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly flags: readonly Flag[];
  readonly parties: ReadonlyMap<PartyId, Party>;
}

export interface SettledQuestion {
  /** The days of which the answer holds, and on which it was known; null where nothing bounds it. */
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
}

/**
 * Settles the claims that were known on a day, for what held on a day. Firmness is a matter of what is shown, not of what is so. `which` narrows the claims to
 * whole matters: settled alone they make the deals that they make in the whole book.
 */
export async function settledBook(
  book: Book,
  known: readonly Party[],
  { asOf, knownOn }: SettledQuestion,
  which: Filter = everything,
): Promise<SettledBook> {
  // What was completed later is left out by settling, which also knows of dates that an older day asks about.
  const testimonies = await testimoniesOf(book, questionFilter(which, { firmness: null, asOf: null, knownOn }));
  const parties = partiesOn(known, asOf);
  const context: SettlingContext = {
    parties,
    decisions: await dealDecisions(book),
    names: await dealNames(book),
    asOf,
  };
  const settlement = settle(testimonies, context);
  return {
    ...settlement,
    testimonies: new Map(testimonies.map((testimony) => [testimony.claim.id, testimony])),
    flags: flagsOf(settlement, testimonies, context),
    parties,
  };
}
