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
import { type Cycles, type GrowingCycles, growingCycles } from "./found-cycles.ts";
import { forget, freeDistances, openSearch, reachBack, type Search, unknown } from "./ways-home.ts";

export interface CycleBounds {
  readonly maxLength: number;
  /** Deals below this amount are left out before anything is looked for. */
  readonly minAmount: number;
  readonly maxCount: number;
  /** Asked now and then: false stops the search. */
  readonly mayGoOn?: () => boolean;
}

/** All elementary cycles within the bounds, by their smallest node. */
export function boundedCycles(rows: SummedRows, { maxLength, minAmount, maxCount, mayGoOn }: CycleBounds): Cycles {
  const kept = circularPart(rows, minAmount);
  const { n, offsets, columns, values } = kept;
  const found = growingCycles();
  const search = openSearch(kept, maxLength);
  const { first } = search;
  const depthMost = Math.min(maxLength, n);
  const clock = startClock(mayGoOn);
  const stops = (): Cycles["stoppedBy"] => (found.count >= maxCount ? "count" : clock(1) ? "time" : null);

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
    if (clock(search.reachedEdges)) stoppedBy = "time";
    else if (reached > 0) stoppedBy = cyclesFrom(search, start, depthMost, found, clock, stops);
    forget(search, reached);
  }
  return { ...found.all(), stoppedBy };
}

/** Dead ends may cost so many searches before each step is checked by one. */
const patience = 4;
/** So many steps take less than a thousandth of a second. */
const askedEvery = 4096;

/** Tells after so much work whether time is up; without a clock it never is. */
function startClock(mayGoOn: (() => boolean) | undefined): (work: number) => boolean {
  let untilAsked = 0;
  return (work) => {
    untilAsked -= work;
    if (mayGoOn === undefined || untilAsked >= 0) return false;
    untilAsked = askedEvery;
    return !mayGoOn();
  };
}

/** Edges of at least the amount that lie on some cycle: both ends in one component. */
function circularPart(rows: SummedRows, minAmount: number): SummedRows {
  const large = rows.values.some((value) => value < minAmount) ? amountsFrom(rows, minAmount) : rows;
  const { component } = stronglyConnected(large);
  const { n, offsets, columns, values } = large;
  const kept = roomFor(large);
  let count = 0;
  for (let row = 0, place = 0; row < n; row++) {
    const own = component[row]!;
    for (const end = offsets[row + 1]!; place < end; place++) {
      const column = columns[place]!;
      if (component[column] !== own) continue;
      kept.columns[count] = column;
      kept.values[count++] = values[place]!;
    }
    kept.offsets[row + 1] = count;
  }
  return { ...kept, columns: kept.columns.subarray(0, count), values: kept.values.subarray(0, count) };
}

function amountsFrom(rows: SummedRows, minAmount: number): SummedRows {
  const { n, offsets, columns, values } = rows;
  const kept = roomFor(rows);
  let count = 0;
  for (let row = 0, place = 0; row < n; row++) {
    for (const end = offsets[row + 1]!; place < end; place++) {
      if (!(values[place]! >= minAmount)) continue;
      kept.columns[count] = columns[place]!;
      kept.values[count++] = values[place]!;
    }
    kept.offsets[row + 1] = count;
  }
  return { ...kept, columns: kept.columns.subarray(0, count), values: kept.values.subarray(0, count) };
}

/** As many places as these rows have. */
function roomFor({ n, columns }: SummedRows): SummedRows {
  return {
    n,
    offsets: new Int32Array(n + 1),
    columns: new Int32Array(columns.length),
    values: new Float64Array(columns.length),
  };
}

/** Walks all paths from the start that can still come home in time. */
function cyclesFrom(
  search: Search,
  start: number,
  maxLength: number,
  found: GrowingCycles,
  clock: (work: number) => boolean,
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
      if (clock(search.reachedEdges)) return endSearch(search, found, depth, "time");
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
