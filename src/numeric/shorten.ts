/**
 * What is left of a sparse system d_i x_i = b_i + Σ_j a_ij x_j when all unknowns that merely pass on are eliminated?
 *
 *   An unknown that depends on one other, or on which one other depends, leaves without adding an entry. Rings, chains and trees vanish; what
 *   is left is knotted, and iterations on it rest quickly.
 *
 * Shapes: entries in any order, one a place, none on the diagonal. With `leak` (d_j = leak_j + Σ_i a_ij) no difference is taken, as in `eliminate`.
 */

export interface LocalEntries {
  readonly row: number[];
  readonly column: number[];
  readonly value: number[];
}

type SolveCore = (
  size: number,
  entries: LocalEntries,
  diagonal: Float64Array,
  leak: Float64Array | null,
  b: Float64Array,
) => boolean;

/** Eliminates what passes on, has the rest solved, and writes the whole solution into b. */
export function shortened(
  size: number,
  entries: LocalEntries,
  diagonal: Float64Array,
  leak: Float64Array | null,
  b: Float64Array,
  solveCore: SolveCore,
): boolean {
  const inputs = Array.from({ length: size }, () => new Map<number, number>());
  const readers = Array.from({ length: size }, () => new Set<number>());
  for (let entry = 0; entry < entries.row.length; entry++) {
    inputs[entries.row[entry]!]!.set(entries.column[entry]!, entries.value[entry]!);
    readers[entries.column[entry]!]!.add(entries.row[entry]!);
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
  const left: LocalEntries = { row: [], column: [], value: [] };
  for (const at of core)
    for (const [input, value] of inputs[at]!) {
      left.row.push(position.get(at)!);
      left.column.push(position.get(input)!);
      left.value.push(value);
    }
  const coreDiagonal = Float64Array.from(core, (at) => diagonal[at]!);
  const coreLeak = leak && Float64Array.from(core, (at) => leak[at]!);
  const coreB = Float64Array.from(core, (at) => b[at]!);
  if (!solveCore(core.length, left, coreDiagonal, coreLeak, coreB)) return false;
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
