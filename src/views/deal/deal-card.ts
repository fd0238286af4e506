/** The head of a deal's page: who with whom, what, since when, by how many sources; and a deal as a line of a list. */

import type { PartialDay } from "../../model/day.ts";
import type { Deal } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import { counted } from "../counted.ts";
import type { DealCard, DealLine } from "../deal-answers.ts";
import { type DealRow, dealSides, fieldTitle, groupOf } from "../deal-rows.ts";
import type { By } from "../page-answers.ts";
import { layerNames } from "../pictures/network-legend.ts";
import type { DealPage } from "./deal-page.ts";

export function dealLine(row: DealRow, short: string): DealLine {
  const { deal, what, amount, mark } = row;
  return {
    ...{ short, what, amount, status: deal.status, sides: dealSides(row), differs: mark !== "" },
    documents: deal.documents.length,
  };
}

interface HeadInput {
  readonly page: DealPage;
  /** Sources that do not repeat one another. */
  readonly independent: number;
  readonly asked: { readonly firmness: string | null; readonly by: By };
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly nameOf: (party: PartyId) => string;
}

/** What stands in the head beside the line of the list. */
export function dealHead({
  page,
  independent,
  asked,
  parties,
  nameOf,
}: HeadInput): Pick<DealCard, "companies" | "since" | "sources" | "differing" | "layers" | "left"> {
  const { deal } = page;
  const sides = [deal.from, deal.to, ...deal.others].filter((party) => party !== null);
  return {
    companies: [...new Set(sides)].map((party) => ({ party, name: nameOf(party) })),
    since: sinceText(deal),
    sources: `${counted(deal.documents.length, "document")}, ${counted(independent, "independent source")}; ${originsText(deal)}`,
    differing: deal.fields.filter(({ disagreement }) => disagreement !== null).map(fieldTitle),
    layers: page.layers.map((layer) => layerNames[layer]),
    left: leftText(page, asked, parties, nameOf),
  };
}

/** From when it stands where it stands, and from when that is known. */
export function sinceText(deal: Pick<Deal, "history" | "status">): string {
  const { happened, known } = sinceDays(deal);
  if (happened === known) return known === null ? "" : `since ${known}`;
  return [...(happened ? [`since ${happened}`] : []), ...(known ? [`known since ${known}`] : [])].join(", ");
}

/** Days to come, on which what was agreed begins, are none on which it came to stand there. */
export function sinceDays({ history, status }: Pick<Deal, "history" | "status">): {
  readonly happened: PartialDay | null;
  readonly known: PartialDay | null;
} {
  const steps = history.filter((step) => step.status === status);
  const told = steps.flatMap(({ happened, known }) => (happened !== null && happened <= known ? [happened] : []));
  return { happened: told.sort()[0] ?? null, known: steps.map(({ known }) => known).sort()[0] ?? null };
}

export function originsText({ origins }: Pick<Deal, "origins">): string {
  return origins.length === 0
    ? "none names its origin"
    : `${counted(origins.length, "named origin")} (${origins.join(", ")})`;
}

function leftText(
  { deal, isFirm }: DealPage,
  { firmness, by }: HeadInput["asked"],
  parties: ReadonlyMap<PartyId, Party>,
  nameOf: (party: PartyId) => string,
): string | null {
  if (!isFirm) return `At ${firmness} and firmer it does not count: its status is ${deal.status}.`;
  const { from, to } = deal;
  if (by === "unit" || from === null || to === null || groupOf(from, parties) !== groupOf(to, parties)) return null;
  return `Both sides belong to ${nameOf(groupOf(from, parties))}: by group nothing flows.`;
}
