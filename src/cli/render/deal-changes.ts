/** Deals that changed between two days, each with the sentence that tells it. */

import type { Testimony } from "../../model/deal.ts";
import type { ClaimId, DealId } from "../../model/id.ts";
import { placeOf } from "../../views/claim-rows.ts";
import type { DealChange, FieldChange } from "../../views/deal-changes.ts";
import { type DealRow, dealSides, fieldTitle } from "../../views/deal-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { showable, wrapText } from "./table.ts";

export interface DealChangesView {
  readonly changes: readonly DealChange[];
  readonly rowOf: (deal: DealChange["deal"]) => DealRow;
  readonly dealIds: ReadonlyMap<DealId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly names: Names;
}

/** Changed deals first, then new ones. */
export function dealChangesText(view: DealChangesView, terminal: Terminal): string {
  const { changes } = view;
  const changed = changes.filter(({ was }) => was !== null);
  const fresh = changes.filter(({ was }) => was === null);
  const paint = paintOf(terminal);
  const lines = [
    paint.bold(` ${counted(changed.length, "deal")} changed`),
    ...changed.flatMap((change) => changeLines(change, view, terminal)),
    paint.bold(` ${counted(fresh.length, "deal")} new`),
    ...fresh.flatMap((change) => freshLines(change, view, terminal)),
  ];
  return `${lines.join("\n")}\n`;
}

function changeLines({ deal, fields }: DealChange, view: DealChangesView, terminal: Terminal): string[] {
  const row = view.rowOf(deal);
  const head = `${view.dealIds.get(deal.id)} ${showable(dealSides(row))} ${row.what}`;
  const quoted = new Set<ClaimId>();
  return [
    ...wrapText(head, tableWidth - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`),
    ...fields.flatMap((change) => fieldLines(change, quoted, view, terminal)),
  ];
}

function fieldLines(
  change: FieldChange,
  quoted: Set<ClaimId>,
  { testimonies, names }: DealChangesView,
  terminal: Terminal,
): string[] {
  const word = (value: string): string =>
    change.name === "status" ? statusText(value as Parameters<typeof statusText>[0], terminal) : value;
  const title =
    change.name === "parts" ? "parts" : fieldTitle({ name: change.name as Parameters<typeof fieldTitle>[0]["name"] });
  const told = `${title}: ${change.was === null ? "" : `${word(change.was)} → `}${word(change.now)}`;
  // A sentence that tells several fields is quoted once.
  const claims = (change.name === "parts" ? change.claims : change.claims.slice(0, 1)).filter((id) => !quoted.has(id));
  for (const id of claims) quoted.add(id);
  return [
    ...wrapText(told, tableWidth - 6).map((line) => `    ${line}`),
    ...claims.flatMap((id) => {
      const { claim } = testimonies.get(id)!;
      return quotedLines(claim.quote, placeOf(names.document(claim.document), claim.span), 6);
    }),
  ];
}

function freshLines(
  { deal }: DealChange,
  { rowOf, dealIds, testimonies, names }: DealChangesView,
  terminal: Terminal,
): string[] {
  const row = rowOf(deal);
  const head = [dealIds.get(deal.id), statusText(deal.status, terminal), showable(dealSides(row)), row.what, row.amount]
    .filter(Boolean)
    .join(" ");
  const { claim } = testimonies.get(deal.claims[0]!)!;
  return [
    ...wrapText(head, tableWidth - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`),
    ...quotedLines(claim.quote, placeOf(names.document(claim.document), claim.span), 6),
  ];
}
