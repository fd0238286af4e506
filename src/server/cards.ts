/** Claims of the store as cards, with all that stands around them. */

import { rivalsOf } from "../deals/conflicts.ts";
import type { ReadingId } from "../model/id.ts";
import { claimsOfIds, type StandingClaim } from "../store/claims.ts";
import { conflictsOfClaims } from "../store/conflicts.ts";
import { decisionsOnAll } from "../store/review.ts";
import { shortIds } from "../store/short-ids.ts";
import type { Book } from "../store/tables.ts";
import { claimCard, isInsideGroup } from "../views/claim-cards.ts";
import type { ClaimCard } from "../views/page-answers.ts";
import type { Asked } from "./asked.ts";

/** The cards, in the given order. Where the conflicts of the book are not known yet, the matters of these few claims are settled. */
export async function cardsOf(book: Book, standing: readonly StandingClaim[], around: Asked): Promise<ClaimCard[]> {
  const claims = standing.map(({ claim }) => claim);
  const conflicts =
    around.conflicts ?? (await conflictsOfClaims(book, [...around.parties.values()], around.question, claims));
  const rivals = new Map(claims.map(({ id }) => [id, rivalsOf(id, conflicts)]));
  const against = [...new Set([...rivals.values()].flatMap((each) => each.map(({ claim }) => claim)))];
  const others = new Map((await claimsOfIds(book, against)).map(({ claim }) => [claim.id, claim]));
  const ids = claims.map(({ id }) => id);
  const short = await shortIds(book, [...new Set([...ids, ...against])]);
  const decisions = await decisionsOnAll(book, ids);
  const readers = await readersOf(book, standing);
  return standing.map((each) =>
    claimCard(
      each,
      {
        short: short.get(each.claim.id)!,
        reader: readers.get(each.reading) ?? "",
        decisions: decisions.get(each.claim.id) ?? [],
        disputed: conflicts.get(each.claim.id) ?? [],
        rivals: rivals
          .get(each.claim.id)!
          .map((rival) => ({ rival, claim: others.get(rival.claim)!, short: short.get(rival.claim)! })),
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
