/** What is shown otherwise in one state of the book than in another? */

import type { DocumentId } from "../model/id.ts";
import { type PastState, rowsAt } from "./history.ts";
import type { ShownRows } from "./shown-rows.ts";
import type { Book } from "./tables.ts";

/** A document before and after; null where it was not shown. */
export interface StateChange {
  readonly id: DocumentId;
  readonly before: ShownRows | null;
  readonly after: ShownRows | null;
}

/** The documents of which anything is shown otherwise, by their ids. */
export async function changesBetween(book: Book, from: PastState, to: PastState): Promise<StateChange[]> {
  const changed = [...new Set([...from.stamps.keys(), ...to.stamps.keys()])]
    .filter((id) => from.stamps.get(id) !== to.stamps.get(id))
    .sort();
  const before = await rowsAt(book, changed, from.counting);
  const after = await rowsAt(book, changed, to.counting);
  return changed.map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }));
}
