/**
 * Which random number belongs to this seed and this place? Philox4x32-10: a counter and a key give four words of 32 bits, with no state, so that a draw is
 * the same whoever asks for it and in whatever order.
 *
 * Shapes: four words of counter, two of key, all read as unsigned 32 bits; `out` takes the four words.
 * Source: J. Salmon and others, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011).
 */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
  out: Uint32Array,
): void {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const highA = highProduct(0xd2511f53, c0);
    const lowA = Math.imul(0xd2511f53, c0);
    const highB = highProduct(0xcd9e8d57, c2);
    const lowB = Math.imul(0xcd9e8d57, c2);
    c0 = highB ^ c1 ^ k0;
    c1 = lowB;
    c2 = highA ^ c3 ^ k1;
    c3 = lowA;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** A word as a number between 0 and 1, never either of them. */
export function uniform(word: number): number {
  return (word + 0.5) / 4294967296;
}

/** The upper 32 bits of a product of two words, from products of halves. */
function highProduct(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const low = aLow * bLow;
  const middle = aHigh * bLow + (low >>> 16);
  const carried = aLow * bHigh + (middle % 0x10000);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000)) | 0;
}
