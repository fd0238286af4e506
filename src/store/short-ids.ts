/** How few digits tell a claim from all others? Ids are shown as short as that, and found again by them. */

import type { ClaimId } from "../model/id.ts";
import type { Book } from "./tables.ts";

/** `c-` and as many digits: a book of a hundred claims rarely needs more. */
const least = "c-".length + 6;

/** The ids, each cut to what is needed, all of one length. */
export async function shortIds(book: Book, ids: readonly ClaimId[]): Promise<Map<ClaimId, string>> {
  let length = least;
  for (const id of ids) {
    for (const [beyond, direction] of [
      ["<", "desc"],
      [">", "asc"],
    ] as const) {
      const neighbour = await book
        .selectFrom("shown_claims")
        .select("id")
        .where("id", beyond, id)
        .orderBy("id", direction)
        .limit(1)
        .executeTakeFirst();
      if (neighbour) length = Math.max(length, sharedLength(id, neighbour.id) + 1);
    }
  }
  return new Map(ids.map((id) => [id, id.slice(0, length)]));
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
