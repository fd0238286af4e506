/** Whom does a company buy from, sell to, and get its capital from, and how much of it hangs on whom? Each answer as a share between two ends, by layer and by year. */

import { type Firmness, isAtLeast, rungOf } from "../deals/firmness.ts";
import type { Status } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { Deal, DealKind } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, Posting, Taken } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";
import { dueByYear, dueOf, nothing } from "./dues.ts";
import { added, type Window } from "./flow-rows.ts";
import { herfindahlEnds, shareEnds } from "./share-ends.ts";

/** What is dealt in: chips, computing, money for shares or debt, or what sources do not tell apart. */
export type Layer = "chips" | "compute" | "capital" | "other";

const layerOf: Partial<Record<DealKind, Layer>> = {
  "chip-supply": "chips",
  "chip-adoption": "chips",
  "compute-contract": "compute",
  commitment: "other",
  dependence: "other",
  investment: "capital",
  financing: "capital",
};

export type Relation = "supplier" | "customer" | "funder";

/** All that a company has with another in one layer. */
export interface Counterparty {
  /** Null where no source names it. */
  readonly party: PartyId | null;
  readonly layer: Layer;
  readonly deals: readonly Deal[];
  /** Deals of which no source states an amount in dollars. */
  readonly unstated: readonly Deal[];
  readonly postings: readonly Posting[];
  /** The loosest of those deals that the amount is of; of all, where none has an amount. */
  readonly status: Status;
  /** Null where no source states an amount. Of a funder the whole of what it gave or is to give; else what is still to be paid. */
  readonly inWindow: Ends | null;
  readonly inAll: Ends | null;
  /** Of what is stated, all counterparties of the relation taken together. */
  readonly windowShare: Interval | null;
  readonly allShare: Interval | null;
  readonly taken: readonly Taken[];
}

/** How concentrated the counterparties of a layer are. */
export interface LayerConcentration {
  readonly relation: Relation;
  readonly layer: Layer;
  /** The calendar year in which it falls due; null for all of it. */
  readonly year: number | null;
  /** Counterparties with an amount, and those without. */
  readonly stated: number;
  readonly unstated: number;
  readonly total: Ends;
  readonly largest: { readonly party: PartyId | null; readonly amount: Ends; readonly share: Interval };
  readonly hhi: Interval;
}

export interface Relations {
  readonly suppliers: readonly Counterparty[];
  readonly customers: readonly Counterparty[];
  readonly funders: readonly Counterparty[];
  /** For each relation and layer all of it, then year by year. */
  readonly concentration: readonly LayerConcentration[];
}

export interface CompanyQuestion {
  /** The company as it is shown. */
  readonly company: PartyId;
  readonly firmness: Firmness;
  readonly asOf: PartialDay;
  readonly window: Window;
  /** A party as the answer shows it: itself, or what it is a unit of. */
  readonly shown: (party: PartyId) => PartyId;
}

/** The counterparties of a company. A total over several deals is none: its parts are. */
export function relationsOf(deals: readonly Deal[], ledger: Ledger, question: CompanyQuestion): Relations {
  const found: Record<Relation, Counterparty[]> = { supplier: [], customer: [], funder: [] };
  const own = Map.groupBy(
    deals.filter((deal) => !deal.umbrella && isAtLeast(deal.status, question.firmness)),
    (deal) => relationOf(deal, question),
  );
  const postings = Map.groupBy(
    ledger.postings.filter(({ commodity }) => commodity === "USD"),
    ({ deal }) => deal,
  );
  for (const relation of ["supplier", "customer", "funder"] as const) {
    const other = (deal: Deal): PartyId | null => {
      const party = relation === "supplier" ? deal.to : deal.from;
      return party && question.shown(party);
    };
    const rows = Map.groupBy(own.get(relation) ?? [], (deal) => `${other(deal) ?? deal.id} ${layerOf[deal.kind]}`);
    const built = [...rows.values()].map((same) =>
      counterpartyOf(other(same[0]!), same, (deal) => moneyOf(deal, postings.get(deal.id) ?? []), relation, question),
    );
    found[relation] = withShares(built);
  }
  const concentration = (["supplier", "customer", "funder"] as const).flatMap((relation) =>
    concentrationOf(relation, found[relation], question.asOf),
  );
  return { suppliers: found.supplier, customers: found.customer, funders: found.funder, concentration };
}

function relationOf(deal: Deal, { company, shown }: CompanyQuestion): Relation | null {
  const layer = layerOf[deal.kind];
  if (layer === undefined) return null;
  const [from, to] = [deal.from && shown(deal.from), deal.to && shown(deal.to)];
  // What a group does within itself is no relation to another.
  if (from === to) return null;
  if (from === company) return layer === "capital" ? null : "supplier";
  if (to === company) return layer === "capital" ? "funder" : "customer";
  return null;
}

/** Money of the deal's own direction: what comes back for it is no part of it. */
function moneyOf({ from }: Deal, postings: readonly Posting[]): Posting[] {
  return postings.filter((posting) => posting.from === from);
}

function counterpartyOf(
  party: PartyId | null,
  deals: readonly Deal[],
  moneyOf: (deal: Deal) => readonly Posting[],
  relation: Relation,
  { asOf, window }: CompanyQuestion,
): Counterparty {
  const postings = deals.flatMap(moneyOf);
  const stated = deals.filter((deal) => moneyOf(deal).length > 0);
  const dues = postings.map((posting) => dueOf(posting, asOf, window));
  const inWindow = dues.map((due) => due?.inWindow ?? nothing).reduce(added, nothing);
  const inAll =
    relation === "funder"
      ? postings.map(({ low, high }) => ({ low, high })).reduce(added, nothing)
      : dues.map((due) => due?.inAll ?? nothing).reduce(added, nothing);
  return {
    party,
    layer: layerOf[deals[0]!.kind]!,
    deals,
    unstated: deals.filter((deal) => !stated.includes(deal)),
    postings,
    status: loosest(stated.length > 0 ? stated : deals),
    inWindow: stated.length > 0 ? inWindow : null,
    inAll: stated.length > 0 ? inAll : null,
    windowShare: null,
    allShare: null,
    taken: [...new Set(postings.flatMap(({ taken }) => taken))],
  };
}

function loosest(deals: readonly Deal[]): Status {
  return deals.reduce((one, other) => (rungOf(other.status) < rungOf(one.status) ? other : one)).status;
}

/** The largest first, by what is to be paid in all; those without an amount last. */
function withShares(rows: readonly Counterparty[]): Counterparty[] {
  const stated = rows.filter(({ inAll }) => inAll !== null);
  const [windowShares, allShares] = [
    shareEnds(stated.map(({ inWindow }) => inWindow!)),
    shareEnds(stated.map(({ inAll }) => inAll!)),
  ];
  return rows
    .map((row) => {
      const at = stated.indexOf(row);
      return at === -1 ? row : { ...row, windowShare: windowShares[at]!, allShare: allShares[at]! };
    })
    .sort(
      (one, other) =>
        sizeOf(other.inAll) - sizeOf(one.inAll) ||
        (`${one.party} ${one.layer}` < `${other.party} ${other.layer}` ? -1 : 1),
    );
}

/** The low end, which is told at least; what is only "up to" by its high end. */
export function sizeOf(amount: Ends | null): number {
  return amount === null ? -1 : amount.low || (amount.high ?? 0);
}

function concentrationOf(relation: Relation, rows: readonly Counterparty[], asOf: PartialDay): LayerConcentration[] {
  return [...Map.groupBy(rows, ({ layer }) => layer)].flatMap(([layer, own]) => {
    const stated = own.filter(({ inAll }) => inAll !== null && inAll.high !== 0);
    const unstated = own.filter(({ inAll }) => inAll === null).length;
    const all = cellOf(stated.map(({ party, inAll }) => ({ party, amount: inAll! })));
    if (all === null) return [];
    const yearly = stated.map(({ party, postings }) => ({ party, due: dueByYear(postings, asOf) }));
    const years = [...new Set(yearly.flatMap(({ due }) => [...due.keys()]))].sort((one, other) => one - other);
    const base = { relation, layer, unstated };
    return [
      { ...base, year: null, ...all },
      ...years.flatMap((year) => {
        const cell = cellOf(
          yearly.flatMap(({ party, due }) => (due.has(year) ? [{ party, amount: due.get(year)! }] : [])),
        );
        return cell === null ? [] : [{ ...base, year, ...cell }];
      }),
    ];
  });
}

function cellOf(
  amounts: readonly { readonly party: PartyId | null; readonly amount: Ends }[],
): Pick<LayerConcentration, "stated" | "total" | "largest" | "hhi"> | null {
  const ends = amounts.map(({ amount }) => amount);
  const hhi = herfindahlEnds(ends);
  if (hhi === null) return null;
  const shares = shareEnds(ends);
  const largest = amounts.reduce((best, each, at) => (sizeOf(each.amount) > sizeOf(ends[best]!) ? at : best), 0);
  return {
    stated: amounts.length,
    total: ends.reduce(added),
    largest: { ...amounts[largest]!, share: shares[largest]! },
    hhi,
  };
}
