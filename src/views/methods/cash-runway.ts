/** How many months does the cash last? The input and output of `cash.runway`. */

import { runway as runwayOf } from "../../analyses/runway.ts";
import { dayParts } from "../../model/day.ts";
import type { Method } from "./method.ts";
import { readDate } from "./read-dates.ts";
import { readInput } from "./read-input.ts";
import { readDatedRanges, readRange } from "./read-ranges.ts";

/** Dates have four digits for the year, and a runway is followed for a century. */
const lastYear = 9898;

export const runway: Method = {
  name: "cash.runway",
  question: "How many months does the cash last, at the shortest and at the longest?",
  source: "cash over net burn, dated; FASB ASC 205-40",
  run(input) {
    const fields = readInput(input, ["asOf", "cash", "monthlyBurn", "flows"]);
    const asOf = readDate(fields, "asOf");
    const cash = readRange(fields, "cash");
    const burn = readRange(fields, "monthlyBurn", { fallback: 0 });
    const flows = readDatedRanges(fields, "flows");
    if (dayParts(asOf).year > lastYear)
      fields.refuse("asOf", `lies after the year ${lastYear}, so that a century from it has no date.`);
    return fields.answer(() => {
      const [shortest, longest] = runwayOf(asOf, cash, burn, flows);
      return {
        months: [shortest?.months ?? null, longest?.months ?? null],
        date: [shortest?.day ?? null, longest?.day ?? null],
      };
    });
  },
};
