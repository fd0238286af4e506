/**
 * The product's own functions in the form of the harness for networks: `node HARNESS.mjs bench/network-adapter.ts [task] [maxEdges]`.
 *
 * What an application builds once for all questions is built in `prepare`: rows of edges, their transpose, the shares of PageRank.
 */

import { type DebtNetwork, type DefaultCosts, debtNetwork, noCosts } from "../src/analyses/clearing.ts";
import { clearingPayments } from "../src/analyses/clearing-payments.ts";
import { compression } from "../src/analyses/compression.ts";
import { boundedCycles } from "../src/analyses/cycles.ts";
import { debtRank, type LeverageNetwork, leverageNetwork } from "../src/analyses/debt-rank.ts";
import { pageRank, type RankIndex, rankIndex } from "../src/analyses/pagerank.ts";
import { stronglyConnected } from "../src/numeric/strong-components.ts";
import { type SummedRows, summedRows, transposedRows } from "../src/numeric/summed-rows.ts";

/** Edges sorted by source, then target. */
export interface PlainNetwork {
  readonly n: number;
  readonly m: number;
  readonly src: Int32Array;
  readonly dst: Int32Array;
  readonly amount: Float64Array;
}

export interface PreparedNetwork {
  readonly plain: PlainNetwork;
  readonly rows: SummedRows;
  readonly turned: SummedRows;
  readonly ranks: RankIndex;
}

export interface CompanyData {
  readonly e: Float64Array;
  readonly el: Float64Array;
  readonly equity: Float64Array;
  readonly shock: Float64Array;
  readonly alpha: number;
  readonly beta: number;
}

export type Check = Readonly<Record<string, number>>;

export function prepare(plain: PlainNetwork): PreparedNetwork {
  const rows = summedRows(plain.n, plain.src, plain.dst, plain.amount);
  return { plain, rows, turned: transposedRows(rows), ranks: rankIndex(rows) };
}

/** The tasks of the harness; each gives figures that are checked. */
export const networkTasks = {
  scc: ({ rows }: PreparedNetwork): Check => ({ components: stronglyConnected(rows).count }),
  pagerank: ({ ranks }: PreparedNetwork): Check => {
    const { rank } = pageRank(ranks, { damping: 0.85, tolerance: 1e-10, maxSweeps: 1000 });
    return { max: rank.reduce((most, each) => Math.max(most, each), 0) };
  },
  cycles6: ({ rows }: PreparedNetwork): Check => {
    const { count, bottlenecks } = boundedCycles(rows, { maxLength: 6, minAmount: 0, maxCount: 20_000_000 });
    return { cycles: count, bottleneckSum: bottlenecks.reduce((sum, each) => sum + each, 0) };
  },
  compression: ({ rows }: PreparedNetwork): Check => {
    const { gross, conservativeReduction } = compression(rows);
    return { gross, reduction: conservativeReduction };
  },
  eisenbergNoe: (network: PreparedNetwork, data: CompanyData): Check => cleared(network, data, noCosts),
  rogersVeraart: (network: PreparedNetwork, data: CompanyData): Check => cleared(network, data, data),
  debtrank: ({ plain }: PreparedNetwork, { equity, shock }: CompanyData): Check => {
    const { h } = debtRank(leverageOf(plain, equity), shock, 1e-10);
    return { sumH: h.reduce((sum, each) => sum + each, 0), defaults: h.filter((each) => each >= 1 - 1e-12).length };
  },
} as const;

/** Leverage is built once a network, like the matrix of the other programs; the harness' edges lead from borrower to lender. */
function leverageOf({ n, src, dst, amount }: PlainNetwork, equity: Float64Array): LeverageNetwork {
  if (leverages.get(amount)?.equity !== equity)
    leverages.set(amount, { equity, network: leverageNetwork(n, dst, src, amount, equity) });
  return leverages.get(amount)!.network;
}

const leverages = new WeakMap<Float64Array, { readonly equity: Float64Array; readonly network: LeverageNetwork }>();

/** So are debts and obligations. */
function debtsOf({ rows, turned }: PreparedNetwork, { e, el }: CompanyData): DebtNetwork {
  if (debts.get(rows)?.e !== e) debts.set(rows, { e, network: debtNetwork(rows, e, el, turned) });
  return debts.get(rows)!.network;
}

const debts = new WeakMap<SummedRows, { readonly e: Float64Array; readonly network: DebtNetwork }>();

function cleared(prepared: PreparedNetwork, data: CompanyData, costs: DefaultCosts): Check {
  const network = debtsOf(prepared, data);
  const { payments, inDefault } = clearingPayments(network, costs, 1e-10);
  return {
    sumPayments: payments.reduce((sum, each) => sum + each, 0),
    defaults: inDefault.reduce((sum, each) => sum + each, 0),
  };
}

export default { prepare, ...networkTasks };
