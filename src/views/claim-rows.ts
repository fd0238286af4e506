/** Claims as rows: the columns that tables, CSV and pages share. */

import { amountText } from "../model/amount.ts";
import type { Claim, ClaimKind, Period, Span } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";

/** A claim in words. Lists stand in the order of the kind's table in docs/model.md. */
export interface ClaimRow {
  readonly claim: Claim;
  /** The document's short name. */
  readonly document: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly period: string;
}

/** Role names of each kind: who the claim runs from, then to. */
const rolesOfKind: Readonly<Record<ClaimKind, readonly [from: string, to: string | null]>> = {
  investment: ["investor", "investee"],
  stake: ["holder", "company"],
  valuation: ["company", null],
  "secondary-sale": ["seller", "buyer"],
  "compute-contract": ["customer", "provider"],
  "chip-supply": ["customer", "vendor"],
  "chip-adoption": ["user", "vendor"],
  commitment: ["obligor", "counterparty"],
  financing: ["borrower", "lender"],
  right: ["holder", "grantor"],
  ipo: ["company", null],
  acquisition: ["acquirer", "target"],
  metric: ["company", null],
  dependence: ["dependent", "supplier"],
};

/** The roles on the two sides of a kind; null where it has only one side. */
export function roleNames(kind: ClaimKind): readonly [from: string, to: string | null] {
  return rolesOfKind[kind];
}

/** One claim as a row; `nameOf` gives a party's name. */
export function claimRow(claim: Claim, document: string, nameOf: (id: PartyId) => string): ClaimRow {
  const [from, to] = rolesOfKind[claim.kind];
  const names = (role: string): string => parties(claim, role).map(nameOf).join(", ");
  const subject = claim.kind === "secondary-sale" && claim.roles.company ? `${nameOf(claim.roles.company)} shares` : "";
  const sides = [names(from), to === null ? "" : names(to)];
  return {
    claim,
    document,
    kind: [claim.kind, claim.metric, claim.chip].filter(Boolean).join(" "),
    from: [subject, sides[0]].filter(Boolean).join(": "),
    to: sides[1]!,
    amount: claim.amount === null ? "" : amountText(claim.amount, claim.comparator ?? "="),
    period: claim.period === null ? "" : periodText(claim.period),
  };
}

/** "OpenAI → AWS"; a side that the text does not name is "?". */
export function sidesText({ claim, from, to }: ClaimRow): string {
  if (rolesOfKind[claim.kind][1] === null || (claim.kind === "secondary-sale" && to === "")) return from || "?";
  return `${from || "?"} → ${to || "?"}`;
}

/** The parties of a claim by the side on which they stand; some roles are on neither. */
export function sidesOf(claim: Claim): { from: PartyId[]; to: PartyId[]; other: PartyId[] } {
  const [from, to] = rolesOfKind[claim.kind];
  const sides = { from: parties(claim, from), to: to === null ? [] : parties(claim, to) };
  const placed = new Set([...sides.from, ...sides.to]);
  return { ...sides, other: Object.values(claim.roles).filter((party) => !placed.has(party)) };
}

/** The parties of a role and of its numbered continuations: investor, investor-2, … */
function parties(claim: Claim, role: string): PartyId[] {
  return Object.entries(claim.roles)
    .filter(([name]) => name === role || name.replace(/-\d+$/, "") === role)
    .map(([, party]) => party);
}

/** "2025-10 to 2027, 7 years". */
export function periodText({ start, end, years }: Period): string {
  const range =
    start && end ? (start === end ? start : `${start} to ${end}`) : start ? `from ${start}` : end ? `until ${end}` : "";
  const term = years === null ? "" : `${years} ${years === 1 ? "year" : "years"}`;
  return [range, term].filter(Boolean).join(", ");
}

/** The place of a quote: `004:0-140`. */
export function placeOf(document: string, [start, end]: Span): string {
  return `${document}:${start}-${end}`;
}

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const claimColumns = [
  "id",
  "document",
  "status",
  "kind",
  "metric",
  "chip",
  "from",
  "to",
  "roles",
  "amount",
  "min",
  "max",
  "unit",
  "approximate",
  "comparator",
  "conditional",
  "hedged",
  "period_start",
  "period_end",
  "period_years",
  "said_by",
  "origin",
  "start",
  "end",
  "quote",
] as const;

/** The cells of a claim under `claimColumns`: ids of parties, figures in whole units. */
export function claimCells({ claim, document, amount }: ClaimRow): string[] {
  const [from, to] = rolesOfKind[claim.kind];
  const ids = (role: string | null): string => (role === null ? "" : parties(claim, role).join("|"));
  const text = (value: string | number | boolean | null | undefined): string =>
    value === null || value === undefined ? "" : String(value);
  const cells: Record<(typeof claimColumns)[number], string> = {
    id: claim.id,
    document,
    status: claim.status,
    kind: claim.kind,
    metric: text(claim.metric),
    chip: text(claim.chip),
    from: ids(from),
    to: ids(to),
    roles: Object.entries(claim.roles)
      .map(([role, party]) => `${role}=${party}`)
      .join("|"),
    amount,
    min: text(claim.amount?.min),
    max: text(claim.amount?.max),
    unit: text(claim.amount?.unit),
    approximate: text(claim.amount?.approximate),
    comparator: text(claim.comparator),
    conditional: text(claim.conditional),
    hedged: text(claim.hedged),
    period_start: text(claim.period?.start),
    period_end: text(claim.period?.end),
    period_years: text(claim.period?.years),
    said_by: text(claim.saidBy),
    origin: text(claim.origin),
    start: text(claim.span[0]),
    end: text(claim.span[1]),
    quote: claim.quote,
  };
  return claimColumns.map((column) => cells[column]);
}
