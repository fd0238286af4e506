/** Which rows of a register are of one thing, by sources that disagree? */

interface Grouped {
  readonly id: string;
  readonly conflictGroup: string | null;
}

/** Of each row that has rivals among these rows: their ids. */
export function rivalsOf(rows: readonly Grouped[]): ReadonlyMap<string, readonly string[]> {
  const rivals = new Map<string, readonly string[]>();
  for (const group of conflictsIn(rows))
    for (const { id } of group)
      rivals.set(
        id,
        group.flatMap((other) => (other.id === id ? [] : other.id)),
      );
  return rivals;
}

/** The conflicts, each with its rows. A row whose rivals are not here is in none. */
export function conflictsIn<T extends Grouped>(rows: readonly T[]): T[][] {
  const groups = Map.groupBy(rows, ({ conflictGroup }) => conflictGroup);
  return [...groups].flatMap(([name, group]) => (name === null || group.length < 2 ? [] : [group]));
}

/** The rows in their order, those of one conflict beside its first. */
export function besideRivals<T extends Grouped>(rows: readonly T[]): T[] {
  return [...Map.groupBy(rows, ({ id, conflictGroup }) => conflictGroup ?? ` ${id}`).values()].flat();
}
