/** Who owns a company through others, and which owners does it share with its rivals? */

import { commonOwnership } from "../../analyses/common-ownership.ts";
import { type HoldingRanges, ownershipBounds } from "../../analyses/ownership-bounds.ts";
import { moneyField } from "../../deals/drawn.ts";
import { type Firmness, isAtLeast, rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { Deal } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import type { Interval } from "../../numeric/interval.ts";
import { type Figure, type Sourced, shareWords, together, toldFigure, unitOfField } from "./figure.ts";
import { type PartTable, partTable, type Shown } from "./stakes.ts";

/** What a party owns of the company through others, its own stake included. */
export interface Through extends Sourced {
  readonly party: PartyId;
  /** Direct owners of the company through which it owns. */
  readonly by: readonly PartyId[];
  readonly share: Interval;
}

export interface LookedThrough {
  readonly owners: readonly Through[];
  /** Companies above it whose shares come to more than the whole: nothing is worked out through them. */
  readonly overheld: readonly PartyId[];
}

/** The tables of all companies whose owners are told. What a unit holds is its group's; who holds a part of a unit has no part of its group. */
export function tablesOf(deals: readonly Deal[], shown: Shown): Map<PartyId, PartTable> {
  const byCompany = Map.groupBy(deals, ({ kind, to }) => (kind === "stake" ? to : null));
  return new Map(
    [...byCompany].flatMap(([company, own]) =>
      company === null ? [] : [[company, partTable(company, own, shown)] as const],
    ),
  );
}

/** Only who stands above the company is asked: the rest of the book has no part of it. */
export function lookedThrough(
  company: PartyId,
  table: PartTable,
  tables: ReadonlyMap<PartyId, PartTable>,
): LookedThrough {
  const tableOf = (party: PartyId): PartTable | undefined => (party === company ? table : tables.get(party));
  const upstream = new Set([company]);
  for (const each of upstream) for (const { party } of tableOf(each)?.holders ?? []) upstream.add(party);
  const overheld = [...upstream].filter((each) => tableOf(each)?.unnamed === null);
  const rows = [...upstream].flatMap((target) =>
    overheld.includes(target) ? [] : (tableOf(target)?.holders ?? []).map((holder) => ({ target, holder })),
  );
  const parties = [...new Set(rows.flatMap(({ target, holder }) => [target, holder.party]))];
  const indexOf = new Map(parties.map((party, index) => [party, index]));
  const ranges: HoldingRanges = {
    n: parties.length,
    holder: Int32Array.from(rows, ({ holder }) => indexOf.get(holder.party)!),
    company: Int32Array.from(rows, ({ target }) => indexOf.get(target)!),
    low: Float64Array.from(rows, ({ holder }) => holder.share.bounds.low),
    high: Float64Array.from(rows, ({ holder }) => holder.share.bounds.high),
  };
  const at = indexOf.get(company);
  if (at === undefined) return { owners: [], overheld };
  const direct = rows.filter(({ target }) => target === company).map(({ holder }) => holder.party);
  const owners = parties.flatMap((party, index): Through[] => {
    if (party === company) return [];
    const { low, high, settled } = ownershipBounds(ranges, index);
    const by = direct.filter((owner) => owner !== party && high[indexOf.get(owner)!]! > 0);
    if (by.length === 0) return [];
    // All stakes on its ways to the company, to which every row leads: its own, and those of what it owns a part of.
    const chain = rows.filter(({ holder }) => holder.party === party || high[indexOf.get(holder.party)!]! > 0);
    return [
      {
        party,
        by,
        // Sweeps that did not end leave the high end too low.
        share: { low: low[at]!, high: settled ? high[at]! : 1 },
        ...together(chain.map(({ holder }) => holder)),
      },
    ];
  });
  return { owners: owners.sort((one, other) => other.share.high - one.share.high), overheld };
}

/** How a party is tied to a company as an owner: a stake, or money for one. */
export interface Tie extends Sourced {
  readonly status: Status;
  readonly text: string;
  /** A share of the company, or money; null where no source states it. */
  readonly figure: Figure | null;
  readonly unit: string;
  readonly by: "stake" | "investment";
}

export interface CommonOwner {
  readonly party: PartyId;
  readonly rival: PartyId;
  readonly here: Tie;
  readonly there: Tie;
}

export interface CommonOwners {
  /** What sort of company they are, by the register; null where it has none. */
  readonly kind: string | null;
  readonly owners: readonly CommonOwner[];
  /** How much a manager who weighs owners by their shares would weigh a rival's profit; only where all stated shares are exact. */
  readonly profitWeights: ReadonlyMap<PartyId, number>;
}

/** Owners, and those who may become so at this firmness, of the company and of others of its kind. */
export function commonOwners(
  company: PartyId,
  table: PartTable,
  {
    deals,
    tables,
    parties,
  }: {
    readonly deals: readonly Deal[];
    readonly tables: ReadonlyMap<PartyId, PartTable>;
    readonly parties: ReadonlyMap<PartyId, Party>;
  },
  firmness: Firmness,
  shown: Shown,
): CommonOwners {
  const kind = parties.get(company)?.kind ?? null;
  const ties = new Map<PartyId, Map<PartyId, Tie>>();
  const tied = (owned: PartyId, owner: PartyId, tie: Tie): void => {
    const own = ties.get(owned) ?? new Map<PartyId, Tie>();
    const before = own.get(owner);
    if (owner !== owned && (before === undefined || isCloser(tie, before))) own.set(owner, tie);
    ties.set(owned, own);
  };
  for (const [owned, { holders, toCome }] of tables)
    for (const { party, status, share, text, claims, deals, taken } of [...holders, ...toCome])
      if (isAtLeast(status, firmness))
        tied(shown(owned), party, {
          ...{ by: "stake", status, text: shareWords(share, text), figure: share, unit: "share", claims, deals, taken },
        });
  for (const deal of deals) {
    const { kind, from, to, umbrella, status, claims, id } = deal;
    if (kind !== "investment" || from === null || to === null || umbrella || !isAtLeast(status, firmness)) continue;
    const field = moneyField(deal);
    const told = field && toldFigure(field);
    tied(shown(to), shown(from), {
      ...{ by: "investment", status, text: told?.text ?? "not stated", claims: told?.claims ?? claims },
      ...{ figure: told?.figure ?? null, unit: unitOfField(field), deals: [id], taken: [] },
    });
  }
  const here = ties.get(shown(company)) ?? new Map<PartyId, Tie>();
  const rivals = [...ties].filter(
    ([party]) => party !== shown(company) && kind !== null && parties.get(party)?.kind === kind,
  );
  const owners = rivals.flatMap(([rival, own]) =>
    [...here].flatMap(([party, tie]) => {
      const there = own.get(party);
      return there && party !== rival ? [{ party, rival, here: tie, there }] : [];
    }),
  );
  const weights = rivals.flatMap(([rival]) => {
    const weight = profitWeight(table, tables.get(rival));
    return weight === null ? [] : [[rival, weight] as const];
  });
  return {
    kind,
    owners: owners.sort(
      (one, other) =>
        Math.min(rungOf(other.here.status), rungOf(other.there.status)) -
          Math.min(rungOf(one.here.status), rungOf(one.there.status)) || (one.party < other.party ? -1 : 1),
    ),
    profitWeights: new Map(weights),
  };
}

/** A stake before money, then the firmer. */
function isCloser(one: Tie, other: Tie): boolean {
  return one.by === other.by ? rungOf(one.status) > rungOf(other.status) : one.by === "stake";
}

function profitWeight(table: PartTable, rival: PartTable | undefined): number | null {
  if (!rival) return null;
  const tables = [table, rival];
  if (tables.some(({ unnamed, holders }) => unnamed === null || holders.length === 0)) return null;
  if (tables.some(({ holders }) => holders.some(({ share }) => share.bounds.low !== share.bounds.high))) return null;
  const owners = [...new Set(tables.flatMap(({ holders }) => holders.map(({ party }) => party)))];
  const shares = Float64Array.from(
    owners.flatMap((owner) =>
      tables.map(({ holders }) => holders.find(({ party }) => party === owner)?.share.told.low ?? 0),
    ),
  );
  return commonOwnership(2, shares, null).profitWeights[1]!;
}
