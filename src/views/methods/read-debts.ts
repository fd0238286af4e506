/** What do both clearing methods read, and what do they tell? Debts between companies, assets and debts outside. */

import { type Clearing, clear, type DebtNetwork, type DefaultCosts, debtNetwork } from "../../analyses/clearing.ts";
import { isUnique, leastClearing } from "../../analyses/least-clearing.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { InputFields } from "./read-input.ts";

export const debtFields: readonly string[] = ["n", "liabilities", "externalAssets", "externalLiabilities"];

/** The network of debts that the input describes. */
export function readDebts(fields: InputFields): DebtNetwork {
  const n = fields.count("n");
  const { from, to, amount } = fields.edges("liabilities", n);
  const assets = fields.numbers("externalAssets", n);
  const debts = fields.numbers("externalLiabilities", n, { min: 0, fallback: 0 });
  return debtNetwork(summedRows(n, from, to, amount), assets, debts);
}

/** The clearing in the words of the input. */
export function clearingAnswer(fields: InputFields, network: DebtNetwork, costs: DefaultCosts) {
  const clearing = clear(network, costs);
  if (!clearing.exact) fields.refuse("liabilities", notAtRest, notAtRestFix);
  const least = leastClearing(network, clearing.payments, costs);
  return {
    ...clearingColumns(network, clearing),
    unique: least && isUnique(network, clearing.payments, least),
    ...(least ? { leastPayments: [...least] } : {}),
  };
}

const notAtRest = "lead to payments that do not come to rest: debts run in circles out of which almost nothing leaks.";
const notAtRestFix =
  "State debts and assets outside that are large enough to matter beside the circle, or leave the circle out.";

function clearingColumns({ n, due, outsideAssets, obligations }: DebtNetwork, { payments, wave }: Clearing) {
  const { offsets, columns, values } = due;
  const equity = new Array<number>(n);
  let [shortfall, defaults, waves] = [0, 0, 0];
  for (let company = 0; company < n; company++) {
    let assets = outsideAssets[company]!;
    for (let place = offsets[company]!; place < offsets[company + 1]!; place++)
      assets += values[place]! * (payments[columns[place]!]! / obligations[columns[place]!]!);
    equity[company] = wave[company] === -1 ? Math.max(0, assets - obligations[company]!) : 0;
    shortfall += obligations[company]! - payments[company]!;
    if (wave[company]! >= 0) defaults++;
    waves = Math.max(waves, wave[company]! + 1);
  }
  return {
    payments: [...payments],
    obligations: [...obligations],
    default: Array.from(wave, (each) => (each >= 0 ? 1 : 0)),
    wave: [...wave],
    waves,
    equity,
    recovery: Array.from(payments, (paid, company) => (obligations[company]! > 0 ? paid / obligations[company]! : 1)),
    shortfall,
    defaults,
  };
}
