/** Flows in one currency, by rates that a person wrote; without a rate they stay in their own. */

import { isMoney } from "../model/amount.ts";
import type { Assumption } from "../model/assumption.ts";
import type { Taken } from "../model/ledger.ts";
import { type Ends, perUnit } from "../model/smallest-unit.ts";
import { readRate } from "./assumption-words.ts";
import type { FlowRow } from "./flow-rows.ts";

export interface Converted {
  readonly rows: readonly FlowRow[];
  /** Currencies for which no rate holds on the day. */
  readonly without: readonly string[];
}

/** Rows of money in the currency that is asked for; ends are rounded outwards. `assumptions` are those that hold on the day. */
export function converted(rows: readonly FlowRow[], currency: string, assumptions: readonly Assumption[]): Converted {
  const without = new Set<string>();
  const rateOf = (code: string): { readonly rate: number; readonly assumption: Assumption | null } | null => {
    if (code === "USD") return { rate: 1, assumption: null };
    const assumption = assumptions.find(({ of }) => of === `${code}.rate`);
    const read = assumption ? readRate(assumption.is) : "";
    return typeof read === "string" ? null : { rate: read.rate, assumption: assumption! };
  };
  const target = rateOf(currency);
  const done = rows.map((row): FlowRow => {
    if (!isMoney(row.commodity) || row.commodity === currency) return row;
    const own = rateOf(row.commodity);
    if (own === null) without.add(row.commodity);
    if (target === null) without.add(currency);
    if (own === null || target === null) return row;
    const factor = (own.rate * perUnit(currency)) / (target.rate * perUnit(row.commodity));
    const turned = ({ low, high }: Ends): Ends => ({
      low: Math.floor(tidy(low * factor)),
      high: high === null ? null : Math.ceil(tidy(high * factor)),
    });
    const taken = [own, target].flatMap(({ rate, assumption }, index): Taken[] =>
      assumption === null
        ? []
        : [{ of: "rate", text: `${index === 0 ? row.commodity : currency} at ${rate} dollars`, assumption }],
    );
    return {
      ...row,
      commodity: currency,
      due: turned(row.due),
      whole: turned(row.whole),
      taken: [...row.taken, ...taken],
    };
  });
  return { rows: done, without: [...without].sort() };
}

/** Without the last digits, which decimal fractions leave behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
