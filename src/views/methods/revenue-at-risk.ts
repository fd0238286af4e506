/** Reads sales, shocks and who stops from plain input and says what revenue is lost. */

import { revenueAtRisk } from "../../analyses/revenue-at-risk.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const revenueAtRiskMethod: Method = {
  name: "contagion.revenueAtRisk",
  question: "How much revenue does everybody lose when some companies stop, or buy less?",
  source: "Haimes and Jiang 2001, Journal of Infrastructure Systems 7; Santos and Haimes 2004, Risk Analysis 24",
  run(input) {
    const fields = readInput(input, ["n", "sales", "otherRevenue", "shock", "passThrough", "lost"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("sales", n);
    const otherRevenue = fields.numbers("otherRevenue", n, { min: 0, fallback: 0 });
    const shock = fields.numbers("shock", n, { min: 0, max: 1, fallback: 0 });
    const passThrough = fields.numbers("passThrough", n, { min: 0, max: 1, fallback: 1 });
    const lost = fields.nodes("lost", n, { fallback: [] });
    return fields.answer(() => {
      const sales = summedRows(n, from, to, amount);
      const { q, revenue, exact } = revenueAtRisk(sales, otherRevenue, shock, passThrough, lost);
      if (!exact) fields.refuse("sales", "lead to losses that do not come to rest in a block too large to solve.");
      const lostRevenue = q.map((part, company) => part * revenue[company]!);
      return {
        q: [...q],
        revenue: [...revenue],
        lostRevenue: [...lostRevenue],
        totalLost: lostRevenue.reduce((sum, each) => sum + each, 0),
      };
    });
  },
};
