/** Which companies did a reader fold in a picture of flows, and which of them have nothing in it? */

import type { PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import { flowsShownAs } from "./flow-roles.ts";
import { namesIn } from "./flows-own-order.ts";
import type { FlowsAsked, FlowsView } from "./flows-view.ts";

/** `amd,Nvidia` as those that stand for them, units or groups; what names nobody is told apart. */
export function ownFold(
  written: string,
  partyOf: (name: string) => PartyId | undefined,
  by: FlowsAsked["by"],
  parties: ReadonlyMap<PartyId, Party>,
): { readonly folded: ReadonlySet<PartyId>; readonly unknown: readonly string[] } {
  const shown = asCompanies(by, parties);
  const named = namesIn(written).map((name) => ({ name, party: partyOf(name.toLowerCase()) }));
  return {
    folded: new Set(named.flatMap(({ party }) => (party === undefined ? [] : [shown(party)]))),
    unknown: named.flatMap(({ name, party }) => (party === undefined ? [name] : [])),
  };
}

/** What was to be folded and has no flow in the picture; by what companies are nothing is folded. */
export function notFolded(
  { rows }: Pick<FlowsView, "rows">,
  { by, folded }: Pick<FlowsAsked, "by" | "folded">,
  parties: ReadonlyMap<PartyId, Party>,
): readonly PartyId[] {
  if (by === "role") return [...folded];
  const shown = asCompanies(by, parties);
  const ends = rows.flatMap(({ postings }) => postings.flatMap(({ from, to }) => [from, to]));
  const has = new Set(ends.flatMap((party) => (party === null ? [] : [shown(party)])));
  return [...folded].filter((party) => !has.has(party));
}

/** As companies are shown where none is folded. */
function asCompanies(by: FlowsAsked["by"], parties: ReadonlyMap<PartyId, Party>): (party: PartyId) => PartyId {
  return flowsShownAs(by === "role" ? "group" : by, new Set(), parties);
}
