/**
 * Lists that are nearly always short: a deal has four or five claims, most of them saying the same. What the engine sets up to sort a list, to group it or to tell
 * its items apart costs more than to look at a handful of items one after another. Long lists go the engine's way.
 */

/** Up to as many words as a sentence has. */
const few = 24;

/** Sorts a list in place, as `sort` does: equal items keep their order. */
export function sortInPlace<T>(items: T[], order: (one: T, other: T) => number): T[] {
  if (items.length > few) return items.sort(order);
  for (let next = 1; next < items.length; next++) {
    const item = items[next]!;
    let at = next;
    for (; at > 0 && order(items[at - 1]!, item) > 0; at--) items[at] = items[at - 1]!;
    items[at] = item;
  }
  return items;
}

/** Each item once, in the order in which they first come; the list itself where none comes twice. */
export function unique<T>(items: readonly T[]): readonly T[] {
  if (items.length <= few && items.every((item, index) => items.indexOf(item) === index)) return items;
  return [...new Set(items)];
}

/** Tells whether an item is in a list, for asking often. */
export function membership<T>(items: readonly T[]): (item: T) => boolean {
  if (items.length <= few) return (item) => items.includes(item);
  const all = new Set(items);
  return (item) => all.has(item);
}

/** Items by their key, in the order in which keys first come. One group is the list itself. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): (readonly T[])[] {
  if (items.length === 0) return [];
  const key = keyOf(items[0]!);
  return items.every((item) => keyOf(item) === key) ? [items] : [...Map.groupBy(items, keyOf).values()];
}

/** The same items without the room that a list which grew keeps for more: sixteen places, where one or two are filled in a hundred thousand deals. */
export function compact<T>(items: readonly T[]): T[] {
  return [...items];
}
