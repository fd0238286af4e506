/**
 * How much of an investment can come back to the investor in time: over commitments paid on days, none before the money is there?
 *
 * Formula: the largest flow from company x on the day of the investment to investor i, at most F, on the network of (company, day of one of its payments): money that reaches a company on
 *   a day leaves it on that day or later (same-day), or only later (strict), and waits in between. Strict ≤ same-day ≤ undated.
 * Assumes: a payment moves all at once on its day; money may wait for ever. A commitment dated before the investment never counts, not in the undated figure either, which takes the rest in any order.
 * Not for: who pays whom because of what. Like every round trip it is an upper bound.
 * Shapes: m dated payments; a company has a node for each of its own days, so the network is of order m, not of companies times days. Companies and days are any whole numbers.
 * Errors: none. An investment into oneself comes back as 0.
 * Source: Akrida, Czyzowicz, Gąsieniec, Kuszner and Spirakis, Temporal flows in temporal networks, CIAC (2017), arXiv 1606.01091; Ford and Fulkerson, Constructing maximal dynamic
 *   flows from static flows, Operations Research 6 (1958).
 */

import { flowNetwork, largestFlow } from "../numeric/largest-flow.ts";

export interface DatedInvestment {
  readonly investor: number;
  readonly company: number;
  readonly invested: number;
  readonly day: number;
}

/** Payment k: payer[k] pays payee[k] amount[k] on day[k]. */
export interface DatedPayments {
  readonly payer: Float64Array;
  readonly payee: Float64Array;
  readonly amount: Float64Array;
  readonly day: Float64Array;
}

export interface DatedRoundTrip {
  readonly sameDayAllowed: number;
  readonly strictlyLater: number;
  readonly untimed: number;
}

/** What can come back, under the three readings of the dates. */
export function datedRoundTrip(investment: DatedInvestment, payments: DatedPayments): DatedRoundTrip {
  const { investor, company, day } = investment;
  if (investor === company) return { sameDayAllowed: 0, strictlyLater: 0, untimed: 0 };
  const later: number[] = [];
  for (let at = 0; at < payments.payer.length; at++) {
    const { payer, payee, amount, day: paidOn } = payments;
    // What the investor pays, and what is paid to the company, brings nothing back.
    if (payer[at] === payee[at] || payer[at] === investor || payee[at] === company || !(amount[at]! > 0)) continue;
    if (paidOn[at]! >= day) later.push(at);
  }
  return {
    sameDayAllowed: flowInTime(investment, payments, later, false),
    strictlyLater: flowInTime(investment, payments, later, true),
    untimed: flowUndated(investment, payments, later),
  };
}

/**
 * On each of its days a company has two nodes: money that has arrived, and money that may leave. Arrived money may leave on the same day, or (strict) on
 * the company's next one.
 */
function flowInTime(
  investment: DatedInvestment,
  payments: DatedPayments,
  useful: readonly number[],
  strict: boolean,
): number {
  const { investor, company, invested, day } = investment;
  const edges = edgeList();
  const nodeOf = new Map<number, Map<number, number>>();
  let nodes = 2;
  const daysOf = (who: number): Map<number, number> => {
    const known = nodeOf.get(who) ?? new Map<number, number>();
    nodeOf.set(who, known);
    return known;
  };
  // Two numbers for each company and day: the first for arriving, the next for leaving. The investor is one node for all days.
  const nodeAt = (who: number, on: number): number => {
    const days = daysOf(who);
    const known = days.get(on);
    if (known !== undefined) return known;
    days.set(on, nodes);
    nodes += 2;
    return nodes - 2;
  };
  edges.add(0, nodeAt(company, day), invested);
  for (const at of useful) {
    const leaves = nodeAt(payments.payer[at]!, payments.day[at]!) + 1;
    const arrives = payments.payee[at] === investor ? 1 : nodeAt(payments.payee[at]!, payments.day[at]!);
    edges.add(leaves, arrives, payments.amount[at]!);
  }
  for (const days of nodeOf.values()) {
    const inOrder = [...days].sort(([one], [other]) => one - other);
    inOrder.forEach(([, node], index) => {
      const next = inOrder[index + 1]?.[1];
      if (!strict) edges.add(node, node + 1, Number.MAX_VALUE);
      if (next === undefined) return;
      if (strict) edges.add(node, next + 1, Number.MAX_VALUE);
      else edges.add(node + 1, next + 1, Number.MAX_VALUE);
      if (strict) edges.add(node + 1, next + 1, Number.MAX_VALUE);
    });
  }
  return edges.flow(nodes, 0, 1, invested);
}

function flowUndated(
  { investor, company, invested }: DatedInvestment,
  payments: DatedPayments,
  useful: readonly number[],
): number {
  const edges = edgeList();
  const number = new Map([
    [company, 0],
    [investor, 1],
  ]);
  const numberOf = (who: number): number => {
    const known = number.get(who) ?? number.size;
    number.set(who, known);
    return known;
  };
  for (const at of useful)
    edges.add(numberOf(payments.payer[at]!), numberOf(payments.payee[at]!), payments.amount[at]!);
  return edges.flow(number.size, 0, 1, invested);
}

function edgeList() {
  const from: number[] = [];
  const to: number[] = [];
  const capacity: number[] = [];
  return {
    add(one: number, other: number, most: number): void {
      from.push(one);
      to.push(other);
      capacity.push(most);
    },
    flow(nodes: number, source: number, sink: number, most: number): number {
      const network = flowNetwork(nodes, Int32Array.from(from), Int32Array.from(to), Float64Array.from(capacity));
      return largestFlow(network, source, sink, most);
    },
  };
}
