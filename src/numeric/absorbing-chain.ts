/**
 * Where does a random walk end: h = P h + b, with P ≥ 0, b ≥ 0 and what is missing to 1 in a row lost for good?
 *
 * One strongly connected group of states after the other, those that others lead to first. Small groups are solved by eliminating states without a
 * single subtraction, which keeps every digit however little leaks out of a group; large ones by stabilised biconjugate gradients, whose error is
 * bounded by the residual times the longest mean time in the group, and where that is not small enough by elimination too.
 *
 * Shapes: sparse rows of P without diagonal over n states, `exit` = b, `lost` = 1 - Σ P - b given apart so that it is not a difference of near equals.
 * Every state must reach an exit or a loss. Gives h, each within 0 … 1.
 * Source: Grassmann, Taksar and Heyman, Regenerative analysis and steady state distributions for Markov chains, Operations Research 33 (1985);
 * van der Vorst, Bi-CGSTAB, SIAM J. Sci. Stat. Comput. 13 (1992).
 */

import { eachComponent } from "./strong-components.ts";
import type { SummedRows } from "./summed-rows.ts";

/** Elimination of so many states takes less than a thousandth of a second. */
const small = 80;
/** Elimination of so many still ends in some seconds. */
const largestDense = 2500;
/** The error that the iteration has to stay below. */
const tolerance = 1e-11;

/** The chance of each state to end at the exit. */
export function endingAtExit(rows: SummedRows, exit: Float64Array, lost: Float64Array): Float64Array {
  const ending = new Float64Array(rows.n);
  const place = new Int32Array(rows.n).fill(-1);
  eachComponent(rows, (members) => {
    const group = groupOf(rows, members, place, exit, lost, ending);
    const solved = members.length > small ? (iterated(group) ?? eliminated(group)) : eliminated(group);
    for (let at = 0; at < members.length; at++) {
      ending[members[at]!] = Math.min(1, solved[at]!);
      place[members[at]!] = -1;
    }
  });
  return ending;
}

/** A group of states by itself: what leads out of it leads to states whose end is known. */
interface Group {
  readonly inner: SummedRows;
  readonly exit: Float64Array;
  readonly lost: Float64Array;
}

function groupOf(
  { offsets, columns, values }: SummedRows,
  members: Int32Array,
  place: Int32Array,
  exit: Float64Array,
  lost: Float64Array,
  ending: Float64Array,
): Group {
  const n = members.length;
  for (let at = 0; at < n; at++) place[members[at]!] = at;
  let most = 0;
  for (let at = 0; at < n; at++) most += offsets[members[at]! + 1]! - offsets[members[at]!]!;
  const innerOffsets = new Int32Array(n + 1);
  const innerColumns = new Int32Array(most);
  const innerValues = new Float64Array(most);
  const groupExit = new Float64Array(n);
  const groupLost = new Float64Array(n);
  let count = 0;
  for (let at = 0; at < n; at++) {
    const state = members[at]!;
    groupExit[at] = exit[state]!;
    groupLost[at] = lost[state]!;
    for (let entry = offsets[state]!; entry < offsets[state + 1]!; entry++) {
      const target = columns[entry]!;
      const chance = values[entry]!;
      if (place[target]! >= 0) {
        innerColumns[count] = place[target]!;
        innerValues[count++] = chance;
      } else {
        groupExit[at]! += chance * ending[target]!;
        groupLost[at]! += chance * (1 - ending[target]!);
      }
    }
    innerOffsets[at + 1] = count;
  }
  return {
    inner: { n, offsets: innerOffsets, columns: innerColumns, values: innerValues },
    exit: groupExit,
    lost: groupLost,
  };
}

/** Eliminates one state after the other: whoever went to it goes where it goes. */
function eliminated({ inner, exit, lost }: Group): Float64Array {
  const { n, offsets, columns, values } = inner;
  const chance = new Float64Array(n * n);
  for (let row = 0; row < n; row++)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
      chance[row * n + columns[place]!]! += values[place]!;
  const out = exit.slice();
  const gone = lost.slice();
  for (let state = n - 1; state > 0; state--) {
    let leaves = out[state]! + gone[state]!;
    for (let other = 0; other < state; other++) leaves += chance[state * n + other]!;
    if (!(leaves > 0)) continue;
    for (let from = 0; from < state; from++) {
      const passed = chance[from * n + state]! / leaves;
      if (passed === 0) continue;
      for (let to = 0; to < state; to++) chance[from * n + to]! += passed * chance[state * n + to]!;
      out[from]! += passed * out[state]!;
      gone[from]! += passed * gone[state]!;
    }
  }
  const ending = new Float64Array(n);
  for (let state = 0; state < n; state++) {
    let reached = out[state]!;
    let leaves = out[state]! + gone[state]!;
    for (let other = 0; other < state; other++) {
      reached += chance[state * n + other]! * ending[other]!;
      leaves += chance[state * n + other]!;
    }
    ending[state] = leaves > 0 ? reached / leaves : 0;
  }
  return ending;
}

/** Solves the group by iteration; null where its error cannot be shown to be small and elimination is possible. */
function iterated({ inner, exit }: Group): Float64Array | null {
  const { n } = inner;
  const times = biconjugate(inner, new Float64Array(n).fill(1));
  const ends = biconjugate(inner, exit);
  let longest = 0;
  for (let state = 0; state < n; state++) longest = Math.max(longest, times.solution[state]!);
  const isSure = times.residual < 0.5 && 2 * longest * ends.residual < tolerance;
  return isSure || n > largestDense ? ends.solution : null;
}

/** Solves x = P x + right; with the largest residual of any state. */
function biconjugate(
  rows: SummedRows,
  right: Float64Array,
): { readonly solution: Float64Array; readonly residual: number } {
  const { n, offsets, columns, values } = rows;
  // What leaves each state: (I - P) x.
  const apply = (x: Float64Array, into: Float64Array): void => {
    for (let row = 0; row < n; row++) {
      const end = offsets[row + 1]!;
      let sum = 0;
      for (let place = offsets[row]!; place < end; place++) sum += values[place]! * x[columns[place]!]!;
      into[row] = x[row]! - sum;
    }
  };
  const x = right.slice();
  const residual = new Float64Array(n);
  const image = new Float64Array(n);
  const direction = new Float64Array(n);
  const half = new Float64Array(n);
  const halfImage = new Float64Array(n);
  let best = x.slice();
  let least = Number.POSITIVE_INFINITY;
  // Restarted where it stalls: each start begins at the best x so far.
  for (let restart = 0; restart < 4; restart++) {
    x.set(best);
    apply(x, residual);
    for (let row = 0; row < n; row++) residual[row] = right[row]! - residual[row]!;
    const shadow = residual.slice();
    direction.set(residual);
    let fit = dot(shadow, residual);
    for (let step = 0; step < 400; step++) {
      apply(direction, image);
      const length = fit / dot(shadow, image);
      if (!Number.isFinite(length)) break;
      for (let row = 0; row < n; row++) half[row] = residual[row]! - length * image[row]!;
      apply(half, halfImage);
      const weight = dot(halfImage, halfImage);
      const damp = weight > 0 ? dot(halfImage, half) / weight : 0;
      for (let row = 0; row < n; row++) x[row]! += length * direction[row]! + damp * half[row]!;
      for (let row = 0; row < n; row++) residual[row] = half[row]! - damp * halfImage[row]!;
      const newFit = dot(shadow, residual);
      if (largest(residual) < 1e-16 || damp === 0) break;
      const turn = (newFit / fit) * (length / damp);
      if (!Number.isFinite(turn)) break;
      for (let row = 0; row < n; row++) direction[row] = residual[row]! + turn * (direction[row]! - damp * image[row]!);
      fit = newFit;
    }
    // The residual as it is, not as the recurrence carries it on.
    apply(x, image);
    for (let row = 0; row < n; row++) image[row] = right[row]! - image[row]!;
    const reached = largest(image);
    if (!(reached < 0.5 * least)) break;
    least = reached;
    best = x.slice();
    if (least < 1e-15) break;
  }
  return { solution: best, residual: least };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at]!));
  return most;
}
