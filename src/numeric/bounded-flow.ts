/**
 * How much can flow from one node to another along paths of at most h edges, all paths through an edge sharing its capacity?
 *
 *   max Σ flow(path)   over paths of at most h edges,   with   Σ flow(paths through e) ≤ capacity(e)   and   Σ flow ≤ most
 *
 * A linear program (for h ≥ 4 its optimum need not be whole) with more paths than can be listed: the simplex method keeps those in use, and the
 * cheapest further one by the prices of the edges is found hop by hop. It ends when no path is worth its price, which proves the optimum.
 *
 * Shapes: the basis has a row for each edge that some path in use contains; its inverse is kept in full. Amounts in any unit.
 * Source: Ford and Fulkerson, A suggested computation for maximal multi-commodity network flows, Management Science 5 (1958); Baier et al.,
 * Length-bounded cuts and flows, ACM Trans. Algorithms 7 (2010).
 */

export interface BoundedFlow {
  readonly total: number;
  /** No flow can be larger: equal to the total but for rounding where the search ended. */
  readonly bound: number;
}

/** Edges that some short path can use. */
export interface ShortEdges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Float64Array;
}

/** Prices below this count as nothing; amounts are scaled to 1. */
const nothing = 1e-11;

/** The largest flow along short paths between nodes 0 … n-1. */
export function boundedFlow(
  n: number,
  edges: ShortEdges,
  source: number,
  sink: number,
  hops: number,
  most: number,
): BoundedFlow {
  if (!(most > 0)) return { total: 0, bound: 0 };
  const basis = startBasis(most);
  const search = cheapestPaths(n, edges, source, sink, hops);
  const rowOf = new Int32Array(edges.from.length).fill(-1);
  const prices = new Float64Array(edges.from.length);
  const patience = 2000 + 20 * edges.from.length;
  let bound = most;
  for (let step = 0; step < patience; step++) {
    const rowPrices = basis.prices();
    const cheap = basis.negative(rowPrices);
    if (cheap >= 0) {
      basis.enterSlack(cheap);
      continue;
    }
    for (let edge = 0; edge < prices.length; edge++)
      prices[edge] = rowOf[edge]! < 0 ? 0 : Math.max(0, rowPrices[rowOf[edge]!]!);
    const path = search(prices);
    if (path === null) break;
    const gain = 1 - rowPrices[0]! - path.price;
    if (gain <= nothing) {
      bound = basis.total() * most * (1 + 2 * nothing);
      break;
    }
    for (const edge of path.edges) if (rowOf[edge]! < 0) rowOf[edge] = basis.addRow(edges.capacity[edge]! / most);
    basis.enterPath(path.edges.map((edge) => rowOf[edge]!));
  }
  return { total: Math.min(most, basis.total() * most), bound };
}

/** The cheapest path of at most `hops` edges, found from the sink back; null where there is none. */
function cheapestPaths(n: number, { from, to }: ShortEdges, source: number, sink: number, hops: number) {
  const price = Array.from({ length: hops + 1 }, () => new Float64Array(n));
  const by = Array.from({ length: hops + 1 }, () => new Int32Array(n));
  return (edgePrices: Float64Array): { readonly price: number; readonly edges: number[] } | null => {
    price[0]!.fill(Number.POSITIVE_INFINITY);
    price[0]![source] = 0;
    for (let hop = 1; hop <= hops; hop++) {
      const before = price[hop - 1]!;
      const now = price[hop]!;
      const came = by[hop]!;
      now.set(before);
      came.fill(-1);
      for (let edge = 0; edge < from.length; edge++) {
        const reached = before[from[edge]!]! + edgePrices[edge]!;
        if (reached >= now[to[edge]!]!) continue;
        now[to[edge]!] = reached;
        came[to[edge]!] = edge;
      }
    }
    if (price[hops]![sink] === Number.POSITIVE_INFINITY) return null;
    const edges: number[] = [];
    let node = sink;
    for (let hop = hops; hop > 0; hop--) {
      const edge = by[hop]![node]!;
      if (edge < 0) continue;
      edges.push(edge);
      node = from[edge]!;
    }
    return { price: price[hops]![sink]!, edges };
  };
}

/**
 * The basis of the simplex method: row 0 limits the whole flow, each further row one edge. Every row has one basic variable: a path, worth 1, or
 * what is left of a row.
 */
function startBasis(most: number) {
  let rows = 1;
  let room = 32;
  let inverse = new Float64Array(room * room);
  inverse[0] = 1;
  let amounts = new Float64Array(room);
  amounts[0] = most > 0 ? 1 : 0;
  let worth = new Float64Array(room);
  const column = (): Float64Array => new Float64Array(rows);

  const enter = (changes: Float64Array, value: number): void => {
    // The row that runs out first; of equals the one with the largest pivot, which keeps the inverse accurate.
    let leaving = -1;
    let ratio = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      if (changes[row]! <= 1e-9) continue;
      const until = Math.max(0, amounts[row]!) / changes[row]!;
      if (until < ratio - 1e-13 || (until <= ratio + 1e-13 && changes[row]! > changes[leaving]!)) {
        ratio = Math.min(ratio, until);
        leaving = row;
      }
    }
    if (leaving < 0) return;
    const pivot = changes[leaving]!;
    const step = Math.max(0, amounts[leaving]!) / pivot;
    for (let at = 0; at < rows; at++) inverse[leaving * room + at]! /= pivot;
    for (let row = 0; row < rows; row++) {
      const change = changes[row]!;
      if (row === leaving || change === 0) continue;
      for (let at = 0; at < rows; at++) inverse[row * room + at]! -= change * inverse[leaving * room + at]!;
      amounts[row] = Math.max(0, amounts[row]! - change * step);
    }
    amounts[leaving] = step;
    worth[leaving] = value;
  };

  return {
    total(): number {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += worth[row]! * amounts[row]!;
      return sum;
    },
    prices(): Float64Array {
      const prices = column();
      for (let row = 0; row < rows; row++) {
        if (worth[row] === 0) continue;
        for (let at = 0; at < rows; at++) prices[at]! += inverse[row * room + at]!;
      }
      return prices;
    },
    /** A row with a negative price, the most negative; -1 where there is none. */
    negative(prices: Float64Array): number {
      let worst = -1;
      for (let row = 0; row < rows; row++)
        if (prices[row]! < -nothing && (worst < 0 || prices[row]! < prices[worst]!)) worst = row;
      return worst;
    },
    addRow(capacity: number): number {
      if (rows === room) {
        const larger = new Float64Array(4 * room * room);
        for (let row = 0; row < rows; row++)
          larger.set(inverse.subarray(row * room, row * room + rows), row * 2 * room);
        room *= 2;
        inverse = larger;
        const moreAmounts = new Float64Array(room);
        moreAmounts.set(amounts);
        amounts = moreAmounts;
        const moreWorth = new Float64Array(room);
        moreWorth.set(worth);
        worth = moreWorth;
      }
      inverse[rows * room + rows] = 1;
      amounts[rows] = capacity;
      return rows++;
    },
    enterSlack(row: number): void {
      const changes = column();
      for (let at = 0; at < rows; at++) changes[at] = inverse[at * room + row]!;
      enter(changes, 0);
    },
    /** A path through the edges of these rows; an edge may stand twice. */
    enterPath(pathRows: readonly number[]): void {
      const changes = column();
      for (let at = 0; at < rows; at++) {
        let sum = inverse[at * room]!;
        for (const row of pathRows) sum += inverse[at * room + row]!;
        changes[at] = sum;
      }
      enter(changes, 1);
    },
  };
}
