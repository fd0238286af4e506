/**
 * What would each owner have after money that is told of and not in yet?
 *
 * A round holds the investments that are priced by the same valuations. Each is worked out by itself on the cap table of the day; where no source tells whether a valuation is
 * before the money or after it, both are.
 */

import { firmReadings, moneyField } from "../../deals/drawn.ts";
import { type Firmness, isAtLeast, rungOf } from "../../deals/firmness.ts";
import { type Assumption, assumedOf } from "../../model/assumption.ts";
import type { Status } from "../../model/claim.ts";
import type { Deal, Leg, Observation } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import type { Interval } from "../../numeric/interval.ts";
import { readInterval } from "../assumption-words.ts";
import { type AfterRow, none, ownersAfter } from "./after-money.ts";
import {
  added,
  type Figure,
  figureOf,
  figureWords,
  hullOf,
  pairwise,
  type Sourced,
  toldFigure,
  unitOfField,
} from "./figure.ts";
import type { PartTable, Shown } from "./stakes.ts";

/** One party's money. */
export interface NewMoney extends Sourced {
  /** Null where no source names the investor. */
  readonly party: PartyId | null;
  readonly status: Status;
  /** As sources word it. */
  readonly text: string;
  readonly unit: string;
  /** What hangs on no condition; null where no source states a sum. */
  readonly money: Figure | null;
  /** What hangs on a condition. */
  readonly conditional: Figure | null;
  /** What of `money` was paid already, as a tranche. */
  readonly paid: Figure | null;
}

/** A valuation at which new shares are sold. */
export interface Price {
  readonly value: Figure;
  readonly text: string;
  readonly status: Status | null;
  readonly claims: readonly ClaimId[];
}

export interface Round extends Sourced {
  readonly investments: readonly NewMoney[];
  /** Both where no source tells which it is; both null where none is told. */
  readonly pre: Price | null;
  readonly post: Price | null;
  /** Whether sources, or a person, tell the kind. */
  readonly kindTold: boolean;
  /** Without what hangs on a condition, then with it where something does. */
  readonly outcomes: readonly Outcome[];
}

export interface Outcome {
  readonly withConditional: boolean;
  readonly raised: Figure;
  readonly rows: readonly AfterRow[];
}

/** The rounds that are told of, those with a valuation first; within a round the cap table's order. */
export function roundsInto(
  company: PartyId,
  {
    deals,
    observations,
    assumptions,
  }: {
    readonly deals: readonly Deal[];
    readonly observations: readonly Observation[];
    readonly assumptions: readonly Assumption[];
  },
  table: PartTable,
  firmness: Firmness,
  shown: Shown,
): Round[] {
  const open = deals.filter(
    ({ kind, to, from, status, umbrella }) =>
      kind === "investment" &&
      to === company &&
      !umbrella &&
      status !== "completed" &&
      isAtLeast(status, firmness) &&
      (from === null || shown(from) !== shown(company)),
  );
  const assumed = assumedPrice(company, assumptions);
  const groups = new Map<string, { priced: readonly Observation[]; deals: Deal[] }>();
  for (const deal of open) {
    const priced = valuationsOf(deal, company, observations);
    // An assumed price is one price; what has none stands by itself.
    const key = priced.map(({ claims }) => claims[0]).join() || (assumed ? "assumed" : deal.id);
    const group = groups.get(key);
    if (group) group.deals.push(deal);
    else groups.set(key, { priced, deals: [deal] });
  }
  return [...groups.values()]
    .map(({ priced, deals }) =>
      roundOf(
        deals.map((deal) => newMoney(deal, shown)),
        priced,
        assumed,
        table,
      ),
    )
    .sort((one, other) => Number(isPriced(other)) - Number(isPriced(one)) || sizeOf(other) - sizeOf(one));
}

export function isPriced({ pre, post }: Pick<Round, "pre" | "post">): boolean {
  return pre !== null || post !== null;
}

function sizeOf({ investments }: Round): number {
  return Math.max(...investments.map(({ money }) => money?.told.high ?? 0));
}

/** The money of a deal: a whole without what its parts make conditional, steps on top. */
function newMoney(deal: Deal, shown: Shown): NewMoney {
  const field = moneyField(deal);
  const told = field && toldFigure(field);
  const unit = unitOfField(field);
  const beside = deal.legs.filter(({ commodity, quantity }) => commodity === unit && quantity !== null);
  const sum = (legs: readonly Leg[]): Figure | null =>
    legs
      .map(({ quantity }) => figureOf(quantity!))
      .reduce<Figure | null>((all, each) => (all ? added(all, each) : each), null);
  const parts = beside.filter(({ role }) => role === "part");
  const steps = beside.filter(({ role }) => role === "step");
  const isHeld = beside.some(({ role, conditional }) => role === "whole" && conditional);
  const held = isHeld ? (told?.figure ?? null) : sum(parts.filter(({ conditional }) => conditional));
  const rest = told && held ? (isHeld ? null : pairwise(told.figure, held, without)) : (told?.figure ?? null);
  const paid = sum([...parts, ...steps].filter(({ conditional, status }) => !conditional && status === "completed"));
  const extra = sum(steps.filter(({ conditional }) => !conditional));
  const extraHeld = sum(steps.filter(({ conditional }) => conditional));
  return {
    party: deal.from && shown(deal.from),
    status: deal.status,
    text: [
      told?.text ?? "an amount that is not stated",
      ...steps.map(({ quantity }) => figureWords(figureOf(quantity!), unit)),
    ].join(" + "),
    unit,
    money: rest && extra ? added(rest, extra) : (rest ?? extra),
    conditional: held && extraHeld ? added(held, extraHeld) : (held ?? extraHeld),
    paid,
    claims: [...new Set([...(told?.claims ?? []), ...deal.claims])],
    deals: [deal.id],
    taken: [],
  };
}

/** What a part leaves of a whole that holds it. */
function without(whole: Interval, part: Interval): Interval {
  return { low: Math.max(0, whole.low - part.high), high: Math.max(0, whole.high - part.low) };
}

/** The valuations that documents tell of together with the drawn sum of an investment: what it would be worth by it, else what it became worth when that became known. */
function valuationsOf(deal: Deal, company: PartyId, observations: readonly Observation[]): readonly Observation[] {
  const field = moneyField(deal);
  if (field === null) return [];
  const unit = unitOfField(field);
  const readings = firmReadings(field);
  const documents = new Set(readings.flatMap((reading) => reading.documents));
  const beside = observations.filter(
    ({ party, measure, valuation, amount, status, documents: own }) =>
      party === company &&
      measure === "valuation" &&
      amount.unit === unit &&
      valuation !== "secondary" &&
      valuation !== "market" &&
      rungOf(status) >= 0 &&
      own.some((document) => documents.has(document)),
  );
  const wouldBe = beside.filter(({ status }) => status !== "completed");
  if (wouldBe.length > 0) return wouldBe;
  const days = new Set(readings.map(({ firstKnown }) => firstKnown));
  return beside.filter(({ period, known }) => period === null && days.has(known));
}

interface AssumedPrice {
  readonly price: Price;
  readonly taken: Taken;
}

/** What a person assumes the company to be worth before new money, where no source does. */
function assumedPrice(company: PartyId, assumptions: readonly Assumption[]): AssumedPrice | null {
  const assumption = assumedOf(assumptions, company, "pre-money");
  const read = assumption && readInterval(assumption.is);
  if (assumption === null || read === null || typeof read === "string") return null;
  const value = figureOf({ min: read.low, max: read.high, approximate: false });
  return {
    price: { value, text: figureWords(value, read.unit), status: null, claims: [] },
    taken: { of: "price", text: `new shares are sold at ${figureWords(value, read.unit)} pre-money`, assumption },
  };
}

function roundOf(
  investments: readonly NewMoney[],
  priced: readonly Observation[],
  assumed: AssumedPrice | null,
  table: PartTable,
): Round {
  const taken: Taken[] = [];
  const { pre, post, kindTold } = pricesOf(priced, investments, assumed, taken);
  const sourced: Sourced = {
    claims: [...new Set([...investments.flatMap(({ claims }) => claims), ...priced.flatMap(({ claims }) => claims)])],
    deals: investments.flatMap(({ deals }) => deals),
    taken,
  };
  const isAnswered =
    (pre !== null || post !== null) &&
    investments.every(({ money, conditional }) => money !== null || conditional !== null);
  if (isAnswered && investments.length > 1) taken.push(onePrice);
  const hasHeld = investments.some(({ conditional }) => conditional !== null);
  const outcomes = !isAnswered
    ? []
    : (hasHeld ? [false, true] : [false]).map((each) => outcomeOf(each, { investments, pre, post }, table, sourced));
  return { ...sourced, investments, pre, post, kindTold, outcomes };
}

const onePrice: Taken = {
  of: "price",
  text: "sums that are priced by one valuation are put in at one price a share",
  assumption: null,
};

function pricesOf(
  priced: readonly Observation[],
  investments: readonly NewMoney[],
  assumed: AssumedPrice | null,
  taken: Taken[],
): Pick<Round, "pre" | "post" | "kindTold"> {
  if (priced.length === 0) {
    if (assumed) taken.push(assumed.taken);
    return { pre: assumed?.price ?? null, post: null, kindTold: assumed !== null };
  }
  const of = (kind: Observation["valuation"]): Price | null =>
    priceOf(priced.filter(({ valuation }) => valuation === kind));
  const [before, after] = [of("pre-money"), of("post-money")];
  if (before || after) return { pre: before, post: after, kindTold: true };
  const pair = beforeAndAfter(priced, investments);
  if (pair) {
    taken.push(pair.taken);
    return { ...pair, kindTold: true };
  }
  const either = priceOf(priced);
  return { pre: either, post: either, kindTold: false };
}

/** Valuations as one price: the range that holds them all. */
function priceOf(priced: readonly Observation[]): Price | null {
  const [first] = priced;
  if (first === undefined) return null;
  const value = priced.map(({ amount }) => figureOf(amount)).reduce(hullOf);
  const status = priced.every((each) => each.status === first.status) ? first.status : null;
  const one = priced.every(({ amount }) => JSON.stringify(amount) === JSON.stringify(first.amount));
  const open = first.comparator === ">" || first.comparator === "<" ? first.comparator : null;
  const words = figureWords(value, first.amount.unit);
  return {
    value,
    text: one && open ? words.replace(/^[≥≤]/, open) : words,
    status,
    claims: priced.flatMap(({ claims }) => claims),
  };
}

/** Two valuations that differ by just the money of the round: the one before it and the one after it. */
function beforeAndAfter(
  priced: readonly Observation[],
  investments: readonly NewMoney[],
): { readonly pre: Price; readonly post: Price; readonly taken: Taken } | null {
  const prices = [...new Map(priced.map((each) => [each.amount.min, each])).values()]
    .flatMap((each) => priceOf([each]) ?? [])
    .sort((one, other) => one.value.told.low - other.value.told.low);
  const [pre, post] = prices;
  const raised = investments.flatMap(({ money, conditional }) => [money, conditional].flatMap((each) => each ?? []));
  const all = raised.reduce<Figure | null>((sum, each) => (sum ? added(sum, each) : each), null);
  if (!pre || !post || prices.length > 2 || !all) return null;
  const points = [pre.value, post.value, all].every(({ bounds }) => bounds.low === bounds.high);
  if (!points || Math.abs(post.value.told.low - pre.value.told.low - all.told.low) > 1e-6 * all.told.low) return null;
  const words = figureWords(all, investments[0]!.unit);
  const text = `${pre.text} is pre-money and ${post.text} post-money: they differ by the ${words} of the round`;
  return { pre, post, taken: { of: "price", text, assumption: null } };
}

function outcomeOf(
  withConditional: boolean,
  { investments, pre, post }: Pick<Round, "investments" | "pre" | "post">,
  table: PartTable,
  sourced: Sourced,
): Outcome {
  const paid = new Map<PartyId | null, Figure>();
  let held = none;
  for (const { party, money, conditional } of investments) {
    const sum = withConditional && conditional ? added(money ?? none, conditional) : (money ?? none);
    paid.set(party, added(paid.get(party) ?? none, sum));
    if (!withConditional && conditional) held = added(held, conditional);
  }
  const rows = ownersAfter(table, { paid, pre: pre?.value ?? null, post: post?.value ?? null, held, sourced });
  return { withConditional, raised: [...paid.values()].reduce(added), rows };
}
