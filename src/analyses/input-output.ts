/**
 * How does a change of demand, or of supply, pass through all who buy from one another?
 *
 * Formula: A_ij = z_ij / x_j, B_ij = z_ij / x_i. Leontief: x = A x + f, upstream from demand f. Ghosh: x_j = Σ_i x_i B_ij + v_j, downstream from value
 *   added v. Influence: w = (α/n) 1 + (1 − α) A w.
 * Assumes: fixed recipes (Leontief) or fixed markets (Ghosh); output x counts all sales, in and out.
 * Not for: quantities that are short (read Ghosh as prices), nor large changes after which recipes change.
 * Shapes: n sectors, z by rows of sellers with its diagonal; x, f, v of length n.
 * Errors: null where a group of sectors uses up all that it makes: no finite output meets an outside demand.
 * Source: W. Leontief, Quantitative input and output relations, Review of Economics and Statistics 18 (1936); A. Ghosh, Input-output approach in an
 *   allocation system, Economica 25 (1958); E. Dietzenbacher, Journal of Regional Science 37 (1997); D. Acemoglu and others, The network origins of
 *   aggregate fluctuations, Econometrica 80 (2012).
 */

import { solveFeedback } from "../numeric/solve-feedback.ts";
import { spectralRadius } from "../numeric/spectral-radius.ts";
import { rowSums, type SummedRows, transposedRows } from "../numeric/summed-rows.ts";

export interface InputOutput {
  readonly n: number;
  /** A by rows, and by columns. */
  readonly inputs: SummedRows;
  readonly inputsByBuyer: SummedRows;
  /** B by rows, and by columns. */
  readonly sales: SummedRows;
  readonly salesByBuyer: SummedRows;
  /** What each makes and does not sell to another sector, and what it adds to its purchases. */
  readonly finalDemand: Float64Array;
  readonly valueAdded: Float64Array;
}

/** The coefficients of flows z (rows sell) and outputs x; an output of 0 needs a row and column of zeros. */
export function inputOutput(flows: SummedRows, output: Float64Array): InputOutput {
  const bought = rowSums(transposedRows(flows));
  const sold = rowSums(flows);
  const inputs = divided(flows, (_, buyer) => output[buyer]!);
  const sales = divided(flows, (seller) => output[seller]!);
  return {
    n: flows.n,
    inputs,
    inputsByBuyer: transposedRows(inputs),
    sales,
    salesByBuyer: transposedRows(sales),
    finalDemand: output.map((made, sector) => made - sold[sector]!),
    valueAdded: output.map((made, sector) => made - bought[sector]!),
  };
}

/** Is there an answer for every demand? Only where no group of sectors needs all that it makes. */
export function isProductive({ inputs }: InputOutput): boolean {
  return spectralRadius(inputs).upper < 1 - 1e-12;
}

/** The output that meets a final demand; of a change of demand, the change of output. */
export function outputForDemand({ inputs }: InputOutput, demand: Float64Array): Float64Array | null {
  return solved(inputs, demand, 1);
}

/** The output that value added pushes through; of a change of value added, the change of output. */
export function outputForValueAdded({ salesByBuyer }: InputOutput, valueAdded: Float64Array): Float64Array | null {
  return solved(salesByBuyer, valueAdded, 1);
}

/** All output that one unit of final demand for each sector calls up: the column sums of the Leontief inverse. */
export function demandMultipliers({ n, inputsByBuyer }: InputOutput): Float64Array | null {
  return solved(inputsByBuyer, new Float64Array(n).fill(1), 1);
}

/** All output that one unit of value added in each sector pushes on: the row sums of the Ghosh inverse. */
export function supplyMultipliers({ n, sales }: InputOutput): Float64Array | null {
  return solved(sales, new Float64Array(n).fill(1), 1);
}

/** How much of a shock to each sector reaches the whole; alpha is the share of labour. Sums to 1 where every column of A does. */
export function influence({ n, inputs }: InputOutput, alpha: number): Float64Array | null {
  return solved(inputs, new Float64Array(n).fill(alpha / n), 1 - alpha);
}

function divided(flows: SummedRows, by: (seller: number, buyer: number) => number): SummedRows {
  const values = flows.values.slice();
  for (let seller = 0; seller < flows.n; seller++)
    for (let place = flows.offsets[seller]!; place < flows.offsets[seller + 1]!; place++)
      values[place]! /= by(seller, flows.columns[place]!);
  return { ...flows, values };
}

function solved(rows: SummedRows, rhs: Float64Array, scale: number): Float64Array | null {
  const x = new Float64Array(rows.n);
  const diagonal = new Float64Array(rows.n).fill(1);
  return solveFeedback({ rows, scale, diagonal }, rhs, x) ? x : null;
}
