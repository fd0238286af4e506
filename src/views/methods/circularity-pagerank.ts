/** `circularity.pagerank`: plain edges in, ranks out. */

import { pageRank, rankDefaults, rankIndex } from "../../analyses/pagerank.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const circularityPagerank: Method = {
  name: "circularity.pagerank",
  question: "Which companies does money pass most, if each unit moves on in proportion to the deals?",
  source: "Brin & Page 1998",
  run(input) {
    const fields = readInput(input, ["n", "edges", "damping"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("edges", n, { fallback: 1 });
    const damping = fields.number("damping", { min: 0, max: 0.9999, fallback: rankDefaults.damping });
    return fields.answer(() => {
      const rows = summedRows(n, from, to, amount, "keep");
      const { rank, ...about } = pageRank(rankIndex(rows), { ...rankDefaults, damping });
      return { rank: [...rank], ...about };
    });
  },
};
