/** "It sold $27bn of bonds; Pimco took eighteen": a bare number that goes on in the unit of the figure before it. */

import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { isHeadcount, isUserCount, speaksOfPeople } from "./headcounts.ts";
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
  return withUnitsAhead(quantities, tokens).map((one) => {
    if (one.type === "count" && isHeadcount(one, tokens)) return { ...one, type: "people", unit: "people" };
    if (one.type === "count" && isUserCount(one, tokens)) return { ...one, type: "users", unit: "users" };
    const taken = one.type === "count" && giver ? takenFrom(one, giver, tokens, isParty) : null;
    if (!taken && handedOn.has(one.type) && !one.idle) giver = one;
    return taken ?? one;
  });
}

function takenFrom(
  one: Quantity,
  giver: Quantity,
  tokens: readonly Token[],
  isParty: (at: number) => boolean,
): Quantity | null {
  if (isCompared(one, giver, tokens)) return inherit(one, giver, tokens) ?? inherit(one, giver, tokens, 1000);
  return isRemainder(one, giver, tokens) || isBare(one, tokens, isParty) ? inherit(one, giver, tokens) : null;
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

/** "Net sales of SEK 1,906m (2025: 1,120)", "£164m (72)": a bracket behind a sum with that of another year. */
function isCompared({ first, next }: Quantity, giver: Quantity, tokens: readonly Token[]): boolean {
  if (giver.type !== "money" || !/^[),;]$/.test(tokens[next]?.text ?? "")) return false;
  let at = first - 1;
  if (tokens[at]?.text === ":") at--;
  while (
    at > giver.next &&
    (tokens[at]!.kind === "number" ||
      /^(?:fy|h1|h2|q[1-4]|in|year|prior|previous|before|last|same|quarter|period|of)$/.test(tokens[at]!.lower))
  )
    at--;
  return tokens[at]?.text === "(" && at === giver.next;
}

/** "31, 24 and 11 per cent", "12 of the 60 megawatts": bare numbers that take the unit of the one ahead. */
function withUnitsAhead(quantities: readonly Quantity[], tokens: readonly Token[]): Quantity[] {
  const given = [...quantities];
  for (let nth = given.length - 2; nth >= 0; nth--) {
    const one = given[nth]!;
    const ahead = given[nth + 1]!;
    if (one.type !== "count" || ahead.type === "count" || ahead.type === "people" || ahead.idle) continue;
    const value = one.max ?? one.min ?? 0;
    if (value < 1 || value >= 1000 || naming.has(tokens[one.first - 1]?.lower ?? "")) continue;
    const joint = tokens.slice(one.next, ahead.first).map(({ lower }) => lower);
    const listed = joint.length <= 2 && joint.every((word) => word === "," || word === "and" || word === "or");
    const partOf = joint.length === 2 && joint[0] === "of" && /^(?:the|its|those|these|their|our)$/.test(joint[1]!);
    if (joint.length === 0 || !(listed || partOf) || (listed && ahead.type !== "share" && ahead.type !== "power"))
      continue;
    const taken = inherit(one, ahead, tokens);
    if (taken) given[nth] = taken;
  }
  return given;
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
  if (before.kind === "sign") return !/^[-–/#.(|]$/.test(before.text);
  return !before.capital || isParty(first - 1);
}

/** A bare number in the unit of another and of its scale; `below` it by so much where that was written with thousands: "1,906m". */
function inherit(
  one: Quantity,
  { type, unit, min, max }: Quantity,
  tokens: readonly Token[],
  below = 1,
): Quantity | null {
  // "A cluster of 512 of them" counts things.
  if (type === "money" && tokens[one.next]?.lower === "of" && tokens[one.next + 1]?.lower === "them") return null;
  const size = max ?? min ?? 0;
  if (type === "chips" || type === "shares") return { ...one, type, unit, inherited: true };
  const scale = type === "share" ? 0.01 : 1000 ** Math.floor(Math.log10(Math.max(1, size)) / 3) / below;
  const value = (one.max ?? one.min ?? 0) * scale;
  if (type === "share" ? value > 1 : scale < 1e6 || value > size * mostApart || value * mostApart < size) return null;
  const scaled = (bound: number | null): number | null =>
    bound === null ? null : Number((bound * scale).toPrecision(12));
  const idle = idleAt(tokens, one.first, one.next, type, value);
  return { ...one, type, unit, min: scaled(one.min), max: scaled(one.max), idle, inherited: true };
}
