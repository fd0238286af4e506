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

/** Each edge as two arcs: along it, and back. The arcs of a node stand together, those along its edges before those back. */
interface ResidualNetwork {
  readonly n: number;
  readonly first: Int32Array;
  readonly firstBack: Int32Array;
  readonly target: Int32Array;
  readonly reverse: Int32Array;
  /** What can still be pushed along an arc. */
  readonly residual: Float64Array;
  /** What both arcs of the edge can take together: its capacity. */
  readonly both: Float64Array;
  /** The arc along each edge. */
  readonly arcOf: Int32Array;
}

function residualNetwork({ n, offsets, columns, values }: SummedRows): ResidualNetwork {
  const m = columns.length;
  const first = new Int32Array(n + 1);
  for (let node = 0; node < n; node++) first[node + 1]! += offsets[node + 1]! - offsets[node]!;
  for (let edge = 0; edge < m; edge++) first[columns[edge]! + 1]!++;
  for (let node = 0; node < n; node++) first[node + 1]! += first[node]!;
  const firstBack = new Int32Array(n);
  for (let node = 0; node < n; node++) firstBack[node] = first[node]! + offsets[node + 1]! - offsets[node]!;
  const target = new Int32Array(2 * m);
  const reverse = new Int32Array(2 * m);
  const residual = new Float64Array(2 * m);
  const both = new Float64Array(2 * m);
  const arcOf = new Int32Array(m);
  const nextBack = firstBack.slice();
  for (let node = 0; node < n; node++) {
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const arc = first[node]! + edge - offsets[node]!;
      const back = nextBack[columns[edge]!]!++;
      target[arc] = columns[edge]!;
      target[back] = node;
      reverse[arc] = back;
      reverse[back] = arc;
      residual[arc] = values[edge]!;
      both[arc] = values[edge]!;
      both[back] = values[edge]!;
      arcOf[edge] = arc;
    }
  }
  return { n, first, firstBack, target, reverse, residual, both, arcOf };
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
  const update = labelUpdate(network);
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

/** Pushes as much as fits along every arc of negative reduced cost: the flow is optimal then, but nodes have excess or lack. */
function saturate(
  { n, first, firstBack, target, reverse, residual }: ResidualNetwork,
  potential: Float64Array,
  excess: Float64Array,
): void {
  for (let node = 0; node < n; node++) {
    const own = potential[node]!;
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const room = residual[arc]!;
      const cost = arc < firstBack[node]! ? -1 : 1;
      if (!(room > 0) || cost + own - potential[target[arc]!]! >= 0) continue;
      residual[arc] = 0;
      residual[reverse[arc]!]! += room;
      excess[node]! -= room;
      excess[target[arc]!]! += room;
    }
  }
}

/** Lowers the potentials of all nodes at once by how far they are, in steps of ε, from where something is lacking. */
function labelUpdate({ n, first, firstBack, target, residual, both }: ResidualNetwork) {
  const mostSteps = shrink * n;
  const rank = new Int32Array(n);
  // The nodes of a rank as a list of places; a node that has moved on leaves a stale place behind.
  const headOf = new Int32Array(mostSteps + 1).fill(-1);
  let nodeAt = new Int32Array(4 * n + 16);
  let after = new Int32Array(4 * n + 16);

  return (potential: Float64Array, excess: Float64Array, next: Int32Array, epsilon: number): void => {
    const stepsPerUnit = 1 / epsilon;
    let open = 0;
    let places = 0;
    let highest = 0;
    for (let node = 0; node < n; node++) {
      rank[node] = mostSteps;
      if (excess[node]! > 0) open++;
      if (!(excess[node]! < 0)) continue;
      rank[node] = 0;
      nodeAt[places] = node;
      after[places] = headOf[0]!;
      headOf[0] = places++;
    }
    if (open === 0) {
      headOf[0] = -1;
      return;
    }
    let level = 0;
    for (; level <= highest && open > 0; level++) {
      while (headOf[level]! >= 0) {
        const place = headOf[level]!;
        headOf[level] = after[place]!;
        const node = nodeAt[place]!;
        if (rank[node] !== level) continue;
        const end = first[node + 1]!;
        const back = firstBack[node]!;
        if (places + end - first[node]! > nodeAt.length) {
          nodeAt = doubled(nodeAt, end);
          after = doubled(after, end);
        }
        // Arcs into this node are the reverse of those out of it, so each costs the opposite.
        let cost = 1 - potential[node]!;
        for (let arc = first[node]!; arc < end; arc++) {
          if (arc === back) cost -= 2;
          if (both[arc] === residual[arc]) continue;
          const from = target[arc]!;
          const old = rank[from]!;
          if (old <= level) continue;
          const distance = (cost + potential[from]!) * stepsPerUnit;
          if (distance >= old - level - 1) continue;
          const reached = level + 1 + Math.floor(distance);
          rank[from] = reached;
          if (reached > highest) highest = reached;
          nodeAt[places] = from;
          after[places] = headOf[reached]!;
          headOf[reached] = places++;
        }
        if (excess[node]! > 0 && --open === 0) break;
      }
      if (open === 0) break;
    }
    headOf.fill(-1, 0, highest + 1);
    for (let node = 0; node < n; node++) {
      const steps = Math.min(rank[node]!, level);
      if (steps === 0) continue;
      potential[node]! -= epsilon * steps;
      next[node] = first[node]!;
    }
  };
}

function doubled(array: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length + more);
  larger.set(array);
  return larger;
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

function flowOf({ columns, values }: SummedRows, { arcOf, residual }: ResidualNetwork): Float64Array {
  const flow = new Float64Array(columns.length);
  for (let edge = 0; edge < columns.length; edge++) flow[edge] = values[edge]! - residual[arcOf[edge]!]!;
  return flow;
}
