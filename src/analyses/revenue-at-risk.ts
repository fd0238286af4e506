/**
 * How much revenue does everybody lose when some companies stop, or buy less?
 *
 * Formula: q_i = min(1, c_i + Σ_j S_ij k_j q_j), the least solution. S_ij = sales of i to j / revenue of i, c the direct shock, k_j the part of its own loss
 *   that j cuts from its purchases; q = 1 and k = 1 for those that stop. Lost revenue is q_i times revenue.
 * Assumes: purchases are cut from all suppliers alike; no other customers step in.
 * Not for: supply that fails (a missing part stops more than its price), or prices.
 * Shapes: n companies; revenue is all sales to others and outside. Units: q as parts of revenue.
 * Errors: `exact` false where the solution did not come to rest; q is then a bound from below.
 * Source: Y. Haimes, P. Jiang, Leontief-based model of risk in complex interconnected infrastructures, Journal of Infrastructure Systems 7 (2001);
 *   J. Santos, Y. Haimes, Modeling the demand reduction input-output inoperability due to terrorism, Risk Analysis 24 (2004).
 */

import { cappedFeedback } from "../numeric/capped-feedback.ts";
import { rowSums, type SummedRows } from "../numeric/summed-rows.ts";

export interface RevenueAtRisk {
  readonly q: Float64Array;
  readonly revenue: Float64Array;
  readonly exact: boolean;
}

/** Rows of `sales` are suppliers, columns their customers. */
export function revenueAtRisk(
  sales: SummedRows,
  otherRevenue: Float64Array,
  shock: Float64Array,
  passThrough: Float64Array,
  lost: Int32Array,
): RevenueAtRisk {
  const { n, offsets, columns } = sales;
  const revenue = rowSums(sales).map((sold, company) => sold + otherRevenue[company]!);
  const passedOn = passThrough.slice();
  const direct = shock.slice();
  for (const company of lost) passedOn[company] = direct[company] = 1;
  const values = sales.values.slice();
  for (let row = 0; row < n; row++)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
      values[place] = (values[place]! / revenue[row]!) * passedOn[columns[place]!]!;
  const { x, exact } = cappedFeedback({ n, offsets, columns, values }, direct);
  return { q: x, revenue, exact };
}
