/**
 * Who controls whom by votes, directly or through companies under control?
 *
 * Formula: x controls y if the votes in y of x and of all companies that x controls sum to more than the threshold (strictly; a half is no majority); the least set for which
 *   that holds.
 * Assumes: votes of one day, without treasury shares and units that have no vote (a company's votes in itself count for nothing); members of a group vote alike.
 * Not for: cash-flow rights, which multiply along a chain (see integrated ownership; the wedge is their difference), or influence below control (see the weakest link).
 * Shapes: n holders and companies, m stakes. Holders that control each other along single stakes share one group and are counted once: O(stakes of the group) each such set, and the
 *   pairs that are told; at worst n · m. Units: fractions of 1; votes of a company may sum to more than 1 in faulty data.
 * Errors: null where more pairs than `most` are told. Companies that control each other form a closed group without an owner above, which is told.
 * Source: A. Chapelle, A. Szafarz, Controlling firms through the majority voting rule, Physica A 355 (2005); the company-control rule of the Vadalog documentation is the same.
 */

import { type Adjacency, entriesAbove, stronglyConnected } from "../numeric/strong-components.ts";
import type { SummedRows } from "../numeric/summed-rows.ts";

export interface GroupVotes {
  readonly companies: Int32Array;
  readonly votes: Float64Array;
}

export interface Control {
  /** Of each holder the companies that it controls, ascending. */
  readonly controls: readonly Int32Array[];
  /** Of each holder the votes that it and what it controls have in others, where asked for. */
  readonly groupVotes: readonly GroupVotes[] | null;
}

/** Sums that reach the threshold but for rounding do not exceed it. */
const rounding = 1e-12;

export function control(votes: SummedRows, threshold?: number, withVotes?: boolean): Control;
export function control(votes: SummedRows, threshold: number, withVotes: boolean, most: number): Control | null;
export function control(
  votes: SummedRows,
  threshold = 0.5,
  withVotes = false,
  most = Number.POSITIVE_INFINITY,
): Control | null {
  const { n } = votes;
  const limit = threshold * (1 + rounding);
  const { count, starts, members } = stronglyConnected(entriesAbove(votes, limit));
  const work: Work = {
    sums: new Float64Array(n),
    met: new Int32Array(n),
    group: new Int32Array(n),
    state: new Uint8Array(n),
  };
  const { sums, met, group, state } = work;
  const controls = new Array<Int32Array>(n);
  const groupVotes = new Array<GroupVotes>(withVotes ? n : 0);
  let pairs = 0;
  for (let set = 0; set < count; set++) {
    const holders = members.subarray(starts[set]!, starts[set + 1]!);
    const [reached, size] = spread(votes, holders, limit, work);
    pairs += holders.length * (size - 1);
    if (pairs > most) return null;
    for (let at = 0; at < size; at++) state[group[at]!] = 0;
    const companies = group.subarray(0, size).sort();
    const others = met.subarray(0, reached).sort();
    for (const holder of holders) {
      controls[holder] = without(companies, holder);
      if (!withVotes) continue;
      const voted = without(others, holder);
      groupVotes[holder] = { companies: voted, votes: Float64Array.from(voted, (company) => sums[company]!) };
    }
    for (let at = 0; at < reached; at++) sums[met[at]!] = 0;
  }
  return { controls, groupVotes: withVotes ? groupVotes : null };
}

/** Ascending numbers without one of them, or all where it is not there. */
function without(numbers: Int32Array, one: number): Int32Array {
  const at = numbers.indexOf(one);
  if (at < 0) return numbers.slice();
  const others = new Int32Array(numbers.length - 1);
  others.set(numbers.subarray(0, at));
  others.set(numbers.subarray(at + 1), at);
  return others;
}

/** Arrays that serve every set of holders in turn. */
interface Work {
  readonly sums: Float64Array;
  /** Companies in which the group has votes. */
  readonly met: Int32Array;
  /** The holders, then what they control. */
  readonly group: Int32Array;
  readonly state: Uint8Array;
}

/** Lets a group grow from holders that control each other; gives how many companies it votes in, and its size. */
function spread(
  { offsets, columns, values }: SummedRows,
  holders: Int32Array,
  limit: number,
  { sums, met, group, state }: Work,
): [number, number] {
  let reached = 0;
  let size = 0;
  for (const holder of holders) {
    group[size++] = holder;
    state[holder] = 1;
  }
  for (let at = 0; at < size; at++) {
    const member = group[at]!;
    for (let place = offsets[member]!; place < offsets[member + 1]!; place++) {
      const company = columns[place]!;
      if (company === member) continue;
      if (sums[company] === 0) met[reached++] = company;
      sums[company]! += values[place]!;
      if (state[company] === 0 && sums[company]! > limit) {
        state[company] = 1;
        group[size++] = company;
      }
    }
  }
  return [reached, size];
}

/** Groups whose members control each other; members ascend. */
export function mutualGroups(controls: readonly Int32Array[]): number[][] {
  const { count, starts, members } = stronglyConnected(controlRows(controls));
  const groups: number[][] = [];
  for (let block = 0; block < count; block++)
    if (starts[block + 1]! - starts[block]! > 1)
      groups.push(Array.from(members.subarray(starts[block]!, starts[block + 1]!)).sort((one, other) => one - other));
  return groups.sort((one, other) => one[0]! - other[0]!);
}

/** Of each company the holders that control it and are controlled by nobody; those without any lie in or below a closed group, or are free. */
export function ultimateControllers(controls: readonly Int32Array[]): Map<number, number[]> {
  const isControlled = new Uint8Array(controls.length);
  for (const companies of controls) for (const company of companies) isControlled[company] = 1;
  const found = new Map<number, number[]>();
  for (const [holder, companies] of controls.entries())
    if (isControlled[holder] === 0)
      for (const company of companies) {
        const above = found.get(company);
        if (above) above.push(holder);
        else found.set(company, [holder]);
      }
  return found;
}

function controlRows(controls: readonly Int32Array[]): Adjacency {
  const n = controls.length;
  const offsets = new Int32Array(n + 1);
  for (const [holder, companies] of controls.entries()) offsets[holder + 1] = offsets[holder]! + companies.length;
  const columns = new Int32Array(offsets[n]!);
  for (const [holder, companies] of controls.entries()) columns.set(companies, offsets[holder]!);
  return { n, offsets, columns };
}
