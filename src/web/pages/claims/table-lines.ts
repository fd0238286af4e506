/** Which line of the table shows what? Claims one below the other; where they are grouped, a head above each group, alone where the group is folded. */

/** What lines are made of: consecutive claims under one head. */
export interface LinedGroup {
  readonly key: string;
  readonly claims: number;
}

/** A line: a head by its group's place, or a claim by its place in the order. */
export type Line = { readonly head: number } | { readonly claim: number };

export interface TableLines {
  readonly count: number;
  /** A place from 0 to `count` - 1. */
  readonly at: (line: number) => Line;
  /** Where a group's head stands. */
  readonly headAt: (group: number) => number;
  /** The group that a line is of; null where nothing is grouped. */
  readonly groupAt: (line: number) => number | null;
  /** The first claim of a group in the order. */
  readonly firstOf: (group: number) => number;
}

/** Lays out this many claims under these heads. Any line is found in steps that grow with the logarithm of the groups. */
export function tableLines(claims: number, groups: readonly LinedGroup[], folded: ReadonlySet<string>): TableLines {
  const heads = new Int32Array(groups.length);
  const firsts = new Int32Array(groups.length);
  let line = 0;
  let first = 0;
  for (const [index, group] of groups.entries()) {
    heads[index] = line;
    firsts[index] = first;
    line += folded.has(group.key) ? 1 : 1 + group.claims;
    first += group.claims;
  }
  // The last head that does not stand below the line.
  const groupAt = (at: number): number | null => {
    if (groups.length === 0) return null;
    let low = 0;
    let high = groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (heads[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: groups.length === 0 ? claims : line,
    at: (place) => {
      const group = groupAt(place);
      if (group === null) return { claim: place };
      return heads[group] === place ? { head: group } : { claim: firsts[group]! + place - heads[group]! - 1 };
    },
    headAt: (group) => heads[group]!,
    groupAt,
    firstOf: (group) => firsts[group]!,
  };
}
