/** Claims for tests, told in a line: what is not told is empty. */

import type { Amount, Comparator } from "../model/amount.ts";
import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { Testimony } from "../model/deal.ts";
import { claimId, type DocumentId, type PartyId, sha256Hex } from "../model/id.ts";
import { type Party, partyOf } from "../model/party.ts";
import type { SettlingContext } from "./settlement.ts";

type Told = Partial<Omit<Claim, "id" | "document" | "roles" | "amount" | "period">> & {
  readonly roles: Readonly<Record<string, string>>;
  /** "38bn", ">=10bn", "<5bn", "~13bn", "27%", "2GW", "160m shares". */
  readonly amount?: string;
  /** "2025-10", "2019..", "2025-11 for 7". */
  readonly period?: string;
  readonly published?: string;
  readonly tier?: Testimony["tier"];
  readonly headline?: boolean;
};

/** One claim of a document; documents are told apart by their names. */
export function told(document: string, fields: Told): Testimony {
  const { roles, amount, period, published = "2025-12-17", tier = 4, headline = false, ...rest } = fields;
  const quote = rest.quote ?? `${rest.kind} ${Object.values(roles).join(" ")} ${amount ?? ""} ${rest.status}`;
  const figure = amount === undefined ? null : amountOf(amount);
  const claim: Claim = {
    id: claimId([
      document,
      quote,
      rest.kind ?? null,
      amount ?? null,
      rest.status ?? null,
      JSON.stringify(roles),
      period ?? null,
    ]),
    document: sha256Hex(document) as DocumentId,
    kind: "investment",
    comparator: figure?.comparator ?? null,
    status: "completed",
    chip: null,
    metric: null,
    conditional: false,
    hedged: false,
    saidBy: null,
    origin: null,
    terms: null,
    checks: [],
    span: [0, quote.length],
    also: [],
    ...rest,
    quote,
    roles: roles as Readonly<Record<string, PartyId>>,
    amount: figure?.amount ?? null,
    period: period === undefined ? null : periodOf(period),
  };
  return { claim, known: published as PartialDay, tier, headline };
}

const scales: Readonly<Record<string, number>> = { tn: 1e12, bn: 1e9, m: 1e6, "": 1, "%": 0.01, GW: 1e9, MW: 1e6 };

function amountOf(written: string): { amount: Amount; comparator: Comparator } {
  const [, sign = "", figure = "", scale = "", unit] = /^(>=|<=|>|<|~)?([\d.]+)(tn|bn|m|%|GW|MW|)(?: (\w+))?$/.exec(
    written,
  )!;
  const value = Number((Number(figure) * scales[scale]!).toPrecision(12));
  return {
    amount: {
      min: sign.startsWith("<") ? null : value,
      max: sign.startsWith(">") ? null : value,
      unit: unit ?? (scale === "%" ? "share" : scale.endsWith("W") ? "W" : "USD"),
      approximate: sign === "~",
    },
    comparator: (sign || "=") as Comparator,
  };
}

function periodOf(written: string): Claim["period"] {
  const [range = "", years] = written.split(" for ");
  const [start, end = null] = range.split("..");
  return {
    start: (start || null) as PartialDay | null,
    end: (end || null) as PartialDay | null,
    years: years ? Number(years) : null,
  };
}

/** Amazon with AWS, Microsoft with Azure, and some that stand alone. */
export const parties: ReadonlyMap<PartyId, Party> = new Map(
  [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId }),
    partyOf("microsoft", "Microsoft", "cloud"),
    partyOf("azure", "Azure", "cloud", { parent: "microsoft" as PartyId }),
  ].map((party) => [party.id, party]),
);

export const plain: SettlingContext = { parties, decisions: [], names: [], asOf: null };
