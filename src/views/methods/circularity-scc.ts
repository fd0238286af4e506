/** `circularity.scc`: plain edges in, components out. */

import { components } from "../../analyses/components.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const circularityScc: Method = {
  name: "circularity.scc",
  question: "Which companies reach each other through deals in both directions?",
  source: "Tarjan 1972; Pearce 2016",
  run(input) {
    const fields = readInput(input, ["n", "edges"]);
    const n = fields.count("n");
    // Amounts play no part, so they may be anything, or missing.
    const { from, to, amount } = fields.edges("edges", n, { min: Number.NEGATIVE_INFINITY, fallback: 1 });
    return fields.answer(() => {
      const answer = components(summedRows(n, from, to, amount, "keep", "keep"));
      return { ...answer, label: [...answer.label] };
    });
  },
};
