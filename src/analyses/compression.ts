/**
 * How circular is a network of obligations: gross, net, excess, and the most that can be cancelled without touching a net position or adding a relation.
 *
 * Formula: gross x = Σ e; net v(i) = Σ e(i,j) - Σ e(j,i); least gross with the same nets m = Σ max(v, 0); excess = x - m. Conservative reduction = the largest circulation f with
 *   0 ≤ f ≤ e; it equals min over whole ranks r of Σ e(i,j) · max(0, 1 + r(i) - r(j)), so flow and ranks prove each other. Circular share = reduction / gross.
 *   Bilateral reduction = Σ over pairs 2 min(e(i,j), e(j,i)).
 * Assumes: one commodity and one due date; parallel obligations summed, debts to oneself and empty ones left out.
 * Not for: which netting is best for whom. The total is unique, the flow is not: it is one optimal netting. Less gross does not mean less default.
 * Shapes: n nodes, edges as sparse rows without loops, amounts whole numbers whose sum is below 2^53; then every figure but the shares is exact.
 * Errors: none.
 * Source: D'Errico and Roukny, Compressing over-the-counter markets, Operations Research 69 (2021), arXiv 1705.07155; Gupte et al., Finding hierarchy in directed online social networks, WWW (2011), for the ranks.
 */

import { largestCirculation } from "../numeric/largest-circulation.ts";
import { type Components, stronglyConnected } from "../numeric/strong-components.ts";
import { rowSums, type SummedRows } from "../numeric/summed-rows.ts";

export interface Compression {
  readonly gross: number;
  /** What each node has to pay on balance; below 0 it receives. */
  readonly net: Float64Array;
  readonly minimumGross: number;
  readonly bilateralReduction: number;
  readonly conservativeReduction: number;
  /** The circulation that is cancelled, for each entry of the rows. */
  readonly flow: Float64Array;
  /** An order from upstream (0) to downstream that proves the circulation the largest. */
  readonly ranks: Int32Array;
}

/** The figures, with flow and ranks. */
export function compression(rows: SummedRows): Compression {
  const net = netPositions(rows);
  let gross = 0;
  for (let place = 0; place < rows.values.length; place++) gross += rows.values[place]!;
  let minimumGross = 0;
  for (let node = 0; node < rows.n; node++) if (net[node]! > 0) minimumGross += net[node]!;
  const { total, flow, ranks } = largestCirculationOf(rows);
  return {
    gross,
    net,
    minimumGross,
    bilateralReduction: bilateralReduction(rows),
    conservativeReduction: total,
    flow,
    ranks,
  };
}

function netPositions(rows: SummedRows): Float64Array {
  const net = rowSums(rows);
  for (let place = 0; place < rows.columns.length; place++) net[rows.columns[place]!]! -= rows.values[place]!;
  return net;
}

/** Twice the smaller of what two nodes owe each other, over all pairs. Entries of a row are sorted, so each reverse is found by halving. */
function bilateralReduction({ n, offsets, columns, values }: SummedRows): number {
  let reduction = 0;
  for (let row = 0; row < n; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const column = columns[place]!;
      if (column <= row) continue;
      let low = offsets[column]!;
      let high = offsets[column + 1]!;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (columns[middle]! < row) low = middle + 1;
        else high = middle;
      }
      if (low < offsets[column + 1]! && columns[low] === row) reduction += 2 * Math.min(values[place]!, values[low]!);
    }
  }
  return reduction;
}

/** All circulation lives inside components: the others are left out of the search and put into the order afterwards. */
function largestCirculationOf(rows: SummedRows): { total: number; flow: Float64Array; ranks: Int32Array } {
  const components = stronglyConnected(rows);
  const inner = innerPart(rows, components);
  const { total, flow: innerFlow, ranks: innerRanks } = largestCirculation(inner.rows);
  const flow = new Float64Array(rows.columns.length);
  for (let place = 0; place < innerFlow.length; place++) flow[inner.entry[place]!] = innerFlow[place]!;
  const ranks = new Int32Array(rows.n);
  for (let node = 0; node < inner.node.length; node++) ranks[inner.node[node]!] = innerRanks[node]!;
  orderComponents(rows, components, ranks);
  return { total, flow, ranks };
}

/** The edges inside components, their nodes numbered anew. */
function innerPart({ n, offsets, columns, values }: SummedRows, { component }: Components) {
  const number = new Int32Array(n).fill(-1);
  const node = new Int32Array(n);
  const entry = new Int32Array(columns.length);
  let edges = 0;
  let nodes = 0;
  for (let row = 0; row < n; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      if (component[row] !== component[columns[place]!]) continue;
      if (number[row]! < 0) {
        number[row] = nodes;
        node[nodes++] = row;
      }
      entry[edges++] = place;
    }
  }
  const innerOffsets = new Int32Array(nodes + 1);
  const innerColumns = new Int32Array(edges);
  const innerValues = new Float64Array(edges);
  let row = 0;
  for (let edge = 0; edge < edges; edge++) {
    while (entry[edge]! >= offsets[node[row]! + 1]!) innerOffsets[++row] = edge;
    innerColumns[edge] = number[columns[entry[edge]!]!]!;
    innerValues[edge] = values[entry[edge]!]!;
  }
  while (row < nodes) innerOffsets[++row] = edges;
  return {
    rows: { n: nodes, offsets: innerOffsets, columns: innerColumns, values: innerValues },
    node: node.slice(0, nodes),
    entry: entry.slice(0, edges),
  };
}

/** Lifts each component as a whole until every edge into it leads upwards: such an edge then costs nothing. */
function orderComponents(
  { n, offsets, columns }: SummedRows,
  { count, component, starts, members }: Components,
  ranks: Int32Array,
): void {
  const lowest = new Int32Array(count).fill(0x7fffffff);
  for (let node = 0; node < n; node++) lowest[component[node]!] = Math.min(lowest[component[node]!]!, ranks[node]!);
  const lift = lowest.map((each) => -each);
  // Components are numbered sinks first: from the highest number on, all edges into one are known before its own are followed.
  for (let each = count - 1; each >= 0; each--) {
    for (let at = starts[each]!; at < starts[each + 1]!; at++) ranks[members[at]!]! += lift[each]!;
    for (let at = starts[each]!; at < starts[each + 1]!; at++) {
      const node = members[at]!;
      for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
        const target = columns[place]!;
        const other = component[target]!;
        if (other === each) continue;
        const needed = ranks[node]! + 1 - ranks[target]!;
        if (lift[other]! < needed) lift[other] = needed;
      }
    }
  }
}
