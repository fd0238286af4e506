/** The deals of a few matters alone: quick in a book of any size, and the same as the whole book would tell. */

import { matters, partiesOfMatter } from "../deals/matter.ts";
import type { SettlingContext } from "../deals/settlement.ts";
import { mergedClaim, mergedParty, type SettlingDecisions, settlingDecisions } from "../deals/settling-decisions.ts";
import type { Claim } from "../model/claim.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";
import { everything, type Filter } from "../views/filter.ts";
import { claimsOfIds } from "./claims.ts";
import { knownTestimonies, type SettledClaims, type SettledQuestion, settledClaims } from "./settled-book.ts";
import type { Book } from "./tables.ts";

/**
 * Settles the claims that could be about one deal with any of these. Deals of these claims are whole; of others that come along (a round's co-investor invests
 * elsewhere) a part may be missing. Observations make no deal.
 */
export async function settledMatters(
  book: Book,
  question: SettledQuestion,
  context: SettlingContext,
  claims: readonly Claim[],
): Promise<SettledClaims> {
  const decisions = settlingDecisions(context);
  const matterOf = matters(context.parties);
  const filterOf = matterFilters(context.parties, decisions);
  const filters = new Map<string, Filter>();
  const include = (claim: Claim): boolean => {
    const meant = mergedClaim(claim, decisions);
    const matter = matterOf(meant);
    if (matter === null || filters.has(matter)) return false;
    filters.set(matter, filterOf(meant));
    return true;
  };
  const asked = claims.filter(include).length > 0;
  // A person may have tied a matter to any other; what has no tie here only makes deals that nobody asked for.
  if (asked) for (const tied of await tiedClaims(book, decisions)) include(tied);
  const testimonies = new Map<ClaimId, Testimony>();
  for (const filter of filters.values())
    for (const testimony of await knownTestimonies(book, question, filter))
      testimonies.set(testimony.claim.id, testimony);
  return settledClaims([...testimonies.values()], context);
}

/** What every claim of a matter has: its kind, and a party of the group of each side. */
function matterFilters(parties: ReadonlyMap<PartyId, Party>, decisions: SettlingDecisions): (claim: Claim) => Filter {
  const rootOf = (id: PartyId): PartyId => lineage(mergedParty(id, decisions), parties).at(-1)!;
  const families = Map.groupBy(new Set([...parties.keys(), ...decisions.merges.keys()]), rootOf);
  const familyOf = (id: PartyId): Filter => ({
    kind: "word",
    field: "party",
    values: [...new Set([id, ...(families.get(rootOf(id)) ?? [])])],
  });
  return (claim) => {
    const named = partiesOfMatter(claim).map(familyOf);
    if (named.length === 0) return everything;
    return { kind: "all-of", filters: [{ kind: "word", field: "kind", values: [claim.kind] }, ...named] };
  };
}

/** The claims that people called the same as others. */
async function tiedClaims(book: Book, { linked }: SettlingDecisions): Promise<Claim[]> {
  if (linked.size === 0) return [];
  const ids = new Set([...linked].flatMap(([one, others]) => [one, ...others]));
  return (await claimsOfIds(book, [...ids])).map(({ claim }) => claim);
}
