/** Which figures does a sentence hold? */

import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { boundBefore, orMore, orSo } from "./bounds.ts";
import { figureAt, rangeEnd } from "./figure.ts";
import { idleAt } from "./idle.ts";
import { type Ratio, ratioAt } from "./ratios.ts";

/** The figures of a sentence in order. `isChip` tells whether a chip is named at a token: "200,000 H100s". */
export function findQuantities(tokens: readonly Token[], isChip: (at: number) => boolean): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(tokens, at, isChip);
    if (quantity) found.push(quantity);
    at = quantity ? Math.max(quantity.next, at + 1) : at + 1;
  }
  return found;
}

function quantityAt(tokens: readonly Token[], at: number, isChip: (at: number) => boolean): Quantity | null {
  const ratio = ratioAt(tokens, at);
  if (ratio) return shareOf(ratio, tokens, at);
  const low = figureAt(tokens, at, isChip);
  if (!low) return null;
  const range = rangeEnd(tokens, low, isChip);
  const high = range ?? low;
  const unit = high.unit ?? low.unit;
  if (!unit) return null;
  if (unit.type === "count" && (low.number.fraction || high.multiple !== 1)) return null;
  const scaleUp =
    range && low.number.scale === 1 && range.number.scale > 1 && low.number.value < range.number.value
      ? range.number.scale
      : 1;
  const multiple = high.multiple;
  const from = low.number.value * scaleUp * (low.unit?.type === "power" ? low.multiple : multiple);
  const to = high.number.value * multiple;
  const bound = boundBefore(tokens, low.first);
  const first = bound?.first ?? low.first;
  const idle = idleAt(tokens, first, high.next, unit.type, to);
  const base = { ...unit, first, next: high.next, idle };
  const share = unit.type === "share" && !low.number.fraction ? 0.01 : 1;
  const min = round(from * share);
  const max = round(to * share);
  const opening = orMore(tokens, high.next);
  if (range)
    return {
      ...base,
      min: Math.min(min, max),
      max: Math.max(min, max),
      approximate: bound?.approximate ?? false,
      comparator: "=",
    };
  if (low.plus || opening === ">=")
    return {
      ...base,
      min: max,
      max: null,
      approximate: false,
      comparator: ">=",
      next: opening ? high.next + 2 : high.next,
    };
  const comparator = bound?.comparator ?? "=";
  if (comparator === ">" || comparator === ">=")
    return { ...base, min: max, max: null, approximate: false, comparator };
  if (comparator === "<" || comparator === "<=") return { ...base, min: null, max, approximate: false, comparator };
  return {
    ...base,
    min: max,
    max,
    approximate: comparator === "~" || (bound?.approximate ?? false) || orSo(tokens, high.next),
    comparator,
  };
}

function shareOf({ share, next }: Ratio, tokens: readonly Token[], at: number): Quantity {
  const bound = boundBefore(tokens, at);
  const comparator = bound?.comparator ?? "=";
  const low = comparator === ">" || comparator === ">=";
  const high = comparator === "<" || comparator === "<=";
  return {
    type: "share",
    unit: "share",
    first: bound?.first ?? at,
    next,
    idle: false,
    min: high ? null : share,
    max: low ? null : share,
    approximate: comparator === "~" || (bound?.approximate ?? false),
    comparator,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
