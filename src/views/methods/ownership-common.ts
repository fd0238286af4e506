/** How much do rivals belong to the same people? The input and output of `ownership.common`. */

import { commonOwnership } from "../../analyses/common-ownership.ts";
import { integratedShares } from "../../analyses/integrated-ownership.ts";
import type { Method } from "./method.ts";
import { finiteOrNull, holdingProblems, readHoldings } from "./read-holdings.ts";
import { readInput } from "./read-input.ts";

export const common: Method = {
  name: "ownership.common",
  question: "How much do rivals belong to the same people, and what does that add to their concentration?",
  source: "D. O'Brien, S. Salop, 2000; M. Backus, C. Conlon, M. Sinkinson, 2020",
  run(input) {
    const fields = readInput(input, ["n", "holdings", "rivals", "marketShares", "throughOthers"]);
    const n = fields.count("n");
    const holdings = readHoldings(fields, "holdings", n);
    const rivals = fields.nodes("rivals", n);
    if (new Set(rivals).size < rivals.length) fields.refuse("rivals", "names a company twice.");
    const marketShares = fields.has("marketShares")
      ? fields.numbers("marketShares", rivals.length, { min: 0, max: 1 })
      : null;
    const throughOthers = fields.flag("throughOthers", false);
    const problems: ReturnType<typeof holdingProblems> = [];
    const answered = fields.answer(() => {
      const index = holdings();
      problems.push(...holdingProblems(index, "holdings"));
      const { offsets, columns, values } = index.byHolder;
      // Owners in the last line only, where shares run through others: a company in between would be counted beside its owners.
      const investors = Array.from({ length: n }, (_, holder) => holder).filter(
        (holder) => offsets[holder + 1]! > offsets[holder]! && (!throughOthers || index.held[holder] === 0),
      );
      const shares = new Float64Array(investors.length * rivals.length);
      const direct = new Float64Array(n);
      for (const [row, investor] of investors.entries()) {
        direct.fill(0);
        for (let place = offsets[investor]!; place < offsets[investor + 1]!; place++)
          if (columns[place] !== investor) direct[columns[place]!] = values[place]!;
        const own = throughOthers ? integratedShares(index, investor) : direct;
        for (const [column, rival] of rivals.entries()) shares[row * rivals.length + column] = own[rival]!;
      }
      const { profitWeights, ...market } = commonOwnership(rivals.length, shares, marketShares);
      const rows = Array.from(rivals, (_, row) =>
        finiteOrNull(profitWeights.subarray(row * rivals.length, (row + 1) * rivals.length)),
      );
      return { profitWeights: rows, ...market };
    });
    return { value: answered.value, problems: [...answered.problems, ...problems] };
  },
};
