/** Reads amounts, sales or dated sales from plain input and says how concentrated they are. */

import { type Concentration, concentration, rowConcentration } from "../../analyses/concentration.ts";
import { concentrationOverTime } from "../../analyses/concentration-over-time.ts";
import { summedRows, transposedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

const source = "Merger guidelines of the United States 2023, section 2.1; Hirschman 1945";
const undefinedAll = { hhi: null, points: null, effectiveNumber: null, normalised: null, topShare: null };

export const hhi: Method = {
  name: "concentration.hhi",
  question: "How concentrated are these amounts on a few?",
  source,
  run(input) {
    const fields = readInput(input, ["values"]);
    const values = fields.numbers("values", null, { min: 0 });
    return fields.answer(
      (): Readonly<Record<keyof Concentration, number | null>> => concentration(values) ?? undefinedAll,
    );
  },
};

export const networkHhi: Method = {
  name: "concentration.networkHhi",
  question: "How concentrated are the customers of every company, and its suppliers?",
  source,
  run(input) {
    const fields = readInput(input, ["n", "sales"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("sales", n);
    return fields.answer(() => {
      const sales = summedRows(n, from, to, amount);
      return {
        customerHhi: nullWhereNone(rowConcentration(sales)),
        supplierHhi: nullWhereNone(rowConcentration(transposedRows(sales))),
      };
    });
  },
};

export const layersOverTime: Method = {
  name: "concentration.layersOverTime",
  question: "Does each layer become more or less concentrated from period to period?",
  source,
  run(input) {
    const fields = readInput(input, ["layers", "sales"]);
    const layers = fields.list("layers").map(String);
    const names = [...new Set(layers)];
    const company = { integer: true, min: 0, max: layers.length - 1 };
    const [seller, customer, amount, period] = fields.table("sales", [
      { name: "seller", ...company },
      { name: "customer", ...company },
      { name: "amount", min: 0 },
      { name: "period", integer: true },
    ]) as [Float64Array, Float64Array, Float64Array, Float64Array];
    return fields.answer(() => {
      const periods = [...new Set(period)].sort((a, b) => a - b);
      const numberOf = new Map(periods.map((each, index) => [each, index]));
      const entries = concentrationOverTime(
        Int32Array.from(layers, (layer) => names.indexOf(layer)),
        periods.length,
        {
          seller: Int32Array.from(seller),
          customer: Int32Array.from(customer),
          amount,
          period: Int32Array.from(period, (each) => numberOf.get(each)!),
        },
      );
      return {
        cells: entries.map((entry) => ({
          layer: names[entry.layer]!,
          period: periods[entry.period]!,
          total: entry.total,
          sellers: entry.sellers,
          largestSeller: entry.largestSeller,
          ...entry.concentration,
        })),
      };
    });
  },
};

function nullWhereNone(values: Float64Array): (number | null)[] {
  return Array.from(values, (each) => (Number.isNaN(each) ? null : each));
}
