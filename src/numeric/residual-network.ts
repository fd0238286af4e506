/**
 * What can still be pushed through a network that already carries a flow, in which each edge costs -1 a unit and its reverse +1?
 *
 * Shapes: n nodes, m edges as 2m arcs; the arcs of a node stand together, those along its edges before those back, so that an arc's cost is known by its place.
 */

import type { SummedRows } from "./summed-rows.ts";

/** Each edge as two arcs: along it, and back. The arcs of a node stand together, those along its edges before those back. */
export interface ResidualNetwork {
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

export function residualNetwork({ n, offsets, columns, values }: SummedRows): ResidualNetwork {
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

/** Pushes as much as fits along every arc of negative reduced cost: the flow is optimal then, but nodes have excess or lack. */
export function saturate(
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

/** The flow that each entry of the rows carries. */
export function flowOf({ columns, values }: SummedRows, { arcOf, residual }: ResidualNetwork): Float64Array {
  const flow = new Float64Array(columns.length);
  for (let edge = 0; edge < columns.length; edge++) flow[edge] = values[edge]! - residual[arcOf[edge]!]!;
  return flow;
}
