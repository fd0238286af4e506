/**
 * What should a claim have said? Reads an edit as a person types it: `status=signed amount=">= $10bn" from=Amazon period=2025..2032 conditional=no`.
 *
 * `none` empties a field. Figures are written as in filters; `~13bn` is approximate, and without a unit the claim's own is meant, else US dollars.
 */

import type { Comparator } from "../model/amount.ts";
import type { Claim, Period } from "../model/claim.ts";
import { parseDay } from "../model/day.ts";
import { type PartyId, partyIdOf } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import type { ClaimFields } from "../model/read-claim.ts";
import { roleNames } from "./claim-rows.ts";
import { readAmountTest } from "./filter-values.ts";
import type { KnownNames } from "./parse-filter.ts";
import { nearest } from "./suggest.ts";

/** Fields that can be edited, as they are written. */
export const editFields = [
  "status",
  "kind",
  "amount",
  "from",
  "to",
  "period",
  "years",
  "metric",
  "chip",
  "conditional",
  "hedged",
  "said-by",
  "origin",
] as const;
export type EditField = (typeof editFields)[number];

/** The fields that an edit changes; or what is wrong with it. What they may hold is checked where they are stored. */
export function parseEdit(text: string, claim: Claim, known: KnownNames): ClaimFields | Problem {
  const parts = [...text.matchAll(/([a-z-]+)=("[^"]*"|\S+)/gi)];
  const left = text.replace(/([a-z-]+)=("[^"]*"|\S+)/gi, "").trim();
  if (left !== "" || parts.length === 0) return badEdit(`“${left || text}” is no field with a value.`);
  return readEdit(
    parts.map(([, name = "", value = ""]) => [name, value.replace(/^"(.*)"$/s, "$1")]),
    claim,
    known,
  );
}

/** The same of fields and values that stand apart already, as a form has them. */
export function readEdit(
  parts: readonly (readonly [name: string, value: string])[],
  claim: Claim,
  known: KnownNames,
): ClaimFields | Problem {
  let fields: ClaimFields = {};
  for (const [written, value] of parts) {
    const name = written.toLowerCase();
    if (!isField(name)) return unknownField(written);
    const read = fieldsOf(name, value === "none" ? null : value, { ...claim, ...fields }, known);
    if (typeof read === "string") return badEdit(read);
    fields = { ...fields, ...read };
  }
  return fields;
}

/** What one part changes; a sentence where its value is none. */
function fieldsOf(field: EditField, value: string | null, claim: Claim, known: KnownNames): ClaimFields | string {
  switch (field) {
    case "status":
    case "kind":
      // Whether there is such a status or kind is for the store to say, which knows all values.
      return value === null ? `${field} cannot be empty.` : ({ [field]: value } as ClaimFields);
    case "metric":
      return { metric: value as Claim["metric"] };
    case "chip":
      return { chip: value };
    case "said-by":
      return { saidBy: value };
    case "origin":
      return { origin: value };
    case "amount":
      return value === null ? { amount: null, comparator: null } : amountOf(value, claim);
    case "from":
    case "to":
      return rolesWith(field, value, claim, known);
    case "period":
    case "years":
      return periodWith(field, value, claim.period);
    case "conditional":
    case "hedged":
      if (value !== "yes" && value !== "no") return `${field} is yes or no, not “${value ?? "none"}”.`;
      return field === "hedged" ? { hedged: value === "yes" } : { conditional: value === "yes" };
    default:
      return field satisfies never;
  }
}

function amountOf(written: string, { amount }: Claim): ClaimFields | string {
  const approximate = /^[~≈]/.test(written);
  const figure = written.replace(/^[~≈]/, "").replace("≥", ">=").replace("≤", "<=").replaceAll(" ", "");
  const read = readAmountTest(figure);
  if (!read || read.test.is === "none") return `“${written}” is no amount.`;
  const { test } = read;
  const unit = read.unit ?? amount?.unit ?? "USD";
  const [min, max] =
    test.is === ".."
      ? [test.from, test.to]
      : [test.is.startsWith("<") ? null : test.value, test.is.startsWith(">") ? null : test.value];
  const comparator: Comparator = approximate ? "~" : test.is === ".." ? "=" : test.is;
  return { amount: { min, max, unit, approximate }, comparator };
}

/** A party by a name that the book knows, else by the name as it is. */
function rolesWith(
  side: "from" | "to",
  name: string | null,
  { kind, roles }: Claim,
  { parties }: KnownNames,
): ClaimFields | string {
  const [from, to] = roleNames(kind);
  const role = side === "from" ? from : to;
  if (role === null) return `a claim of kind ${kind} has nobody to whom.`;
  const others = Object.fromEntries(Object.entries(roles).filter(([each]) => each !== role));
  if (name === null) return { roles: others };
  const party: PartyId = parties.get(name.toLowerCase()) ?? partyIdOf(name);
  return { roles: { ...others, [role]: party } };
}

function periodWith(field: "period" | "years", value: string | null, period: Period | null): ClaimFields | string {
  if (field === "years") {
    const years = value === null ? null : Number(value);
    if (years !== null && !(years > 0)) return `“${value}” is no number of years.`;
    return { period: { start: period?.start ?? null, end: period?.end ?? null, years } };
  }
  if (value === null) return { period: null };
  const [first = "", second = first] = value.split("..");
  const [start, end] = [first, second].map((day) => (day === "" ? null : parseDay(day)));
  const isDay = (day: typeof start, written: string): boolean => written === "" || !!day;
  if (!isDay(start, first) || !isDay(end, second) || (!start && !end)) return `“${value}” is no period.`;
  return { period: { start: start ?? null, end: end ?? null, years: period?.years ?? null } };
}

function isField(name: string): name is EditField {
  return (editFields as readonly string[]).includes(name);
}

function unknownField(written: string): Problem {
  const near = nearest(written, editFields);
  return badEdit(
    `There is no field “${written}” to edit.${near ? ` Did you mean ${near}?` : ""} Fields: ${editFields.join(" ")}.`,
  );
}

function badEdit(message: string): Problem {
  return {
    code: "bad-edit",
    message,
    fix: 'for example status=signed amount=">= $10bn" from=Amazon period=2025..2032',
  };
}
