/**
 * Which circles of deals are there: elementary cycles up to a length, each deal on them of at least an amount.
 *
 * Formula: a cycle is a closed walk without a repeated node, named from its smallest node; its bottleneck is the smallest amount on it, parallel deals summed. For each start s,
 *   within its component and among larger nodes, distances back to s are exact; a path s … v is continued to w only if length + 1 + distance(w → s) ≤ maxLength. Where the
 *   path itself blocks the way home for longer than one search costs, distances are found anew without the path: the work is at most of order (cycles + n) · maxLength · (n + m).
 * Assumes: amounts are of one commodity; a cycle says that money could go round, not that it does.
 * Not for: how much can go round in all. Cycles share deals: their bottlenecks must not be added; the largest circulation (circularity.compression) is that figure.
 * Shapes: n nodes, edges as sparse rows with parallel deals summed and self loops kept (a loop is a cycle of length 1). Amounts in any unit.
 * Errors: none. Stopped by `maxCount`, or by `mayGoOn`, the answer says so and holds what was found until then.
 * Source: distance pruning as in Bauernöppel and Sack, arXiv 2512.08392, which shows that the search of Gupta and Suzumura (arXiv 2105.10094) misses cycles; Johnson, SIAM J. Comput. 4 (1975).
 */

import { stronglyConnected } from "../numeric/strong-components.ts";
import type { SummedRows } from "../numeric/summed-rows.ts";

export interface CycleBounds {
  readonly maxLength: number;
  /** Deals below this amount are left out before anything is looked for. */
  readonly minAmount: number;
  readonly maxCount: number;
  /** Asked now and then: false stops the search. */
  readonly mayGoOn?: () => boolean;
}

export interface Cycles {
  readonly count: number;
  /** The nodes of cycle c, from its smallest, are nodes[starts[c]] … nodes[starts[c + 1] - 1]. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  readonly bottlenecks: Float64Array;
  /** Why there may be more cycles than these; null where there are none. */
  readonly stoppedBy: "count" | "time" | null;
}

/** All elementary cycles within the bounds, by their smallest node. */
export function boundedCycles(rows: SummedRows, { maxLength, minAmount, maxCount, mayGoOn }: CycleBounds): Cycles {
  const kept = circularPart(rows, minAmount);
  const { n, offsets, columns, values } = kept;
  const found = growingCycles();
  const back = backwards(kept);
  const first = offsets.slice(0, n);
  const search: Search = {
    rows: kept,
    first,
    back,
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
  const depthMost = Math.min(maxLength, n);
  let untilAsked = 0;
  const stops = (): "count" | "time" | null => {
    if (found.count >= maxCount) return "count";
    if (mayGoOn === undefined || untilAsked-- > 0) return null;
    untilAsked = askedEvery;
    return mayGoOn() ? null : "time";
  };

  let stoppedBy: Cycles["stoppedBy"] = null;
  for (let start = 0; start < n && stoppedBy === null && maxLength >= 1; start++) {
    // The edges to smaller nodes come first in a row: they belong to starts that are done.
    let place = offsets[start]!;
    while (place < offsets[start + 1]! && columns[place]! < start) place++;
    if (place < offsets[start + 1]! && columns[place] === start) {
      stoppedBy = stops();
      if (stoppedBy !== null) break;
      found.path[0] = start;
      found.keep(1, values[place]!);
      place++;
    }
    if (place === offsets[start + 1] || depthMost < 2) continue;
    first[start] = place;
    const reached = reachBack(search, start, Math.min(depthMost - 1, search.exactTo));
    if (reached > 0) stoppedBy = cyclesFrom(search, start, depthMost, found, stops);
    for (let at = 0; at < reached; at++) search.distance[search.reached[at]!] = unknown;
  }
  return { ...found.all(), stoppedBy };
}

/** The distance of a node that is not known to reach the start, or that stands on the path. */
const unknown = 0x7fffffff;

/**
 * Up to which distance nodes are looked for backwards from a start. For short cycles half the way is enough: the other half is walked forwards, and in a
 * sparse network both halves are small. Long ones would walk astray.
 */
function exactDistance(maxLength: number): number {
  return maxLength <= 8 ? Math.ceil(maxLength / 2) : maxLength;
}

/** Dead ends may cost so many searches before each step is checked by one. */
const patience = 4;
/** So many steps take less than a thousandth of a second. */
const askedEvery = 4096;

/** Edges of at least the amount that lie on some cycle: both ends in one component. */
function circularPart(rows: SummedRows, minAmount: number): SummedRows {
  const large = filtered(rows, (_row, _column, value) => value >= minAmount);
  const { component } = stronglyConnected(large);
  return filtered(large, (row, column) => component[row] === component[column]);
}

function filtered(
  { n, offsets, columns, values }: SummedRows,
  keep: (row: number, column: number, value: number) => boolean,
): SummedRows {
  const keptOffsets = new Int32Array(n + 1);
  const keptColumns = new Int32Array(columns.length);
  const keptValues = new Float64Array(columns.length);
  let count = 0;
  for (let row = 0; row < n; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      if (!keep(row, columns[place]!, values[place]!)) continue;
      keptColumns[count] = columns[place]!;
      keptValues[count++] = values[place]!;
    }
    keptOffsets[row + 1] = count;
  }
  return { n, offsets: keptOffsets, columns: keptColumns.slice(0, count), values: keptValues.slice(0, count) };
}

/** Everything that the search for one start needs; made once for all starts. */
interface Search {
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
function reachBack(search: Search, start: number, most: number): number {
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

/** Walks all paths from the start that can still come home in time. */
function cyclesFrom(
  search: Search,
  start: number,
  maxLength: number,
  found: GrowingCycles,
  stops: () => Cycles["stoppedBy"],
): Cycles["stoppedBy"] {
  const { rows, first, exactTo, distance, closing, onPath } = search;
  const { offsets, columns, values } = rows;
  const { path } = found.room(maxLength);
  const { cursor, narrowest, pathDistance } = found;
  // Steps since the last cycle; beyond what a search costs, each further step is checked by one.
  let fruitless = 0;
  let depth = 0;
  path[0] = start;
  cursor[0] = first[start]!;
  narrowest[0] = Number.POSITIVE_INFINITY;
  let checkedDepth = -1;
  for (;;) {
    const node = path[depth]!;
    const end = offsets[node + 1]!;
    const left = maxLength - depth - 1;
    const careful = fruitless > patience * search.reachedEdges + askedEvery;
    if (careful && checkedDepth !== depth) {
      freeDistances(search, start, left);
      checkedDepth = depth;
      const stopped = stops();
      if (stopped !== null) return endSearch(search, found, depth, stopped);
    }
    let place = cursor[depth]!;
    let entered = -1;
    let home = unknown;
    if (careful) {
      for (; place < end; place++) {
        const target = columns[place]!;
        if (search.freeStamp[target] !== search.stamp || search.free[target]! > left) continue;
        entered = target;
        home = distance[target]!;
        break;
      }
    } else if (left <= exactTo) {
      for (; place < end; place++) {
        home = distance[columns[place]!]!;
        if (home > left) continue;
        entered = columns[place]!;
        break;
      }
    } else {
      for (; place < end; place++) {
        const target = columns[place]!;
        if (onPath[target] === 1) continue;
        entered = target;
        home = distance[target]!;
        break;
      }
    }
    fruitless += place - cursor[depth]! + 1;
    if (entered < 0) {
      if (depth === 0) return null;
      onPath[node] = 0;
      distance[node] = pathDistance[depth]!;
      depth--;
      checkedDepth = -1;
      continue;
    }
    cursor[depth] = place + 1;
    const amount = values[place]!;
    const least = amount < narrowest[depth]! ? amount : narrowest[depth]!;
    depth++;
    path[depth] = entered;
    if (home === 1) {
      const stopped = stops();
      if (stopped !== null) return endSearch(search, found, depth - 1, stopped);
      const close = closing[entered]!;
      found.keep(depth + 1, close < least ? close : least);
      fruitless = 0;
    }
    // With no edge left but the one home there is nothing to walk.
    if (left < 2) {
      depth--;
      continue;
    }
    onPath[entered] = 1;
    pathDistance[depth] = home;
    distance[entered] = unknown;
    let begin = first[entered]!;
    while (begin < offsets[entered + 1]! && columns[begin]! <= start) begin++;
    first[entered] = begin;
    cursor[depth] = begin;
    narrowest[depth] = least;
    checkedDepth = -1;
  }
}

function endSearch(
  { onPath, distance }: Search,
  { path, pathDistance }: GrowingCycles,
  depth: number,
  stopped: Cycles["stoppedBy"],
): Cycles["stoppedBy"] {
  for (let at = 1; at <= depth; at++) {
    onPath[path[at]!] = 0;
    distance[path[at]!] = pathDistance[at]!;
  }
  onPath[path[0]!] = 0;
  return stopped;
}

/** How soon each node reaches the start when the path at hand is taken away. */
function freeDistances(search: Search, start: number, most: number): void {
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

/** Cycles as they are found, in arrays that double. */
interface GrowingCycles {
  count: number;
  path: Int32Array;
  cursor: Int32Array;
  /** How soon the nodes of the path would reach the start. */
  pathDistance: Int32Array;
  narrowest: Float64Array;
  /** Makes room for paths of this length. */
  readonly room: (length: number) => { readonly path: Int32Array };
  /** Keeps the first nodes of the path. */
  readonly keep: (length: number, bottleneck: number) => void;
  readonly all: () => Omit<Cycles, "stoppedBy">;
}

function growingCycles(): GrowingCycles {
  let starts = new Int32Array(1025);
  let bottlenecks = new Float64Array(1024);
  let nodes = new Int32Array(8192);
  let used = 0;
  const growing: GrowingCycles = {
    count: 0,
    path: new Int32Array(2),
    cursor: new Int32Array(2),
    pathDistance: new Int32Array(2),
    narrowest: new Float64Array(2),
    room(length) {
      if (growing.path.length <= length) {
        growing.path = new Int32Array(length + 1);
        growing.cursor = new Int32Array(length + 1);
        growing.pathDistance = new Int32Array(length + 1);
        growing.narrowest = new Float64Array(length + 1);
      }
      return growing;
    },
    keep(length, bottleneck) {
      const count = growing.count++;
      if (count === bottlenecks.length) {
        bottlenecks = copied(bottlenecks, new Float64Array(2 * count));
        starts = copied(starts, new Int32Array(2 * count + 1));
      }
      while (used + length > nodes.length) nodes = copied(nodes, new Int32Array(2 * nodes.length));
      const { path } = growing;
      for (let at = 0; at < length; at++) nodes[used++] = path[at]!;
      bottlenecks[count] = bottleneck;
      starts[count + 1] = used;
    },
    all: () => ({
      count: growing.count,
      starts: starts.subarray(0, growing.count + 1),
      nodes: nodes.subarray(0, used),
      bottlenecks: bottlenecks.subarray(0, growing.count),
    }),
  };
  return growing;
}

function copied<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
