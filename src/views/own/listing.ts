/** What would somebody who enters late earn, if the company is listed? */

import { type ListingReturns, listingReturns } from "../../analyses/listing-returns.ts";
import { moneyField } from "../../deals/drawn.ts";
import { type Firmness, isAtLeast } from "../../deals/firmness.ts";
import { type Assumption, assumedOf } from "../../model/assumption.ts";
import type { Claim, Status } from "../../model/claim.ts";
import { dayNumber, type PartialDay } from "../../model/day.ts";
import type { Deal } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import { exactly, type Interval, sumOfIntervals } from "../../numeric/interval.ts";
import { readDays, readFraction } from "../assumption-words.ts";
import { daysOf } from "../filter-values.ts";
import { type Figure, hullOf, pairwise, type Sourced, shareText, toldFigure, unitOfField } from "./figure.ts";
import { isPriced, type Round } from "./pro-forma.ts";

export interface Listing extends Sourced {
  readonly value: Figure;
  readonly unit: string;
  readonly text: string;
  readonly status: Status;
  /** Between which days the first share can be sold; null where neither a source nor a person tells. */
  readonly days: { readonly first: PartialDay; readonly last: PartialDay } | null;
  /** What a person would have to assume. */
  readonly missing: readonly ("listing-day" | "listing-dilution")[];
  readonly entries: readonly Entry[];
}

/** Who enters with a round, at its valuation with the money in. */
export interface Entry extends Sourced {
  readonly round: Round;
  readonly value: Figure;
  /** At the stated ends, and at all that the bounds allow. */
  readonly told: EntryReturns;
  readonly bounds: EntryReturns;
}

/** The yearly rate of a listing that is a year away or more; null where all are nearer, since such a rate would be extrapolated. */
export type EntryReturns = Omit<ListingReturns, "yearlyRate"> & { readonly yearlyRate: Interval | null };

/** The listings that are told of, each with the return of every round that has a valuation. */
export function listingsOf(
  company: PartyId,
  {
    deals,
    claims,
    assumptions,
  }: {
    readonly deals: readonly Deal[];
    readonly claims: ReadonlyMap<ClaimId, Claim>;
    readonly assumptions: readonly Assumption[];
  },
  rounds: readonly Round[],
  firmness: Firmness,
  asOf: PartialDay,
): Listing[] {
  return deals
    .filter(
      ({ kind, from, to, status }) =>
        kind === "ipo" && (from ?? to) === company && status !== "completed" && isAtLeast(status, firmness),
    )
    .flatMap((deal): Listing[] => {
      const field = moneyField(deal);
      const told = field && toldFigure(field);
      if (!told) return [];
      const taken: Taken[] = [];
      const unit = unitOfField(field);
      const days = listingDays(deal, claims, assumedOf(assumptions, company, "listing-day"), asOf, taken);
      const dilution = dilutionOf(assumedOf(assumptions, company, "listing-dilution"), taken);
      const listing = {
        value: told.figure,
        unit,
        text: told.text,
        status: deal.status,
        days,
        claims: deal.claims,
        deals: [deal.id],
        taken,
      };
      const priced = rounds.filter((round) => isPriced(round) && round.investments[0]!.unit === unit);
      if (days === null || dilution === null) {
        const missing = [days === null ? "listing-day" : null, dilution === null ? "listing-dilution" : null] as const;
        return [{ ...listing, missing: priced.length > 0 ? missing.flatMap((each) => each ?? []) : [], entries: [] }];
      }
      const span = [days.first, days.last].map((day) => Math.max(1, dayNumber(day) - dayNumber(asOf)));
      const entered: Taken = {
        of: "listing",
        text: `entered on ${asOf}, all sold on the first free day at the listing's value, without lock-up or costs`,
        assumption: null,
      };
      const entries = priced.map((round) =>
        entryOf(round, told.figure, dilution, { low: span[0]!, high: span[1]! }, [...taken, entered]),
      );
      return [{ ...listing, missing: [], entries }];
    });
}

/** What a person assumes, else the days that the deal's claims name and that are not over. */
function listingDays(
  deal: Deal,
  claims: ReadonlyMap<ClaimId, Claim>,
  assumption: Assumption | null,
  asOf: PartialDay,
  taken: Taken[],
): Listing["days"] {
  const read = assumption && readDays(assumption.is);
  if (assumption && typeof read === "object" && read !== null) {
    taken.push({ of: "listing", text: `listed between ${read.first} and ${read.last}`, assumption });
    return read;
  }
  const periods = deal.claims.flatMap((id) => claims.get(id)?.period ?? []).filter(({ start, end }) => start ?? end);
  if (periods.length === 0) return null;
  const firsts = periods.map(({ start, end }) => daysOf((start ?? end)!).first);
  const lasts = periods.map(({ start, end }) => daysOf((end ?? start)!).last);
  const last = lasts.reduce((one, other) => (one > other ? one : other));
  if (dayNumber(last) <= dayNumber(asOf)) return null;
  return { first: firsts.reduce((one, other) => (one < other ? one : other)), last };
}

function dilutionOf(assumption: Assumption | null, taken: Taken[]): Interval | null {
  const read = assumption && readFraction(assumption.is);
  if (!assumption || typeof read !== "object" || read === null) return null;
  taken.push({
    of: "listing",
    text: `older holders lose ${shareText(read)} of their share until the listing`,
    assumption,
  });
  return read;
}

const year = 365;

function entryOf(round: Round, listing: Figure, dilution: Interval, days: Interval, taken: readonly Taken[]): Entry {
  const { investments, pre, post, claims, deals } = round;
  const money = investments.flatMap((each) => [each.money, each.conditional].flatMap((part) => part ?? []));
  const entries = [
    ...(pre
      ? [money.reduce((sum, each) => pairwise(sum, each, (one, other) => sumOfIntervals([one, other])), pre.value)]
      : []),
    ...(post ? [post.value] : []),
  ];
  const value = entries.reduce(hullOf);
  const worked = (pick: "told" | "bounds"): EntryReturns => {
    const returns = listingReturns({
      // What is priced at "up to" a sum may cost next to nothing, not nothing.
      entryValue: { ...value[pick], low: Math.max(value[pick].low, Number.MIN_VALUE) },
      listingValue: listing[pick],
      dilution,
      costs: exactly(0),
      days: { low: Math.max(days.low, Math.min(days.high, year)), high: days.high },
    });
    return days.high < year ? { ...returns, yearlyRate: null } : returns;
  };
  return {
    round,
    value,
    told: worked("told"),
    bounds: worked("bounds"),
    claims,
    deals,
    taken: [...round.taken, ...taken],
  };
}
