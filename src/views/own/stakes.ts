/** Who holds how much of each company on the day asked about, as far as sources tell? Cap tables that are known in part. */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { Deal, Field, Reading } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import { difference, exactly, type Interval, positivePart, sumOfIntervals } from "../../numeric/interval.ts";
import { type Figure, figureOfReadings, figureWords, hullOf, pairwise, type Sourced } from "./figure.ts";

/** A party as the answer shows it: itself, or the group that it belongs to. */
export type Shown = (party: PartyId) => PartyId;

/** A share that sources state. */
export interface Holder extends Sourced {
  readonly party: PartyId;
  readonly share: Figure;
  /** As sources word it. */
  readonly text: string;
  readonly status: Status;
}

/** Who came to hold shares, in what way, and how many is not stated. */
export interface Unstated extends Sourced {
  readonly party: PartyId;
  readonly by: "investment" | "secondary-sale" | "acquisition";
}

export interface PartTable {
  /** Completed, the largest first. */
  readonly holders: readonly Holder[];
  /** Stakes that are told of and not held yet: in no sum. */
  readonly toCome: readonly Holder[];
  readonly unstated: readonly Unstated[];
  /** What no claim names; null where the shares come to more than the whole. */
  readonly unnamed: Figure | null;
  /** What the stated shares come to. */
  readonly named: Figure;
}

/** Shares that sum to the whole but for rounding do not exceed it. */
const rounding = 1e-9;

/** The cap table of one company. Nothing is rescaled: what nobody names stays unnamed, and what exceeds the whole is told. */
export function partTable(company: PartyId, deals: readonly Deal[], shown: Shown): PartTable {
  const into = deals.filter(({ to, from }) => to === company && from !== null && shown(from) !== shown(company));
  const stakes = into.filter(({ kind, status }) => kind === "stake" && rungOf(status) >= 0);
  const completed = holdersOf(
    stakes.filter(({ status }) => status === "completed"),
    shown,
  );
  const named = completed
    .map(({ share }) => share)
    .reduce((sum, share) => pairwise(sum, share, (one, other) => sumOfIntervals([one, other])), nothing);
  const over = named.bounds.low > 1 + rounding;
  const holders = over ? completed : completed.map((holder) => capped(holder, named));
  return {
    holders: holders.sort((one, other) => other.share.told.high - one.share.told.high),
    toCome: holdersOf(
      stakes.filter(({ status }) => status !== "completed"),
      shown,
    ),
    unstated: unstatedOf(into, new Set(completed.map(({ party }) => party)), shown),
    unnamed: over
      ? null
      : pairwise(whole, named, (all, sum) => {
          const { low, high } = positivePart(difference(all, sum));
          return { low: low < rounding ? 0 : low, high: high < rounding ? 0 : high };
        }),
    named,
  };
}

const nothing: Figure = { told: exactly(0), bounds: exactly(0), approximate: false };
const whole: Figure = { told: exactly(1), bounds: exactly(1), approximate: false };

/** Stakes by holder: several of one unit are readings of one stake, those of several units add up. */
function holdersOf(stakes: readonly Deal[], shown: Shown): Holder[] {
  const units = new Map<string, Holder>();
  for (const deal of stakes) {
    const field = deal.fields.find(({ name }) => name === "amount share");
    const told = field && ofTheDay(field);
    const read = told && figureOfReadings(told.readings);
    if (!told || !read) continue;
    const { figure: share, text, claims } = read;
    const { from, status, id } = deal;
    const holder: Holder = { party: from!, share, text, status, claims, deals: [id], taken: told.taken };
    const key = `${from} ${status}`;
    const before = units.get(key);
    const joined = before && hullOf(before.share, share);
    units.set(
      key,
      joined ? { ...together(before, holder), share: joined, text: figureWords(joined, "share") } : holder,
    );
  }
  const groups = new Map<string, Holder>();
  for (const unit of units.values()) {
    const party = shown(unit.party);
    const key = `${party} ${unit.status}`;
    const before = groups.get(key);
    if (before === undefined) groups.set(key, { ...unit, party });
    else {
      const share = pairwise(before.share, unit.share, (one, other) => sumOfIntervals([one, other]));
      groups.set(key, { ...together(before, unit), share, text: figureWords(share, "share") });
    }
  }
  return [...groups.values()];
}

function together(one: Holder, other: Holder): Holder {
  return {
    ...one,
    claims: [...one.claims, ...other.claims],
    deals: [...one.deals, ...other.deals],
    taken: [...one.taken, ...other.taken],
  };
}

/** Readings that differ, without those that only documents give which give the drawn one too: these speak of two times, or of two measures. */
function ofTheDay(field: Field): { readonly readings: readonly Reading[]; readonly taken: readonly Taken[] } {
  const [first, ...others] = field.readings;
  if (field.disagreement === null || field.choice === "decided") return { readings: [first!], taken: [] };
  const firm = others.filter(({ status }) => rungOf(status) === rungOf(first!.status));
  const beside = firm.filter(({ documents }) => documents.every((document) => first!.documents.includes(document)));
  return {
    readings: [first!, ...firm.filter((reading) => !beside.includes(reading))],
    taken: beside.map(({ text }) => ({
      of: "share",
      text: `${text}, told by a document that tells ${first!.text} too, is of another time or measure`,
      assumption: null,
    })),
  };
}

/** A holder has at most what the others leave. */
function capped(holder: Holder, named: Figure): Holder {
  const { share } = holder;
  const most = 1 - (named.bounds.low - share.bounds.low);
  const cap = ({ low, high }: Interval): Interval => ({ low, high: Math.max(low, Math.min(high, most)) });
  return { ...holder, share: { ...share, told: cap(share.told), bounds: cap(share.bounds) } };
}

const ways: ReadonlySet<Deal["kind"]> = new Set<Unstated["by"]>(["investment", "secondary-sale", "acquisition"]);

/** Who paid for shares, or took over, without a source that states the share. */
function unstatedOf(into: readonly Deal[], stated: ReadonlySet<PartyId>, shown: Shown): Unstated[] {
  const found = new Map<PartyId, Unstated>();
  for (const { kind, status, from, others, umbrella, claims, id, legs } of into) {
    // A tranche that was paid made an owner too.
    const tranches = rungOf(status) < 0 ? [] : legs.filter((leg) => leg.status === "completed");
    if (!ways.has(kind) || umbrella || (status !== "completed" && tranches.length === 0)) continue;
    const quoted = status === "completed" ? claims : [...new Set(tranches.flatMap((leg) => leg.claims))];
    for (const each of [from, ...(kind === "investment" ? others : [])]) {
      const party = each && shown(each);
      if (party === null || stated.has(party)) continue;
      const before = found.get(party);
      found.set(party, {
        party,
        by: before?.by ?? (kind as Unstated["by"]),
        claims: [...(before?.claims ?? []), ...quoted],
        deals: [...(before?.deals ?? []), id],
        taken: [],
      });
    }
  }
  return [...found.values()];
}
