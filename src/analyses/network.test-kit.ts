/** Small networks for tests: by hand, and at random. */

import fc from "fast-check";
import { type SummedRows, summedRows } from "../numeric/summed-rows.ts";

export type Edge = readonly [from: number, to: number, amount: number];

/** The rows of edges that are written as lists. */
export function rowsOf(n: number, edges: readonly Edge[], loops: "drop" | "keep" = "drop"): SummedRows {
  const column = (at: 0 | 1): Int32Array => Int32Array.from(edges, (edge) => edge[at]);
  return summedRows(
    n,
    column(0),
    column(1),
    Float64Array.from(edges, ([, , amount]) => amount),
    loops,
  );
}

/** A network of at most seven nodes with parallel edges and loops. */
export const someNetwork = fc.integer({ min: 1, max: 7 }).chain((n) => {
  const node = fc.integer({ min: 0, max: n - 1 });
  return fc.record({
    n: fc.constant(n),
    edges: fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 9 })), { maxLength: 20 }),
  });
});

/** Whether each node reaches each other one, by trying every node in between. */
export function reachability(n: number, edges: readonly Edge[]): boolean[][] {
  const reaches = Array.from({ length: n }, (_, from) => Array.from({ length: n }, (_, to) => from === to));
  for (const [from, to] of edges) reaches[from]![to] = true;
  for (let middle = 0; middle < n; middle++)
    for (let from = 0; from < n; from++)
      for (let to = 0; to < n; to++) if (reaches[from]![middle] && reaches[middle]![to]) reaches[from]![to] = true;
  return reaches;
}
