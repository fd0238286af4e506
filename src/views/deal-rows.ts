/** Deals as rows: the columns that tables, CSV and pages share. */

import type { Rival } from "../deals/conflicts.ts";
import { moneyField } from "../deals/drawn.ts";
import { amountText } from "../model/amount.ts";
import type { Deal, DealKind, Field, Reading } from "../model/deal.ts";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";

/** A deal in words. */
export interface DealRow {
  readonly deal: Deal;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** The drawn figure of each unit; rivals are told by the mark. */
  readonly amount: string;
  readonly mark: "≠" | "";
}

export function dealRow(deal: Deal, nameOf: (id: PartyId) => string): DealRow {
  const others = deal.others.filter((party) => party !== deal.from && party !== deal.to).map(nameOf);
  const beside = deal.kind === "commitment" || deal.kind === "investment" ? others : [];
  const shared = deal.kind === "investment";
  return {
    deal,
    what: [deal.umbrella ? "total of" : "", spaced(deal.right), spaced(deal.kind), deal.chip].filter(Boolean).join(" "),
    from: [deal.from && nameOf(deal.from), ...(shared ? beside : [])].filter(Boolean).join(", "),
    to: [deal.to && nameOf(deal.to), ...(shared ? [] : beside)].filter(Boolean).join(", "),
    amount: amountsOf(deal),
    mark: deal.fields.some(({ disagreement }) => disagreement !== null) ? "≠" : "",
  };
}

/** "compute contract": words that a narrow column can break. */
function spaced(name: string | null): string {
  return name === null ? "" : name.replaceAll("-", " ");
}

/** `≥ $10bn`, `$38bn + $100bn`, `6 GW`: the drawn readings, steps added as such. */
function amountsOf({ fields, legs }: Deal): string {
  const amounts = fields.filter(({ name }) => name.startsWith("amount "));
  const money = moneyField({ fields });
  const steps = legs
    .filter(({ role, quantity }) => role === "step" && quantity !== null)
    .map(({ quantity, comparator }) => amountText(quantity!, comparator ?? "="));
  return amounts
    .map((field) => [readingText(field.readings[0]!), ...(field === money ? steps : [])].join(" + "))
    .join(" · ");
}

export function readingText({ amount, comparator, text }: Pick<Reading, "amount" | "comparator" | "text">): string {
  return amount === null ? text : amountText(amount, comparator ?? "=");
}

/** "Amazon → OpenAI"; a side that no source names is "?", a kind with one side has that alone. */
export function dealSides({ deal, from, to }: DealRow): string {
  if (deal.kind === "ipo") return from || to || "?";
  return `${from || "?"} → ${to || "?"}`;
}

/** "Amazon in Anthropic"; what is no investment says what it is: "OpenAI → AWS, compute contract". */
export function relationText(
  { deal, from, to }: { readonly deal: DealKind; readonly from: PartyId; readonly to: PartyId },
  nameOf: (id: PartyId) => string,
): string {
  return deal === "investment"
    ? `${nameOf(from)} in ${nameOf(to)}`
    : `${nameOf(from)} → ${nameOf(to)}, ${spaced(deal)}`;
}

/** What a rival says: its figure, or what it says of another field: "payment: money". */
export function otherwiseText({ otherwise }: Rival): string {
  return otherwise
    .map(({ field, reading }) =>
      field.name.startsWith("amount ") ? readingText(reading) : `${fieldTitle(field)}: ${reading.text}`,
    )
    .join(", ");
}

/** The group that a party belongs to: the topmost above it. */
export function groupOf(id: PartyId, parties: ReadonlyMap<PartyId, Party>): PartyId {
  return lineage(id, parties).at(-1)!;
}

/** Deals between groups: what a group does within itself vanishes in the roll-up. */
export function betweenGroups(deals: readonly Deal[], parties: ReadonlyMap<PartyId, Party>): Deal[] {
  return deals.filter(
    ({ from, to }) => from === null || to === null || groupOf(from, parties) !== groupOf(to, parties),
  );
}

/** Ids cut to what tells them apart, four digits at least, all of one length. */
export function shortDealIds(deals: readonly { readonly id: DealId }[]): Map<DealId, string> {
  const sorted = deals.map(({ id }) => id).sort();
  let length = "deal-".length + 4;
  for (const [index, id] of sorted.entries()) {
    const next = sorted[index + 1];
    while (next !== undefined && id.slice(0, length) === next.slice(0, length)) length++;
  }
  return new Map(sorted.map((id) => [id, id.slice(0, length)]));
}

/** What a field is called on a screen. */
export function fieldTitle({ name }: Pick<Field, "name">): string {
  return name.startsWith("amount ") ? (amountTitles[name.slice(7)] ?? "amount") : name;
}

const amountTitles: Readonly<Record<string, string>> = { share: "share", W: "power", chips: "chips", shares: "shares" };

/** Why a reading is the one that is drawn. */
export const choiceTexts: Readonly<Record<Field["choice"], string>> = {
  only: "the only one",
  decided: "as decided",
  firmer: "it is firmer",
  tier: "its source stands nearer",
  later: "it was published later",
  "first-id": "nothing tells them apart; the first by id",
  open: "left open",
};

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const dealColumns = [
  "id",
  "kind",
  "from",
  "to",
  "others",
  "chip",
  "right",
  "umbrella",
  "status",
  "amount",
  "min",
  "max",
  "unit",
  "comparator",
  "disagreement",
  "readings",
  "documents",
  "origins",
  "first_known",
  "claims",
] as const;

export function dealCells({ deal, amount }: DealRow): string[] {
  const field = moneyField(deal) ?? deal.fields.find(({ name }) => name.startsWith("amount ")) ?? null;
  const drawn = field?.readings[0];
  const text = (value: string | number | boolean | null | undefined): string =>
    value === null || value === undefined ? "" : String(value);
  const cells: Record<(typeof dealColumns)[number], string> = {
    id: deal.id,
    kind: deal.kind,
    from: text(deal.from),
    to: text(deal.to),
    others: deal.others.join("|"),
    chip: text(deal.chip),
    right: text(deal.right),
    umbrella: text(deal.umbrella),
    status: deal.status,
    amount,
    min: text(drawn?.amount?.min),
    max: text(drawn?.amount?.max),
    unit: text(drawn?.amount?.unit),
    comparator: text(drawn?.comparator),
    disagreement: deal.fields
      .flatMap(({ name, disagreement }) => (disagreement ? `${name}:${disagreement}` : []))
      .join("|"),
    readings: field?.readings.map(readingText).join(" | ") ?? "",
    documents: String(deal.documents.length),
    origins: deal.origins.join("|"),
    first_known: text(deal.history[0]?.known),
    claims: deal.claims.join("|"),
  };
  return dealColumns.map((column) => cells[column]);
}

/** A deal that a person names by the first digits of its id, or by one that stands for another now. */
export function findDeal(
  written: string,
  deals: readonly Deal[],
  redirects: ReadonlyMap<DealId, DealId>,
): Deal | "none" | "several" {
  const start = written.startsWith("deal-") ? written : `deal-${written}`;
  const found = new Set(deals.filter(({ id }) => id.startsWith(start)));
  for (const [from, to] of redirects)
    if (from.startsWith(start)) for (const deal of deals) if (deal.id === to) found.add(deal);
  if (found.size > 1) return "several";
  return [...found][0] ?? "none";
}

/** The deal that a claim belongs to. */
export function dealOfClaim(claim: ClaimId, deals: readonly Deal[]): Deal | null {
  return deals.find(({ claims }) => claims.includes(claim)) ?? null;
}
