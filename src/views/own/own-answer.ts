/** Who owns a company, on the book? All that deals and observations tell of it, worked out; what no source states stays so. */

import { type Firmness, isAtLeast } from "../../deals/firmness.ts";
import type { Assumption } from "../../model/assumption.ts";
import type { Claim } from "../../model/claim.ts";
import type { PartialDay } from "../../model/day.ts";
import type { Deal, Observation } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import type { Problem } from "../../model/problem.ts";
import type { Sourced } from "./figure.ts";
import { type Listing, listingsOf } from "./listing.ts";
import { type CommonOwners, commonOwners, type LookedThrough, lookedThrough, tablesOf } from "./network.ts";
import { isPriced, type Round, roundsInto } from "./pro-forma.ts";
import { type Secondary, type ShareRight, secondarySales, shareRights } from "./rights.ts";
import { type PartTable, partTable, type Shown } from "./stakes.ts";
import { type ValuationsOfKind, valuationsOf } from "./valuations.ts";

export interface OwnQuestion {
  readonly company: PartyId;
  readonly firmness: Firmness;
  /** The day of which it holds; null in a book without a day. */
  readonly asOf: PartialDay | null;
  readonly shown: Shown;
}

/** What is known of a book on the dates asked about. */
export interface OwnSources {
  readonly deals: readonly Deal[];
  readonly observations: readonly Observation[];
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly assumptions: readonly Assumption[];
  readonly parties: ReadonlyMap<PartyId, Party>;
}

export interface OwnAnswer {
  readonly company: PartyId;
  readonly table: PartTable;
  readonly rounds: readonly Round[];
  readonly secondary: readonly Secondary[];
  readonly rights: readonly ShareRight[];
  readonly through: LookedThrough;
  readonly common: CommonOwners;
  readonly valuations: readonly ValuationsOfKind[];
  readonly listings: readonly Listing[];
}

export function ownAnswer({ company, firmness, asOf, shown }: OwnQuestion, sources: OwnSources): OwnAnswer {
  const { deals, observations, assumptions } = sources;
  const table = partTable(company, deals, shown);
  const tables = tablesOf(deals, shown);
  const rounds = roundsInto(company, sources, table, firmness, shown);
  return {
    company,
    table: { ...table, toCome: table.toCome.filter(({ status }) => isAtLeast(status, firmness)) },
    rounds,
    secondary: secondarySales(company, deals, firmness, shown),
    rights: shareRights(company, deals, assumptions, table, firmness, shown),
    through: lookedThrough(company, table, tables),
    common: commonOwners(company, table, { ...sources, tables }, firmness, shown),
    valuations: valuationsOf(company, observations),
    listings: asOf === null ? [] : listingsOf(company, sources, rounds, firmness, asOf),
  };
}

/** The claims that the answer rests on, in the order in which it tells them. */
export function claimsOf({
  table,
  rounds,
  secondary,
  rights,
  through,
  common,
  valuations,
  listings,
}: OwnAnswer): readonly ClaimId[] {
  const told: readonly Pick<Sourced, "claims">[] = [
    ...[...table.holders, ...table.toCome, ...table.unstated, ...rounds, ...secondary, ...rights, ...through.owners],
    ...common.owners.flatMap(({ here, there }) => [here, there]),
    ...valuations.flatMap(({ valuations: own }) => own.map(({ observation }) => observation)),
    ...listings,
  ];
  return [...new Set(told.flatMap(({ claims }) => claims))];
}

/** What no source states and nobody assumed, each with the line that would add it. */
export function notStated({ company, rounds, rights, listings }: OwnAnswer): Problem[] {
  const problem = (what: string, assumption: string): Problem => ({
    code: "not-stated",
    message: `${what}: no source states it, and nobody assumed it.`,
    fix: `capstack assume ${company}.${assumption} --because "…"`,
  });
  const missing = new Set(listings.flatMap((listing) => listing.missing));
  return [
    ...(rounds.some((round) => !isPriced(round))
      ? [problem("the valuation at which new shares are sold", "pre-money 500bn")]
      : []),
    ...(rights.some((right) => right.company === company && right.quantity !== null && right.exercised.length === 0)
      ? [problem("how many shares the company has", "shares 1.6bn")]
      : []),
    ...(missing.has("listing-day") ? [problem("when the company is listed", "listing-day 2026..2027")] : []),
    ...(missing.has("listing-dilution")
      ? [problem("what older holders lose until the listing", "listing-dilution 10..20%")]
      : []),
  ];
}
