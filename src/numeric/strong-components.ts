/**
 * Which nodes of a network reach each other in both directions? And in which order can what depends on one another be solved?
 *
 * One depth-first search with two words a node, without recursion: time of order n + m however deep the network is.
 *
 * Shapes: n nodes, edges as sparse rows; with `active`, only nodes marked 1 are there. Components are numbered sinks first: an edge between two of them
 *   leads to the lower number, so where row i names what i depends on, each component depends on lower ones alone.
 * Source: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972); Pearce, A space-efficient algorithm for finding strongly
 * connected components, Information Processing Letters 116 (2016).
 */

import type { SummedRows } from "./summed-rows.ts";

/** The part of sparse rows that components need. */
export interface Adjacency {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
}

export interface Components {
  readonly count: number;
  /** The component of each node, 0 … count-1, sinks first; -1 where it is not active. */
  readonly component: Int32Array;
  /** Component c is members[starts[c]] … members[starts[c + 1] - 1]: what the search left first, first, so that edges mostly lead to members before. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** Above the numbers of all nodes and components. */
const absent = 0x7fffffff;

const pathStride = 5;

/** The strongly connected components of a network. */
export function stronglyConnected({ n, offsets, columns }: Adjacency, active?: Uint8Array): Components {
  // Two words a node, side by side, since to fetch either takes as long as both. The first: of a node on the path its own number; of one that waits the smallest number of a node that
  // it is known to reach; of a closed one a number above all of these, by component. The second: where its edges begin; they end where those of the next begin.
  const nodes = new Int32Array(2 * n + 2);
  for (let node = 0; node <= n; node++) nodes[2 * node + 1] = offsets[node]!;
  if (active) for (let node = 0; node < n; node++) if (active[node] === 0) nodes[2 * node] = absent;
  // The path from the root to the node at hand: of each node itself, the edge after the one it was left by, the end of its edges, its number, the smallest it reaches. All that is
  // needed on the way back stands side by side here: in a large network, to fetch it again where it came from takes as long as to walk an edge.
  const path = new Int32Array(pathStride * n);
  const waiting = new Int32Array(n);
  let waitingCount = 0;
  let nextNumber = 1;
  let closed = absent - 1;
  const members = new Int32Array(n);
  const ends = new Int32Array(n + 1);
  let placed = 0;

  for (let root = 0; root < n; root++) {
    if (nodes[2 * root] !== 0) continue;
    let depth = 0;
    let node = root;
    let place = nodes[2 * node + 1]!;
    let end = nodes[2 * node + 3]!;
    let own = nextNumber++;
    let least = own;
    nodes[2 * node] = own;
    for (;;) {
      // Walk the edges of this node until one leads to a node that was never seen.
      let entered = -1;
      while (place < end) {
        const target = columns[place++]!;
        const reached = nodes[2 * target]!;
        if (reached === 0) {
          entered = target;
          break;
        }
        if (reached < least) least = reached;
      }
      if (entered >= 0) {
        path[depth] = node;
        path[depth + 1] = place;
        path[depth + 2] = end;
        path[depth + 3] = own;
        path[depth + 4] = least;
        depth += pathStride;
        node = entered;
        place = nodes[2 * node + 1]!;
        end = nodes[2 * node + 3]!;
        own = nextNumber++;
        least = own;
        nodes[2 * node] = own;
        continue;
      }
      let reached = least;
      // A node that reaches none before it closes a component: itself and those waiting that came after it.
      if (least === own) {
        let from = waitingCount;
        while (from > 0 && nodes[2 * waiting[from - 1]!]! >= own) from--;
        for (let at = from; at < waitingCount; at++) {
          const member = waiting[at]!;
          nodes[2 * member] = closed;
          members[placed++] = member;
        }
        waitingCount = from;
        members[placed++] = node;
        nodes[2 * node] = closed--;
        ends[absent - 1 - closed] = placed;
        reached = absent;
      } else {
        nodes[2 * node] = least;
        waiting[waitingCount++] = node;
      }
      if (depth === 0) break;
      depth -= pathStride;
      node = path[depth]!;
      place = path[depth + 1]!;
      end = path[depth + 2]!;
      own = path[depth + 3]!;
      least = path[depth + 4]!;
      if (reached < least) least = reached;
    }
  }
  const count = absent - 1 - closed;
  const component = new Int32Array(n);
  for (let node = 0; node < n; node++) component[node] = absent - 1 - nodes[2 * node]!;
  return { count, component, starts: ends.subarray(0, count + 1), members: members.subarray(0, placed) };
}

/** The entries of rows that are above a limit. */
export function entriesAbove({ n, offsets, columns, values }: SummedRows, limit: number): Adjacency {
  const starts = new Int32Array(n + 1);
  const kept = new Int32Array(columns.length);
  let count = 0;
  for (let row = 0; row < n; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
      if (values[place]! > limit) kept[count++] = columns[place]!;
    starts[row + 1] = count;
  }
  return { n, offsets: starts, columns: kept };
}

/**
 * Lists the members of a component anew, in place, each after the one that weighs most in its row: what is renewed in this order mostly has its strongest
 * neighbour before it. `room` has n places.
 */
export function strongestFirst(
  { offsets, columns, values }: SummedRows,
  { component, starts, members }: Components,
  which: number,
  room: Int32Array,
): void {
  const inside = members.subarray(starts[which]!, starts[which + 1]!);
  // Where the walk goes from each member; then -1 for those that it has passed.
  for (const row of inside) {
    let strongest = row;
    let weight = 0;
    for (let place = offsets[row]!, end = offsets[row + 1]!; place < end; place++) {
      const column = columns[place]!;
      if (component[column] !== which || !(values[place]! > weight)) continue;
      strongest = column;
      weight = values[place]!;
    }
    room[row] = strongest;
  }
  const walk = new Int32Array(inside.length);
  const listed = inside.slice();
  let placed = 0;
  for (const start of listed) {
    let steps = 0;
    for (let row = start; room[row] !== -1; ) {
      const next = room[row]!;
      room[row] = -1;
      walk[steps++] = row;
      row = next;
    }
    while (steps > 0) inside[placed++] = walk[--steps]!;
  }
}

/** The rows of one component alone, its members numbered from 0 as they are listed; `position` is room for n numbers. */
export function componentRows(
  { offsets, columns, values }: SummedRows,
  { component, starts, members }: Components,
  which: number,
  position: Int32Array,
): SummedRows {
  const start = starts[which]!;
  const size = starts[which + 1]! - start;
  let most = 0;
  for (let at = 0; at < size; at++) {
    const node = members[start + at]!;
    position[node] = at;
    most += offsets[node + 1]! - offsets[node]!;
  }
  const localOffsets = new Int32Array(size + 1);
  const localColumns = new Int32Array(most);
  const localValues = new Float64Array(most);
  let kept = 0;
  for (let at = 0; at < size; at++) {
    const node = members[start + at]!;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      if (component[columns[place]!] !== which) continue;
      localColumns[kept] = position[columns[place]!]!;
      localValues[kept++] = values[place]!;
    }
    localOffsets[at + 1] = kept;
  }
  return {
    n: size,
    offsets: localOffsets,
    columns: localColumns.subarray(0, kept),
    values: localValues.subarray(0, kept),
  };
}
