/** What do the collected rows of deals say as claims? Each row of `deals.csv` becomes one testimony, its roles renamed to ours. */

import { parse } from "csv-parse/sync";
import type { Amount, Comparator } from "../src/model/amount.ts";
import type { Claim, ClaimKind, Period, Status, Terms } from "../src/model/claim.ts";
import { lastDayOf, parseDay } from "../src/model/day.ts";
import type { Testimony } from "../src/model/deal.ts";
import { claimId, documentId, type PartyId } from "../src/model/id.ts";

export interface FactRow {
  readonly id: string;
  readonly group: string | null;
  readonly notes: string;
  readonly testimony: Testimony;
}

type Cells = Readonly<Record<string, string>>;

export function factRows(csv: string): FactRow[] {
  const rows = parse(csv, { columns: true, skip_empty_lines: true }) as Cells[];
  return rows.map((row) => ({
    id: row.id!,
    group: row.conflict_group || null,
    notes: row.notes!,
    testimony: testimonyOf(row),
  }));
}

function testimonyOf(row: Cells): Testimony {
  const document = documentId(`${row.source_publisher}\n${row.source_title}\n${row.source_url}\n${row.source_date}`);
  const { kind, roles } = relationOf(row);
  const amount = amountOf(row);
  const claim: Claim = {
    id: claimId([row.id!]),
    document,
    kind,
    roles,
    amount,
    comparator: amount && comparatorOf(amount, row),
    status: row.status as Status,
    period: periodOf(row),
    chip: kind === "chip-supply" || kind === "chip-adoption" ? chipOf(row) : null,
    metric: null,
    conditional: /\bif\b|\bconditional\b/i.test(row.notes!),
    hedged: row.confidence === "low" || row.status === "talks",
    saidBy: null,
    origin: null,
    terms: termsOf(row, kind),
    checks: [],
    quote: row.notes!,
    span: [0, row.notes!.length],
    also: [],
  };
  const own = Object.values(roles).some((party) => party === row.source_publisher!.toLowerCase().replaceAll(" ", "-"));
  return {
    claim,
    known: lastDayOf(parseDay(row.source_date!)!),
    tier: own ? 2 : row.confidence === "low" ? 4 : 3,
    headline: false,
  };
}

/** Kind and roles as claims name them. Only roles that a kind has are kept. */
function relationOf(row: Cells): { kind: ClaimKind; roles: Record<string, PartyId> } {
  const given = new Map(
    row
      .roles!.split(";")
      .filter(Boolean)
      .map((part): [string, string[]] => {
        const [role, parties] = part.split("=");
        return [role!, parties!.split(",")];
      }),
  );
  const kind = kindOf(row.kind as ClaimKind, given);
  const roles: Record<string, PartyId> = {};
  const fill = (role: string, ...names: readonly string[]): void => {
    const parties = names.flatMap((name) => given.get(name) ?? []);
    for (const [index, party] of parties.entries())
      roles[role === "counterparty" ? `counterparty-${index + 1}` : index === 0 ? role : `${role}-${index + 1}`] =
        party as PartyId;
  };
  const first = (role: string, ...names: readonly string[]): void => {
    const name = names.find((each) => given.has(each));
    if (name) fill(role, name);
  };
  switch (kind) {
    case "investment":
      fill("investor", "investor");
      fill("investee", "investee");
      break;
    case "stake":
      fill("holder", "holder");
      fill("company", "subject");
      break;
    case "valuation":
    case "metric":
      fill("company", "subject");
      break;
    case "ipo":
      fill("company", "issuer");
      break;
    case "secondary-sale":
      fill("company", "issuer");
      fill("seller", "seller");
      break;
    case "compute-contract":
      fill("customer", "customer");
      fill("provider", "provider");
      break;
    case "chip-supply":
      fill("customer", "customer");
      fill("vendor", "supplier");
      break;
    case "chip-adoption":
      fill("user", "customer");
      fill("vendor", "supplier");
      break;
    case "commitment":
      first("obligor", "buyer", "sponsor", "customer", "investor", "provider");
      fill(
        "counterparty",
        "supplier",
        "partner",
        "vehicle",
        "beneficiary",
        ...(given.has("buyer") ? ["provider"] : []),
      );
      break;
    case "financing":
      first("borrower", "borrower", "beneficiary", "provider");
      first("lender", "lender", "guarantor", "investor", "arranger");
      break;
    case "right":
      fill("holder", "holder");
      fill("grantor", "grantor");
      break;
    case "acquisition":
      fill("acquirer", "acquirer");
      fill("target", "target");
      fill("seller", "seller");
      break;
    case "dependence":
      break;
    default:
      kind satisfies never;
  }
  return { kind, roles };
}

/** A guarantee is financing, what is promised to one provider a compute contract, and an investor's promise to an investee an investment. */
function kindOf(kind: ClaimKind, given: ReadonlyMap<string, readonly string[]>): ClaimKind {
  if (kind !== "commitment") return kind;
  if (given.has("guarantor")) return "financing";
  if (given.has("customer") && given.has("provider")) return "compute-contract";
  return given.has("investee") ? "investment" : kind;
}

/** A minimum of 0 with a maximum means "up to"; a minimum alone "at least". */
function amountOf(row: Cells): Amount | null {
  if (row.unit === "" || (row.amount_min === "" && row.amount_max === "")) return null;
  const min = row.amount_min === "" ? null : Number(row.amount_min);
  const max = row.amount_max === "" ? null : Number(row.amount_max);
  const about = /\b(about|around|roughly|nearly)\b/i.test(row.notes!);
  return { min: min === 0 && max !== null ? null : min, max, unit: row.unit!, approximate: about };
}

function comparatorOf({ min, max, approximate }: Amount, row: Cells): Comparator {
  if (min === null) return "<=";
  if (max === null) return /at least/i.test(row.notes!) ? ">=" : ">";
  return approximate ? "~" : "=";
}

/**
 * The stated beginning; else the day of the event, where something happened on it and the row gives it to the day or for another month than the source's own.
 * What ended has that day as its end.
 */
function periodOf(row: Cells): Period | null {
  const stated = row.announced!.length === 10 || !row.source_date!.startsWith(row.announced!);
  const happened = stated ? parseDay(row.announced!) : null;
  const begun = /^(announced|signed|completed)$/.test(row.status!);
  const start = parseDay(row.start!) ?? (begun ? happened : null);
  const end = parseDay(row.end!) ?? (row.status === "ended" ? happened : null);
  const years = row.years === "" ? null : Number(row.years);
  return start === null && end === null && years === null ? null : { start, end, years };
}

function chipOf(row: Cells): string | null {
  const named = /\b(trainium|tpu|mi450|graviton|blackwell|gb200|gb300|ironwood)/i.exec(`${row.id} ${row.notes}`);
  const family = named?.[1]?.toLowerCase() ?? null;
  if (family === "gb200" || family === "gb300") return "blackwell";
  return family === "ironwood" ? "tpu" : family;
}

function termsOf(row: Cells, kind: ClaimKind): Terms | null {
  const words = `${row.id} ${row.notes}`.toLowerCase();
  if (kind === "right") return { right: rightNames.find(([pattern]) => pattern.test(words))?.[1] ?? "other" };
  if (kind !== "valuation") return /\bif\b|\bconditional\b/.test(words) ? { condition: "contractual" } : null;
  if (/pre-?money|pre-investment/.test(words)) return { valuation: "pre-money" };
  if (/post-?money/.test(words)) return { valuation: "post-money" };
  return /secondary|tender/.test(words) ? { valuation: "secondary" } : null;
}

const rightNames: readonly (readonly [RegExp, NonNullable<Terms["right"]>])[] = [
  [/refusal|rofr/, "first-refusal"],
  [/warrant/, "warrant"],
  [/licen[cs]e|\bip\b/, "licence"],
  [/exclusiv/, "exclusivity"],
  [/\boption\b/, "option"],
];
