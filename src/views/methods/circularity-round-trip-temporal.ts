/** `circularity.roundTripTemporal`: one investment and dated payments in, what can come back in time out. */

import { datedRoundTrip } from "../../analyses/dated-round-trip.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const circularityRoundTripTemporal: Method = {
  name: "circularity.roundTripTemporal",
  question: "How much of an investment can come back in time, over commitments with days?",
  source: "Akrida et al. 2017",
  run(input) {
    const fields = readInput(input, ["invested", "day", "company", "investor", "commitments"]);
    const invested = fields.number("invested", { min: 0 });
    const day = fields.number("day");
    const company = fields.number("company", { integer: true });
    const investor = fields.number("investor", { integer: true });
    const [payer, payee, amount, paidOn] = fields.table("commitments", [
      { name: "payer", integer: true },
      { name: "payee", integer: true },
      { name: "amount", min: 0 },
      { name: "day" },
    ]) as [Float64Array, Float64Array, Float64Array, Float64Array];
    return fields.answer(() => ({
      ...datedRoundTrip({ investor, company, invested, day }, { payer, payee, amount, day: paidOn }),
    }));
  },
};
