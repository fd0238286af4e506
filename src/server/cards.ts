/** Claims of the store as cards, with all that stands around them. */

import type { ClaimId, ReadingId } from "../model/id.ts";
import { rivalsOf } from "../store/around-claim.ts";
import type { StandingClaim } from "../store/claims.ts";
import { decisionsOnAll } from "../store/review.ts";
import { shortIds } from "../store/short-ids.ts";
import type { Book } from "../store/tables.ts";
import { claimCard, isInsideGroup } from "../views/claim-cards.ts";
import type { ClaimCard } from "../views/page-answers.ts";
import type { Asked } from "./asked.ts";

/** The cards, in the given order. Rivals are those that are known on the day asked about. */
export async function cardsOf(book: Book, standing: readonly StandingClaim[], around: Asked): Promise<ClaimCard[]> {
  const known = new Map(around.documents.map(({ id, known_from }) => [id, known_from]));
  const isKnown = ({ claim }: StandingClaim): boolean =>
    around.question.knownOn === null || (known.get(claim.document) ?? "") <= around.question.knownOn;
  const rivals = new Map<ClaimId, StandingClaim[]>();
  for (const { claim, conflict } of standing)
    rivals.set(claim.id, conflict ? (await rivalsOf(book, claim)).filter(isKnown) : []);
  const ids = [...standing, ...[...rivals.values()].flat()].map(({ claim }) => claim.id);
  const short = await shortIds(book, ids);
  const decisions = await decisionsOnAll(
    book,
    standing.map(({ claim }) => claim.id),
  );
  const readers = await readersOf(book, standing);
  return standing.map((each) =>
    claimCard(
      { ...each, conflict: rivals.get(each.claim.id)!.length > 0 },
      {
        short: short.get(each.claim.id)!,
        reader: readers.get(each.reading) ?? "",
        decisions: decisions.get(each.claim.id) ?? [],
        rivals: rivals.get(each.claim.id)!.map(({ claim }) => ({ claim, short: short.get(claim.id)! })),
      },
      around.cardNames,
      isInsideGroup(each.claim, around.parties),
    ),
  );
}

async function readersOf(book: Book, standing: readonly StandingClaim[]): Promise<Map<ReadingId, string>> {
  const ids = [...new Set(standing.map(({ reading }) => reading))];
  if (ids.length === 0) return new Map();
  const rows = await book.selectFrom("readings").select(["id", "reader"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, reader }) => [id, reader]));
}
