/**
 * How much can flow round in a network without a beginning or an end, no edge carrying more than its capacity?
 *
 *   max Σ f(u,v)   with   0 ≤ f ≤ capacity   and what flows into a node flowing out of it
 *
 * Cost-scaling: each edge costs -1 a unit; a flow whose residual arcs all have reduced costs of at least -ε is made so for ever smaller ε by pushing
 * excess along partial paths of admissible arcs and lowering potentials, with labels set anew for all nodes now and then. Below ε = 1/n the flow is
 * optimal; mostly it is long before, so after each scale the potentials, rounded, are tried as a proof.
 *
 * Shapes: n nodes, edges as sparse rows without loops; capacities whole numbers with a sum below 2^53, then all arithmetic is exact.
 * Gives the flow of each edge and whole ranks with Σ capacity · max(0, 1 + rank(u) - rank(v)) = Σ flow, which no flow can exceed: the proof.
 * Source: Goldberg and Tarjan, Finding minimum-cost circulations by successive approximation, Math. OR 15 (1990); Király and Kovács, Efficient
 * implementations of minimum-cost flow algorithms, Acta Univ. Sapientiae Inf. 4 (2012), for partial augmentation and the update of all labels.
 */

import { labelUpdate } from "./label-update.ts";
import { flowOf, type ResidualNetwork, residualNetwork, saturate } from "./residual-network.ts";
import type { SummedRows } from "./summed-rows.ts";

export interface Circulation {
  /** The flow of each entry of the rows. */
  readonly flow: Float64Array;
  readonly total: number;
  readonly ranks: Int32Array;
}

/** ε shrinks by this factor from scale to scale. */
const shrink = 16;
/** Excess is pushed along paths of this many arcs: long enough to get somewhere, short enough to be found at once. */
const pathLength = 4;
/** How often each node may be looked at, on average, while ranks are mended: where the flow is optimal a few times are enough. */
const mendings = 5;

/** The largest circulation and its proof. */
export function largestCirculation(rows: SummedRows): Circulation {
  const network = residualNetwork(rows);
  const { n } = rows;
  const potential = new Float64Array(n);
  for (let epsilon = 1 / shrink; ; epsilon /= shrink) {
    refine(network, potential, epsilon);
    if (provesOptimal(network, potential)) {
      const flow = flowOf(rows, network);
      return { flow, total: flow.reduce((sum, each) => sum + each, 0), ranks: ranksOf(potential) };
    }
  }
}

/** Makes the flow ε-optimal: afterwards no residual arc has a reduced cost below -ε. */
function refine(network: ResidualNetwork, potential: Float64Array, epsilon: number): void {
  const { n, first, firstBack, target, reverse, residual } = network;
  const excess = new Float64Array(n);
  saturate(network, potential, excess);

  // Nodes with excess wait in a ring; a node stands in it at most once.
  const ring = new Int32Array(n + 1);
  const waits = new Uint8Array(n);
  let head = 0;
  let tail = 0;
  for (let node = 0; node < n; node++) {
    if (excess[node]! > 0) {
      ring[tail++] = node;
      waits[node] = 1;
    }
  }
  const next = first.slice(0, n);
  const update = labelUpdate(network, shrink);
  const pathNodes = new Int32Array(pathLength + 1);
  const pathArcs = new Int32Array(pathLength + 1);
  const highest = new Float64Array(1);
  let relabels = n;
  while (head !== tail) {
    if (relabels >= n) {
      update(potential, excess, next, epsilon);
      relabels = 0;
    }
    const start = ring[head]!;
    head = head === n ? 0 : head + 1;
    waits[start] = 0;
    while (excess[start]! > 0) {
      // Find a short path of admissible arcs, lowering potentials where there is none.
      let depth = 0;
      let tip = start;
      while (depth < pathLength && excess[tip]! >= 0) {
        const arc = admissibleArc(network, next, potential, tip, highest);
        if (arc >= 0) {
          next[tip] = arc;
          pathNodes[depth] = tip;
          pathArcs[depth++] = arc;
          tip = target[arc]!;
          continue;
        }
        // The arc back along the path counts too: something may be pushed here yet.
        if (depth > 0) {
          const from = pathNodes[depth - 1]!;
          const level = potential[from]! + (pathArcs[depth - 1]! < firstBack[from]! ? -1 : 1);
          if (level > highest[0]!) highest[0] = level;
        }
        relabel(network, next, potential, tip, highest, epsilon);
        relabels++;
        if (depth > 0) tip = pathNodes[--depth]!;
      }
      // Push along it as much as each node has and each arc takes.
      for (let step = 0; step < depth; step++) {
        const node = pathNodes[step]!;
        const arc = pathArcs[step]!;
        const to = target[arc]!;
        const most = excess[node]!;
        const room = residual[arc]!;
        const pushed = most < room ? most : room;
        if (!(pushed > 0)) continue;
        residual[arc] = room - pushed;
        residual[reverse[arc]!]! += pushed;
        excess[node] = most - pushed;
        excess[to]! += pushed;
        if (excess[to]! > 0 && waits[to] === 0 && to !== start) {
          waits[to] = 1;
          ring[tail] = to;
          tail = tail === n ? 0 : tail + 1;
        }
      }
      if (relabels >= n) break;
    }
    if (excess[start]! > 0 && waits[start] === 0) {
      waits[start] = 1;
      ring[tail] = start;
      tail = tail === n ? 0 : tail + 1;
    }
  }
}

/**
 * The next arc of a node along which excess may be pushed; -1 where none is left. Then `highest` is the potential at which one of those looked at would
 * just not be admissible.
 */
function admissibleArc(
  { first, firstBack, target, residual }: ResidualNetwork,
  next: Int32Array,
  potential: Float64Array,
  node: number,
  highest: Float64Array,
): number {
  const own = potential[node]!;
  const back = firstBack[node]!;
  const end = first[node + 1]!;
  let most = Number.NEGATIVE_INFINITY;
  let arc = next[node]!;
  for (; arc < back; arc++) {
    if (!(residual[arc]! > 0)) continue;
    const level = potential[target[arc]!]! + 1;
    if (level > own) return arc;
    if (level > most) most = level;
  }
  for (; arc < end; arc++) {
    if (!(residual[arc]! > 0)) continue;
    const level = potential[target[arc]!]! - 1;
    if (level > own) return arc;
    if (level > most) most = level;
  }
  highest[0] = most;
  return -1;
}

/** Lowers the potential of a node to where its best arc is admissible by ε; `highest` knows the arcs from the next one on. */
function relabel(
  { first, firstBack, target, residual }: ResidualNetwork,
  next: Int32Array,
  potential: Float64Array,
  node: number,
  highest: Float64Array,
  epsilon: number,
): void {
  const begin = next[node]!;
  const back = firstBack[node]!;
  const seen = begin < back ? begin : back;
  let most = highest[0]!;
  let arc = first[node]!;
  for (; arc < seen; arc++)
    if (residual[arc]! > 0 && potential[target[arc]!]! + 1 > most) most = potential[target[arc]!]! + 1;
  for (arc = back; arc < begin; arc++)
    if (residual[arc]! > 0 && potential[target[arc]!]! - 1 > most) most = potential[target[arc]!]! - 1;
  potential[node] = most - epsilon;
  next[node] = first[node]!;
}

/**
 * Rounds the potentials to whole numbers and mends them along arcs that contradict them. Where that ends they prove the flow optimal; where it does not
 * end soon, they contradict only the few arcs from which the next scale has to start.
 */
function provesOptimal({ n, first, firstBack, target, residual }: ResidualNetwork, potential: Float64Array): boolean {
  for (let node = 0; node < n; node++) potential[node] = Math.ceil(potential[node]! - 0.5);
  const queue = new Int32Array(n + 1);
  const waits = new Uint8Array(n).fill(1);
  for (let node = 0; node < n; node++) queue[node] = node;
  let head = 0;
  let tail = n;
  let patience = mendings * n + 1000;
  // Along an arc with room the potential falls by at least 1 (an edge not full) or rises by at most 1 (an edge that carries something).
  while (head !== tail) {
    if (patience-- === 0) return false;
    const node = queue[head]!;
    head = head === n ? 0 : head + 1;
    waits[node] = 0;
    const back = firstBack[node]!;
    const end = first[node + 1]!;
    for (let arc = first[node]!; arc < end; arc++) {
      if (!(residual[arc]! > 0)) continue;
      const most = potential[node]! + (arc < back ? -1 : 1);
      const to = target[arc]!;
      if (potential[to]! <= most) continue;
      potential[to] = most;
      if (waits[to] === 1) continue;
      waits[to] = 1;
      queue[tail] = to;
      tail = tail === n ? 0 : tail + 1;
    }
  }
  return true;
}

/** Ranks rise where potentials fall; the lowest is 0. */
function ranksOf(potential: Float64Array): Int32Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < potential.length; node++) highest = Math.max(highest, potential[node]!);
  return Int32Array.from(potential, (each) => highest - each);
}
