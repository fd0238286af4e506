/** How little and how much may a holder own, when cap tables are known in part? The input and output of `ownership.bounds`. */

import { ownershipBounds } from "../../analyses/ownership-bounds.ts";
import type { Problem } from "../../model/problem.ts";
import type { Interval } from "../../numeric/interval.ts";
import type { Method } from "./method.ts";
import { type InputFields, readInput } from "./read-input.ts";
import { rangeAt } from "./read-ranges.ts";

export const bounds: Method = {
  name: "ownership.bounds",
  question: "How little and how much of each company may a holder own, when cap tables are known in part?",
  source: "S. Baldone, F. Brioschi, S. Paleari, 1998; R. Howard, 1960",
  run(input) {
    const fields = readInput(input, ["n", "holdings", "holders", "restHeldBy"]);
    const n = fields.count("n");
    const rows = readRows(fields, n);
    const holders = fields.nodes("holders", n);
    const restMayBeHolders = fields.oneOf("restHeldBy", ["others", "anyone"], "others") === "anyone";
    const notes: Problem[] = [];
    const { value, problems } = fields.answer(() => {
      const ranges = {
        n,
        holder: Int32Array.from(rows, (row) => row.holder),
        company: Int32Array.from(rows, (row) => row.company),
        low: Float64Array.from(rows, (row) => row.range.low),
        high: Float64Array.from(rows, (row) => row.range.high),
      };
      const found = Array.from(holders, (holder) => {
        const { low, high, settled } = ownershipBounds(ranges, holder, restMayBeHolders);
        if (!settled) notes.push(notSettled(holder));
        const reached = Array.from(low.keys()).filter((company) => high[company]! > 0);
        return [
          holder,
          Object.fromEntries(reached.map((company) => [company, [low[company], high[company]]])),
        ] as const;
      });
      return { bounds: Object.fromEntries(found) };
    });
    return { value, problems: [...problems, ...notes] };
  },
};

interface RangeRow {
  readonly holder: number;
  readonly company: number;
  readonly range: Interval;
}

/** Rows `[holder, company, share]`, the share a number or `[low, high]`. */
function readRows(fields: InputFields, n: number): RangeRow[] {
  const lows = new Map<number, number>();
  const isNode = (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) >= 0 && !((value as number) >= n);
  return fields.list("holdings").flatMap((row, index): RangeRow[] => {
    const place = `holdings[${index}]`;
    const [holder, company, share] = Array.isArray(row) && row.length === 3 ? (row as readonly unknown[]) : [];
    if (!isNode(holder) || !isNode(company)) {
      fields.refuse(place, `is not a row [holder, company, share] of companies 0 to ${n - 1}.`);
      return [];
    }
    const range = rangeAt(fields, `${place}[2]`, share, { min: 0, max: 1 });
    if (range === null) return [];
    const low = (lows.get(company) ?? 0) + range.low;
    lows.set(company, low);
    if (low > 1 + 1e-9)
      fields.refuse(
        `${place}[2]`,
        `brings the low ends of company ${company} to ${Number(low.toPrecision(6))}, more than the whole.`,
      );
    return [{ holder, company, range }];
  });
}

function notSettled(holder: number): Problem {
  return {
    code: "bounds-not-settled",
    message: `The high ends of holder ${holder} still rose after 5000 sweeps: a group may own itself almost completely.`,
    fix: "Take the high ends as too low, or narrow the ranges of the group.",
  };
}
