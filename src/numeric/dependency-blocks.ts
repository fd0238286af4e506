/**
 * In which order can a sparse system be solved block by block? Unknowns that depend on one another form a block; each block depends on
 * earlier blocks alone. The blocks are the strongly connected components of the rows.
 *
 * Shapes: n unknowns, row i names what i depends on; with `active`, only unknowns marked 1 count. O(n + m), no recursion.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
 */

import type { SummedRows } from "./summed-rows.ts";

export interface DependencyBlocks {
  /** Block b is members[starts[b]] … members[starts[b + 1] - 1]. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** The block of each unknown, -1 where it is not active. */
  readonly blockOf: Int32Array;
}

export function dependencyBlocks({ n, offsets, columns }: SummedRows, active?: Uint8Array): DependencyBlocks {
  const found = new Int32Array(n); // 1 + the order in which an unknown was met, 0 before
  const lowest = new Int32Array(n);
  const next = new Int32Array(n);
  const blockOf = new Int32Array(n).fill(-1);
  const path = new Int32Array(n);
  const open = new Int32Array(n);
  const members = new Int32Array(n);
  const starts: number[] = [0];
  let [met, opened, placed] = [0, 0, 0];

  for (let root = 0; root < n; root++) {
    if (found[root] !== 0 || active?.[root] === 0) continue;
    let depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      const node = path[depth]!;
      const place = next[node]!;
      if (place < offsets[node + 1]!) {
        next[node] = place + 1;
        const other = columns[place]!;
        if (active?.[other] === 0) continue;
        if (found[other] === 0) {
          path[++depth] = other;
          enter(other);
        } else if (blockOf[other] === -1 && found[other]! < lowest[node]!) lowest[node] = found[other]!;
        continue;
      }
      if (lowest[node] === found[node]) close(node);
      depth--;
      if (depth >= 0 && lowest[node]! < lowest[path[depth]!]!) lowest[path[depth]!] = lowest[node]!;
    }
  }
  return { starts: Int32Array.from(starts), members: members.slice(0, placed), blockOf };

  function enter(node: number): void {
    found[node] = lowest[node] = ++met;
    next[node] = offsets[node]!;
    open[opened++] = node;
  }

  /** All that was met since this node and is still open is one block with it. */
  function close(node: number): void {
    for (let other = -1; other !== node; ) {
      other = open[--opened]!;
      blockOf[other] = starts.length - 1;
      members[placed++] = other;
    }
    starts.push(placed);
  }
}
