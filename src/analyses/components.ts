/**
 * Which companies reach each other through deals in both directions, so that something can go round among them?
 *
 * Formula: u and v are in one strongly connected component iff there are paths from u to v and from v to u. One depth-first search without recursion.
 * Assumes: an edge is a deal along which something moves; its amount plays no part.
 * Not for: telling how strong a circle is. One small deal may join two large groups; see circularity.compression.
 * Shapes: n nodes, m edges as sparse rows, self loops kept; time and memory of order n + m. A component is named by its smallest node. A node is cyclic where its component has
 *   more than one node or it has a deal with itself.
 * Errors: none.
 * Source: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972); Pearce, A space-efficient algorithm for finding strongly connected components, IPL 116 (2016).
 */

import { stronglyConnected } from "../numeric/strong-components.ts";
import type { SummedRows } from "../numeric/summed-rows.ts";

export interface ComponentAnswer {
  /** The smallest node of each node's component. */
  readonly label: Int32Array;
  readonly components: number;
  /** Nodes of the largest component. */
  readonly largest: number;
  readonly cyclicNodes: number;
}

/** The components, named so that the answer does not depend on the order of the search. */
export function components(rows: SummedRows): ComponentAnswer {
  const { n, offsets, columns } = rows;
  const { count, component } = stronglyConnected(rows);
  const sizes = new Int32Array(count);
  const smallest = new Int32Array(count);
  for (let node = n - 1; node >= 0; node--) {
    sizes[component[node]!]!++;
    smallest[component[node]!] = node;
  }
  const label = new Int32Array(n);
  let largest = 0;
  let cyclicNodes = 0;
  for (let node = 0; node < n; node++) {
    const own = component[node]!;
    label[node] = smallest[own]!;
    largest = Math.max(largest, sizes[own]!);
    let isCyclic = sizes[own]! > 1;
    for (let place = offsets[node]!; place < offsets[node + 1]! && !isCyclic; place++)
      isCyclic = columns[place] === node;
    if (isCyclic) cyclicNodes++;
  }
  return { label, components: count, largest, cyclicNodes };
}
