/**
 * What is left of a sparse system d_i x_i = b_i + Σ_j a_ij x_j when all unknowns that merely pass on are eliminated?
 *
 *   An unknown that depends on one other, or on which one other depends, leaves without adding an entry. Rings, chains and trees vanish; what
 *   is left is knotted, and iterations on it rest quickly.
 *
 * Shapes: rows without entries on the diagonal. With `leak` (d_j = leak_j + Σ_i a_ij) no difference is taken, as in `eliminate`. Diagonal and leaks are overwritten.
 */

import type { BlockSystem } from "./sweep-to-rest.ts";

/** Eliminates what passes on, has the rest solved (the solution of the core comes into its b), and writes the whole solution into b. */
export function shortened(
  { rows, diagonal, leak }: BlockSystem,
  b: Float64Array,
  solveCore: (core: BlockSystem, b: Float64Array) => boolean,
): boolean {
  const size = rows.n;
  const inputs = Array.from({ length: size }, () => new Map<number, number>());
  const readers = Array.from({ length: size }, () => new Set<number>());
  for (let row = 0; row < size; row++)
    for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++) {
      inputs[row]!.set(rows.columns[place]!, rows.values[place]!);
      readers[rows.columns[place]!]!.add(row);
    }
  const isGone = new Uint8Array(size);
  const gone: number[] = [];
  const passesOn = (at: number): boolean => isGone[at] === 0 && Math.min(inputs[at]!.size, readers[at]!.size) <= 1;
  const waiting = Array.from({ length: size }, (_, at) => at).filter(passesOn);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!passesOn(next) || gone.length === size - 1) continue;
    if (!remove(next)) return false;
    for (const other of [...inputs[next]!.keys(), ...readers[next]!]) if (passesOn(other)) waiting.push(other);
  }

  const core = Array.from({ length: size }, (_, at) => at).filter((at) => isGone[at] === 0);
  const position = new Map(core.map((at, index) => [at, index]));
  const entries = core.map((at) => [...inputs[at]!]);
  const offsets = new Int32Array(core.length + 1);
  for (const [index, row] of entries.entries()) offsets[index + 1] = offsets[index]! + row.length;
  const left: BlockSystem = {
    rows: {
      n: core.length,
      offsets,
      columns: Int32Array.from(entries.flat(), ([input]) => position.get(input)!),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
    },
    diagonal: Float64Array.from(core, (at) => diagonal[at]!),
    leak: leak && Float64Array.from(core, (at) => leak[at]!),
  };
  const coreB = Float64Array.from(core, (at) => b[at]!);
  if (!solveCore(left, coreB)) return false;
  for (const [index, at] of core.entries()) b[at] = coreB[index]!;
  for (const at of gone.reverse()) {
    let sum = b[at]!;
    for (const [input, value] of inputs[at]!) sum += value * b[input]!;
    b[at] = sum / diagonal[at]!;
  }
  return true;

  /** Puts what `at` depends on in its place wherever it is read; false where its pivot is not positive. */
  function remove(at: number): boolean {
    if (leak) {
      let leaving = leak[at]!;
      for (const reader of readers[at]!) leaving += inputs[reader]!.get(at)!;
      diagonal[at] = leaving;
    }
    const divisor = diagonal[at]!;
    if (!(divisor > 0)) return false;
    for (const reader of readers[at]!) {
      const row = inputs[reader]!;
      const factor = row.get(at)! / divisor;
      row.delete(at);
      for (const [input, value] of inputs[at]!) {
        if (input !== reader) {
          row.set(input, (row.get(input) ?? 0) + factor * value);
          readers[input]!.add(reader);
        } else if (!leak) diagonal[reader]! -= factor * value;
      }
      b[reader]! += factor * b[at]!;
    }
    for (const [input, value] of inputs[at]!) {
      readers[input]!.delete(at);
      if (leak) leak[input]! += (leak[at]! / divisor) * value;
    }
    isGone[at] = 1;
    gone.push(at);
    return true;
  }
}
