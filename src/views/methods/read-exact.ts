/** Is this JSON an exact number: a number, or a decimal in quotation marks where it has more digits than a number keeps? */

import { compared, parseRational, type Rational, toNumber, zero } from "../../numeric/rational.ts";
import { type InputFields, isComputable } from "./read-input.ts";

/** An exact number of at least 0 (or, with `signed`, any). */
export function readExact(fields: InputFields, key: string, signed = false): Rational {
  if (fields.has(key)) return exactAt(fields, key, fields.raw(key), signed) ?? zero;
  fields.refuse(key, "is missing.", `Add "${key}": a number, or a decimal such as "0.12".`);
  return zero;
}

/** Names with exact numbers of at least 0. */
export function readExactMap(fields: InputFields, key: string): ReadonlyMap<string, Rational> {
  const value = fields.raw(key);
  const map = new Map<string, Rational>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    fields.refuse(key, "is not an object of names with numbers.", `"${key}": {"name": 100}`);
    return map;
  }
  for (const [name, each] of Object.entries(value))
    map.set(name, exactAt(fields, `${key}.${name}`, each, false) ?? zero);
  return map;
}

/** A whole number of any size, as a number or in quotation marks. */
export function readWhole(fields: InputFields, key: string): bigint {
  const { numerator, denominator } = readExact(fields, key, true);
  const isSafe = typeof fields.raw(key) !== "number" || Number.isSafeInteger(fields.raw(key));
  if (denominator === 1n && isSafe) return numerator;
  const fix = "Give it in its smallest unit (cents); beyond 2^53 in quotation marks, so that no digit is lost.";
  fields.refuse(key, `is ${JSON.stringify(fields.raw(key))}, not a whole number that is kept exactly.`, fix);
  return 0n;
}

/** Reads an exact number at a place of the input; refuses what is none. */
export function exactAt(fields: InputFields, place: string, value: unknown, signed: boolean): Rational | null {
  const number = typeof value === "number" || typeof value === "string" ? parseRational(value) : null;
  const isKnown = number !== null && isComputable(toNumber(number));
  if (isKnown && (signed || compared(number, zero) >= 0)) return number;
  const kind = `${number === null || isKnown ? "a number" : "a number that can be computed with (1e-100 to 1e100)"}${signed ? "" : " of at least 0"}`;
  fields.refuse(place, `is ${JSON.stringify(value)}, not ${kind}.`, 'Write a number, or a decimal such as "0.12".');
  return null;
}
