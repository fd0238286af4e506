/** Linear models over named features: scoring only. They are trained by `tools/train-reader.ts`. */

/**
 * A model as it is shipped: rows of features, known by a 32-bit hash of their name, each with the classes it speaks for and how strongly. All three
 * parts are base64. `rows`: hashes, little-endian. `counts`: how many classes each row has. `cells`: class and weight in twentieths, for each.
 */
export interface PackedModel {
  readonly classes: readonly string[];
  readonly rows: string;
  readonly counts: string;
  readonly cells: string;
}

export interface Scored {
  readonly label: string;
  readonly probability: number;
}

/** One weight is a twentieth: fine enough that rounding changes no reading, and ±6.35 fits a byte. */
export const weightStep = 1 / 20;

interface Model {
  readonly rowOf: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly cells: Uint8Array;
}

/** Gives each class its probability (softmax) under a set of features, best first. */
export function classifier(packed: PackedModel): (features: readonly string[]) => Scored[] {
  const { rowOf, starts, cells } = unpack(packed);
  const { classes } = packed;
  return (features) => {
    const scores = new Float64Array(classes.length);
    for (const feature of features) {
      const row = rowOf.get(featureHash(feature));
      if (row === undefined) continue;
      for (let at = starts[row]!; at < starts[row + 1]!; at += 2) {
        const label = cells[at]!;
        scores[label] = scores[label]! + signed(cells[at + 1]!) * weightStep;
      }
    }
    const probabilities = softmax(scores);
    return classes
      .map((label, at) => ({ label, probability: probabilities[at]! }))
      .sort((a, b) => b.probability - a.probability);
  };
}

/** Scores one candidate among several; higher is better. */
export function ranker(packed: PackedModel): (features: readonly string[]) => number {
  const { rowOf, starts, cells } = unpack(packed);
  return (features) => {
    let score = 0;
    for (const feature of features) {
      const row = rowOf.get(featureHash(feature));
      if (row !== undefined) score += signed(cells[starts[row]! + 1]!);
    }
    return score * weightStep;
  };
}

/** FNV-1a over UTF-16 units. Source: Fowler, Noll, Vo, draft-eastlake-fnv, section 2. */
export function featureHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at++) {
    out[at] = Math.exp(scores[at]! - top);
    sum += out[at]!;
  }
  for (let at = 0; at < out.length; at++) out[at] = out[at]! / sum;
  return out;
}

function unpack({ rows, counts, cells }: PackedModel): Model {
  const hashes = bytesOf(rows);
  const sizes = bytesOf(counts);
  const rowOf = new Map<number, number>();
  const starts = new Uint32Array(sizes.length + 1);
  for (let row = 0; row < sizes.length; row++) {
    const at = row * 4;
    rowOf.set((hashes[at]! | (hashes[at + 1]! << 8) | (hashes[at + 2]! << 16) | (hashes[at + 3]! << 24)) >>> 0, row);
    starts[row + 1] = starts[row]! + sizes[row]! * 2;
  }
  return { rowOf, starts, cells: bytesOf(cells) };
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 without the runtime's help, which differs between Node and browsers. */
export function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < digits.length; at++) values[digits.charCodeAt(at)] = at;
  const end = text.replace(/=+$/, "").length;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let bits = 0;
  let held = 0;
  let to = 0;
  for (let at = 0; at < end; at++) {
    held = (held << 6) | values[text.charCodeAt(at)]!;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = (held >>> bits) & 255;
    held &= (1 << bits) - 1;
  }
  return bytes;
}

function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}
