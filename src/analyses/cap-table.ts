/**
 * Who holds how much of a company after each round, grant, sale and conversion?
 *
 * Formula: fully diluted FD = shares + options (granted, and of warrants whose milestones are met) + pool. A round: price = preMoney / FD, new shares = amount / price.
 *   With a pool of t of the post-money FD inside the pre-money: added ΔP = max(0, (t·post/pre·FD − pool) / (1 − t·post/pre)), price = pre / (FD + ΔP), effective
 *   pre-money = price · FD; after the money ΔP = max(0, (t·(FD + new) − pool) / (1 − t)). SAFEs: a post-money one owns amount / cap of what stands just before
 *   the round, several dilute the holders before them and not each other; a pre-money one has the price cap / FD.
 * Assumes: common terms; the price of a round is one; a warrant weighs nothing until a milestone is met, like every leg on a condition.
 * Not for: what a stake is worth: price · FD is the headline, preferred terms make it an upper figure. Rounding to whole shares, which term sheets do downwards.
 * Shapes: events in their order, with the holders' names. Exact fractions; shares may be fractions of one.
 * Errors: an event that cannot be (more sold than held, SAFEs of the whole company) is told with its place; nothing after it is computed.
 * Source: Venture Hacks, The Option Pool Shuffle, 2007; Y Combinator, post-money SAFE, 2018; W. Gornall, I. Strebulaev, Squaring venture capital valuations with
 *   reality, Journal of Financial Economics 135 (2020), on what the headline leaves out.
 */

import { compared, minus, one, over, plus, type Rational, sumOf, times, zero } from "../numeric/rational.ts";

/** Amounts of one holder. */
export type Holdings = ReadonlyMap<string, Rational>;

export type CapEvent =
  | { readonly kind: "found"; readonly shares: Holdings }
  | { readonly kind: "pool"; readonly shares: Rational }
  | {
      readonly kind: "round";
      /** Before the new money, or after it. */
      readonly valuation: { readonly at: "pre" | "post"; readonly money: Rational };
      readonly investors: Holdings;
      /** The share of the pool after the round, and whether it comes out of the pre-money. */
      readonly pool: { readonly share: Rational; readonly inside: "pre" | "post" } | null;
    }
  | { readonly kind: "secondary"; readonly from: string; readonly to: string; readonly shares: Rational }
  | { readonly kind: "grant"; readonly holder: string; readonly shares: Rational }
  | { readonly kind: "exercise"; readonly holder: string; readonly shares: Rational }
  | { readonly kind: "split"; readonly factor: Rational }
  | { readonly kind: "safes"; readonly money: "pre" | "post"; readonly safes: readonly Safe[] }
  | { readonly kind: "warrant"; readonly holder: string; readonly milestones: Holdings }
  | { readonly kind: "milestone"; readonly holder: string; readonly name: string };

export interface Safe {
  readonly holder: string;
  readonly amount: Rational;
  readonly cap: Rational;
}

export interface CapTable {
  readonly shares: Holdings;
  readonly options: Holdings;
  readonly pool: Rational;
  /** Holder → milestone that is not met → shares; in no sum until it is. */
  readonly conditional: ReadonlyMap<string, Holdings>;
}

/** What an event brought about, beside the table after it. */
export interface CapState {
  readonly table: CapTable;
  /** Figures of the event under their names, in the order in which people read them. */
  readonly figures: Readonly<Record<string, Rational>>;
}

/** Why an event cannot be. */
export interface CapFault {
  readonly event: number;
  readonly what: string;
}

export const emptyTable: CapTable = { shares: new Map(), options: new Map(), pool: zero, conditional: new Map() };

/** The table after each event; up to the first that cannot be. */
export function capTable(events: readonly CapEvent[]): { states: CapState[]; fault: CapFault | null } {
  const states: CapState[] = [];
  let table = emptyTable;
  for (const [index, event] of events.entries()) {
    const next = after(table, event);
    if (typeof next === "string") return { states, fault: { event: index, what: next } };
    states.push(next);
    table = next.table;
  }
  return { states, fault: null };
}

export function outstanding({ shares }: CapTable): Rational {
  return sumOf(shares.values());
}

export function fullyDiluted(table: CapTable): Rational {
  return plus(plus(outstanding(table), sumOf(table.options.values())), table.pool);
}

/** Shares that milestones would add, all of them. */
export function conditionalShares({ conditional }: CapTable): Rational {
  return sumOf([...conditional.values()].map((milestones) => sumOf(milestones.values())));
}

/** The state after an event, or why it cannot be. */
function after(table: CapTable, event: CapEvent): CapState | string {
  switch (event.kind) {
    case "found":
      return { table: { ...table, shares: added(table.shares, event.shares) }, figures: {} };
    case "pool":
      return { table: { ...table, pool: plus(table.pool, event.shares) }, figures: {} };
    case "round":
      return afterRound(table, event);
    case "secondary":
      return afterSecondary(table, event);
    case "grant": {
      if (compared(event.shares, table.pool) > 0) return "grants more than the pool holds";
      const options = added(table.options, new Map([[event.holder, event.shares]]));
      return { table: { ...table, options, pool: minus(table.pool, event.shares) }, figures: {} };
    }
    case "exercise": {
      const options = taken(table.options, event.holder, event.shares);
      if (!options) return `exercises more options than ${event.holder} holds`;
      const shares = added(table.shares, new Map([[event.holder, event.shares]]));
      return { table: { ...table, shares, options }, figures: {} };
    }
    case "split":
      return { table: split(table, event.factor), figures: {} };
    case "safes":
      return afterSafes(table, event);
    case "warrant": {
      const held = table.conditional.get(event.holder) ?? new Map();
      const conditional = new Map(table.conditional).set(event.holder, added(held, event.milestones));
      return { table: { ...table, conditional }, figures: {} };
    }
    case "milestone":
      return afterMilestone(table, event);
    default:
      return event satisfies never;
  }
}

function afterRound(table: CapTable, event: Extract<CapEvent, { kind: "round" }>): CapState | string {
  const { valuation, investors, pool } = event;
  const before = fullyDiluted(table);
  const raised = sumOf(investors.values());
  const preMoney = valuation.at === "pre" ? valuation.money : minus(valuation.money, raised);
  const postMoney = plus(preMoney, raised);
  if (compared(before, zero) <= 0) return "prices a company that has no shares";
  if (compared(preMoney, zero) <= 0) return "leaves the company no value before the money";
  if (pool && compared(pool.share, one) >= 0) return "leaves nothing to the holders: the pool takes it all";

  let increase = zero;
  if (pool?.inside === "pre") {
    const ofPre = times(pool.share, over(postMoney, preMoney));
    if (compared(ofPre, one) >= 0) return "leaves nothing to the holders: the pool and the new money take it all";
    increase = atLeastZero(over(minus(times(ofPre, before), table.pool), minus(one, ofPre)));
  }
  const price = over(preMoney, plus(before, increase));
  const bought = new Map([...investors].map(([holder, amount]) => [holder, over(amount, price)] as const));
  const newShares = sumOf(bought.values());
  if (pool?.inside === "post") {
    const wanted = times(pool.share, plus(before, newShares));
    increase = atLeastZero(over(minus(wanted, table.pool), minus(one, pool.share)));
  }

  const ofPool = pool ? { poolIncrease: increase, effectivePreMoney: times(price, before) } : {};
  return {
    table: { ...table, shares: added(table.shares, bought), pool: plus(table.pool, increase) },
    figures: { ...ofPool, price, preMoney, postMoney, raised, newShares },
  };
}

function afterSecondary(table: CapTable, event: Extract<CapEvent, { kind: "secondary" }>): CapState | string {
  const left = taken(table.shares, event.from, event.shares);
  if (!left) return `sells more shares than ${event.from} holds`;
  const shares = added(left, new Map([[event.to, event.shares]]));
  return { table: { ...table, shares }, figures: { proceedsToCompany: zero } };
}

function afterSafes(table: CapTable, { money, safes }: Extract<CapEvent, { kind: "safes" }>): CapState | string {
  const before = fullyDiluted(table);
  if (compared(before, zero) <= 0) return "converts into a company that has no shares";
  const owned = sumOf(safes.map(({ amount, cap }) => over(amount, cap)));
  if (money === "post" && compared(owned, one) >= 0) return "converts into the whole company or more";
  // Of a post-money SAFE the share is fixed; of a pre-money one the price is.
  const base = money === "post" ? over(before, minus(one, owned)) : before;
  let shares = table.shares;
  for (const { holder, amount, cap } of safes)
    shares = added(shares, new Map([[holder, times(over(amount, cap), base)]]));
  return { table: { ...table, shares }, figures: {} };
}

function afterMilestone(table: CapTable, event: Extract<CapEvent, { kind: "milestone" }>): CapState | string {
  const milestones = new Map(table.conditional.get(event.holder));
  const met = milestones.get(event.name);
  if (!met) return `meets a milestone that no warrant of ${event.holder} waits for`;
  milestones.delete(event.name);
  const conditional = new Map(table.conditional).set(event.holder, milestones);
  if (milestones.size === 0) conditional.delete(event.holder);
  return {
    table: { ...table, conditional, options: added(table.options, new Map([[event.holder, met]])) },
    figures: {},
  };
}

function split(table: CapTable, factor: Rational): CapTable {
  const all = (holdings: Holdings): Holdings =>
    new Map([...holdings].map(([holder, held]) => [holder, times(held, factor)] as const));
  return {
    shares: all(table.shares),
    options: all(table.options),
    pool: times(table.pool, factor),
    conditional: new Map([...table.conditional].map(([holder, milestones]) => [holder, all(milestones)] as const)),
  };
}

function added(holdings: Holdings, more: Holdings): Holdings {
  const sum = new Map(holdings);
  for (const [holder, shares] of more) sum.set(holder, plus(sum.get(holder) ?? zero, shares));
  return sum;
}

/** What is left when a holder gives these, also where it is nothing; null where it has not so many. */
function taken(holdings: Holdings, holder: string, shares: Rational): Holdings | null {
  const left = minus(holdings.get(holder) ?? zero, shares);
  if (compared(left, zero) < 0) return null;
  return new Map(holdings).set(holder, left);
}

function atLeastZero(value: Rational): Rational {
  return compared(value, zero) < 0 ? zero : value;
}
