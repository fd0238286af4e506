/** "Key figures, SEK million", "| Drawn (£m) | MW | Staff |": what the bare figures of a table are, as its head or the line above it tells. */

import { scales } from "../numbers.ts";
import type { Quantity, QuantityType } from "../quantities.ts";
import { cellAt, cellSpans } from "../tables.ts";
import type { Token } from "../tokens.ts";
import { codes, currencySigns, prefixes } from "./currencies.ts";
import { namedMoney, powerUnits } from "./units.ts";

/** What figures without words of their own are. */
export interface TableUnit {
  readonly type: QuantityType;
  /** Null where only a scale is told: "(in millions)". */
  readonly unit: string | null;
  /** How many of the base unit one stands for; 1 where none is told. */
  readonly scale: number;
}

/** "Million", "millions", "m". */
function scaleOf(word: string): number | undefined {
  return scales.get(word) ?? scales.get(word.replace(/s$/, ""));
}

const joined = /^([A-Z]{3})(k|m|mn|bn)$/;
const people = /^(?:staff|employees|headcount|people|ftes?)$/;

/** The money and scale that a line or the head of a cell tells, without a figure of its own. */
export function moneyTold(tokens: readonly Token[], from = 0, to = tokens.length): TableUnit | null {
  let plain: TableUnit | null = null;
  for (let at = from; at < to; at++) {
    const glued = joined.exec(tokens[at]!.text);
    const code = glued ? codes.get(glued[1]!.toLowerCase()) : undefined;
    if (glued && code !== undefined) return { type: "money", unit: code, scale: scaleOf(glued[2]!)! };
    const money = moneyAt(tokens, at);
    if (money && tokens[money.next]?.kind !== "number") {
      const next = tokens[money.next]?.lower === "in" ? money.next + 1 : money.next;
      const scale = next < to ? scaleOf(tokens[next]!.lower) : undefined;
      if (scale !== undefined) return { type: "money", unit: money.unit, scale };
    }
    const { lower } = tokens[at]!;
    if (!/^(?:thousands|millions|billions)$/.test(lower) || tokens[at - 1]?.kind === "number") continue;
    const named = tokens[at + 1]?.lower === "of" ? moneyAt(tokens, at + 2) : null;
    const scale = scaleOf(lower)!;
    if (named) return { type: "money", unit: named.unit, scale };
    if (/^(?:in|\()$/.test(tokens[at - 1]?.lower ?? "")) plain ??= { type: "money", unit: null, scale };
  }
  return plain;
}

/** What the head of a column or row tells of the figures in it. */
export function cellUnit(tokens: readonly Token[], from: number, to: number): TableUnit | null {
  const money = moneyTold(tokens, from, to);
  if (money) return money;
  for (let at = from; at < to; at++) {
    const { lower, kind, text } = tokens[at]!;
    if (kind === "number") return null;
    const watts = powerUnits.get(lower);
    if (watts !== undefined) return { type: "power", unit: "W", scale: watts };
    if (text === "%") return { type: "share", unit: "share", scale: 0.01 };
    if (people.test(lower)) return { type: "people", unit: "people", scale: 1 };
    if (lower === "users") {
      const scale = scaleOf(tokens.slice(at + 1, to).find((one) => one.kind === "word")?.lower ?? "") ?? 1;
      return { type: "users", unit: "users", scale };
    }
  }
  return null;
}

/** A currency's sign, code or name. */
function moneyAt(tokens: readonly Token[], at: number): { unit: string; next: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const sign = currencySigns.get(token.text);
  if (sign !== undefined) return { unit: sign, next: at + 1 };
  if (token.kind !== "word") return null;
  const after = tokens[at + 1];
  if (after?.text === "$" && after.start === token.end && prefixes.has(token.lower))
    return { unit: prefixes.get(token.lower)!, next: at + 2 };
  return token.text === "Rs" ? { unit: codes.get("rs")!, next: at + 1 } : namedMoney(tokens, at);
}

/** Rows whose figures are counted otherwise than the table's money. */
const uncounted =
  /^(?:employees?|staff|headcount|people|ftes?|margin|ratio|share|shares|per|users|customers|subscribers|sites|mw|gw|megawatts|capacity|%|percent|percentage|cent|gpus|chips|date|year|term|maturity)$/;

/** A row's figures in the units that its head, its column's head or the whole table has; `columns` by the number of their cell. */
export function inTableUnits(
  quantities: readonly Quantity[],
  tokens: readonly Token[],
  columns: readonly (TableUnit | null)[],
  table: TableUnit | null,
): Quantity[] {
  const head = cellSpans(tokens)[0]!;
  const ofRow = cellUnit(tokens, ...head);
  const counted = tokens.slice(...head).some(({ lower }) => uncounted.test(lower));
  return quantities.map((one) => {
    const cell = cellAt(tokens, one.first);
    return cell === 0 ? one : scaled(one, ofRow ?? columns[cell] ?? (counted ? null : table), tokens);
  });
}

function scaled(one: Quantity, unit: TableUnit | null, tokens: readonly Token[]): Quantity {
  if (!unit || isYear(one, tokens)) return one;
  const size = one.max ?? one.min ?? 0;
  const bare = one.type === "count" || (one.type === "money" && unit.type === "money" && size < 1e5);
  if (!bare || size === 0) return one;
  const times = (end: number | null): number | null =>
    end === null ? null : Number((end * unit.scale).toPrecision(12));
  if (unit.type === "share" && size > 100) return one;
  const kept = one.type === "money" || unit.unit === null ? one : { ...one, type: unit.type, unit: unit.unit };
  return { ...kept, min: times(one.min), max: times(one.max), idle: false };
}

/** "2025" heads a column or dates a loan; "2,025" does not. */
function isYear({ type, first, next }: Quantity, tokens: readonly Token[]): boolean {
  return type === "count" && tokens.slice(first, next).some(({ text }) => /^(?:19|20)\d\d$/.test(text));
}
