/** "It sold $27bn of bonds; Pimco took eighteen": a bare number that goes on in the unit of the figure before it. */

import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { isHeadcount, speaksOfPeople } from "./headcounts.ts";
import { idleAt } from "./idle.ts";

/** Units in which a text goes on. */
const handedOn: ReadonlySet<Quantity["type"]> = new Set(["money", "share", "power"]);
/** A sum goes on in figures of much the same size. */
const mostApart = 60;

const closing = new Set(
  "in by at of on and or for from to next this last now then when which that as but with before after so post until through while too".split(
    " ",
  ),
);
/** Words before a number that is a name, a place in a row or a count of what was just told. */
const naming = new Set(
  "the these those all both other first last every each a an no nos item section page chapter note top number series phase version q fy exhibit rule form slide fact deal year day week level tier gen stage lot hall unit age aged part step group article figure table line between and".split(
    " ",
  ),
);

/** The quantities of a sentence, in which bare numbers take the unit of the figure before them; `earlier` is the last one of the sentences before. */
export function inheritUnits(
  quantities: readonly Quantity[],
  tokens: readonly Token[],
  isParty: (at: number) => boolean,
  earlier: Quantity | null,
): Quantity[] {
  let giver = earlier;
  return quantities.map((one) => {
    if (one.type === "count" && isHeadcount(one, tokens)) return { ...one, type: "people", unit: "people" };
    const taken =
      one.type === "count" && giver && (isRemainder(one, giver, tokens) || isBare(one, tokens, isParty))
        ? inherit(one, giver, tokens)
        : null;
    if (!taken && handedOn.has(one.type) && !one.idle) giver = one;
    return taken ?? one;
  });
}

/** The figure whose unit the next sentence can go on in. */
export function lastGiver(quantities: readonly Quantity[]): Quantity | null {
  return quantities.findLast((one) => handedOn.has(one.type) && !one.idle && !one.inherited) ?? null;
}

/** "Silver Lake closed on 51%. Intel keeps the other 49": what is left of a whole. */
function isRemainder({ first, max }: Quantity, giver: Quantity, tokens: readonly Token[]): boolean {
  if (giver.type !== "share" || !/^(?:other|remaining)$/.test(tokens[first - 1]?.lower ?? "")) return false;
  return Math.abs((max ?? 0) / 100 + (giver.max ?? giver.min ?? 0) - 1) < 0.005;
}

function isBare(
  { first, next, min, max }: Quantity,
  tokens: readonly Token[],
  isParty: (at: number) => boolean,
): boolean {
  const value = max ?? min ?? 0;
  if (value < 2 || value >= 1000) return false;
  const after = tokens[next];
  if (after && (after.kind === "sign" ? /^[-–/%×°′'#]$/.test(after.text) : !closing.has(after.lower))) return false;
  const before = tokens[first - 1];
  if (speaksOfPeople(tokens, first)) return false;
  // "3. Money": a number that begins a line and is followed by a stop counts the lines.
  if (!before) return after === undefined || !/^[.):]$/.test(after.text) || next === tokens.length - 1;
  if (naming.has(before.lower) && !(before.lower === "and" && isParty(first - 2))) return false;
  if (before.kind === "sign") return !/^[-–/#.(]$/.test(before.text);
  return !before.capital || isParty(first - 1);
}

function inherit(one: Quantity, { type, unit, min, max }: Quantity, tokens: readonly Token[]): Quantity | null {
  const size = max ?? min ?? 0;
  const scale = type === "share" ? 0.01 : 1000 ** Math.floor(Math.log10(Math.max(1, size)) / 3);
  const value = (one.max ?? one.min ?? 0) * scale;
  if (type === "share" ? value > 1 : scale < 1e6 || value > size * mostApart || value * mostApart < size) return null;
  const scaled = (bound: number | null): number | null =>
    bound === null ? null : Number((bound * scale).toPrecision(12));
  const idle = idleAt(tokens, one.first, one.next, type, value);
  return { ...one, type, unit, min: scaled(one.min), max: scaled(one.max), idle, inherited: true };
}
