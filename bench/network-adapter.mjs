import { boundedCycles } from "../src/analyses/cycles.ts";
import { pageRank, rankIndex } from "../src/analyses/pagerank.ts";
import { summedRows } from "../src/numeric/summed-rows.ts";
import { largestCirculation } from "../src/numeric/largest-circulation.ts";

import { stronglyConnected } from "../src/numeric/strong-components.ts";

export default {
  prepare: ({ n, src, dst, amount }) => {
    const rows = summedRows(n, src, dst, amount);
    return { rows, ranks: rankIndex(rows) };
  },
  scc: ({ rows }) => ({ components: stronglyConnected(rows).count }),
  pagerank: ({ ranks }) => {
    const { rank } = pageRank(ranks, { damping: 0.85, tolerance: 1e-10, maxSweeps: 1000 });
    return { max: rank.reduce((most, each) => Math.max(most, each), 0) };
  },
  compression: ({ rows }) => ({ reduction: largestCirculation(rows).total }),
  cycles6: ({ rows }) => {
    const c = boundedCycles(rows, { maxLength: 6, minAmount: 0, maxCount: 20_000_000 });
    return { cycles: c.count, bottleneckSum: c.bottlenecks.reduce((sum, each) => sum + each, 0) };
  },
};
