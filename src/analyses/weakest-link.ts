/**
 * How strong is the strongest chain of stakes from a holder to a company, a chain being as strong as its weakest stake?
 *
 * Formula: max over chains from i to j of min over their stakes.
 * Assumes: votes of one day; stakes of one holder in one company are summed.
 * Not for: control: two stakes of 30 % and 25 % held by companies of one owner control, though no chain exceeds 30 %.
 * Shapes: n holders and companies, m stakes; O(m) a holder after one sort. Units: fractions of 1. Only values above a cut-off are looked for, usually 0.1, 0.2 or 0.5.
 * Errors: none.
 * Source: R. La Porta, F. Lopez-de-Silanes, A. Shleifer, Corporate ownership around the world, Journal of Finance 54 (1999); S. Claessens, S. Djankov, L. Lang, The
 *   separation of ownership and control in East Asian corporations, Journal of Financial Economics 58 (2000).
 */

import type { SummedRows } from "../numeric/summed-rows.ts";

export interface Link {
  readonly holder: number;
  readonly company: number;
  readonly share: number;
}

/** All pairs whose link is stronger than the cut-off, by holder and company. */
export function weakestLinks({ n, offsets, columns, values }: SummedRows, above = 0): Link[] {
  const ends = { n, offsets, columns, values, above };
  const strength = new Float64Array(n);
  const open = new Int32Array(n);
  const links: Link[] = [];
  for (let holder = 0; holder < n; holder++) {
    // The stakes that any chain from this holder may use, the strongest first.
    const reached = reachable(ends, holder, strength, open);
    const stakes = reached.stakes.sort((one, other) => other.share - one.share || one.holder - other.holder);
    strength[holder] = Number.POSITIVE_INFINITY;
    // Let in one after another: what is connected by then is so at the strength of the last.
    for (const { holder: from, company, share } of stakes) {
      if (strength[from] === 0 || strength[company] !== 0) continue;
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
    for (const company of reached.companies.sort((one, other) => one - other)) {
      links.push({ holder, company, share: strength[company]! });
      strength[company] = 0;
    }
    strength[holder] = 0;
  }
  return links;
}

interface Ends extends SummedRows {
  readonly above: number;
}

/** Companies that chains above the cut-off lead to, and the stakes on them. `seen` comes and goes as zeros. */
function reachable({ offsets, columns, values, above }: Ends, holder: number, seen: Float64Array, open: Int32Array) {
  const companies: number[] = [];
  const stakes: Link[] = [];
  let waiting = 0;
  open[waiting++] = holder;
  seen[holder] = 1;
  while (waiting > 0) {
    const member = open[--waiting]!;
    for (let place = offsets[member]!; place < offsets[member + 1]!; place++) {
      const company = columns[place]!;
      if (!(values[place]! > above) || company === holder) continue;
      stakes.push({ holder: member, company, share: values[place]! });
      if (seen[company] !== 0) continue;
      seen[company] = 1;
      companies.push(company);
      open[waiting++] = company;
    }
  }
  for (const company of companies) seen[company] = 0;
  seen[holder] = 0;
  return { companies, stakes };
}
