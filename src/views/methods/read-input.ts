/**
 * Is this JSON the input that a method needs? Reads its fields into numbers and typed arrays, and says of each that is wrong where it stands,
 * what is wrong and how to mend it.
 *
 *     const fields = readInput(input, ["n", "edges", "damping"]);
 *     const n = fields.count("n");
 *     const edges = fields.edges("edges", n);
 *     const damping = fields.number("damping", { min: 0, max: 1, fallback: 0.85 });
 *     return fields.answer(() => ({ rank: … }));
 */

import type { Problem, Result } from "../../model/problem.ts";
import { nearest } from "../suggest.ts";

/** Bounds of a number; with `fallback` the field may be left out. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly fallback?: number;
}

/** One column of a table of numbers, as people call it. With `fallback` a row may end before it. */
export interface Column extends Limits {
  readonly name: string;
}

/** Edges of a network, as arrays: edge k leads from `from[k]` to `to[k]`. */
export interface EdgeArrays {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amount: Float64Array;
}

/** The fields of one JSON object. What cannot be read gives a value of the right type, and a problem that keeps the method from running. */
export interface InputFields {
  /** Where the object stands in the input: `` for the whole, `events[3]` inside. */
  readonly path: string;
  readonly has: (key: string) => boolean;
  readonly number: (key: string, limits?: Limits) => number;
  /** A number of things, such as companies: a whole number, not negative; NaN where it is wrong, so that no node is blamed for it. */
  readonly count: (key: string, limits?: Limits) => number;
  readonly flag: (key: string, fallback?: boolean) => boolean;
  readonly text: (key: string, fallback?: string) => string;
  readonly oneOf: <T extends string>(key: string, words: readonly T[], fallback?: T) => T;
  /** A list of numbers; `length` where it must have one. A missing list is filled with the fallback. */
  readonly numbers: (key: string, length: number | null, limits?: Limits) => Float64Array;
  /** A list of nodes 0 … n-1. */
  readonly nodes: (key: string, n: number, limits?: { readonly fallback: readonly number[] }) => Int32Array;
  /** Rows of numbers as one array a column; a missing table is an error unless `optional`. */
  readonly table: (key: string, columns: readonly Column[], optional?: boolean) => Float64Array[];
  /** Rows `[from, to, amount]`; amounts are not negative unless the limits say so. */
  readonly edges: (key: string, n: number, amount?: Partial<Column>, optional?: boolean) => EdgeArrays;
  /** A list of objects, each with these fields. */
  readonly objects: (key: string, known: readonly string[], optional?: boolean) => InputFields[];
  /** A list of whatever; for shapes that are none of the above. */
  readonly list: (key: string, optional?: boolean) => readonly unknown[];
  readonly raw: (key: string) => unknown;
  /** Says that what stands at this place of the object (`edges[3][1]`) is wrong. */
  readonly refuse: (place: string, what: string, fix?: string) => void;
  /** Computes the answer, unless something was wrong. `compute` may itself refuse; then there is no answer. */
  readonly answer: (compute: () => Readonly<Record<string, unknown>>) => Result<Readonly<Record<string, unknown>>>;
}

/** All that was found wrong; `notes` do not keep a method from running. */
interface Findings {
  readonly faults: Problem[];
  readonly notes: Problem[];
  /** Faults beyond those that are told. */
  more: number;
}

/** Of a file of a million wrong rows the first twenty tell enough. */
const mostTold = 20;
/** Arrays of this many nodes still fit into the memory of one process. */
const mostThings = 50_000_000;

/** Opens an input object whose known fields are these; others are told and ignored. */
export function readInput(input: unknown, known: readonly string[]): InputFields {
  return fieldsOf(input, "", known, { faults: [], notes: [], more: 0 });
}

function fieldsOf(value: unknown, path: string, known: readonly string[], findings: Findings): InputFields {
  const object = isObject(value) ? value : {};
  const at = (place: string): string => (path === "" ? place : place === "" ? path : `${path}.${place}`);
  const refuse = (place: string, what: string, fix?: string): void => {
    if (findings.faults.length >= mostTold) findings.more++;
    else findings.faults.push(badInput(at(place) || "the input", what, fix));
  };
  if (!isObject(value)) refuse("", `is ${said(value)}, not an object with the fields ${known.join(", ")}.`);
  for (const key of Object.keys(object))
    if (!known.includes(key)) findings.notes.push(unknownField(at(key), key, known));

  const has = (key: string): boolean => object[key] !== undefined && Object.hasOwn(object, key);
  const raw = (key: string): unknown => (has(key) ? object[key] : undefined);
  const missing = (key: string, needs: string): void =>
    isObject(value) ? refuse(key, "is missing.", `Add "${key}": ${needs}.`) : undefined;

  const number = (key: string, limits: Limits = {}): number => {
    if (!has(key) && limits.fallback !== undefined) return limits.fallback;
    if (!has(key)) missing(key, limitText(limits));
    else if (isFit(raw(key), limits)) return raw(key) as number;
    else refuse(key, `is ${said(raw(key))}, not ${limitText(limits)}.`);
    return limits.min ?? 0;
  };

  const listOf = (key: string, needs: string, optional: boolean): readonly unknown[] => {
    const found = raw(key);
    if (Array.isArray(found)) return found;
    if (has(key)) refuse(key, `is ${said(found)}, not ${needs}.`);
    else if (!optional) missing(key, needs);
    return [];
  };
  const list = (key: string, optional = false): readonly unknown[] => listOf(key, "a list", optional);

  const table = (key: string, columns: readonly Column[], optional = false): Float64Array[] => {
    const shape = `[${columns.map(({ name }) => name).join(", ")}]`;
    const rows = listOf(key, `a list of rows ${shape}`, optional);
    const arrays = columns.map(() => new Float64Array(rows.length));
    const needed = columns.filter(({ fallback }) => fallback === undefined).length;
    for (let row = 0; row < rows.length; row++) {
      const cells = rows[row];
      if (!Array.isArray(cells) || cells.length < needed || cells.length > columns.length) {
        const found = Array.isArray(cells)
          ? `has ${cells.length} ${cells.length === 1 ? "entry" : "entries"}`
          : `is ${said(cells)}`;
        refuse(`${key}[${row}]`, `${found}; a row is ${shape}.`);
        continue;
      }
      for (let column = 0; column < columns.length; column++) {
        const limits = columns[column]!;
        const cell: unknown = column < cells.length ? cells[column] : limits.fallback;
        if (isFit(cell, limits)) arrays[column]![row] = cell as number;
        else refuse(`${key}[${row}][${column}]`, `(${limits.name}) is ${said(cell)}, not ${limitText(limits)}.`);
      }
    }
    return arrays;
  };

  return {
    path,
    has,
    raw,
    number,
    list,
    table,
    refuse,
    count(key, limits = {}) {
      const before = findings.faults.length + findings.more;
      const count = number(key, { min: 0, max: mostThings, ...limits, integer: true });
      return findings.faults.length + findings.more > before ? Number.NaN : count;
    },
    flag(key, fallback) {
      if (typeof raw(key) === "boolean") return raw(key) as boolean;
      if (has(key)) refuse(key, `is ${said(raw(key))}, not true or false.`);
      else if (fallback === undefined) missing(key, "true or false");
      return fallback ?? false;
    },
    text(key, fallback) {
      if (typeof raw(key) === "string") return raw(key) as string;
      if (has(key)) refuse(key, `is ${said(raw(key))}, not a text.`);
      else if (fallback === undefined) missing(key, "a text");
      return fallback ?? "";
    },
    oneOf(key, words, fallback) {
      const word = words.find((each) => each === raw(key));
      if (word !== undefined) return word;
      if (!has(key) && fallback !== undefined) return fallback;
      if (!has(key)) missing(key, words.join(", "));
      else {
        const near = typeof raw(key) === "string" ? nearest(raw(key) as string, words) : null;
        refuse(
          key,
          `is ${said(raw(key))}; it is one of ${words.join(", ")}.`,
          near ? `"${key}": "${near}"` : undefined,
        );
      }
      return words[0]!;
    },
    numbers(key, length, limits = {}) {
      if (!has(key) && limits.fallback !== undefined) return new Float64Array(length ?? 0).fill(limits.fallback);
      const found = listOf(key, "a list of numbers", false);
      if (length !== null && !Number.isNaN(length) && found.length !== length && Array.isArray(raw(key)))
        refuse(key, `has ${found.length} numbers; it needs ${length}, one for each.`);
      return Float64Array.from(found, (each, index) => {
        if (isFit(each, limits)) return each as number;
        refuse(`${key}[${index}]`, `is ${said(each)}, not ${limitText(limits)}.`);
        return 0;
      });
    },
    nodes(key, n, limits) {
      if (!has(key) && limits) return Int32Array.from(limits.fallback);
      return Int32Array.from(listOf(key, "a list of nodes", false), (each, index) => {
        if (isFit(each, nodeLimits(n))) return each as number;
        refuse(`${key}[${index}]`, notNode(each, n));
        return 0;
      });
    },
    edges(key, n, amount = {}, optional = false) {
      const nodeColumn = (name: string): Column => ({ name, ...nodeLimits(n) });
      const columns = [nodeColumn("from"), nodeColumn("to"), { name: "amount", min: 0, ...amount }];
      const [from, to, weight] = table(key, columns, optional) as [Float64Array, Float64Array, Float64Array];
      return { from: Int32Array.from(from), to: Int32Array.from(to), amount: weight };
    },
    objects: (key, names, optional = false) =>
      list(key, optional).map((each, index) => fieldsOf(each, at(`${key}[${index}]`), names, findings)),
    answer(compute) {
      const value = findings.faults.length > 0 ? {} : compute();
      const failed = findings.faults.length > 0;
      return {
        value: failed ? {} : value,
        problems: [...findings.faults, ...furtherFaults(findings), ...findings.notes],
      };
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFit(value: unknown, { min, max, integer }: Limits): boolean {
  if (typeof value !== "number" || !isComputable(value)) return false;
  if (integer && !Number.isInteger(value)) return false;
  return !(min !== undefined && value < min) && !(max !== undefined && value > max);
}

/** Sums, ratios and products of such numbers stay numbers. No amount of anything is larger, or smaller but for 0. */
export function isComputable(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-100 && size <= 1e100);
}

function nodeLimits(n: number): Limits {
  return { integer: true, min: 0, max: n - 1 };
}

function notNode(value: unknown, n: number): string {
  return `is ${said(value)}, not ${limitText(nodeLimits(n))}.`;
}

function limitText({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer }: Limits): string {
  const what = integer ? "a whole number" : "a number";
  if (max < min) return `${what}, but none fits: there are no nodes (n is ${max + 1})`;
  if (Number.isFinite(min) && Number.isFinite(max)) return `${what} from ${min} to ${max}`;
  if (Number.isFinite(min)) return `${what} of at least ${min}`;
  return Number.isFinite(max) ? `${what} of at most ${max}` : what;
}

/** A value as it is written in JSON, cut where it is long. */
function said(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "number" && !isComputable(value))
    return "a number beyond what can be computed with (1e-100 to 1e100)";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function badInput(place: string, what: string, fix: string | undefined): Problem {
  return { code: "bad-input", message: `${place} ${what}`, ...(fix === undefined ? {} : { fix }) };
}

function unknownField(place: string, key: string, known: readonly string[]): Problem {
  const near = nearest(key, known);
  return {
    code: "unknown-input-field",
    message: `${place} is no field of this method: ignored.${near ? ` Did you mean ${near}?` : ""}`,
    fix: `The fields are ${known.join(", ")}.`,
  };
}

function furtherFaults({ more }: Findings): Problem[] {
  if (more === 0) return [];
  return [{ code: "further-bad-input", message: `${more} more places are wrong in the same input.` }];
}
