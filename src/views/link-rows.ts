/** Money links as nodes and arrays, as the methods take them. */

import type { PartyId } from "../model/id.ts";

export interface LinkNodes {
  /** Party of each node, in the order of their ids. */
  readonly ids: readonly PartyId[];
  /** Ends of each link. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Numbers the parties of links. */
export function linkNodes(links: readonly { readonly from: PartyId; readonly to: PartyId }[]): LinkNodes {
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const number = new Map(ids.map((id, index) => [id, index]));
  return {
    ids,
    from: Int32Array.from(links, ({ from }) => number.get(from)!),
    to: Int32Array.from(links, ({ to }) => number.get(to)!),
  };
}
