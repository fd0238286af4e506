/** What is in a total? An umbrella is set beside the deals that it could hold; the rest is told and never split. */

import type { Amount } from "../model/amount.ts";
import type { Deal } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";
import { drawn, moneyField } from "./drawn.ts";
import { rungOf } from "./firmness.ts";

export interface UmbrellaPart {
  readonly deal: Deal;
  /** Null where no source gives its figure in this unit. */
  readonly amount: Amount | null;
  /** Whether the umbrella's sources name the party among those that it covers. */
  readonly named: boolean;
}

export interface Reconciled {
  readonly unit: string;
  readonly total: Amount;
  readonly parts: readonly UmbrellaPart[];
  /** Sum of the low ends; of the high ends, null where one is open. */
  readonly low: number;
  readonly high: number | null;
  /** What the parts leave of the total, by its own bounds: null where nothing bounds it. Below zero the parts exceed it. */
  readonly restLow: number | null;
  readonly restHigh: number | null;
  /** Named parties of which no deal with a figure is known. */
  readonly without: readonly PartyId[];
}

/** The deals that a total could hold: purchases of who promised it, investments into whom the round is for, deals of the same pair. */
export function umbrellaParts(
  umbrella: Deal,
  deals: readonly Deal[],
  parties: ReadonlyMap<PartyId, Party>,
): Reconciled | null {
  const total = moneyField(umbrella)?.readings[0]?.amount ?? null;
  if (total === null) return null;
  const unit = total.unit;
  const covered = new Set(
    [umbrella.to, ...umbrella.others].flatMap((party) => (party === null ? [] : lineage(party, parties))),
  );
  const held = deals.filter(
    (deal) => deal !== umbrella && rungOf(deal.status) >= 1 && couldHold(umbrella, deal, parties),
  );
  // Where a total of a pair is told, it stands for the pair's deals: what is in it is not counted again.
  const totals = new Set(held.filter((deal) => deal.umbrella).map(pairOf));
  const parts = held
    .filter((deal) => deal.umbrella || !totals.has(pairOf(deal)))
    .map((deal): UmbrellaPart => {
      const other = umbrella.kind === "commitment" ? deal.to : deal.from;
      return {
        deal,
        amount: drawn(deal, `amount ${unit}`)?.amount ?? null,
        named: other !== null && lineage(other, parties).some((party) => covered.has(party)),
      };
    });
  const told = parts.flatMap(({ amount }) => amount ?? []);
  const low = told.reduce((sum, { min }) => sum + (min ?? 0), 0);
  const high = told.some(({ max }) => max === null) ? null : told.reduce((sum, { max }) => sum + max!, 0);
  const known = new Set(
    parts
      .filter(({ amount }) => amount !== null)
      .flatMap(({ deal }) => [deal.from, deal.to].flatMap((party) => (party === null ? [] : lineage(party, parties)))),
  );
  return {
    unit,
    total,
    parts,
    low,
    high,
    restLow: total.min === null || high === null ? null : total.min - high,
    restHigh: total.max === null ? null : total.max - low,
    without: [umbrella.to, ...umbrella.others].filter((party): party is PartyId => party !== null && !known.has(party)),
  };
}

function pairOf({ kind, from, to }: Deal): string {
  return `${kind} ${from} ${to}`;
}

function couldHold(umbrella: Deal, deal: Deal, parties: ReadonlyMap<PartyId, Party>): boolean {
  const same = (one: PartyId | null, other: PartyId | null): boolean =>
    one !== null && other !== null && lineage(one, parties).at(-1) === lineage(other, parties).at(-1);
  if (umbrella.kind === "commitment") {
    const contract = deal.kind === "compute-contract" || deal.kind === "chip-supply";
    return (contract || (deal.kind === "commitment" && !deal.umbrella)) && same(deal.from, umbrella.from);
  }
  if (deal.umbrella) return false;
  if (deal.kind !== umbrella.kind || !same(deal.to, umbrella.to)) return false;
  // A total of a pair holds all of the pair's deals; a round those that are told with it.
  const pair = umbrella.others.length === 0 && umbrella.from !== null;
  return pair
    ? same(umbrella.from, deal.from)
    : deal.documents.some((document) => umbrella.documents.includes(document));
}
