/** The deals of one matter alone: quick in a book of any size, and the same as the whole book would tell. */

import { matters, partiesOfMatter } from "../deals/matter.ts";
import { mergedClaim, settlingDecisions } from "../deals/settling-decisions.ts";
import type { Claim } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party, partiesOn } from "../model/party.ts";
import { everything, type Filter } from "../views/filter.ts";
import { type SettledBook, type SettledQuestion, settledBook } from "./settled-book.ts";
import type { Book } from "./tables.ts";
import { dealDecisions } from "./testimonies.ts";

/** Settles the claims that could be about one deal with this one. An observation, which makes no deal, has none. */
export async function settledMatter(
  book: Book,
  known: readonly Party[],
  question: SettledQuestion,
  claim: Claim,
): Promise<SettledBook | null> {
  const parties = partiesOn(known, question.asOf);
  const decisions = settlingDecisions({ parties, decisions: await dealDecisions(book), names: [], asOf: null });
  const meant = mergedClaim(claim, decisions);
  if (matters(parties)(meant) === null) return null;
  // A person may have tied this matter to any other.
  if (decisions.linked.size > 0) return settledBook(book, known, question);
  const rootOf = (id: PartyId): PartyId => lineage(decisions.merges.get(id) ?? id, parties).at(-1)!;
  const familyOf = (id: PartyId): Filter => {
    const names = [...parties.keys(), ...decisions.merges.keys()].filter((other) => rootOf(other) === rootOf(id));
    return { kind: "word", field: "party", values: [...new Set([id, ...names])] };
  };
  const which: Filter = {
    kind: "all-of",
    filters: [{ kind: "word", field: "kind", values: [claim.kind] }, ...partiesOfMatter(meant).map(familyOf)],
  };
  return settledBook(book, known, question, partiesOfMatter(meant).length === 0 ? everything : which);
}
