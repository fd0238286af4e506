/** JSON that is the same text for the same value: keys in the order of their code units. */

/** The text of a value of plain objects, lists, strings, numbers, booleans and null. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
