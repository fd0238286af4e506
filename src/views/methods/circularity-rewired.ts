/** `circularity.rewired`: plain obligations and a seed in, how circular the network is beside rewired ones out. */

import { compareWithRewired } from "../../analyses/rewired.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import { wholeUnits } from "../../numeric/whole-units.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const circularityRewired: Method = {
  name: "circularity.rewired",
  question: "Is the network more circular than rewired ones of the same degrees and amounts?",
  source: "Maslov & Sneppen 2002",
  run(input, watch) {
    const fields = readInput(input, ["n", "edges", "networks", "swapsPerEdge", "seed"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("edges", n, { fallback: 1 });
    const networks = fields.count("networks", { min: 2, max: 100_000, fallback: 200 });
    const swapsPerEdge = fields.count("swapsPerEdge", { min: 1, max: 1000, fallback: 10 });
    const seed = fields.count("seed", { max: Number.MAX_SAFE_INTEGER, fallback: 0 });
    return fields.answer(() => {
      const rows = summedRows(n, from, to, wholeUnits(amount).whole);
      const tell = watch && ((done: number, total: number): void => watch.tell(done, total, "rewired networks"));
      const measures = compareWithRewired(rows, { networks, swapsPerEdge, seed, ...(tell && { tell }) });
      return { networks, swapsPerEdge, seed, ...measures };
    });
  },
};
