/** Which date lies some months after another? The input and output of `cash.addMonths`. */

import { dayParts, monthsAfter, type PartialDay } from "../../model/day.ts";
import type { Method } from "./method.ts";
import { fullDate } from "./read-dates.ts";
import { readInput } from "./read-input.ts";

export const addMonths: Method = {
  name: "cash.addMonths",
  question: "Which date lies some months after another, or before it?",
  source: "calendar rule: a day that the month lacks becomes its last; always from the anchor, never chained",
  run(input) {
    const fields = readInput(input, ["cases"]);
    const cases = fields.list("cases").map((row, index): readonly [PartialDay, number] | null => {
      const place = `cases[${index}]`;
      const [date, months] = Array.isArray(row) && row.length === 2 ? (row as readonly unknown[]) : [];
      if (typeof months !== "number" || !Number.isSafeInteger(months)) {
        fields.refuse(place, "is not a row [date, whole number of months].");
        return null;
      }
      const day = fullDate(fields, `${place}[0]`, date);
      if (day === null) return null;
      const year = dayParts(day).year + months / 12;
      if (year >= 1000 && year < 9999) return [day, months];
      fields.refuse(`${place}[1]`, `is ${months}, which leads out of the years 1000 to 9998.`);
      return null;
    });
    return fields.answer(() => ({
      results: cases.flatMap((each) => (each ? [monthsAfter(each[0], each[1])] : [])),
    }));
  },
};
