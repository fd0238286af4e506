/** `circularity.compression`: plain obligations in; gross, net, excess, the largest circulation with its proof and the circular share out. */

import { type Compression, compression } from "../../analyses/compression.ts";
import { rowOfEntries, type SummedRows, summedRows } from "../../numeric/summed-rows.ts";
import { wholeUnits } from "../../numeric/whole-units.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const circularityCompression: Method = {
  name: "circularity.compression",
  question: "How circular is the network: what is gross, net and excess, and how much can be cancelled?",
  source: "D'Errico & Roukny 2021; Goldberg & Tarjan 1990",
  run(input) {
    const fields = readInput(input, ["n", "edges"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("edges", n);
    return fields.answer(() => {
      // Debts to oneself fall out, so they have no say in the unit.
      const owed = amount.map((each, edge) => (from[edge] === to[edge] ? 0 : each));
      const { whole, perOne, exact } = wholeUnits(owed);
      const rows = summedRows(n, from, to, whole);
      return compressionJson(rows, compression(rows), perOne, exact);
    });
  },
};

function compressionJson(
  rows: SummedRows,
  { gross, net, minimumGross, bilateralReduction, conservativeReduction, flow, ranks }: Compression,
  perOne: number,
  exact: boolean,
): Readonly<Record<string, unknown>> {
  const excess = gross - minimumGross;
  const amounts = (units: number): number => units / perOne;
  const row = rowOfEntries(rows);
  const cancelled: [number, number, number][] = [];
  for (let place = 0; place < flow.length; place++)
    if (flow[place]! > 0) cancelled.push([row[place]!, rows.columns[place]!, amounts(flow[place]!)]);
  return {
    /** False where amounts were laid on a binary grid: figures then hold to about 1e-15 of gross. */
    exact,
    gross: amounts(gross),
    net: Array.from(net, amounts),
    minimumGross: amounts(minimumGross),
    excess: amounts(excess),
    bilateral: { reduction: amounts(bilateralReduction), residualGross: amounts(gross - bilateralReduction) },
    conservative: {
      reduction: amounts(conservativeReduction),
      residualGross: amounts(gross - conservativeReduction),
      residualExcess: amounts(excess - conservativeReduction),
      efficiency: excess > 0 ? conservativeReduction / excess : 1,
    },
    nonConservative: { reduction: amounts(excess), residualGross: amounts(minimumGross) },
    circularShare: gross > 0 ? conservativeReduction / gross : 0,
    certificate: { flow: cancelled, ranks: [...ranks] },
  };
}
