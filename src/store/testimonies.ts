/** Asks for what settling needs: claims with what their documents add to them, names that deals have, decisions about deals. */

import type { NamedDeal } from "../deals/naming.ts";
import { testify } from "../deals/testify.ts";
import type { Decision, WriteOrigin } from "../model/book.ts";
import type { Testimony } from "../model/deal.ts";
import type { ClaimId, DealId } from "../model/id.ts";
import type { Filter } from "../views/filter.ts";
import { allClaims } from "./claims.ts";
import { parsedDecision } from "./decision-rows.ts";
import { type Act, record } from "./decisions.ts";
import type { Book } from "./tables.ts";

/** The claims that a filter lets through, with their sources. */
export async function testimoniesOf(book: Book, filter: Filter): Promise<Testimony[]> {
  const standing = await allClaims(book, filter);
  const documents = [...new Set(standing.map(({ claim }) => claim.document))];
  const all = book.selectFrom("shown_documents").select(["id", "known_from", "title", "publisher", "url"]);
  const rows = await (documents.length > fewDocuments ? all : all.where("id", "in", documents)).execute();
  const sources = new Map(
    rows.map(({ id, known_from, title, publisher, url }) => [id, { known: known_from, title, publisher, url }]),
  );
  return standing.map(({ claim }) => testify(claim, sources.get(claim.document)!));
}

/** Up to as many are asked for by their ids: SQLite takes 32,766 values in one question. */
const fewDocuments = 1000;

/** The verbs that settling knows. */
const dealVerbs = ["same", "different", "merge", "prefer"];

/** Decisions about deals that are in effect, in the order of their time. */
export async function dealDecisions(book: Book): Promise<Decision[]> {
  return (await inEffect(book, dealVerbs)).map(parsedDecision);
}

/** The names of deals, in the order in which they were given. */
export async function dealNames(book: Book): Promise<NamedDeal[]> {
  const rows = (await inEffect(book, ["named"])).map(parsedDecision);
  return rows.map(({ subject, body }) => ({ deal: subject as DealId, claims: (body.claims ?? []) as ClaimId[] }));
}

/** Keeps names as part of a write: whoever takes back what brought the claims takes the names back too. */
export async function keepDealNames(book: Book, names: readonly NamedDeal[], write: WriteOrigin): Promise<void> {
  const acts = names.map(({ deal, claims }): Act => ({ verb: "named", subject: deal, body: { claims } }));
  if (acts.length > 0) await record(book, write, acts);
}

async function inEffect(book: Book, verbs: readonly string[]) {
  return book
    .selectFrom("decisions")
    .innerJoin("writes", "writes.id", "decisions.write")
    .selectAll("decisions")
    .where("decisions.verb", "in", verbs)
    .where("writes.in_effect", "=", 1)
    .orderBy("decisions.at")
    .orderBy("decisions.id")
    .execute();
}
