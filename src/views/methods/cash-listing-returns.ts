/** What does somebody who enters late earn when the company is listed? The input and output of `cash.listingReturns`. */

import { listingReturns as returnsOf } from "../../analyses/listing-returns.ts";
import { dayNumber } from "../../model/day.ts";
import type { Method } from "./method.ts";
import { fullDate, readDate } from "./read-dates.ts";
import { readInput } from "./read-input.ts";
import { rangeJson, readRange } from "./read-ranges.ts";

const known = ["entryDate", "entryValue", "listingDate", "listingValue", "dilution", "costs", "lockUpDays"];

export const listingReturns: Method = {
  name: "cash.listingReturns",
  question: "What does somebody who enters late earn when the company is listed, at worst and at best?",
  source: "price per share before and after each round; ILPA reporting template (MOIC)",
  run(input) {
    const fields = readInput(input, known);
    const positive = { min: Number.MIN_VALUE };
    const belowOne = { min: 0, max: 1 - Number.EPSILON, fallback: 0 };
    const entry = dayNumber(readDate(fields, "entryDate"));
    const written = fields.raw("listingDate");
    const dates = Array.isArray(written) && written.length === 2 ? (written as readonly unknown[]) : [written, written];
    const [first = entry, last = first] = dates.flatMap((each) => {
      const day = fullDate(fields, "listingDate", each);
      return day === null ? [] : [dayNumber(day)];
    });
    const locked = fields.number("lockUpDays", { integer: true, min: 0, fallback: 0 });
    const days = { low: first - entry + locked, high: last - entry + locked };
    if (days.low < 1 || days.high < days.low)
      fields.refuse(
        "listingDate",
        "does not lie after entryDate, or its ends are the wrong way round.",
        '"listingDate": ["2026-07-01", "2027-12-31"]',
      );
    const terms = {
      entryValue: readRange(fields, "entryValue", positive),
      listingValue: readRange(fields, "listingValue", positive),
      dilution: readRange(fields, "dilution", belowOne),
      costs: readRange(fields, "costs", belowOne),
      days,
    };
    return fields.answer(() => {
      const { multiple, yearlyRate, breakEvenValue } = returnsOf(terms);
      return {
        multiple: rangeJson(multiple),
        yearlyRate: rangeJson(yearlyRate),
        breakEvenValue: rangeJson(breakEvenValue),
        days: rangeJson(days),
      };
    });
  },
};
