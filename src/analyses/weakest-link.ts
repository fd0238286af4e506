/**
 * How strong is the strongest chain of stakes from a holder to a company, a chain being as strong as its weakest stake?
 *
 * Formula: max over chains from i to j of min over their stakes.
 * Assumes: votes of one day; stakes of one holder in one company are summed.
 * Not for: control: two stakes of 30 % and 25 % held by companies of one owner control, though no chain exceeds 30 %.
 * Shapes: n holders and companies, m stakes; O(m) a holder that reaches most of them, else O(r log r) with the r stakes that it reaches. Units: fractions of 1. Only values above a
 *   cut-off are looked for, usually 0.1, 0.2 or 0.5. Whether they are too many is counted first.
 * Errors: null where more pairs than `most` are linked.
 * Source: R. La Porta, F. Lopez-de-Silanes, A. Shleifer, Corporate ownership around the world, Journal of Finance 54 (1999); S. Claessens, S. Djankov, L. Lang, The
 *   separation of ownership and control in East Asian corporations, Journal of Financial Economics 58 (2000).
 */

import { entriesAbove, stronglyConnected } from "../numeric/strong-components.ts";
import { rowOfEntries, type SummedRows } from "../numeric/summed-rows.ts";

/** Of one holder the companies that it is linked to, ascending, and how strongly. */
export interface Links {
  readonly companies: Int32Array;
  readonly shares: Float64Array;
}

/** Of each holder all links stronger than the cut-off; null where they are more than `most`. */
export function weakestLinks(votes: SummedRows, above = 0, most = Number.POSITIVE_INFINITY): Links[] | null {
  const { n, offsets, columns, values } = votes;
  // Stakes above the cut-off, the strongest first, and the rank of each.
  const strongest = Int32Array.from(values.keys())
    .filter((place) => values[place]! > above)
    .sort((one, other) => values[other]! - values[one]! || one - other);
  const ranks = new Int32Array(values.length).fill(-1);
  const rowOf = rowOfEntries(votes);
  const holders = new Int32Array(strongest.length);
  const held = new Int32Array(strongest.length);
  for (let rank = 0; rank < strongest.length; rank++) {
    const place = strongest[rank]!;
    ranks[place] = rank;
    holders[rank] = rowOf[place]!;
    held[rank] = columns[place]!;
  }
  const room: Room = {
    strength: new Float64Array(n),
    open: new Int32Array(n),
    companies: new Int32Array(n),
    stakes: new Int32Array(strongest.length),
  };
  if (linkedMoreThan(most, votes, above, ranks, room)) return null;
  const { strength, open } = room;
  const everyRank = Int32Array.from(strongest.keys());
  const links: Links[] = [];
  for (let holder = 0; holder < n; holder++) {
    // The stakes that any chain from this holder may use, the strongest first.
    const reached = reachable(votes, ranks, holder, room);
    strength[holder] = Number.POSITIVE_INFINITY;
    // Let in one after another: what is connected by then is so at the strength of the last. To walk over a few stakes too many is quicker than to sort.
    const order = sortedPart * reached.stakes.length > everyRank.length ? everyRank : reached.stakes.sort();
    for (let at = 0, left = reached.companies.length; left > 0; at++) {
      const rank = order[at]!;
      const company = held[rank]!;
      if (strength[holders[rank]!] === 0 || strength[company] !== 0) continue;
      const share = values[strongest[rank]!]!;
      let waiting = 0;
      left--;
      strength[company] = share;
      open[waiting++] = company;
      while (waiting > 0) {
        const member = open[--waiting]!;
        for (let place = offsets[member]!; place < offsets[member + 1]!; place++) {
          const next = columns[place]!;
          if (strength[next] !== 0 || values[place]! < share) continue;
          left--;
          strength[next] = share;
          open[waiting++] = next;
        }
      }
    }
    const companies = reached.companies.slice().sort();
    const shares = new Float64Array(companies.length);
    for (let at = 0; at < companies.length; at++) {
      shares[at] = strength[companies[at]!]!;
      strength[companies[at]!] = 0;
    }
    strength[holder] = 0;
    links.push({ companies, shares });
  }
  return links;
}

/** Where stakes that are reached are less than this part of all, they are sorted. */
const sortedPart = 16;

/** Are more pairs linked than `most`? Who reaches each other reaches the same, so one of them is asked for all. */
function linkedMoreThan(most: number, votes: SummedRows, above: number, ranks: Int32Array, room: Room): boolean {
  if (votes.n * votes.n <= most) return false;
  const { count, starts, members } = stronglyConnected(entriesAbove(votes, above));
  let pairs = 0;
  for (let each = 0; each < count && pairs <= most; each++)
    pairs +=
      (starts[each + 1]! - starts[each]!) * reachable(votes, ranks, members[starts[each]!]!, room).companies.length;
  return pairs > most;
}

/** Arrays that serve every holder in turn; strengths come and go as zeros. */
interface Room {
  readonly strength: Float64Array;
  readonly open: Int32Array;
  readonly companies: Int32Array;
  readonly stakes: Int32Array;
}

/** Companies that chains above the cut-off lead to, and the ranks of the stakes on them. */
function reachable(
  { offsets, columns }: SummedRows,
  ranks: Int32Array,
  holder: number,
  { strength: seen, open, companies, stakes }: Room,
) {
  let met = 0;
  let found = 0;
  let waiting = 0;
  open[waiting++] = holder;
  seen[holder] = 1;
  while (waiting > 0) {
    const member = open[--waiting]!;
    for (let place = offsets[member]!; place < offsets[member + 1]!; place++) {
      const company = columns[place]!;
      if (ranks[place] === -1 || company === holder) continue;
      stakes[found++] = ranks[place]!;
      if (seen[company] !== 0) continue;
      seen[company] = 1;
      companies[met++] = company;
      open[waiting++] = company;
    }
  }
  for (let at = 0; at < met; at++) seen[companies[at]!] = 0;
  seen[holder] = 0;
  return { companies: companies.subarray(0, met), stakes: stakes.subarray(0, found) };
}
