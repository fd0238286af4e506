/**
 * Which nodes of a network reach each other in both directions?
 *
 * One depth-first search with one word a node, without recursion: time of order n + m however deep the network is.
 *
 * Shapes: n nodes, edges as sparse rows. Components are numbered sinks first: an edge between two of them leads to the lower number.
 * Source: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972); Pearce, A space-efficient algorithm for finding strongly
 * connected components, Information Processing Letters 116 (2016).
 */

/** The part of sparse rows that components need. */
export interface Adjacency {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
}

export interface Components {
  readonly count: number;
  /** The component of each node, 0 … count-1, sinks first. */
  readonly component: Int32Array;
}

/** The strongly connected components of a network. */
export function stronglyConnected({ n, offsets, columns }: Adjacency): Components {
  // Of an open node: the smallest number of a node that it is known to reach. Of a closed one: a number above all of these, by component.
  const low = new Int32Array(n);
  // The path from the root to the node at hand: each node, the edge after the one it was left by, and its own number.
  const path = new Int32Array(n);
  const left = new Int32Array(n);
  const numbers = new Int32Array(n);
  const waiting = new Int32Array(n);
  let waitingCount = 0;
  let nextNumber = 1;
  let closed = 0x7fffffff;

  for (let root = 0; root < n; root++) {
    if (low[root] !== 0) continue;
    let depth = 0;
    let node = root;
    let place = offsets[node]!;
    let end = offsets[node + 1]!;
    let own = nextNumber++;
    let least = own;
    low[node] = own;
    for (;;) {
      // Walk the edges of this node until one leads to a node that was never seen.
      let entered = -1;
      while (place < end) {
        const target = columns[place++]!;
        const reached = low[target]!;
        if (reached === 0) {
          entered = target;
          break;
        }
        if (reached < least) least = reached;
      }
      if (entered >= 0) {
        low[node] = least;
        left[depth] = place;
        numbers[depth] = own;
        path[depth++] = node;
        node = entered;
        place = offsets[node]!;
        end = offsets[node + 1]!;
        own = nextNumber++;
        least = own;
        low[node] = own;
        continue;
      }
      // A node that reaches none before it closes a component: itself and those waiting that came after it.
      if (least === own) {
        while (waitingCount > 0 && low[waiting[waitingCount - 1]!]! >= own) low[waiting[--waitingCount]!] = closed;
        low[node] = closed--;
      } else {
        low[node] = least;
        waiting[waitingCount++] = node;
      }
      if (depth === 0) break;
      const reached = low[node]!;
      node = path[--depth]!;
      place = left[depth]!;
      own = numbers[depth]!;
      end = offsets[node + 1]!;
      least = low[node]!;
      if (reached < least) least = reached;
    }
  }
  const count = 0x7fffffff - closed;
  for (let node = 0; node < n; node++) low[node] = 0x7fffffff - low[node]!;
  return { count, component: low };
}

/** How many nodes each component has. */
export function componentSizes({ count, component }: Components): Int32Array {
  const sizes = new Int32Array(count);
  for (let node = 0; node < component.length; node++) sizes[component[node]!]!++;
  return sizes;
}

/** The smallest node of each node's component: a name that does not depend on the order of the search. */
export function smallestMembers({ count, component }: Components): Int32Array {
  const smallest = new Int32Array(count).fill(-1);
  for (let node = 0; node < component.length; node++)
    if (smallest[component[node]!] === -1) smallest[component[node]!] = node;
  return component.map((each) => smallest[each]!);
}

/** Calls back for each component, sinks first, with its members in ascending order. */
export function eachComponent(network: Adjacency, visit: (members: Int32Array) => void): void {
  const { count, component } = stronglyConnected(network);
  const first = new Int32Array(count + 1);
  for (let node = 0; node < component.length; node++) first[component[node]! + 1]!++;
  for (let each = 0; each < count; each++) first[each + 1]! += first[each]!;
  const next = first.slice(0, count);
  const members = new Int32Array(component.length);
  for (let node = 0; node < component.length; node++) members[next[component[node]!]!++] = node;
  for (let each = 0; each < count; each++) visit(members.subarray(first[each]!, first[each + 1]!));
}
