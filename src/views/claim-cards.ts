/** A claim as the card that stands beside its sentence: its words for a person, and its fields as an edit writes them. */

import type { Rival } from "../deals/conflicts.ts";
import type { Amount, Comparator } from "../model/amount.ts";
import type { Decision } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { Field } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";
import { claimRow, roleNames, sidesText } from "./claim-rows.ts";
import { fieldTitle, otherwiseText } from "./deal-rows.ts";
import { decisionText } from "./decision-text.ts";
import type { Test } from "./filter.ts";
import { amountTestText } from "./filter-values.ts";
import type { ListedClaim } from "./listed-claims.ts";
import { timeText } from "./log-rows.ts";
import type { By, ClaimCard, SayingCard } from "./page-answers.ts";
import type { EditField } from "./parse-edit.ts";

/** Where a card's names come from. */
export interface CardNames {
  readonly party: (id: PartyId) => string;
  readonly document: (id: Claim["document"]) => string;
}

/** What stands around a claim. */
export interface AroundCard {
  readonly short: string;
  readonly reader: string;
  /** On this claim, in the order of their time. */
  readonly decisions: readonly (Decision & { readonly inEffect: boolean })[];
  /** The fields of its deal that it is in conflict about. */
  readonly disputed: readonly Field[];
  readonly rivals: readonly { readonly rival: Rival; readonly claim: Claim; readonly short: string }[];
}

/** The card of a claim. */
export function claimCard(
  { claim, review, byHand }: Pick<ListedClaim, "review" | "byHand"> & { readonly claim: Claim },
  { short, reader, decisions, disputed, rivals }: AroundCard,
  names: CardNames,
  insideGroup: boolean,
): ClaimCard {
  const row = claimRow(claim, names.document(claim.document), names.party);
  const standing = decisions.filter(({ inEffect }) => inEffect);
  const last = standing.findLast(({ verb }) => verb !== "flag");
  return {
    id: claim.id,
    short,
    document: claim.document,
    number: row.document,
    status: claim.status,
    kind: claim.kind,
    what: row.kind,
    from: row.from,
    to: row.to,
    sides: sidesText(row),
    amount: row.amount,
    figure: claim.amount,
    comparator: claim.comparator,
    period: row.period,
    conditional: claim.conditional,
    hedged: claim.hedged,
    saidBy: claim.saidBy,
    origin: claim.origin,
    quote: claim.quote,
    span: claim.span,
    also: claim.also,
    review,
    byHand,
    conflict: disputed.length > 0,
    disputed: disputed.map(fieldTitle),
    insideGroup,
    checks: claim.checks.map(({ words }) => words),
    reader,
    decided: last ? `${decisionText(last)} by ${last.by}, ${timeText(last.at)}` : null,
    flags: standing.flatMap(({ verb, body }) =>
      verb === "flag" && typeof body.because === "string" ? [body.because] : [],
    ),
    fields: fieldsOf(claim, names),
    rivals: rivals.map(({ rival, claim: other, short }) => ({
      ...sayingCard(other, short, names),
      otherwise: otherwiseText(rival),
      rivalFigure: rival.otherwise.find(({ reading }) => reading.amount !== null)?.reading.amount ?? null,
    })),
  };
}

/** A claim as one of several that are held beside each other. */
export function sayingCard(claim: Claim, short: string, names: CardNames): SayingCard {
  const row = claimRow(claim, names.document(claim.document), names.party);
  return {
    id: claim.id,
    short,
    number: row.document,
    status: claim.status,
    hedged: claim.hedged,
    amount: row.amount,
    figure: claim.amount,
    comparator: claim.comparator,
    period: row.period,
    quote: claim.quote,
    span: claim.span,
  };
}

/** What `parseEdit` would read back as this claim. */
function fieldsOf(claim: Claim, { party }: CardNames): Partial<Record<EditField, string>> {
  const [from, to] = roleNames(claim.kind);
  const name = (role: string | null): string => (role !== null && claim.roles[role] ? party(claim.roles[role]) : "");
  const { start, end, years } = claim.period ?? { start: null, end: null, years: null };
  const period = start === end ? (start ?? "") : `${start ?? ""}..${end ?? ""}`;
  return {
    kind: claim.kind,
    status: claim.status,
    from: name(from),
    ...(to === null ? {} : { to: name(to) }),
    amount: claim.amount === null ? "" : writtenAmount(claim.amount, claim.comparator),
    period,
    years: years === null ? "" : String(years),
    metric: claim.metric ?? "",
    chip: claim.chip ?? "",
    conditional: claim.conditional ? "yes" : "no",
    hedged: claim.hedged ? "yes" : "no",
    "said-by": claim.saidBy ?? "",
    origin: claim.origin ?? "",
  };
}

/** As filters and edits write it: `>=10bn`, `~13bn`, `5bn..8bn`, `27%`. */
function writtenAmount({ min, max, unit, approximate }: Amount, comparator: Comparator | null): string {
  const sign = max === null ? (comparator === ">" ? ">" : ">=") : comparator === "<" ? "<" : "<=";
  const test: Test<number> =
    min !== null && max !== null
      ? min === max
        ? { is: "=", value: min }
        : { is: "..", from: min, to: max }
      : { is: sign, value: (min ?? max)! };
  return `${approximate ? "~" : ""}${amountTestText({ test, unit })}`;
}

/** Names of parties by unit, or inside their group: "Amazon (Amazon Web Services)". */
export function partyNaming(
  by: By,
  parties: ReadonlyMap<PartyId, Party>,
  unitName: (id: PartyId) => string,
): (id: PartyId) => string {
  if (by === "unit") return unitName;
  return (id) => {
    const group = lineage(id, parties).at(-1)!;
    return group === id ? unitName(id) : `${unitName(group)} (${unitName(id)})`;
  };
}

/** Whether the two sides of a claim belong to one group. */
export function isInsideGroup(claim: Claim, parties: ReadonlyMap<PartyId, Party>): boolean {
  const [fromRole, toRole] = roleNames(claim.kind);
  const from = claim.roles[fromRole];
  const to = toRole === null ? undefined : claim.roles[toRole];
  return from !== undefined && to !== undefined && from !== to && group(from, parties) === group(to, parties);
}

function group(id: PartyId, parties: ReadonlyMap<PartyId, Party>): PartyId {
  return lineage(id, parties).at(-1)!;
}
