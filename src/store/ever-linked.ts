/** Which companies does a book ever link, whatever day is asked about? A picture keeps their places. */

import type { PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import { settledBook } from "./settled-book.ts";
import type { Book } from "./tables.ts";

/** All pairs that its deals link, as they are shown. */
export async function everLinked(
  book: Book,
  known: readonly Party[],
  shown: (party: PartyId) => PartyId,
): Promise<(readonly [PartyId, PartyId])[]> {
  const { deals } = await settledBook(book, known, { asOf: null, knownOn: null });
  return deals.flatMap(({ from, to, umbrella }) =>
    from === null || to === null || umbrella || shown(from) === shown(to) ? [] : [[shown(from), shown(to)] as const],
  );
}
