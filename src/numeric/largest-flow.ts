/**
 * How much can flow from one node to another, no edge carrying more than its capacity?
 *
 * Shortest augmenting paths in layers (blocking flows), searched from the sink, so that only what can still reach it is looked at; no recursion.
 *
 * Shapes: a network is built once for many questions; each puts back the capacities that it used. Amounts of any size; whole numbers stay whole.
 * Source: Dinic, Algorithm for solution of a problem of maximum flow in networks with power estimation, Soviet Math. Doklady 11 (1970).
 */

export interface FlowNetwork {
  readonly n: number;
  readonly first: Int32Array;
  readonly target: Int32Array;
  readonly reverse: Int32Array;
  readonly capacity: Float64Array;
  /** Working room of `largestFlow`. */
  readonly residual: Float64Array;
  /** 1 where the reverse of an arc has room: searches from the sink need not look it up elsewhere. */
  readonly opens: Uint8Array;
  readonly level: Int32Array;
  readonly queue: Int32Array;
  readonly cursor: Int32Array;
  readonly path: Int32Array;
  readonly touched: Int32Array;
}

/** A network of edges from[k] → to[k]; each becomes an arc and its reverse. */
export function flowNetwork(n: number, from: Int32Array, to: Int32Array, capacity: Float64Array): FlowNetwork {
  const m = from.length;
  const first = new Int32Array(n + 1);
  for (let edge = 0; edge < m; edge++) {
    first[from[edge]! + 1]!++;
    first[to[edge]! + 1]!++;
  }
  for (let node = 0; node < n; node++) first[node + 1]! += first[node]!;
  const next = first.slice(0, n);
  const target = new Int32Array(2 * m);
  const reverse = new Int32Array(2 * m);
  const arcCapacity = new Float64Array(2 * m);
  const opens = new Uint8Array(2 * m);
  for (let edge = 0; edge < m; edge++) {
    const along = next[from[edge]!]!++;
    const back = next[to[edge]!]!++;
    target[along] = to[edge]!;
    target[back] = from[edge]!;
    reverse[along] = back;
    reverse[back] = along;
    arcCapacity[along] = capacity[edge]!;
    if (capacity[edge]! > 0) opens[back] = 1;
  }
  return {
    n,
    first,
    target,
    reverse,
    capacity: arcCapacity,
    residual: arcCapacity.slice(),
    opens,
    level: new Int32Array(n).fill(-1),
    queue: new Int32Array(n),
    cursor: new Int32Array(n),
    path: new Int32Array(n),
    touched: new Int32Array(2 * m),
  };
}

/** The largest flow from source to sink, at most `most`. */
export function largestFlow(network: FlowNetwork, source: number, sink: number, most: number): number {
  if (source === sink) return 0;
  const { touched } = network;
  // No more than leaves the one and enters the other: where that flows, no search has to prove that nothing more does.
  const bound = Math.min(most, leaving(network, source), entering(network, sink));
  let total = 0;
  let changed = 0;
  while (total < bound) {
    const reached = levelsBack(network, source, sink);
    if (reached < 0) {
      clearLevels(network, ~reached);
      break;
    }
    const round = blockingFlow(network, reached, source, sink, bound - total, changed);
    clearLevels(network, reached);
    changed = round.changed;
    if (!(round.flow > 0)) break;
    total += round.flow;
    // Too many arcs changed to remember each: all are put back at the end.
    if (changed > touched.length) changed = touched.length + 1;
  }
  if (changed > touched.length) for (let arc = 0; arc < touched.length; arc++) putBack(network, arc);
  else for (let at = 0; at < changed; at++) putBack(network, touched[at]!);
  return total;
}

/** An arc and its reverse as they were before anything flowed. */
function putBack({ capacity, residual, reverse, opens }: FlowNetwork, arc: number): void {
  const back = reverse[arc]!;
  residual[arc] = capacity[arc]!;
  residual[back] = capacity[back]!;
  opens[arc] = capacity[back]! > 0 ? 1 : 0;
  opens[back] = capacity[arc]! > 0 ? 1 : 0;
}

function leaving({ first, capacity }: FlowNetwork, node: number): number {
  let sum = 0;
  for (let arc = first[node]!; arc < first[node + 1]!; arc++) sum += capacity[arc]!;
  return sum;
}

function entering({ first, reverse, capacity }: FlowNetwork, node: number): number {
  let sum = 0;
  for (let arc = first[node]!; arc < first[node + 1]!; arc++) sum += capacity[reverse[arc]!]!;
  return sum;
}

/** Distances to the sink over arcs with room, until the source is reached; how many nodes have one, or its complement where the source has none. */
function levelsBack({ first, target, opens, level, queue }: FlowNetwork, source: number, sink: number): number {
  let count = 1;
  queue[0] = sink;
  level[sink] = 0;
  for (let at = 0; at < count; at++) {
    const node = queue[at]!;
    // Nodes as far as the source are of no use on a shortest path.
    if (level[source]! >= 0 && level[node]! + 1 >= level[source]!) break;
    const next = level[node]! + 1;
    for (let arc = first[node]!, end = first[node + 1]!; arc < end; arc++) {
      if (opens[arc] === 0) continue;
      const from = target[arc]!;
      if (level[from]! >= 0) continue;
      level[from] = next;
      queue[count++] = from;
    }
  }
  return level[source]! >= 0 ? count : ~count;
}

function clearLevels({ level, queue }: FlowNetwork, count: number): void {
  for (let at = 0; at < count; at++) level[queue[at]!] = -1;
}

/** Fills shortest paths until none is left. */
function blockingFlow(
  { first, target, reverse, residual, opens, level, queue, cursor, path, touched }: FlowNetwork,
  reached: number,
  source: number,
  sink: number,
  most: number,
  changedBefore: number,
): { readonly flow: number; readonly changed: number } {
  let changed = changedBefore;
  let flow = 0;
  let depth = 0;
  let node = source;
  for (let at = 0; at < reached; at++) cursor[queue[at]!] = first[queue[at]!]!;
  for (;;) {
    if (node === sink) {
      let room = most - flow;
      for (let step = 0; step < depth; step++) room = Math.min(room, residual[path[step]!]!);
      let back = depth;
      for (let step = depth - 1; step >= 0; step--) {
        const arc = path[step]!;
        residual[arc]! -= room;
        residual[reverse[arc]!]! += room;
        opens[arc] = 1;
        if (!(residual[arc]! > 0)) opens[reverse[arc]!] = 0;
        if (changed < touched.length) touched[changed] = arc;
        changed++;
        if (!(residual[arc]! > 0)) back = step;
      }
      flow += room;
      if (!(flow < most)) return { flow, changed };
      // On from the first arc that is full.
      depth = back;
      node = depth === 0 ? source : target[path[depth - 1]!]!;
      continue;
    }
    const wanted = level[node]! - 1;
    const end = first[node + 1]!;
    let arc = cursor[node]!;
    while (arc < end && !(level[target[arc]!] === wanted && residual[arc]! > 0)) arc++;
    cursor[node] = arc;
    if (arc < end) {
      path[depth++] = arc;
      node = target[arc]!;
      continue;
    }
    if (depth === 0) return { flow, changed };
    depth--;
    node = depth === 0 ? source : target[path[depth - 1]!]!;
    cursor[node]!++;
  }
}
