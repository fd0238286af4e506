/**
 * How strong is the strongest chain of stakes from a holder to a company, a chain being as strong as its weakest stake?
 *
 * Formula: max over chains from i to j of min over their stakes.
 * Assumes: votes of one day; stakes of one holder in one company are summed.
 * Not for: control: two stakes of 30 % and 25 % held by companies of one owner control, though no chain exceeds 30 %.
 * Shapes: n holders and companies, m stakes; O(m log m) a holder. Units: fractions of 1. Only values above a cut-off are looked for, usually 0.1, 0.2 or 0.5.
 * Errors: null where more pairs than `most` are linked.
 * Source: R. La Porta, F. Lopez-de-Silanes, A. Shleifer, Corporate ownership around the world, Journal of Finance 54 (1999); S. Claessens, S. Djankov, L. Lang, The
 *   separation of ownership and control in East Asian corporations, Journal of Financial Economics 58 (2000).
 */

import { rowOfEntries, type SummedRows } from "../numeric/summed-rows.ts";

export interface Link {
  readonly holder: number;
  readonly company: number;
  readonly share: number;
}

/** All pairs whose link is stronger than the cut-off, by holder and company; null where they are more than `most`. */
export function weakestLinks(votes: SummedRows, above = 0, most = Number.POSITIVE_INFINITY): Link[] | null {
  const { n, offsets, columns, values } = votes;
  const holders = rowOfEntries(votes);
  // Stakes above the cut-off, the strongest first, and the rank of each.
  const strongest = Int32Array.from(values.keys())
    .filter((place) => values[place]! > above)
    .sort((one, other) => values[other]! - values[one]! || one - other);
  const ranks = new Int32Array(values.length).fill(-1);
  strongest.forEach((place, rank) => {
    ranks[place] = rank;
  });
  const room: Room = {
    strength: new Float64Array(n),
    open: new Int32Array(n),
    companies: new Int32Array(n),
    stakes: new Int32Array(strongest.length),
  };
  const { strength, open } = room;
  const links: Link[] = [];
  for (let holder = 0; holder < n && links.length <= most; holder++) {
    // The stakes that any chain from this holder may use, the strongest first.
    const reached = reachable(votes, ranks, holder, room);
    strength[holder] = Number.POSITIVE_INFINITY;
    // Let in one after another: what is connected by then is so at the strength of the last.
    for (const rank of reached.stakes.sort()) {
      const stake = strongest[rank]!;
      const company = columns[stake]!;
      const share = values[stake]!;
      if (strength[holders[stake]!] === 0 || strength[company] !== 0) continue;
      let waiting = 0;
      strength[company] = share;
      open[waiting++] = company;
      while (waiting > 0) {
        const member = open[--waiting]!;
        for (let place = offsets[member]!; place < offsets[member + 1]!; place++) {
          const next = columns[place]!;
          if (strength[next] !== 0 || values[place]! < share) continue;
          strength[next] = share;
          open[waiting++] = next;
        }
      }
    }
    for (const company of reached.companies.sort()) {
      links.push({ holder, company, share: strength[company]! });
      strength[company] = 0;
    }
    strength[holder] = 0;
  }
  return links.length > most ? null : links;
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
