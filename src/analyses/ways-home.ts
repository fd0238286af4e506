/**
 * How soon does each node come home to a start, through larger nodes alone, and how soon when a path is taken away?
 *
 * Both by breadth-first search backwards over edges whose sources descend, so that the larger ones come first.
 *
 * Shapes: n nodes; the arrays are made once for all starts, and a start clears what it used (`forget`).
 */

import type { SummedRows } from "../numeric/summed-rows.ts";

/** The distance of a node that is not known to reach the start, or that stands on the path. */
export const unknown = 0x7fffffff;

/**
 * Up to which distance nodes are looked for backwards from a start. For short cycles half the way is enough: the other half is walked forwards, and in a
 * sparse network both halves are small. Long ones would walk astray.
 */
function exactDistance(maxLength: number): number {
  return maxLength <= 8 ? Math.ceil(maxLength / 2) : maxLength;
}

/** Everything that the search for one start needs; made once for all starts. */
export interface Search {
  readonly rows: SummedRows;
  /** An edge of each node before which all lead to nodes that are not larger than the start. */
  readonly first: Int32Array;
  readonly back: Backwards;
  readonly exactTo: number;
  /** How soon a larger node reaches the start, where that is at most `exactTo`; nodes on the path are unknown too. */
  readonly distance: Int32Array;
  /** The amount of the edge from a node to the start, where its distance is 1. */
  readonly closing: Float64Array;
  readonly reached: Int32Array;
  readonly onPath: Uint8Array;
  /** Distances that avoid the path at hand, valid where `freeStamp` is `stamp`. */
  readonly free: Int32Array;
  readonly freeStamp: Int32Array;
  readonly freeReached: Int32Array;
  stamp: number;
  /** What one search costs: edges between the nodes reached. */
  reachedEdges: number;
}

/** Makes room for the search in a network whose edges all lie on some cycle. */
export function openSearch(rows: SummedRows, maxLength: number): Search {
  const { n, offsets } = rows;
  return {
    rows,
    first: offsets.slice(0, n),
    back: backwards(rows),
    exactTo: exactDistance(maxLength),
    distance: new Int32Array(n).fill(unknown),
    closing: new Float64Array(n),
    reached: new Int32Array(n),
    onPath: new Uint8Array(n),
    free: new Int32Array(n),
    freeStamp: new Int32Array(n),
    freeReached: new Int32Array(n),
    stamp: 0,
    reachedEdges: 0,
  };
}

/** Edges into each node, the sources descending: those larger than a start come first. */
interface Backwards {
  readonly offsets: Int32Array;
  readonly sources: Int32Array;
  readonly amounts: Float64Array;
}

function backwards({ n, offsets, columns, values }: SummedRows): Backwards {
  const turned = new Int32Array(n + 1);
  for (let place = 0; place < columns.length; place++) turned[columns[place]! + 1]!++;
  for (let node = 0; node < n; node++) turned[node + 1]! += turned[node]!;
  const next = turned.slice(0, n);
  const sources = new Int32Array(columns.length);
  const amounts = new Float64Array(columns.length);
  for (let row = n - 1; row >= 0; row--) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const at = next[columns[place]!]!++;
      sources[at] = row;
      amounts[at] = values[place]!;
    }
  }
  return { offsets: turned, sources, amounts };
}

/** Finds how soon larger nodes reach the start, up to `most` edges; gives how many do. */
export function reachBack(search: Search, start: number, most: number): number {
  const { back, distance, closing, reached } = search;
  const { offsets, sources, amounts } = back;
  let count = 0;
  for (let place = offsets[start]!; place < offsets[start + 1]!; place++) {
    const source = sources[place]!;
    if (source <= start) break;
    distance[source] = 1;
    closing[source] = amounts[place]!;
    reached[count++] = source;
  }
  let edges = count;
  for (let at = 0; at < count; at++) {
    const node = reached[at]!;
    const next = distance[node]! + 1;
    if (next > most) break;
    const end = offsets[node + 1]!;
    let place = offsets[node]!;
    for (; place < end; place++) {
      const source = sources[place]!;
      if (source <= start) break;
      if (distance[source] !== unknown) continue;
      distance[source] = next;
      reached[count++] = source;
    }
    edges += place - offsets[node]!;
  }
  search.reachedEdges = edges;
  return count;
}

/** Clears what was found for a start. */
export function forget({ distance, reached }: Search, count: number): void {
  for (let at = 0; at < count; at++) distance[reached[at]!] = unknown;
}

/** How soon each node reaches the start when the path at hand is taken away. */
export function freeDistances(search: Search, start: number, most: number): void {
  const { back, onPath, free, freeStamp, freeReached: reached } = search;
  const { offsets, sources } = back;
  const stamp = ++search.stamp;
  let count = 0;
  const reach = (node: number, next: number): void => {
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      const source = sources[place]!;
      if (source <= start) break;
      if (freeStamp[source] === stamp || onPath[source] === 1) continue;
      freeStamp[source] = stamp;
      free[source] = next;
      reached[count++] = source;
    }
  };
  reach(start, 1);
  for (let at = 0; at < count; at++) {
    const next = free[reached[at]!]! + 1;
    if (next > most) break;
    reach(reached[at]!, next);
  }
}
