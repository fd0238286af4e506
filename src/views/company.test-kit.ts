/** Deals and postings for tests, written by hand: what is not told is empty. */

import { onceOn } from "../deals/timing.ts";
import { type Assumption, assumptionOf } from "../model/assumption.ts";
import type { Status } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { Deal, DealKind } from "../model/deal.ts";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import type { Ledger, Memo, Posting, PostingId } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { CompanyQuestion } from "./counterparties.ts";

/** A deal with the ends of its money in cents, and the day on which it moves; without ends no source states an amount. */
export interface Told {
  readonly kind?: DealKind;
  readonly from: string;
  readonly to: string;
  readonly ends?: Ends;
  /** Null: no source states one. */
  readonly day?: string | null;
  readonly status?: Status;
}

/** A book of such deals, each named for its place. */
export function bookOf(told: readonly Told[]): { readonly deals: Deal[]; readonly ledger: Ledger } {
  const deals = told.map(
    ({ kind = "compute-contract", from, to, status = "signed" }, index): Deal => ({
      ...{ id: `deal-${index}` as DealId, kind, from: from as PartyId, to: to as PartyId },
      ...{ others: [], chip: null, right: null, umbrella: false, status, history: [], fields: [], legs: [] },
      ...{ claims: [`c-${index}` as ClaimId], documents: [], origins: [] },
    }),
  );
  const postings = told.flatMap(({ ends, day = "2026-06-30" }, index): Posting[] => {
    if (ends === undefined) return [];
    const { id: deal, kind, from, to, status, claims } = deals[index]!;
    const timing = day === null ? null : onceOn(day as PartialDay);
    return [
      {
        id: `${deal}/1` as PostingId,
        deal,
        kind,
        from,
        to,
        commodity: "USD",
        ...ends,
        approximate: false,
        status,
        timing,
        taken: [],
        claims,
      },
    ];
  });
  const memos = told.flatMap(({ ends }, index): Memo[] => {
    const { id: deal, kind, from, to, status, claims } = deals[index]!;
    if (ends !== undefined || kind === "stake" || kind === "right") return [];
    return [
      {
        id: `${deal}/1` as PostingId,
        deal,
        kind,
        from,
        to,
        commodity: "USD",
        reason: "no amount",
        low: null,
        high: null,
        status,
        claims,
      },
    ];
  });
  return { deals, ledger: { postings, memos, unused: [] } };
}

/** `{ low: 5, high: 5 }`. */
export function exactly(amount: number): Ends {
  return { low: amount, high: amount };
}

/** `openai.cash` is `15..40bn`. */
export function assumed(told: Readonly<Record<string, string>>): Assumption[] {
  return Object.entries(told).map(([of, is]) =>
    assumptionOf({ of, is, on: null, by: "ada", at: null, because: "test", place: { file: "assumptions.yaml" } }),
  );
}

/** Of OpenAI, signed and firmer, on 2025-12-31, for the year after it. */
export const ofOpenAI: CompanyQuestion = {
  company: "openai" as PartyId,
  firmness: "signed",
  asOf: "2025-12-31" as PartialDay,
  window: { after: "2025-12-31" as PartialDay, until: "2026-12-31" as PartialDay },
  shown: (party) => party,
};
