/** At what yearly rates do dated payments break even? The input and output of `cash.xirr`. */

import { multiplesOf, presentValue, ratesOfReturn } from "../../analyses/rates-of-return.ts";
import type { Method } from "./method.ts";
import { readDatedAmounts } from "./read-dates.ts";
import { readInput } from "./read-input.ts";

export const xirr: Method = {
  name: "cash.xirr",
  question: "At what yearly rates do dated payments break even, and how many times the money came back?",
  source: "Microsoft Excel, XIRR and XNPV documentation; C. J. Norstrom, 1972",
  run(input) {
    const fields = readInput(input, ["flows", "rate", "nav"]);
    const { days, amounts } = readDatedAmounts(fields, "flows");
    const rate = fields.has("rate") ? fields.number("rate") : null;
    if (rate !== null && rate <= -1)
      fields.refuse("rate", `is ${rate}; a yearly rate is above -1 (a loss of everything).`);
    const nav = fields.number("nav", { fallback: 0 });
    return fields.answer(() => {
      const found = ratesOfReturn(days, amounts);
      const { paidIn, distributed, dpi, rvpi, tvpi } = multiplesOf(amounts, nav);
      const only = found.status === "unique" ? finite(found.rates[0]!) : null;
      return {
        status: found.status,
        signChanges: found.signChanges,
        uniquePositiveByNorstrom: found.onePositiveByRunningSum,
        roots: found.rates.map(finite),
        xirr: only,
        days: found.days,
        periodReturn: found.status === "unique" ? finite(found.periodReturns[0]!) : null,
        ...(rate === null ? {} : { xnpv: finite(presentValue(days, amounts, rate)) }),
        paidIn,
        distributed,
        nav,
        dpi,
        rvpi,
        tvpi,
        moic: tvpi,
      };
    });
  },
};

/** Null for what is beyond all doubles. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
