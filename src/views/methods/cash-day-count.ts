/** How many years lie between two dates? The input and output of `cash.dayCount`. */

import { dayCountConventions, yearsBetween } from "../../model/day-count.ts";
import type { Method } from "./method.ts";
import { readDate } from "./read-dates.ts";
import { readInput } from "./read-input.ts";

export const dayCount: Method = {
  name: "cash.dayCount",
  question: "How many years lie between two dates, by the convention that a contract names?",
  source: "ISDA, EMU and market conventions, 1998; Microsoft Excel, YEARFRAC documentation",
  run(input) {
    const fields = readInput(input, ["cases"]);
    const cases = fields.objects("cases", ["start", "end", "convention"]).map((each) => ({
      start: readDate(each, "start"),
      end: readDate(each, "end"),
      convention: each.oneOf("convention", dayCountConventions),
    }));
    return fields.answer(() => ({
      results: cases.map(({ start, end, convention }) => {
        const { numerator, denominator } = yearsBetween(start, end, convention);
        return { value: numerator / denominator, fraction: [numerator, denominator] };
      }),
    }));
  },
};
