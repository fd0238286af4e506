/**
 * Deals to ledger: what does each leg move, and when?
 *
 * Amounts: the drawn reading where a person chose it or it is firmer than all others; else from the lowest to the highest end of all readings that are as firm. An end is a
 * whole number of the smallest unit, rounded outwards; an open one stays open.
 * Days: a contract with a term moves evenly, month by month; a sum that was paid, or is told for a day to come, moves on that day; all else is in the books without a day.
 * What a rule took for granted stands in `taken`; a person's line in `assumptions.yaml` replaces the rule.
 * Not posted, and listed as memos: legs without an amount, shares of a company without a count, totals over several deals, what hangs on a condition, what stands beside the
 * ladder, the rest of a total whose parts are posted.
 * Errors: none; an assumption that fits no deal, or says too little, is told in `unused`.
 */

import type { Amount } from "../model/amount.ts";
import { type Assumption, type assumable, subjectOf } from "../model/assumption.ts";
import { dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Deal, Leg } from "../model/deal.ts";
import type { DealId } from "../model/id.ts";
import type { Ledger, Memo, NotPosted, Posting, PostingId, Taken, Timing, UnusedAssumption } from "../model/ledger.ts";
import { currencyOf, type Ends, ends } from "../model/smallest-unit.ts";
import { chipHours, type HourPrice, type PriceOf } from "./chip-hours.ts";
import { firmReadings, moneyField } from "./drawn.ts";
import { rungOf } from "./firmness.ts";
import { evenOver, naturalTerm, timingAsWritten } from "./leg-timing.ts";
import { readRepayment, repaid } from "./repayment.ts";
import { middleOf, onceOn } from "./timing.ts";
import { readCompute, readCondition, readSchedule } from "./written-schedule.ts";

export interface PostingContext {
  /** Those that hold on the day asked about, one for each thing. */
  readonly assumptions: readonly Assumption[];
  /** What an hour of a chip costs at a provider, by the register of offers. */
  readonly priceOf: PriceOf;
}

/** Posts deals. Each deal is posted by itself: order does not matter, and what is posted of one hangs on no other. */
export function post(deals: readonly Deal[], { assumptions, priceOf }: PostingContext): Ledger {
  const postings: Posting[] = [];
  const memos: Memo[] = [];
  const unused: UnusedAssumption[] = [];
  const told = assumedOf(deals, assumptions, unused);
  for (const deal of deals) {
    if (deal.legs.length === 0) {
      if (deal.umbrella) memos.push(umbrellaMemo(deal));
      continue;
    }
    const books = new DealBooks(deal, told.get(deal.id) ?? [], priceOf);
    books.post();
    postings.push(...books.postings);
    memos.push(...books.memos);
    unused.push(...books.unused);
  }
  return { postings, memos, unused };
}

/** The assumptions about each deal, or about one of its legs. A person may write the first digits of an id. */
function assumedOf(
  deals: readonly Deal[],
  assumptions: readonly Assumption[],
  unused: UnusedAssumption[],
): ReadonlyMap<DealId, readonly Assumption[]> {
  const told = new Map<DealId, Assumption[]>();
  for (const assumption of assumptions) {
    const { subject } = subjectOf(assumption);
    if (!subject.startsWith("deal-")) continue;
    const [written] = subject.split("/");
    const meant = deals.filter(({ id }) => id.startsWith(written!));
    if (meant.length !== 1)
      unused.push({
        assumption,
        reason:
          meant.length === 0 ? `no deal here begins with ${written}` : `${meant.length} deals begin with ${written}`,
      });
    else told.set(meant[0]!.id, [...(told.get(meant[0]!.id) ?? []), assumption]);
  }
  return told;
}

/** One deal while it is posted. */
class DealBooks {
  readonly postings: Posting[] = [];
  readonly memos: Memo[] = [];
  readonly unused: UnusedAssumption[] = [];
  readonly #deal: Deal;
  readonly #told: readonly Assumption[];
  readonly #priceOf: PriceOf;

  constructor(deal: Deal, told: readonly Assumption[], priceOf: PriceOf) {
    this.#deal = deal;
    this.#told = told;
    this.#priceOf = priceOf;
  }

  post(): void {
    const { legs } = this.#deal;
    for (const [index, leg] of legs.entries()) {
      const id = `${this.#deal.id}/${index + 1}` as PostingId;
      const beside = notOnLadder(leg);
      if (beside !== null) this.#memo(id, leg, beside, quantityOf(leg, leg.quantity));
      else if (leg.quantity === null) {
        if (leg.commodity !== "compute" || !this.#postChipHours(id, leg)) this.#memo(id, leg, "no amount", null);
      } else if (leg.quantity.unit === "share")
        this.#memo(id, leg, "a share of the company, not a count of shares", null);
      else this.#postLeg(id, leg, leg.quantity);
    }
  }

  #postLeg(id: PostingId, leg: Leg, quantity: Amount): void {
    const both = quantityOf(leg, leg.role === "whole" ? boundsOf(this.#deal, leg, quantity) : quantity);
    const met = leg.conditional ? this.#conditionMet(id) : null;
    const parts = leg.role === "whole" ? this.#partsOf(leg) : null;
    if (both === null) this.#memo(id, leg, "too large to count", null);
    else if (leg.conditional && met === null) this.#memo(id, leg, "its condition does not hold yet", both);
    else if (parts !== null) this.#memo(id, leg, "the rest of a total whose parts are posted", restOf(both, parts));
    else {
      const taken: Taken[] = met === null ? [] : [met.taken];
      const timing = this.#timingOf(id, leg, taken) ?? (met && onceOn(middleOf(met.holds)));
      const { approximate } = quantity;
      const posting = { ...sidesOf(id, this.#deal, leg), ...both, approximate, timing, taken };
      this.postings.push(posting);
      this.#postRepayment(posting);
    }
  }

  /** From when a condition holds, as a person assumes it. */
  #conditionMet(id: PostingId): { readonly holds: PartialDay; readonly taken: Taken } | null {
    const assumption = this.#assumed(id, "condition");
    const holds = (assumption && this.#read(assumption, readCondition))?.holds ?? null;
    return holds && { holds, taken: { of: "condition", text: `its condition holds from ${holds}`, assumption } };
  }

  /** What the posted parts of a whole come to; null where it has none. Parts on a condition are part of it too. */
  #partsOf(whole: Leg): Ends | null {
    const parts = this.#deal.legs.filter(
      ({ role, commodity, quantity }) => role === "part" && commodity === whole.commodity && quantity !== null,
    );
    if (parts.length === 0) return null;
    return parts
      .map((part) => quantityOf(part, part.quantity) ?? { low: 0, high: null })
      .reduce((sum, each) => ({
        low: sum.low + each.low,
        high: sum.high === null || each.high === null ? null : sum.high + each.high,
      }));
  }

  /** Capacity that is told in money alone, counted in hours of a chip that a person names: an assumption, with the prices that it took. */
  #postChipHours(id: PostingId, leg: Leg): boolean {
    const assumption = this.#assumed(id, "compute");
    const told = assumption && this.#read(assumption, readCompute);
    if (assumption === null || !told) return false;
    const price = told.price === null ? this.#priceOf(leg.from, told.chip) : { ...told.price, by: "a person" };
    if (price === null) {
      this.unused.push({
        assumption,
        reason: `no offer tells what an hour of ${told.chip} costs: ${told.chip} at 2..4`,
      });
      return false;
    }
    const hours = chipHours(price, this.postings);
    for (const [index, { paid, low, high }] of hours.entries())
      this.postings.push({
        ...paid,
        id: `${id}${"hijklmnop"[index] ?? `h${index}`}` as PostingId,
        from: paid.to,
        to: paid.from,
        commodity: `compute:${told.chip}`,
        low,
        high,
        taken: [...paid.taken, { of: "compute", text: pricedText(told.chip, price), assumption }],
      });
    return hours.length > 0;
  }

  /** What a borrower pays back, where a person tells how: from the day on which the money was lent. */
  #postRepayment(lent: Posting): void {
    const assumption = this.#deal.kind === "financing" ? this.#assumed(lent.id, "repayment") : null;
    const told = assumption && this.#read(assumption, readRepayment);
    if (assumption === null || !told) return;
    const days = lent.timing?.days;
    const from = told.from ?? (days?.length === 1 ? dayOfNumber(days[0]!) : null);
    if (from === null) {
      this.unused.push({
        assumption,
        reason: `no source tells the day of the loan; write one: ${assumption.is} from 2026-01-31`,
      });
      return;
    }
    const { timing, forOne } = repaid(told, middleOf(from));
    const { low, high } = lent;
    this.postings.push({
      ...lent,
      id: `${lent.id}r` as PostingId,
      from: lent.to,
      to: lent.from,
      low: Math.floor(low * forOne),
      high: high === null ? null : Math.ceil(high * forOne),
      timing,
      taken: [...lent.taken, { of: "repayment", text: assumption.is, assumption }],
    });
  }

  #timingOf(id: PostingId, leg: Leg, taken: Taken[]): Timing | null {
    const assumption = this.#assumed(id, "schedule");
    const written = assumption && this.#read(assumption, readSchedule);
    const natural = naturalTerm(this.#deal, leg);
    if (assumption && written) {
      const timing = timingAsWritten(written, natural.term);
      if (timing) {
        taken.push({ of: "schedule", text: assumption.is, assumption });
        return timing;
      }
      this.unused.push({ assumption, reason: `the deal tells no term; write one: ${assumption.is} 2026..2031` });
    }
    taken.push(...natural.taken);
    if (natural.term !== null) return evenOver(natural.term);
    return natural.day === null ? null : onceOn(natural.day);
  }

  /** What a person assumed of a leg, else of its deal. */
  #assumed(id: PostingId, field: (typeof assumable.deal)[number]): Assumption | null {
    if (this.#told.length === 0) return null;
    const leg = id.slice(id.indexOf("/"));
    const fits = (assumption: Assumption, of: string): boolean => {
      const told = subjectOf(assumption);
      return (
        told.field === field && (told.subject.includes("/") ? told.subject.slice(told.subject.indexOf("/")) : "") === of
      );
    };
    return this.#told.findLast((each) => fits(each, leg)) ?? this.#told.findLast((each) => fits(each, "")) ?? null;
  }

  #read<T extends object>(assumption: Assumption, read: (text: string) => T | string): T | null {
    const told = read(assumption.is);
    if (typeof told !== "string") return told;
    this.unused.push({ assumption, reason: told });
    return null;
  }

  #memo(id: PostingId, leg: Leg, reason: NotPosted, both: Ends | null): void {
    this.memos.push({ ...sidesOf(id, this.#deal, leg), reason, low: both?.low ?? null, high: both?.high ?? null });
  }
}

function sidesOf(id: PostingId, { id: deal, kind }: Deal, { from, to, commodity, status, claims }: Leg) {
  return { id, deal, kind, from, to, commodity, status, claims };
}

function umbrellaMemo(deal: Deal): Memo {
  const { id, kind, from, to, status, claims } = deal;
  const amount = moneyField(deal)?.readings[0]?.amount ?? null;
  const commodity = amount?.unit ?? "USD";
  const both = amount && ends(commodity, amount);
  const reason = "a total over several deals";
  const told = { low: both?.low ?? null, high: both?.high ?? null };
  return { id: `${id}/1` as PostingId, deal: id, kind, from, to, commodity, reason, ...told, status, claims };
}

function pricedText(chip: string, { low, high, by }: HourPrice): string {
  const money = (price: number): string => `$${Number(price.toPrecision(4))}`;
  return `hours of ${chip} at ${low === high ? money(low) : `${money(low)} to ${money(high)}`} each, by ${by}`;
}

function notOnLadder({ status }: Leg): NotPosted | null {
  if (rungOf(status) >= 0) return null;
  return status === "forecast" ? "a forecast" : status === "denied" ? "denied" : "ended";
}

function quantityOf({ commodity }: Leg, quantity: Amount | null): Ends | null {
  return quantity && ends(commodity, quantity);
}

/** What the sources leave open about a whole: a person's choice and a firmer reading stand alone. */
function boundsOf({ fields, legs }: Deal, { commodity }: Leg, quantity: Amount): Amount {
  // What is partly paid in credits has the bounds of its own sources already.
  if (currencyOf(commodity) !== null && legs.some((leg) => leg.commodity.startsWith("credits:"))) return quantity;
  const field = fields.find(({ name }) => name === `amount ${quantity.unit}`);
  if (field === undefined) return quantity;
  let { min, max } = quantity;
  for (const { amount } of firmReadings(field)) {
    min = Math.min(min ?? 0, amount!.min ?? 0);
    max = max === null || amount!.max === null ? null : Math.max(max, amount!.max);
  }
  return { ...quantity, min, max };
}

/** What the parts leave of the whole, at least and at most. */
function restOf(whole: Ends, parts: Ends): Ends {
  return {
    low: parts.high === null ? 0 : Math.max(0, whole.low - parts.high),
    high: whole.high === null ? null : Math.max(0, whole.high - parts.low),
  };
}
