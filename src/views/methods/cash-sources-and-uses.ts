/** Where does the money come from, where does it go, and how much is missing? The input and output of `cash.sourcesAndUses`. */

import { sourcesAndUses as compare } from "../../analyses/sources-and-uses.ts";
import type { Interval } from "../../numeric/interval.ts";
import type { Method } from "./method.ts";
import { type InputFields, readInput } from "./read-input.ts";
import { rangeAt, rangeJson } from "./read-ranges.ts";

export const sourcesAndUses: Method = {
  name: "cash.sourcesAndUses",
  question: "Where does the money for a plan come from, where does it go, and how much is missing?",
  source: "the sources and uses table of a financing memorandum; SEC Regulation S-K, Item 504",
  run(input) {
    const fields = readInput(input, ["sources", "uses"]);
    const sources = lines(fields, "sources");
    const uses = lines(fields, "uses");
    return fields.answer(() => {
      const { fundingGap, surplus, balanced, ...totals } = compare(sources, uses);
      return {
        sources: rangeJson(totals.sources),
        uses: rangeJson(totals.uses),
        fundingGap: rangeJson(fundingGap),
        surplus: rangeJson(surplus),
        balanced,
      };
    });
  },
};

/** Names with ranges of at least 0. */
function lines(fields: InputFields, key: string): Interval[] {
  const value = fields.raw(key);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    fields.refuse(key, "is not an object of names with amounts.", `"${key}": {"name": [8, 10]}`);
    return [];
  }
  return Object.entries(value).map(
    ([name, each]) => rangeAt(fields, `${key}.${name}`, each, { min: 0 }) ?? { low: 0, high: 0 },
  );
}
