/** The network for other programs: columns of CSV, and JSON. */

import type { PartyId } from "../model/id.ts";
import { unitOf } from "../model/smallest-unit.ts";
import { takenJson } from "./flow-cells.ts";
import { decimalText } from "./ledger-rows.ts";
import { type IntegrationRow, type NetworkCompany, type NetworkLink, stages } from "./network-rows.ts";

/** One row a link: a stable contract. */
export const networkColumns = [
  "from",
  "to",
  "layer",
  "commodity",
  "unit",
  "low",
  "high",
  "status",
  "deal",
  "claims",
] as const;

export function networkCells(links: readonly NetworkLink[], nameOf: (party: PartyId) => string): string[][] {
  return links.map(({ from, to, layer, commodity, amount, status, deal }) => {
    const [low, high] = commodity === null || amount === null ? ["", ""] : endCells(commodity, amount);
    return [
      ...[from, to].map((party) => (party === null ? "" : nameOf(party))),
      ...[layer, commodity ?? "", commodity === null ? "" : unitOf(commodity), low!, high!, status, deal.id],
      deal.claims.join(" "),
    ];
  });
}

export const matrixColumns = ["company", "kind", "stage", "what", "deal", "claims"] as const;

export function matrixCells(rows: readonly IntegrationRow[], nameOf: (party: PartyId) => string): string[][] {
  return rows.flatMap(({ party, kind, stages: own }) =>
    stages.flatMap((stage) =>
      (own[stage].length === 0 ? [{ what: "", deal: null }] : own[stage]).map(({ what, deal }) => [
        ...[nameOf(party), kind ?? "", stage, what, deal?.id ?? ""],
        deal?.claims.join(" ") ?? "",
      ]),
    ),
  );
}

export function networkJson(
  links: readonly NetworkLink[],
  companies: readonly NetworkCompany[],
  matrix: readonly IntegrationRow[] | null,
): object {
  return {
    links: links.map(({ from, to, layer, commodity, amount, status, deal, taken }) => ({
      ...{ from, to, layer, commodity },
      amount: commodity === null || amount === null ? null : endsJson(commodity, amount),
      ...{ status, deal: deal.id, claims: deal.claims, assumed: taken.map(takenJson) },
    })),
    companies: companies.map(({ party, kind, pays, gets, links: count, rank }) => ({
      ...{ party, kind, links: count, rank },
      pays: pays && endsJson("USD", pays),
      gets: gets && endsJson("USD", gets),
    })),
    ...(matrix && {
      matrix: matrix.map(({ party, kind, stages: own }) => ({
        ...{ party, kind },
        stages: Object.fromEntries(
          stages.map((stage) => [stage, own[stage].map(({ what, deal }) => ({ what, deal: deal?.id ?? null }))]),
        ),
      })),
    }),
  };
}

function endCells(
  commodity: string,
  { low, high }: { readonly low: number; readonly high: number | null },
): [string, string] {
  return [decimalText(commodity, low), high === null ? "" : decimalText(commodity, high)];
}

function endsJson(commodity: string, ends: { readonly low: number; readonly high: number | null }): object {
  const [low, high] = endCells(commodity, ends);
  return { low, high: high === "" ? null : high };
}
