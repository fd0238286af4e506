/** What could a right block, and on what evidence? */

import type { Deal } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";
import { rungOf } from "./firmness.ts";

export interface Blockable {
  readonly right: Deal;
  readonly deal: Deal;
  /** Stands: sources say that the right is in force. On a condition: they say that it may be. Ended: it would have, and no longer can. */
  readonly force: "stands" | "on a condition" | "ended";
}

/** The deals that a right's grantor makes with others and that a right of this sort reaches, that are not done yet. */
export function blockableBy(right: Deal, deals: readonly Deal[], parties: ReadonlyMap<PartyId, Party>): Blockable[] {
  if (right.kind !== "right" || right.from === null || right.to === null) return [];
  const root = (party: PartyId | null): PartyId | null => (party === null ? null : lineage(party, parties).at(-1)!);
  const [holder, grantor] = [root(right.from), root(right.to)];
  const reached = reach(right.right);
  return deals
    .filter(
      (deal) => reached.includes(deal.kind) && !deal.umbrella && rungOf(deal.status) >= 0 && rungOf(deal.status) < 3,
    )
    .filter(({ from, to }) => {
      const [one, other] = [root(from), root(to)];
      return (one === grantor && other !== holder) || (other === grantor && one !== holder);
    })
    .map((deal) => ({ right, deal, force: forceOf(right) }));
}

/** What a right of a sort can stop: a first refusal on compute stops contracts, a veto or an exclusivity also investments. */
function reach(right: Deal["right"]): readonly Deal["kind"][] {
  if (right === "first-refusal") return ["compute-contract"];
  if (right === "warrant" || right === "option" || right === "licence") return [];
  return ["compute-contract", "chip-adoption", "investment", "acquisition"];
}

function forceOf(right: Deal): Blockable["force"] {
  if (right.status === "ended" || right.status === "denied") return "ended";
  const conditional = right.fields.some(
    ({ name, readings }) => name === "condition" && readings.some(({ text }) => text === "on a condition"),
  );
  return conditional || rungOf(right.status) < 1 ? "on a condition" : "stands";
}
