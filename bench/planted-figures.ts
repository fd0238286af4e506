/** How does an article write a sum? Exact, rounded, or as a bound that the true sum satisfies. */

import type { Amount, Comparator } from "../src/model/amount.ts";

export type Bound = "exact" | "about" | "over" | "least" | "up-to";

export interface Figure {
  readonly amount: Amount;
  readonly comparator: Comparator;
  readonly text: string;
}

/** The sum as it is written. Bounds are true of it: "more than" names a lower figure, "up to" one that is not lower. */
export function figureOf(sum: number, unit: string, bound: Bound): Figure {
  switch (bound) {
    case "exact":
      return { amount: { min: sum, max: sum, unit, approximate: false }, comparator: "=", text: textOf(sum, unit) };
    case "about": {
      const near = rounded(sum, Math.round);
      return {
        amount: { min: near, max: near, unit, approximate: true },
        comparator: "~",
        text: `about ${textOf(near, unit)}`,
      };
    }
    case "over": {
      const low = below(sum);
      return {
        amount: { min: low, max: null, unit, approximate: false },
        comparator: ">",
        text: `more than ${textOf(low, unit)}`,
      };
    }
    case "least": {
      const low = rounded(sum, Math.floor);
      return {
        amount: { min: low, max: null, unit, approximate: false },
        comparator: ">=",
        text: `at least ${textOf(low, unit)}`,
      };
    }
    case "up-to": {
      const high = rounded(sum, Math.ceil);
      return {
        amount: { min: null, max: high, unit, approximate: false },
        comparator: "<=",
        text: `up to ${textOf(high, unit)}`,
      };
    }
    default:
      return bound satisfies never;
  }
}

/** Two digits that count. */
export function rounded(sum: number, way: (value: number) => number): number {
  const scale = 10 ** (Math.floor(Math.log10(sum)) - 1);
  return clean(way(clean(sum / scale)) * scale);
}

/** A round figure that is truly below. */
function below(sum: number): number {
  const low = rounded(sum, Math.floor);
  if (low < sum) return low;
  const scale = 10 ** (Math.floor(Math.log10(sum)) - 1);
  return clean(sum - scale);
}

function clean(value: number): number {
  return Number(value.toPrecision(9));
}

function textOf(value: number, unit: string): string {
  if (unit === "share") return `${clean(value * 100)} percent`;
  if (unit === "W") return value >= 1e9 ? `${clean(value / 1e9)} gigawatts` : `${clean(value / 1e6)} megawatts`;
  const scaled =
    value >= 1e12
      ? `${clean(value / 1e12)} trillion`
      : value >= 1e9
        ? `${clean(value / 1e9)} billion`
        : value >= 1e6
          ? `${clean(value / 1e6)} million`
          : value.toLocaleString("en-US");
  return unit === "USD" ? `$${scaled}` : `${scaled} ${unit}`;
}
