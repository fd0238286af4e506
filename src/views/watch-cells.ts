/** The watch list for other programs: columns of CSV, and JSON. */

import { amountText } from "../model/amount.ts";
import type { PartyId } from "../model/id.ts";
import type { DealChange } from "./deal-changes.ts";
import { dealRow, dealSides } from "./deal-rows.ts";
import type { OpenItem, Watch } from "./watch-rows.ts";

/** What is open, then what changed: a stable contract. */
export const watchColumns = ["what", "by", "overdue", "last_told", "about", "status", "was", "deal", "claims"] as const;

export function watchCells({ open, firmed, lapsed, fresh }: Watch, nameOf: (party: PartyId) => string): string[][] {
  const changed = (what: string, changes: readonly DealChange[]): string[][] =>
    changes.map(({ deal, was }) => {
      const row = dealRow(deal, nameOf);
      const about = `${dealSides(row)} ${row.what} ${row.amount}`.trim();
      return [what, "", "", "", about, deal.status, was?.status ?? "", deal.id, deal.claims.join(" ")];
    });
  return [
    ...open.map((item) => {
      const { sort, by, overdue, lastTold, deal, observation, claims } = item;
      const status = deal?.status ?? observation!.status;
      return [
        sort,
        by ?? "",
        String(overdue),
        lastTold,
        itemText(item, nameOf),
        status,
        "",
        deal?.id ?? "",
        claims.join(" "),
      ];
    }),
    ...changed("firmed up", firmed),
    ...changed("lapsed", lapsed),
    ...changed("new", fresh),
  ];
}

/** What an item is about, in words. */
export function itemText({ deal, observation }: OpenItem, nameOf: (party: PartyId) => string): string {
  if (deal !== null) {
    const row = dealRow(deal, nameOf);
    return [dealSides(row), row.what, row.amount].filter(Boolean).join(" ");
  }
  const { party, measure, amount, comparator } = observation!;
  return `${nameOf(party)} ${measure} ${amountText(amount, comparator ?? "=")}`;
}

export function watchJson({ open, firmed, lapsed, fresh }: Watch): object {
  const changed = ({ deal, was, fields }: DealChange): object => ({
    ...{ deal: deal.id, status: deal.status, was: was?.status ?? null, fields },
  });
  return {
    open: open.map(({ sort, deal, observation, by, overdue, lastTold, claims }) => ({
      ...{ sort, deal: deal?.id ?? null, by, overdue, lastTold, claims },
      observation: observation && {
        party: observation.party,
        measure: observation.measure,
        amount: observation.amount,
      },
    })),
    firmed: firmed.map(changed),
    lapsed: lapsed.map(changed),
    new: fresh.map(changed),
  };
}
