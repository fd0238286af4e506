/** Which figures does a sentence hold? */

import type { Comparator } from "../../model/amount.ts";
import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { boundBefore, boundBehind } from "./bounds.ts";
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
  if (range)
    return {
      ...base,
      min: Math.min(min, max),
      max: Math.max(min, max),
      approximate: bound?.approximate ?? false,
      comparator: "=",
    };
  const behind = low.plus ? { comparator: ">=" as const, next: high.next } : boundBehind(tokens, high.next);
  const next = behind?.next ?? high.next;
  const comparator =
    bound && bound.comparator !== "~" ? bound.comparator : (behind?.comparator ?? bound?.comparator ?? "=");
  const approximate = comparator === "~" || behind?.comparator === "~" || (bound?.approximate ?? false);
  return { ...base, ...ends(max, comparator), next, approximate: approximate && !isOpen(comparator), comparator };
}

function isOpen(comparator: Comparator): boolean {
  return comparator === "<" || comparator === "<=" || comparator === ">" || comparator === ">=";
}

/** The ends of a figure under a bound. */
function ends(value: number, comparator: Comparator): { min: number | null; max: number | null } {
  return {
    min: comparator === "<" || comparator === "<=" ? null : value,
    max: comparator === ">" || comparator === ">=" ? null : value,
  };
}

function shareOf({ share, next }: Ratio, tokens: readonly Token[], at: number): Quantity {
  const bound = boundBefore(tokens, at);
  const comparator = bound?.comparator ?? "=";
  return {
    type: "share",
    unit: "share",
    first: bound?.first ?? at,
    next,
    idle: false,
    ...ends(share, comparator),
    approximate: comparator === "~" || (bound?.approximate ?? false),
    comparator,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
