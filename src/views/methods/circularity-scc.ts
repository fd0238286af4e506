/** `circularity.scc`: plain edges in, components out. */

import { components } from "../../analyses/components.ts";
import { sparseRows } from "../../numeric/sparse-rows.ts";
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
      const answer = components(sparseRows(n, from, to, amount, { loops: false, empty: false }));
      return { ...answer, label: [...answer.label] };
    });
  },
};
