/** The legs of a deal as the ledger has them: what each moves and when, what was taken for granted, and why one is not posted. */

import { onDays, undated } from "../../deals/placed.ts";
import { amountText } from "../../model/amount.ts";
import type { Status } from "../../model/claim.ts";
import type { Commodity, Deal, Leg } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Ledger, Memo, NotPosted, Posting, PostingId, Taken } from "../../model/ledger.ts";
import { endsText } from "../../model/smallest-unit.ts";

/** A leg, or what was worked out of one: hours of a chip, a repayment. */
export interface LegLine {
  readonly id: PostingId;
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly commodity: Commodity;
  /** Both ends as they are posted, else as they are told; "not stated" where no source tells. */
  readonly amount: string;
  readonly status: Status;
  /** "a step on top of it", "on a condition"; "" for a plain leg. */
  readonly role: string;
  /** When it moves; "no day is stated". Of what is not posted: why not. */
  readonly when: string;
  readonly notPosted: NotPosted | null;
  /** In the ledger some of it, or all, has no day. */
  readonly isUndated: boolean;
  readonly taken: readonly Taken[];
  readonly claims: readonly ClaimId[];
}

/** Every leg in its order; an umbrella has one line, which is never posted. */
export function legLines({ id, legs }: Deal, { postings, memos }: Pick<Ledger, "postings" | "memos">): LegLine[] {
  const booked = [...postings.map(postedLine), ...memos.map(memoLine)];
  const numberOf = (line: LegLine): number => Number(/\/(\d+)/.exec(line.id.slice(id.length))![1]);
  return booked
    .sort((one, other) => numberOf(one) - numberOf(other) || (one.id < other.id ? -1 : 1))
    .map((line) => {
      const leg = legs[numberOf(line) - 1];
      const told = leg?.quantity ? amountText(leg.quantity, leg.comparator ?? "=") : line.amount;
      // What is not posted as such may be told in a unit that the ledger does not count.
      return { ...line, amount: line.amount === "not stated" ? told : line.amount, role: leg ? roleText(leg) : "" };
    });
}

function roleText({ role, conditional }: Leg): string {
  const roles = { whole: "", part: "part of a total", step: "on top of what was agreed before" };
  return [roles[role], conditional ? "on a condition" : ""].filter(Boolean).join(", ");
}

function postedLine(posting: Posting): LegLine {
  const { id, from, to, commodity, status, taken, claims, low, high, approximate } = posting;
  const rest = undated(posting);
  return {
    ...{ id, from, to, commodity, status, taken, claims, role: "", notPosted: null },
    amount: endsText(commodity, { low, high }, approximate),
    when: whenText(posting),
    isUndated: rest !== null,
  };
}

function whenText(posting: Posting): string {
  const { timing, commodity } = posting;
  if (timing === null) return "no day is stated";
  const [first, last] = onDays(posting);
  const days = first === last ? first! : `${first} to ${last}, on ${timing.days.length} days`;
  const rest = undated(posting);
  return rest === null ? days : `${days}; ${endsText(commodity, rest)} without a day`;
}

function memoLine({ id, from, to, commodity, status, low, high, reason, claims }: Memo): LegLine {
  return {
    ...{ id, from, to, commodity, status, claims, role: "", taken: [], isUndated: false },
    amount: low === null ? "not stated" : endsText(commodity, { low, high }),
    when: `not posted: ${reason}`,
    notPosted: reason,
  };
}
