/** What are a company's open contracts in all, by whom they are with, and how much of each has yet to fall due on a day that is known? */

import type { Status } from "../model/claim.ts";
import type { Commodity } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Posting, Taken } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { sizeOf } from "./counterparties.ts";
import { nothing } from "./dues.ts";
import { added } from "./flow-rows.ts";
import type { Ladder } from "./ladder-rows.ts";

export interface ContractTotal {
  readonly party: PartyId | null;
  readonly commodity: Commodity;
  readonly status: Status;
  /** The whole of its contracts, also what was paid before the day asked about. */
  readonly whole: Ends;
  /** What of that falls due on days after it. */
  readonly due: Ends;
  readonly postings: readonly Posting[];
  readonly taken: readonly Taken[];
}

/** The contracts of which something is still due, the largest first. */
export function contractTotals({ rows, unscheduled }: Ladder): ContractTotal[] {
  const open = new Set([...rows.flatMap(({ postings }) => postings), ...unscheduled.map(({ posting }) => posting)]);
  const keyOf = (party: PartyId | null, commodity: Commodity, status: Status): string =>
    `${party} ${commodity} ${status}`;
  const dues = Map.groupBy(rows, ({ party, commodity, status }) => keyOf(party, commodity, status));
  return [...Map.groupBy(open, ({ to, commodity, status }) => keyOf(to, commodity, status))]
    .map(([key, postings]): ContractTotal => {
      const { to, commodity, status } = postings[0]!;
      return {
        ...{ party: to, commodity, status, postings },
        whole: postings.map(({ low, high }) => ({ low, high })).reduce(added),
        due: (dues.get(key) ?? []).map(({ due }) => due).reduce(added, nothing),
        taken: [...new Set(postings.flatMap(({ taken }) => taken))],
      };
    })
    .sort(
      (one, other) =>
        (one.commodity < other.commodity ? -1 : one.commodity > other.commodity ? 1 : 0) ||
        sizeOf(other.whole) - sizeOf(one.whole) ||
        (`${one.party} ${one.status}` < `${other.party} ${other.status}` ? -1 : 1),
    );
}
