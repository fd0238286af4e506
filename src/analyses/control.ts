/**
 * Who controls whom by votes, directly or through companies under control?
 *
 * Formula: x controls y if the votes in y of x and of all companies that x controls sum to more than the threshold (strictly; a half is no majority); the least set for which
 *   that holds.
 * Assumes: votes of one day, without treasury shares and units that have no vote (a company's votes in itself count for nothing); members of a group vote alike.
 * Not for: cash-flow rights, which multiply along a chain (see integrated ownership; the wedge is their difference), or influence below control (see the weakest link).
 * Shapes: n holders and companies, m stakes; O(stakes of the group) a holder. Units: fractions of 1; votes of a company may sum to more than 1 in faulty data.
 * Errors: none. Companies that control each other form a closed group without an owner above, which is told.
 * Source: A. Chapelle, A. Szafarz, Controlling firms through the majority voting rule, Physica A 355 (2005); the company-control rule of the Vadalog documentation is the same.
 */

import { stronglyConnected } from "../numeric/strong-components.ts";
import { type SummedRows, summedRows } from "../numeric/summed-rows.ts";

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

export function control(votes: SummedRows, threshold = 0.5, withVotes = false): Control {
  const { n } = votes;
  const sums = new Float64Array(n);
  const met = new Int32Array(n);
  const group = new Int32Array(n);
  const state = new Uint8Array(n);
  const controls: Int32Array[] = [];
  const groupVotes: GroupVotes[] = [];
  for (let holder = 0; holder < n; holder++) {
    const [reached, members] = spread(votes, holder, threshold, { sums, met, group, state });
    controls.push(group.slice(1, members).sort());
    if (withVotes) {
      const companies = met.slice(0, reached).sort();
      groupVotes.push({ companies, votes: Float64Array.from(companies, (company) => sums[company]!) });
    }
    for (let at = 0; at < reached; at++) sums[met[at]!] = 0;
    for (let at = 0; at < members; at++) state[group[at]!] = 0;
  }
  return { controls, groupVotes: withVotes ? groupVotes : null };
}

/** Arrays that serve every holder in turn. */
interface Work {
  readonly sums: Float64Array;
  /** Companies in which the group has votes, but for the holder. */
  readonly met: Int32Array;
  /** The holder, then what it controls. */
  readonly group: Int32Array;
  readonly state: Uint8Array;
}

function spread(
  { offsets, columns, values }: SummedRows,
  holder: number,
  threshold: number,
  work: Work,
): [number, number] {
  const { sums, met, group, state } = work;
  const limit = threshold * (1 + rounding);
  let reached = 0;
  let members = 0;
  group[members++] = holder;
  state[holder] = 1;
  for (let at = 0; at < members; at++) {
    const member = group[at]!;
    for (let place = offsets[member]!; place < offsets[member + 1]!; place++) {
      const company = columns[place]!;
      if (company === holder || company === member) continue;
      if (sums[company] === 0) met[reached++] = company;
      sums[company]! += values[place]!;
      if (state[company] === 0 && sums[company]! > limit) {
        state[company] = 1;
        group[members++] = company;
      }
    }
  }
  return [reached, members];
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

function controlRows(controls: readonly Int32Array[]): SummedRows {
  const count = controls.reduce((sum, companies) => sum + companies.length, 0);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  let at = 0;
  for (const [holder, companies] of controls.entries())
    for (const company of companies) {
      from[at] = holder;
      to[at++] = company;
    }
  return summedRows(controls.length, from, to, new Float64Array(count).fill(1));
}
