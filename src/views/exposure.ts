/** On whom does a company depend, who depends on it, who is hurt if it stops paying, and which of its deals could a right block? */

import { isAtLeast } from "../deals/firmness.ts";
import { type Blockable, blockableBy } from "../deals/rights.ts";
import type { Assumption } from "../model/assumption.ts";
import type { Deal, Observation } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, Memo } from "../model/ledger.ts";
import { lineage, type Party } from "../model/party.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";
import { type CompanyQuestion, type Counterparty, type Relations, relationsOf } from "./counterparties.ts";
import { assumedFigure, type Figure, isYearLong, observedYear } from "./party-figures.ts";
import { type StopsPaying, stopsPaying } from "./stops-paying.ts";

/** What one customer's payments of the window are of the company's revenue of a year. */
export interface RevenueShare {
  readonly customer: Counterparty;
  readonly share: Interval;
}

export interface Exposure {
  readonly company: PartyId;
  readonly relations: Relations;
  /** The revenue of a year; null where none is told or assumed. */
  readonly revenue: Figure | null;
  /** Revenue that is told and not taken: it is no figure of a year, is only expected, or another one is taken. */
  readonly otherRevenue: readonly Observation[];
  /** None where the revenue is not stated, or the window is no year. */
  readonly revenueShares: readonly RevenueShare[];
  readonly stops: StopsPaying;
  /** A right with the deals of the company that it reaches. */
  readonly rights: readonly { readonly right: Deal; readonly blocked: readonly Blockable[] }[];
  /** Totals over several deals that the company has made: told, and never added. */
  readonly totals: readonly Memo[];
  /** Deals of the company in other money, which counts for nothing here. */
  readonly otherMoney: readonly Memo["id"][];
}

export interface ExposureBook {
  readonly deals: readonly Deal[];
  readonly observations: readonly Observation[];
  readonly ledger: Ledger;
  readonly parties: ReadonlyMap<PartyId, Party>;
  /** Those that hold on the day asked about. */
  readonly assumptions: readonly Assumption[];
}

export function exposureOf(book: ExposureBook, question: CompanyQuestion): Exposure {
  const { deals, observations, ledger, assumptions } = book;
  const { company, firmness, shown } = question;
  const relations = relationsOf(deals, ledger, question);
  const told = observedYear(company, ["revenue"], observations, "no forecasts");
  const revenue = assumedFigure(company, "revenue", assumptions) ?? told;
  const touches = ({ from, to }: Pick<Deal, "from" | "to">): boolean => {
    const [one, other] = [from && shown(from), to && shown(to)];
    return one !== other && (one === company || other === company);
  };
  return {
    company,
    relations,
    revenue,
    otherRevenue: observations.filter(
      (each) =>
        each.party === company &&
        each.measure === "revenue" &&
        !(revenue !== null && "observation" in revenue.from && revenue.from.observation === each),
    ),
    revenueShares:
      revenue === null || !isYearLong(question.window)
        ? []
        : relations.customers.flatMap((customer) => revenueShare(customer, revenue.ends)),
    stops: stopsPaying(deals, ledger, assumptions, question),
    rights: rightsOver(book, question, touches),
    totals: ledger.memos.filter(
      (memo) => memo.reason === "a total over several deals" && touches(memo) && isAtLeast(memo.status, firmness),
    ),
    otherMoney: ledger.postings
      .filter(
        ({ commodity, status, ...sides }) =>
          /^[A-Z]{3}$/.test(commodity) && commodity !== "USD" && touches(sides) && isAtLeast(status, firmness),
      )
      .map(({ id }) => id),
  };
}

/** A party as the answer shows it: by group the company has its units with it, and every other is the group that it belongs to. */
export function shownFor(
  company: PartyId,
  by: "unit" | "group",
  parties: ReadonlyMap<PartyId, Party>,
): (party: PartyId) => PartyId {
  if (by === "unit") return (party) => party;
  return (party) => {
    const line = lineage(party, parties);
    return line.includes(company) ? company : line.at(-1)!;
  };
}

/** What falls due in twelve months over the revenue of a year. */
function revenueShare(customer: Counterparty, revenue: Ends): RevenueShare[] {
  const { inWindow } = customer;
  if (inWindow === null || revenue.high === 0) return [];
  return [
    {
      customer,
      share: {
        low: inWindow.low / (revenue.high ?? Number.POSITIVE_INFINITY),
        high: inWindow.high === null || revenue.low === 0 ? Number.POSITIVE_INFINITY : inWindow.high / revenue.low,
      },
    },
  ];
}

/** Rights that reach deals of the company as firm as asked. A right itself may be as loose as it is told: its force says so. */
function rightsOver(
  { deals, parties }: ExposureBook,
  { firmness }: CompanyQuestion,
  touches: (deal: Deal) => boolean,
): Exposure["rights"] {
  const own = deals.filter((deal) => touches(deal) && isAtLeast(deal.status, firmness));
  const order: readonly Blockable["force"][] = ["stands", "on a condition", "ended"];
  return deals
    .map((right) => ({ right, blocked: blockableBy(right, own, parties) }))
    .filter(({ blocked }) => blocked.length > 0)
    .sort(
      (one, other) =>
        order.indexOf(one.blocked[0]!.force) - order.indexOf(other.blocked[0]!.force) ||
        (one.right.id < other.right.id ? -1 : 1),
    );
}
