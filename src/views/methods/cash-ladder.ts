/** What falls due when, and does the cash last? The input and output of `cash.ladder`. */

import { ladder as ladderOf, liquidity } from "../../analyses/ladder.ts";
import { dayOfNumber } from "../../model/day.ts";
import { sumOfDecimals } from "../../numeric/decimal-sum.ts";
import type { Method } from "./method.ts";
import { readDate, readDatedAmounts } from "./read-dates.ts";
import { readInput } from "./read-input.ts";

export const ladder: Method = {
  name: "cash.ladder",
  question: "What falls due when, how much cash is missing in each band, and when does it first run short?",
  source: "IFRS 7.39 and B11; Regulation S-K, former Item 303(a)(5)",
  run(input) {
    const fields = readInput(input, ["asOf", "flows", "cash"]);
    const asOf = readDate(fields, "asOf");
    const { days, amounts, undated } = readDatedAmounts(fields, "flows", true);
    const cash = fields.number("cash", { fallback: 0 });
    return fields.answer(() => {
      const { end, lowest, lowestDay, firstShortfall } = liquidity(asOf, days, amounts, cash);
      return {
        buckets: ladderOf(asOf, days, amounts, cash).map(({ band, ...figures }) => ({ bucket: band, ...figures })),
        unscheduled: {
          payable: sumOfDecimals(undated.map((amount) => Math.max(0, -amount))),
          receivable: sumOfDecimals(undated.map((amount) => Math.max(0, amount))),
        },
        liquidity: {
          end,
          lowest,
          lowestDate: dayOfNumber(lowestDay),
          firstShortfall: firstShortfall === null ? null : dayOfNumber(firstShortfall),
        },
      };
    });
  },
};
