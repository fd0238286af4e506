/** What is still open, by the day on which it resolves: talks and announcements, conditions, forecasts; and what firmed up or lapsed since a day. */

import { rungOf } from "../deals/firmness.ts";
import { dayNumber, lastDayOf, type PartialDay } from "../model/day.ts";
import type { Deal, Observation } from "../model/deal.ts";
import type { ClaimId, DealId } from "../model/id.ts";
import { type DealChange, dealChanges } from "./deal-changes.ts";

export type OpenSort = "talks" | "announced" | "condition" | "forecast";

/** One thing to watch. */
export interface OpenItem {
  readonly sort: OpenSort;
  /** Null for a forecast of one company's figure. */
  readonly deal: Deal | null;
  readonly observation: Observation | null;
  /** The last day of the time by which a source says that it resolves; null where none says. */
  readonly by: PartialDay | null;
  /** That day has passed, and no source says how it ended. */
  readonly overdue: boolean;
  /** When a source last spoke of it. */
  readonly lastTold: PartialDay;
  readonly claims: readonly ClaimId[];
}

export interface Watch {
  readonly open: readonly OpenItem[];
  /** Since the earlier day. */
  readonly firmed: readonly DealChange[];
  readonly lapsed: readonly DealChange[];
  readonly fresh: readonly DealChange[];
}

interface Settled {
  readonly deals: readonly Deal[];
  readonly observations: readonly Observation[];
  readonly redirects: ReadonlyMap<DealId, DealId>;
}

/** The watch list of a day, beside what stood on an earlier one. What resolves first stands first; what has no day, by when it was last told. */
export function watchOf(
  now: Settled,
  before: Settled,
  asOf: PartialDay,
  knownOf: (claim: ClaimId) => PartialDay,
): Watch {
  const last = (claims: readonly ClaimId[]): PartialDay =>
    claims.map(knownOf).reduce((one, other) => (other > one ? other : one));
  const open: OpenItem[] = [];
  const add = (
    sort: OpenSort,
    about: { deal: Deal } | { observation: Observation },
    by: PartialDay | null,
    claims: readonly ClaimId[],
  ): void => {
    const day = by === null ? null : lastDayOf(by);
    const both = {
      deal: "deal" in about ? about.deal : null,
      observation: "observation" in about ? about.observation : null,
    };
    open.push({ sort, ...both, by: day, overdue: day !== null && day <= asOf, lastTold: last(claims), claims });
  };
  for (const deal of now.deals) {
    const by = resolvesBy(deal);
    if (deal.status === "talks" || deal.status === "announced") add(deal.status, { deal }, by, deal.claims);
    else if (deal.status === "forecast") add("forecast", { deal }, by, deal.claims);
    else if (rungOf(deal.status) >= 0) {
      const held = deal.legs.filter(({ conditional }) => conditional);
      if (held.length > 0)
        add(
          "condition",
          { deal },
          by,
          held.flatMap(({ claims }) => claims),
        );
    }
  }
  for (const observation of now.observations)
    if (observation.status === "forecast" || observation.conditional)
      add(
        "forecast",
        { observation },
        observation.period?.end ?? observation.period?.start ?? null,
        observation.claims,
      );
  const changes = dealChanges(before.deals, now.deals, now.redirects);
  const moved = changes.filter(({ was, fields }) => was !== null && fields.some(({ name }) => name === "status"));
  return {
    open: open.sort(bySoonest),
    firmed: moved.filter(({ deal, was }) => rungOf(deal.status) > rungOf(was!.status) && rungOf(deal.status) >= 0),
    lapsed: moved.filter(({ deal, was }) => rungOf(deal.status) < rungOf(was!.status)),
    fresh: changes.filter(({ was }) => was === null),
  };
}

/** The day that sources tell for it, where it lies after they spoke: what they tell of before is when it was agreed. */
function resolvesBy({ legs, history }: Deal): PartialDay | null {
  const told = history[0]?.known ?? null;
  const days = [
    ...legs.flatMap(({ period }) => [period?.end ?? null, period?.start ?? null]),
    ...history.map(({ happened }) => happened),
  ].filter((day): day is PartialDay => day !== null && (told === null || lastDayOf(day) > told));
  return days.length === 0 ? null : days.reduce((one, other) => (lastDayOf(other) < lastDayOf(one) ? other : one));
}

function bySoonest(one: OpenItem, other: OpenItem): number {
  const [first, second] = [one.by, other.by].map((day) => (day === null ? Number.POSITIVE_INFINITY : dayNumber(day)));
  if (first !== second) return first! - second!;
  if (one.lastTold !== other.lastTold) return one.lastTold < other.lastTold ? 1 : -1;
  return one.claims[0]! < other.claims[0]! ? -1 : 1;
}
