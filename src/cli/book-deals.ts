/** The deals of a book on the dates asked about. */

import { type Flag, flagsOf } from "../deals/flags.ts";
import { settle } from "../deals/settle.ts";
import type { Settlement, SettlingContext } from "../deals/settlement.ts";
import type { PartialDay } from "../model/day.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import type { Book } from "../store/tables.ts";
import { dealDecisions, dealNames, testimoniesOf } from "../store/testimonies.ts";
import { everything } from "../views/filter.ts";
import { questionFilter } from "../views/question-filter.ts";
import type { OpenBook } from "./open-book.ts";

export interface SettledBook extends Settlement {
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly flags: readonly Flag[];
  readonly parties: ReadonlyMap<PartyId, Party>;
}

/** Settles the claims that were known on a day, for what held on a day; null where nothing bounds it. Firmness is a matter of what is shown, not of what is so. */
export async function settledBook(
  book: Book,
  { settings }: OpenBook,
  { asOf, knownOn }: { readonly asOf: PartialDay | null; readonly knownOn: PartialDay | null },
): Promise<SettledBook> {
  // What was completed later is left out by settling, which also knows of dates that an older day asks about.
  const testimonies = await testimoniesOf(book, questionFilter(everything, { firmness: null, asOf: null, knownOn }));
  const parties = new Map(settings.registers.parties.map((party) => [party.id, party]));
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
