/**
 * How far is each node from where something is lacking, counted in steps of ε of reduced cost? One search sets the potentials of all nodes anew, which
 * pushing and lowering one by one would take long to find.
 *
 * Shapes: arrays over the nodes and arcs of a residual network; room for the search is made once and used for every update.
 */

import type { ResidualNetwork } from "./residual-network.ts";

/** Lowers the potentials of all nodes at once by how far they are, in steps of ε; no node is farther than `shrink` · n. */
export function labelUpdate({ n, first, firstBack, target, residual, both }: ResidualNetwork, shrink: number) {
  const mostSteps = shrink * n;
  const rank = new Int32Array(n);
  // The nodes of a rank as a list of places; a node that has moved on leaves a stale place behind.
  const headOf = new Int32Array(mostSteps + 1).fill(-1);
  let nodeAt = new Int32Array(4 * n + 16);
  let after = new Int32Array(4 * n + 16);

  return (potential: Float64Array, excess: Float64Array, next: Int32Array, epsilon: number): void => {
    const stepsPerUnit = 1 / epsilon;
    let open = 0;
    let places = 0;
    let highest = 0;
    for (let node = 0; node < n; node++) {
      rank[node] = mostSteps;
      if (excess[node]! > 0) open++;
      if (!(excess[node]! < 0)) continue;
      rank[node] = 0;
      nodeAt[places] = node;
      after[places] = headOf[0]!;
      headOf[0] = places++;
    }
    if (open === 0) {
      headOf[0] = -1;
      return;
    }
    let level = 0;
    for (; level <= highest && open > 0; level++) {
      while (headOf[level]! >= 0) {
        const place = headOf[level]!;
        headOf[level] = after[place]!;
        const node = nodeAt[place]!;
        if (rank[node] !== level) continue;
        const end = first[node + 1]!;
        const back = firstBack[node]!;
        if (places + end - first[node]! > nodeAt.length) {
          nodeAt = doubled(nodeAt, end);
          after = doubled(after, end);
        }
        // Arcs into this node are the reverse of those out of it, so each costs the opposite.
        let cost = 1 - potential[node]!;
        for (let arc = first[node]!; arc < end; arc++) {
          if (arc === back) cost -= 2;
          if (both[arc] === residual[arc]) continue;
          const from = target[arc]!;
          const old = rank[from]!;
          if (old <= level) continue;
          const distance = (cost + potential[from]!) * stepsPerUnit;
          if (distance >= old - level - 1) continue;
          const reached = level + 1 + Math.floor(distance);
          rank[from] = reached;
          if (reached > highest) highest = reached;
          nodeAt[places] = from;
          after[places] = headOf[reached]!;
          headOf[reached] = places++;
        }
        if (excess[node]! > 0 && --open === 0) break;
      }
      if (open === 0) break;
    }
    headOf.fill(-1, 0, highest + 1);
    for (let node = 0; node < n; node++) {
      const steps = Math.min(rank[node]!, level);
      if (steps === 0) continue;
      potential[node]! -= epsilon * steps;
      next[node] = first[node]!;
    }
  };
}

function doubled(array: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length + more);
  larger.set(array);
  return larger;
}
