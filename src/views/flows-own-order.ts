/** In which order did a reader put the companies of a picture of flows? Names from the top down, all columns one after the other; who is not named stays where fewest ribbons cross. */

import type { PartyId } from "../model/id.ts";

/** What stands for no single company, under the key that the picture has for it. */
const several = /^(?:role-(?:\d|unknown)|folded-\d|nobody-(?:pays|gets))$/;

/** `amazon,OpenAI,nobody-pays` as keys of the picture; what names nobody is told apart. */
export function ownOrder(
  written: string,
  partyOf: (name: string) => PartyId | undefined,
  shown: (party: PartyId) => PartyId,
): { readonly order: readonly string[]; readonly unknown: readonly string[] } {
  const order = new Set<string>();
  const unknown: string[] = [];
  for (const name of namesIn(written)) {
    const party = partyOf(name.toLowerCase());
    if (several.test(name)) order.add(name);
    else if (party === undefined) unknown.push(name);
    else order.add(shown(party));
  }
  return { order: [...order], unknown };
}

/** What stands between commas. */
export function namesIn(written: string): readonly string[] {
  return written.split(",").flatMap((each) => each.trim() || []);
}

/** All companies of a picture in their order, one of them a place further up (-1) or down (1) in its column; null where its column ends there. */
export function movedIn(
  columns: readonly (readonly string[])[],
  company: string,
  by: -1 | 1,
): readonly string[] | null {
  const own = columns.find((column) => column.includes(company));
  const at = own?.indexOf(company) ?? -1;
  const other = own?.[at + by];
  if (at < 0 || other === undefined) return null;
  return columns.flat().map((key) => (key === company ? other : key === other ? company : key));
}
