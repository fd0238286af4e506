/** Reads debts, net worth and a shock from plain input and follows the defaults. */

import { defaultCascade } from "../../analyses/default-cascade.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const cascade: Method = {
  name: "contagion.cascade",
  question: "Who falls if these fail, because claims on the failed are lost?",
  source: "Furfine 2003, Journal of Money, Credit and Banking 35",
  run(input) {
    const fields = readInput(input, ["n", "liabilities", "netWorth", "shocked", "recovery"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("liabilities", n);
    const netWorth = fields.numbers("netWorth", n);
    const shocked = fields.nodes("shocked", n);
    const recovery = fields.number("recovery", { min: 0, max: 1 });
    return fields.answer(() => {
      const { wave, loss } = defaultCascade(summedRows(n, from, to, amount), netWorth, shocked, recovery);
      return { default: Array.from(wave, (each) => (each >= 0 ? 1 : 0)), wave: [...wave], loss: [...loss] };
    });
  },
};
