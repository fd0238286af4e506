/** How much of a contract's total is recognised in each period, and what remains? The input and output of `cash.recognition`. */

import { dailyPieces, evenPieces, rampWeights, remainders, weightedPieces } from "../../deals/schedules.ts";
import { dayNumber } from "../../model/day.ts";
import { type Rational, ratio } from "../../numeric/rational.ts";
import type { Method } from "./method.ts";
import { readDate, readDates } from "./read-dates.ts";
import { exactAt, readExact, readWhole } from "./read-exact.ts";
import { type InputFields, readInput } from "./read-input.ts";

const forms = ["straightLineDaily", "straightLineMonthly", "linearRamp", "steps"] as const;
/** A term of a thousand years: more is a slip of the pen. */
const mostMonths = 12_000;

export const recognition: Method = {
  name: "cash.recognition",
  question: "How much of a contract's total is recognised in each period, and what remains to be?",
  source: "FASB ASC 606-10-25-31 to 37 and 606-10-50-13",
  run(input) {
    const known = ["method", "total", "start", "end", "periodEnds", "months", "startRate", "endRate", "weights"];
    const fields = readInput(input, known);
    const form = fields.oneOf("method", forms);
    const total = readWhole(fields, "total");
    const place = placing(fields, form);
    return fields.answer(() => {
      const pieces = place(total);
      const left = remainders(total, pieces);
      const after = (months: number): bigint => left[Math.min(months, left.length) - 1] ?? total;
      return {
        recognised: pieces.map(inJson),
        rpo: left.map(inJson),
        ...(form === "straightLineDaily"
          ? {}
          : {
              next12m: inJson(total - after(12)),
              months13to24: inJson(after(12) - after(24)),
              after24m: inJson(after(24)),
            }),
      };
    });
  },
};

/** Reads the terms of a form; gives what places a total by them. */
function placing(fields: InputFields, form: (typeof forms)[number]): (total: bigint) => bigint[] {
  switch (form) {
    case "straightLineDaily":
      return daily(fields);
    case "straightLineMonthly": {
      const months = fields.number("months", { integer: true, min: 1, max: mostMonths });
      return (total) => evenPieces(total, months);
    }
    case "linearRamp": {
      const months = fields.number("months", { integer: true, min: 1, max: mostMonths });
      const [start, end] = wholeRatios([readExact(fields, "startRate"), readExact(fields, "endRate")]) as [
        bigint,
        bigint,
      ];
      if (start === 0n && end === 0n) fields.refuse("endRate", "and startRate are both 0: nothing would be placed.");
      return (total) => weightedPieces(total, rampWeights(months, start, end));
    }
    case "steps": {
      const read = fields.list("weights").map((each, index) => exactAt(fields, `weights[${index}]`, each, false));
      const weights = wholeRatios(read.filter((each) => each !== null));
      if (weights.every((weight) => weight === 0n))
        fields.refuse("weights", "has no weight above 0: nothing would be placed.");
      return (total) => weightedPieces(total, weights);
    }
    default:
      return form satisfies never;
  }
}

function daily(fields: InputFields): (total: bigint) => bigint[] {
  const start = dayNumber(readDate(fields, "start"));
  const end = dayNumber(readDate(fields, "end"));
  const periodEnds = readDates(fields, "periodEnds").map(dayNumber);
  if (end < start) fields.refuse("end", "lies before start.", "The term runs from start to the day before end.");
  for (const [index, periodEnd] of periodEnds.entries())
    if (index > 0 && periodEnd < periodEnds[index - 1]!)
      fields.refuse(`periodEnds[${index}]`, "lies before the one above.", "Period ends ascend.");
  return (total) => dailyPieces(total, start, end, periodEnds);
}

/** Fractions as whole numbers in the same proportion. */
function wholeRatios(fractions: readonly Rational[]): bigint[] {
  const common = fractions.reduce((least, { denominator }) => least * ratio(denominator, least).numerator, 1n);
  return fractions.map(({ numerator, denominator }) => (numerator * common) / denominator);
}

/** A whole number as a number, or as text where a number would lose digits. */
function inJson(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
