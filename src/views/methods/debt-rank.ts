/** Reads claims, equity and a shock from plain input and says what equity is lost in the end. */

import { additionalLoss, debtRank, firstLosses, leverageNetwork } from "../../analyses/debt-rank.ts";
import { singleHitDebtRank } from "../../analyses/single-hit-debt-rank.ts";
import { spectralRadius } from "../../numeric/spectral-radius.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const debtRankMethod: Method = {
  name: "contagion.debtRank",
  question: "How much equity is lost when a shock passes on from borrowers to lenders?",
  source:
    "Bardoscia and others 2015, PLoS ONE 10 (every reverberation); Battiston and others 2012, Scientific Reports 2 (a single hit)",
  run(input) {
    const fields = readInput(input, ["n", "claims", "equity", "shock", "weights"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("claims", n);
    const equity = fields.numbers("equity", n);
    const shock = fields.numbers("shock", n, { min: 0 });
    const isWeighted = fields.has("weights") && fields.raw("weights") !== null;
    const weights = isWeighted ? fields.numbers("weights", n, { min: 0 }) : new Float64Array(n).fill(1);
    if (isWeighted && n > 0 && !weights.some((each) => each > 0))
      fields.refuse("weights", "are all 0.", "Give sizes, or null to weigh all alike.");
    return fields.answer(() => {
      const network = leverageNetwork(n, from, to, amount, equity);
      const first = firstLosses(network, shock);
      const linear = debtRank(network, shock);
      if (!linear.exact)
        fields.refuse("claims", "lead to losses that do not come to rest in a block too large to solve.");
      const single = singleHitDebtRank(network, shock);
      return {
        linear2015: {
          h: [...linear.h],
          debtRank: additionalLoss(first, linear.h, weights) ?? 0,
          defaults: linear.h.filter((each) => each === 1).length,
          ...radiusFields(network.leverage),
        },
        singleHit2012: {
          h: [...single.h],
          debtRank: additionalLoss(first, single.h, weights) ?? 0,
          steps: single.steps,
        },
      };
    });
  },
};

/** The radius as one figure where its bounds agree, else the bounds. */
function radiusFields(leverage: Parameters<typeof spectralRadius>[0]) {
  const { lower, upper } = spectralRadius(leverage);
  return upper - lower <= 1e-10 * upper
    ? { spectralRadius: (lower + upper) / 2 }
    : { spectralRadiusBetween: [lower, upper] };
}
