/** Is this a claim? Reads what comes from outside (an import, an edit), where anything may stand. */

import type { Amount } from "./amount.ts";
import { type Check, type Claim, claimKinds, metrics, type Period, type Span, statuses, type Terms } from "./claim.ts";
import { parseDay } from "./day.ts";
import type { ClaimId, DocumentId, PartyId } from "./id.ts";

/** The claim with exactly its fields, in their order; or what is wrong, as the end of a sentence: "has no status". */
export function readClaim(value: unknown): Claim | string {
  if (!isRecord(value)) return "is no object";
  const claim: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(shapes)) {
    const field = read(value[name]);
    if (field === undefined) return faultOf(name, value);
    claim[name] = field;
  }
  return claim as unknown as Claim;
}

/** Fields that an edit may change. The id, and the document, are what is edited. */
export type ClaimFields = Partial<Omit<Claim, "id" | "document" | "also" | "checks">>;

/** The fields of an edit; or what is wrong. */
export function readClaimFields(value: unknown): ClaimFields | string {
  if (!isRecord(value)) return "is no object of fields";
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shapes, name) || fixed.has(name)) return `has no field “${name}” that can be edited`;
    fields[name] = shapes[name as keyof Claim](value[name]);
    if (fields[name] === undefined) return faultOf(name, value);
  }
  return fields as ClaimFields;
}

const fixed = new Set(["id", "document", "also", "checks"]);

function faultOf(name: string, value: Readonly<Record<string, unknown>>): string {
  return value[name] === undefined ? `has no ${name}` : `has a bad ${name}: ${JSON.stringify(value[name])}`;
}

/** Reads one shape; undefined where the value has another. */
type Shape<T> = (value: unknown) => T | undefined;

const text: Shape<string> = (value) => (typeof value === "string" ? value : undefined);
const flag: Shape<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
const number: Shape<number> = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);
const oneOf =
  <T extends string>(words: readonly T[]): Shape<T> =>
  (value) =>
    words.find((word) => word === value);
const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);
const listOf =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(shape);
    return items.every((item) => item !== undefined) ? items : undefined;
  };

/** An object with these fields; those in `optional` may be missing. */
function objectOf<T>(fields: { readonly [Name in keyof T]-?: Shape<T[Name]> }, optional = false): Shape<T> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const object: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries<Shape<unknown>>(fields)) {
      if (optional && value[name] === undefined) continue;
      const field = shape(value[name]);
      if (field === undefined) return undefined;
      object[name] = field;
    }
    return object as T;
  };
}

const day: Shape<NonNullable<Period["start"]>> = (value) =>
  typeof value === "string" ? (parseDay(value) ?? undefined) : undefined;
const span: Shape<Span> = (value) => {
  const ends = listOf(number)(value);
  const [start = -1, end = -1] = ends ?? [];
  return ends?.length === 2 && Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start
    ? [start, end]
    : undefined;
};
const roles: Shape<Claim["roles"]> = (value) =>
  isRecord(value) && Object.values(value).every((party) => typeof party === "string" && party !== "")
    ? (value as Readonly<Record<string, PartyId>>)
    : undefined;
const bareAmount = objectOf<Amount>({ min: orNull(number), max: orNull(number), unit: text, approximate: flag });
const amount: Shape<Amount> = (value) => {
  const read = bareAmount(value);
  if (!read || (read.min === null && read.max === null)) return undefined;
  return read.min !== null && read.max !== null && read.min > read.max ? undefined : read;
};
const period = objectOf<Period>({ start: orNull(day), end: orNull(day), years: orNull(number) });
const terms = objectOf<Required<Terms>>(
  {
    obligation: oneOf(["encouraged", "part-of", "required"]),
    workloads: listOf(oneOf(["training", "inference"])),
    right: oneOf(["first-refusal", "exclusivity", "veto", "warrant", "option", "licence", "other"]),
    valuation: oneOf(["pre-money", "post-money", "secondary", "target", "market"]),
    inKind: flag,
    passThrough: text,
    condition: oneOf(["epistemic", "contractual"]),
  },
  true,
) as Shape<Terms>;

/** In the order in which a claim is written. */
const shapes: { readonly [Name in keyof Claim]: Shape<Claim[Name]> } = {
  kind: oneOf(claimKinds),
  roles,
  amount: orNull(amount),
  comparator: orNull(oneOf(["=", ">", ">=", "<", "<=", "~"])),
  status: oneOf(statuses),
  period: orNull(period),
  chip: orNull(text),
  metric: orNull(oneOf(metrics)),
  conditional: flag,
  hedged: flag,
  saidBy: orNull(text),
  origin: orNull(text),
  terms: orNull(terms),
  checks: listOf(objectOf<Check>({ words: text, span })),
  quote: text,
  span,
  also: listOf(span),
  id: (value) => (typeof value === "string" && /^c-[0-9a-f]{16}$/.test(value) ? (value as ClaimId) : undefined),
  document: (value) => (typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? (value as DocumentId) : undefined),
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
