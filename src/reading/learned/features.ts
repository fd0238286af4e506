/** Features as numbers: what the networks see of a place in a text. Two features are the same where their numbers are. */

/** The number of a name. FNV-1a over UTF-16 units. Source: Fowler, Noll, Vo, draft-eastlake-fnv, section 2. */
export function symbol(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The number of an ordered pair. */
export function pair(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 0;
}

/** Gives each of a family's names its number, computed once. */
export function symbolsOf<const Name extends string>(names: readonly Name[], prefix = ""): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, symbol(prefix + name)])) as Record<Name, number>;
}

/** A list of features that grows and is used again, so that reading makes no garbage. */
export interface Features {
  values: Int32Array;
  length: number;
}

export function emptyFeatures(): Features {
  return { values: new Int32Array(256), length: 0 };
}

export function addFeature(to: Features, feature: number): void {
  if (to.length === to.values.length) {
    const wider = new Int32Array(to.length * 2);
    wider.set(to.values);
    to.values = wider;
  }
  to.values[to.length++] = feature;
}
