/** What settling needs beside the claims, and what it gives. */

import type { Decision } from "../model/book.ts";
import type { PartialDay } from "../model/day.ts";
import type { Deal, Observation, Testimony } from "../model/deal.ts";
import type { DealId, PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import type { Member } from "./build-deal.ts";
import type { NamedDeal } from "./naming.ts";

export interface SettlingContext {
  readonly parties: ReadonlyMap<PartyId, Party>;
  /** Decisions in effect, in the order of their time; `same`, `different`, `merge` and `prefer` count here. */
  readonly decisions: readonly Decision[];
  /** Names that deals have, in the order in which they were given. */
  readonly names: readonly NamedDeal[];
  /** The day for which the answer holds, full; null where nothing bounds it. */
  readonly asOf: PartialDay | null;
}

export interface Settlement {
  /** In the order in which they became known. */
  readonly deals: readonly Deal[];
  readonly observations: readonly Observation[];
  /** Names for deals that had none, to be kept. */
  readonly named: readonly NamedDeal[];
  /** Ids that stand for another deal now. */
  readonly redirects: ReadonlyMap<DealId, DealId>;
  /** Claims by their matter, for settling one more document. */
  readonly matters: ReadonlyMap<string, Matter>;
}

/** All claims that could be about one deal, and the deals that they make. */
export interface Matter {
  readonly testimonies: readonly Testimony[];
  readonly deals: readonly Deal[];
  readonly observations: readonly Observation[];
  /** Names for those of its deals that had none, or for claims that came to a named one. */
  readonly named: readonly NamedDeal[];
}

/** Claims that make one deal; `total` for a sum over other deals of the pair. */
export interface Group {
  readonly members: readonly Member[];
  readonly total: boolean;
}
