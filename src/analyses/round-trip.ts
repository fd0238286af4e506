/**
 * How much of an investment is committed back to the investor: directly, within some hops, through anybody, and on average?
 *
 * Formula: investor i put F into company x; K(y,z) is what y has committed to pay z. Direct min(F, K(x,i)); coverage K(x,i)/F, uncapped. Within h hops: the largest flow x → i along
 *   paths of at most h commitments, at most F, paths through one commitment sharing it; h = 2 is min(F, K(x,i) + Σ min(K(x,y), K(y,i))). Unbounded: the largest flow at all.
 *   Pro rata: h(y) = Σ P(y,z) h(z), h(i) = 1, P(y,z) = K(y,z) / (Σ K(y,·) + other uses of y): the chance that a random unit of F ends at i.
 *   Unavoidable: max(0, K(x,i) - other funds of x) / F. Direct ≤ within 2 ≤ … ≤ unbounded ≤ F.
 * Assumes: money of one kind; the flows are upper bounds ("could be the same money"), since money is fungible. What i commits, and what flows back into x, is irrelevant.
 * Not for: a joint figure of several pairs. Each is computed by itself and may use the same commitment; for one figure see circularity.compression. Dates: circularity.roundTripTemporal.
 * Shapes: commitments as sparse rows without loops, investments as pairs of which equal ones are summed and those into oneself dropped. Amounts in any one unit.
 * Errors: none. Ratios of an investment of 0 are null.
 * Source: Ford and Fulkerson, Maximal flow through a network, Canadian J. Math. 8 (1956); Baier et al., Length-bounded cuts and flows, ACM Trans. Algorithms 7 (2010); Kemeny and Snell,
 *   Finite Markov Chains (1960), ch. 3, for the chance to end at i.
 */

import { boundedFlow } from "../numeric/bounded-flow.ts";
import { type FlowNetwork, flowNetwork, largestFlow } from "../numeric/largest-flow.ts";
import { type FeedbackSystem, solveFeedback } from "../numeric/solve-feedback.ts";
import { componentRows, strongestFirst, stronglyConnected } from "../numeric/strong-components.ts";
import { rowOfEntries, rowSums, type SummedRows, transposedRows } from "../numeric/summed-rows.ts";
import { sweepFourToRest } from "../numeric/sweep-to-rest.ts";

/** What is built once for all pairs. */
export interface CommitmentIndex {
  readonly committed: SummedRows;
  /** The same by payee. */
  readonly byPayee: SummedRows;
  readonly network: FlowNetwork;
}

export interface RoundTrip {
  readonly investor: number;
  readonly company: number;
  readonly invested: number;
  readonly committedBack: number;
  readonly direct: number;
  /** For each number of hops that was asked for. */
  readonly byHops: readonly number[];
  readonly unbounded: number;
  /** Null where the chance could not be computed to rounding error. */
  readonly proRata: number | null;
}

/** Builds the index of commitments, parallel ones summed and those to oneself dropped. */
export function commitmentIndex(committed: SummedRows): CommitmentIndex {
  const network = flowNetwork(committed.n, rowOfEntries(committed), committed.columns, committed.values);
  return { committed, byPayee: transposedRows(committed), network };
}

/** The round trips of all investments, by investor, then company. `otherUses` is what each company spends beside its commitments. */
export function roundTrips(
  index: CommitmentIndex,
  investments: SummedRows,
  hops: readonly number[],
  otherUses: Float64Array,
): RoundTrip[] {
  const { committed, network } = index;
  const spending = spendingOf(index, otherUses);
  const trips: RoundTrip[] = [];
  for (let investor = 0; investor < investments.n; investor++) {
    const begin = investments.offsets[investor]!;
    const end = investments.offsets[investor + 1]!;
    if (begin === end) continue;
    for (let place = begin; place < end; place++) {
      const company = investments.columns[place]!;
      const invested = investments.values[place]!;
      const committedBack = entry(committed, company, investor);
      const unbounded = largestFlow(network, company, investor, invested);
      const byHops = withinHops(index, company, investor, invested, hops, unbounded);
      const direct = Math.min(invested, committedBack);
      trips.push({ investor, company, invested, committedBack, direct, byHops, unbounded, proRata: 0 });
    }
  }
  const chances = chancesToEnd(spending, trips);
  return trips.map((trip, at) => ({ ...trip, proRata: chances[at]! }));
}

/** Where each unit that a company spends goes, by payee; what goes to other uses leaves the network. */
interface Spending {
  readonly system: FeedbackSystem;
  /** The same rows in the order in which sweeps over them rest soonest, and where each company stands in it. */
  readonly ordered: SummedRows;
  readonly position: Int32Array;
}

function spendingOf({ committed }: CommitmentIndex, otherUses: Float64Array): Spending {
  const { n, offsets, columns } = committed;
  const values = committed.values.slice();
  const outside = new Float64Array(n);
  const spending = rowSums(committed);
  for (let node = 0; node < n; node++) {
    const spent = spending[node]! + otherUses[node]!;
    if (spent === 0) continue;
    outside[node] = otherUses[node]! / spent;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) values[place]! /= spent;
  }
  const spent: SummedRows = { n, offsets, columns, values };
  const conserving = { columns: spent, outside };
  const rows = transposedRows(spent);
  const position = new Int32Array(n);
  const parts = stronglyConnected(rows);
  for (let part = 0; part < parts.count; part++) strongestFirst(rows, parts, part, position);
  // All parts together, those first on which others depend.
  const all = { ...parts, count: 1, component: new Int32Array(n), starts: Int32Array.of(0, n) };
  const ordered = componentRows(rows, all, 0, position);
  return { system: { rows, scale: 1, diagonal: new Float64Array(n).fill(1), conserving }, ordered, position };
}

/** What lies between a company and an investor: companies that its money can reach and from which it can reach the investor. */
interface Way {
  readonly investor: number;
  readonly company: number;
  readonly active: Uint8Array;
  readonly count: number;
}

/**
 * The chance that a unit of a company's money ends at the investor, for each pair: how often the unit passes each company, times the share that each pays
 * the investor. Passages are sums of what flows in, and what leaves is known without a difference, so that a circle that leaks next to nothing loses no digits.
 */
function chancesToEnd(spending: Spending, pairs: readonly { investor: number; company: number }[]): (number | null)[] {
  const { rows } = spending.system;
  const everywhere = new Uint8Array(rows.n).fill(1);
  const chances: (number | null)[] = pairs.map(() => 0);
  // Where most companies lie between, it is quicker to sweep over all, for four pairs side by side, than to take the others out.
  let wide: { readonly way: Way; readonly at: number }[] = [];
  let home: Pick<Way, "investor" | "active"> = { investor: -1, active: everywhere };
  for (const [at, { investor, company }] of pairs.entries()) {
    // From companies that cannot reach the investor nothing comes, and at the investor money has ended.
    if (home.investor !== investor) {
      everywhere[investor] = 0;
      home = { investor, active: reached(rows, investor, everywhere).active };
      everywhere[investor] = 1;
    }
    if (home.active[company] === 0) continue;
    const { active, count } = reached(spending.system.conserving!.columns, company, home.active);
    active[company] = 1;
    const way: Way = { investor, company, active, count };
    if (2 * count <= rows.n) chances[at] = chanceAlone(spending, way);
    else wide.push({ way, at });
    if (wide.length < 4) continue;
    settle(wide);
    wide = [];
  }
  settle(wide);
  return chances;

  function settle(each: typeof wide): void {
    if (each.length === 0) return;
    const found = chancesSwept(
      spending,
      each.map(({ way }) => way),
    );
    for (const [lane, { way, at }] of each.entries()) chances[at] = found ? found[lane]! : chanceAlone(spending, way);
  }
}

/** The chance on one way, solved among those between alone; null where that does not come to rest. */
function chanceAlone({ system }: Spending, { investor, company, active }: Way): number | null {
  const unit = new Float64Array(system.rows.n);
  unit[company] = 1;
  const passages = new Float64Array(system.rows.n);
  return solveFeedback(system, unit, passages, active) ? ending(system, investor, (payer) => passages[payer]!) : null;
}

function ending({ rows }: FeedbackSystem, investor: number, passages: (payer: number) => number): number {
  let sum = 0;
  for (let place = rows.offsets[investor]!; place < rows.offsets[investor + 1]!; place++)
    sum += passages(rows.columns[place]!) * rows.values[place]!;
  return Math.min(1, sum);
}

/** What can be reached from a node in steps to nodes that are marked 1, itself only where a way leads back. */
function reached(
  { n, offsets, columns }: SummedRows,
  from: number,
  marked: Uint8Array,
): { active: Uint8Array; count: number } {
  // Once nearly all are found, one look at each edge tells that it leads to nobody new.
  const unfound = marked.slice();
  const queue = new Int32Array(n + 1);
  let count = 0;
  queue[0] = from;
  for (let head = 0; head <= count; head++) {
    const node = queue[head]!;
    for (let place = offsets[node]!, end = offsets[node + 1]!; place < end; place++) {
      const next = columns[place]!;
      if (unfound[next] === 0) continue;
      unfound[next] = 0;
      queue[++count] = next;
    }
  }
  const active = new Uint8Array(n);
  for (let at = 1; at <= count; at++) active[queue[at]!] = 1;
  return { active, count };
}

/**
 * The chances on up to four ways, by sweeps over the whole network in which nothing passes companies that are not between; null where one of them does not
 * rest soon.
 */
function chancesSwept({ system, ordered, position }: Spending, ways: readonly Way[]): number[] | null {
  const { n, offsets, columns, values } = system.rows;
  const diagonal = new Float64Array(4 * n).fill(1);
  const leak = new Float64Array(4 * n);
  const unit = new Float64Array(4 * n);
  for (const [lane, { company, active }] of ways.entries()) {
    unit[4 * position[company]! + lane] = 1;
    for (let node = 0; node < n; node++) {
      leak[4 * position[node]! + lane]! += system.conserving!.outside[node]!;
      if (active[node] === 1) continue;
      diagonal[4 * position[node]! + lane] = Number.POSITIVE_INFINITY;
      for (let place = offsets[node]!; place < offsets[node + 1]!; place++)
        leak[4 * position[columns[place]!]! + lane]! += values[place]!;
    }
  }
  const passages = new Float64Array(4 * n);
  if (!sweepFourToRest({ rows: ordered, diagonal, leak }, unit, passages)) return null;
  return ways.map(({ investor }, lane) => ending(system, investor, (payer) => passages[4 * position[payer]! + lane]!));
}

/** The flow for each number of hops; what a shorter bound gives and what flows without a bound save most of the work. */
function withinHops(
  index: CommitmentIndex,
  company: number,
  investor: number,
  invested: number,
  hops: readonly number[],
  unbounded: number,
): number[] {
  const known = new Map<number, number>();
  let least = 0;
  for (const hop of [...hops].sort((one, other) => one - other)) {
    const atMost =
      hop >= index.committed.n ? least : flowWithin(index, company, investor, invested, hop, least, unbounded);
    const flow = hop >= index.committed.n ? unbounded : Math.min(unbounded, Math.max(least, atMost));
    known.set(hop, flow);
    least = flow;
  }
  return hops.map((hop) => known.get(hop)!);
}

function flowWithin(
  index: CommitmentIndex,
  company: number,
  investor: number,
  invested: number,
  hops: number,
  least: number,
  unbounded: number,
): number {
  if (hops < 1) return 0;
  if (least >= unbounded) return unbounded;
  if (hops === 1) return Math.min(invested, entry(index.committed, company, investor));
  if (hops === 2) return Math.min(invested, withinTwo(index, company, investor));
  const { nodes, edges } = shortPart(index, company, investor, hops);
  if (edges.from.length === 0) return 0;
  if (hops === 3) return withinThree(nodes, edges, invested);
  return withoutRounding(boundedFlow(nodes, edges, 0, 1, hops, Math.min(invested, unbounded)).total);
}

/** A linear program in floating point ends a hair beside the whole number that it means. */
function withoutRounding(flow: number): number {
  const whole = Math.round(flow);
  return Math.abs(flow - whole) <= 1e-9 * Math.max(1, flow) ? whole : flow;
}

/** Paths of two hops have no commitment in common, so each is as wide as its narrower one. */
function withinTwo({ committed }: CommitmentIndex, company: number, investor: number): number {
  const { offsets, columns, values } = committed;
  let sum = 0;
  for (let place = offsets[company]!; place < offsets[company + 1]!; place++) {
    const payee = columns[place]!;
    sum += payee === investor ? values[place]! : Math.min(values[place]!, entry(committed, payee, investor));
  }
  return sum;
}

/** The commitments on paths of at most `hops` hops, nodes numbered anew: 0 is the company, 1 the investor. */
function shortPart({ committed, byPayee }: CommitmentIndex, company: number, investor: number, hops: number) {
  const ahead = distances(committed, company, investor, hops - 1);
  const home = distances(byPayee, investor, company, hops - 1);
  const number = new Map([
    [company, 0],
    [investor, 1],
  ]);
  const numberOf = (node: number): number => {
    const known = number.get(node);
    if (known !== undefined) return known;
    number.set(node, number.size);
    return number.size - 1;
  };
  const from: number[] = [];
  const to: number[] = [];
  const capacity: number[] = [];
  for (const [node, steps] of ahead) {
    if (node === investor) continue;
    for (let place = committed.offsets[node]!; place < committed.offsets[node + 1]!; place++) {
      const payee = committed.columns[place]!;
      const left = payee === company ? undefined : home.get(payee);
      if (left === undefined || steps + 1 + left > hops) continue;
      from.push(numberOf(node));
      to.push(numberOf(payee));
      capacity.push(committed.values[place]!);
    }
  }
  const edges = { from: Int32Array.from(from), to: Int32Array.from(to), capacity: Float64Array.from(capacity) };
  return { nodes: number.size, edges };
}

/** How many steps away nodes are, up to `most`; the walk ends where it meets `stop`. */
function distances(rows: SummedRows, start: number, stop: number, most: number): Map<number, number> {
  const steps = new Map([[start, 0]]);
  for (const [node, step] of steps) {
    if (step >= most || node === stop) continue;
    for (let place = rows.offsets[node]!; place < rows.offsets[node + 1]!; place++)
      if (!steps.has(rows.columns[place]!)) steps.set(rows.columns[place]!, step + 1);
  }
  return steps;
}

/** With three hops each commitment stands at one place of a path, or may wait for it: an ordinary largest flow through two layers. */
function withinThree(
  nodes: number,
  { from, to, capacity }: { from: Int32Array; to: Int32Array; capacity: Float64Array },
  invested: number,
): number {
  const layeredFrom: number[] = [];
  const layeredTo: number[] = [];
  const room: number[] = [];
  const add = (one: number, other: number, most: number): void => {
    layeredFrom.push(one);
    layeredTo.push(other);
    room.push(most);
  };
  // Node v after one hop is v, after at most two it is v + nodes; the company is 0 and the investor 1.
  for (let edge = 0; edge < from.length; edge++) {
    if (from[edge] === 0) add(0, to[edge]!, capacity[edge]!);
    else if (to[edge] === 1) add(from[edge]! + nodes, 1, capacity[edge]!);
    else add(from[edge]!, to[edge]! + nodes, capacity[edge]!);
  }
  for (let node = 2; node < nodes; node++) add(node, node + nodes, Number.MAX_VALUE);
  const layered = flowNetwork(
    2 * nodes,
    Int32Array.from(layeredFrom),
    Int32Array.from(layeredTo),
    Float64Array.from(room),
  );
  return largestFlow(layered, 0, 1, invested);
}

function entry({ offsets, columns, values }: SummedRows, row: number, column: number): number {
  let low = offsets[row]!;
  let high = offsets[row + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < offsets[row + 1]! && columns[low] === column ? values[low]! : 0;
}
