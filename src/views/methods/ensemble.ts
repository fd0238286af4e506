/**
 * Reads debts some of whose amounts are unknown from plain input and says how far the answers lie apart. A row of `liabilities` is
 * [debtor, creditor, amount]; the amount is a number, null where it is not stated, or [low, high], high null where it is open.
 */

import { debtNetwork } from "../../analyses/clearing.ts";
import { clearingPayments } from "../../analyses/clearing-payments.ts";
import { type OpenAmounts, type TypicalAmount, typicalAmount } from "../../analyses/completions.ts";
import { debtRank, leverageNetwork } from "../../analyses/debt-rank.ts";
import { type Ensemble, ensemble } from "../../analyses/ensemble.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { type InputFields, readInput } from "./read-input.ts";

const known = [
  ...["n", "liabilities", "owedInAll", "dueInAll", "typical", "draws", "seed", "ask"],
  ...["externalAssets", "externalLiabilities", "alpha", "beta", "equity", "shock"],
];
/** Figures that are kept: 160 MB. */
const mostFigures = 20_000_000;

export const ensembleMethod: Method = {
  name: "contagion.ensemble",
  question: "How sure is a clearing or a DebtRank when some amounts are unknown?",
  source: "Deming and Stephan 1940; Anand and others 2018, Journal of Financial Stability 35",
  run(input, watch) {
    const fields = readInput(input, known);
    const n = fields.count("n");
    const open = readOpenAmounts(fields, n);
    const typical = readTypical(fields, open);
    const draws = fields.count("draws", { min: 1, max: 100_000, fallback: 1000 });
    const seed = fields.count("seed", { max: Number.MAX_SAFE_INTEGER, fallback: 0 });
    const isClearing = fields.oneOf("ask", ["clearing", "debtRank"], "clearing") === "clearing";
    const question = isClearing ? askClearing(fields, n, open) : askDebtRank(fields, n, open);
    if (draws * 2 * (n + 1) > mostFigures)
      fields.refuse(
        "draws",
        `times ${n} companies is more than can be kept.`,
        `Ask for at most ${Math.floor(mostFigures / (2 * n + 2))}.`,
      );
    return fields.answer(() => {
      const tell = watch && ((done: number, total: number): void => watch.tell(done, total, "draws"));
      const found = ensemble(open, typical, question, { draws, seed, ...(tell && { tell }) });
      const unknown = open.low.filter((each, edge) => each !== open.high[edge]).length;
      return {
        draws,
        seed,
        unknown,
        typical,
        mismatch: found.mismatch,
        ...(isClearing ? clearingSpread(found, n) : debtRankSpread(found, n)),
      };
    });
  },
};

function readOpenAmounts(fields: InputFields, n: number): OpenAmounts {
  const rows = fields.list("liabilities");
  const [from, to] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  const [low, high] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  for (const [edge, row] of rows.entries()) {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [];
    const ends = endsOf(cells[2]);
    if (cells.length !== 3 || ends === null || !isCompany(cells[0], n) || !isCompany(cells[1], n)) {
      fields.refuse(
        `liabilities[${edge}]`,
        `is no row [debtor, creditor, amount] with companies from 0 to ${n - 1}.`,
        "The amount is a number of at least 0, null where it is unknown, or [low, high].",
      );
      continue;
    }
    [from[edge], to[edge]] = [cells[0] as number, cells[1] as number];
    [low[edge], high[edge]] = ends;
  }
  return {
    from,
    to,
    low,
    high,
    rowTotals: readTotals(fields, "owedInAll", n),
    columnTotals: readTotals(fields, "dueInAll", n),
  };
}

function endsOf(amount: unknown): [number, number] | null {
  if (amount === null) return [0, Number.POSITIVE_INFINITY];
  if (isAmount(amount)) return [amount, amount];
  if (!Array.isArray(amount) || amount.length !== 2) return null;
  const low: unknown = amount[0] ?? 0;
  const high: unknown = amount[1];
  if (!isAmount(low)) return null;
  if (high === null) return [low, Number.POSITIVE_INFINITY];
  return isAmount(high) && high >= low ? [low, high] : null;
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isCompany(value: unknown, n: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < n;
}

/** Totals, NaN where null stands or nothing is given. */
function readTotals(fields: InputFields, key: string, n: number): Float64Array {
  const totals = new Float64Array(n).fill(Number.NaN);
  const given = fields.list(key, true);
  if (fields.has(key) && given.length !== n)
    fields.refuse(key, `has ${given.length} entries; it needs ${n}, one for each company.`);
  for (const [company, total] of given.entries())
    if (isAmount(total)) totals[company] = total;
    else if (total !== null) fields.refuse(`${key}[${company}]`, "is neither a number of at least 0 nor null.");
  return totals;
}

function readTypical(fields: InputFields, open: OpenAmounts): TypicalAmount {
  if (fields.has("typical")) {
    const [median, sigma] = fields.numbers("typical", 2, { min: 0 });
    return { median: median ?? 0, sigma: sigma ?? 0 };
  }
  const found = typicalAmount(open);
  const needsOne = open.high.some((each) => each === Number.POSITIVE_INFINITY);
  if (!found && needsOne)
    fields.refuse(
      "liabilities",
      "state fewer than three amounts: too few to judge the others by.",
      'Add "typical": [median, sigma of the logarithm].',
    );
  return found ?? { median: 0, sigma: 0 };
}

/** Shortfall and defaults in all, then for each company its recovery and whether it is in default. */
function askClearing(fields: InputFields, n: number, { from, to }: OpenAmounts) {
  const assets = fields.numbers("externalAssets", n);
  const debts = fields.numbers("externalLiabilities", n, { min: 0, fallback: 0 });
  const alpha = fields.number("alpha", { min: 0, max: 1, fallback: 1 });
  const beta = fields.number("beta", { min: 0, max: 1, fallback: 1 });
  return (amount: Float64Array): Float64Array => {
    const network = debtNetwork(summedRows(n, from, to, amount), assets, debts);
    const { payments, inDefault } = clearingPayments(network, { alpha, beta });
    const figures = new Float64Array(2 + 2 * n);
    for (let company = 0; company < n; company++) {
      const owes = network.obligations[company]!;
      figures[0]! += owes - payments[company]!;
      figures[1]! += inDefault[company]!;
      figures[2 + company] = owes > 0 ? payments[company]! / owes : 1;
      figures[2 + n + company] = inDefault[company]!;
    }
    return figures;
  };
}

function clearingSpread({ figures }: Ensemble, n: number) {
  const recovery = figures.slice(2, 2 + n);
  return {
    shortfall: figures[0],
    defaults: figures[1],
    defaultProbability: figures.slice(2 + n).map(({ mean }) => mean),
    ...bands("recovery", recovery),
  };
}

/** The loss in all, as a part of all equity, then the loss of each company. */
function askDebtRank(fields: InputFields, n: number, { from, to }: OpenAmounts) {
  const equity = fields.numbers("equity", n);
  const shock = fields.numbers("shock", n, { min: 0 });
  return (amount: Float64Array): Float64Array => {
    const { h } = debtRank(leverageNetwork(n, to, from, amount, equity), shock);
    const owned = equity.map((each) => Math.max(0, each));
    const all = owned.reduce((sum, each) => sum + each, 0);
    const lost = h.reduce((sum, each, company) => sum + each * owned[company]!, 0);
    return Float64Array.of(all > 0 ? lost / all : 0, ...h);
  };
}

function debtRankSpread({ figures }: Ensemble, n: number) {
  return { lostEquity: figures[0], ...bands("h", figures.slice(1, 1 + n)) };
}

function bands(name: string, figures: Ensemble["figures"]) {
  return {
    [`${name}Low`]: figures.map(({ p05 }) => p05),
    [`${name}Median`]: figures.map(({ median }) => median),
    [`${name}High`]: figures.map(({ p95 }) => p95),
  };
}
