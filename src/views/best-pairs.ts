/**
 * Which pairing of two lists weighs most? One-to-one, in a sparse bipartite graph.
 *
 * Rows are added one at a time. For each, the alternating path that gains most is taken: from the new row over an edge to
 * a column, back over that column's pair to its row, and so on, ending at a free column or at a row that gives up its pair.
 * With the best path at every step the pairing stays the heaviest one for the rows added so far.
 *
 * Shapes: edges per row, weights above 0. Cost: rows × paths of Bellman and Ford; the graphs of one document are small.
 */

export interface Edge {
  readonly column: number;
  readonly weight: number;
}

/** The column that each row is paired with, or -1. */
export function bestPairs(edges: readonly (readonly Edge[])[], columns: number): number[] {
  const columnOf: number[] = edges.map(() => -1);
  const rowOf: number[] = Array.from({ length: columns }, () => -1);
  for (let row = 0; row < edges.length; row++) addRow(row, edges, columnOf, rowOf);
  return columnOf;
}

function addRow(start: number, edges: readonly (readonly Edge[])[], columnOf: number[], rowOf: number[]): void {
  // What a path gains up to a row that has just lost its column (rows), or up to a column it has just taken (columns).
  const gainAtRow = new Map<number, number>([[start, 0]]);
  const gainAtColumn = new Map<number, number>();
  const takenBy = new Map<number, number>();

  // Relax until nothing improves. Gains along a path can fall, so a queue that revisits rows is needed, not one pass.
  const queue = [start];
  for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
    for (const { column, weight } of edges[row]!) {
      const gain = gainAtRow.get(row)! + weight;
      if (column === columnOf[row] || gain <= (gainAtColumn.get(column) ?? Number.NEGATIVE_INFINITY)) continue;
      gainAtColumn.set(column, gain);
      takenBy.set(column, row);
      const owner = rowOf[column]!;
      if (owner < 0) continue;
      gainAtRow.set(owner, gain - weightOf(edges[owner]!, column));
      if (!queue.includes(owner)) queue.push(owner);
    }
  }

  // The best end: a free column, or a row that goes without.
  let best = 0;
  let end: { column: number } | { row: number } = { row: start };
  for (const [column, gain] of gainAtColumn) if (rowOf[column]! < 0 && gain > best) [best, end] = [gain, { column }];
  for (const [row, gain] of gainAtRow) if (gain > best) [best, end] = [gain, { row }];
  if ("row" in end && end.row === start) return;

  // Walk the path back, giving each row the column it took.
  let column = "column" in end ? end.column : columnOf[end.row]!;
  if ("row" in end) columnOf[end.row] = -1;
  for (;;) {
    const row = takenBy.get(column)!;
    const before = columnOf[row]!;
    columnOf[row] = column;
    rowOf[column] = row;
    if (row === start) return;
    column = before;
  }
}

function weightOf(edges: readonly Edge[], column: number): number {
  return edges.find((edge) => edge.column === column)!.weight;
}
