/** What became known between two days: each document, its new claims, and how many it repeats. */

import type { ClaimId } from "../../model/id.ts";
import { sidesText } from "../../views/claim-rows.ts";
import type { DiffDocument } from "../../views/diff-rows.ts";
import { titleOf } from "../../views/document-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { legendLines } from "./legend.ts";
import { counted, tableWidth } from "./reading.ts";
import { claimStatusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface DiffView {
  readonly rows: readonly DiffDocument[];
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

const columns: readonly Column[] = [
  { name: "id" },
  { name: "status" },
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "amount", wraps: true },
];
const indent = "   ";

/** Documents in the order of their days; under each the claims that nobody had made before. */
export function diffText({ rows, ids, from, to, data }: DiffView, terminal: Terminal): string {
  const documents = rows.flatMap((row) => documentLines(row, ids, terminal));
  const all = rows.flatMap(({ claims }) => claims);
  const fresh = all.filter(({ repeats }) => !repeats).length;
  const sum = [
    counted(rows.length, "document"),
    counted(fresh, "new claim"),
    `${all.length - fresh} said before`,
    `after ${from} to ${to}`,
    `data ${data}`,
  ];
  const legend = legendLines(
    { claims: all.flatMap(({ listed, repeats }) => (repeats ? [] : [listed.row.claim])) },
    terminal,
  );
  return `${[...documents, ...wrapParts(sum, tableWidth - 1).map((line) => ` ${line}`), ...legend].join("\n")}\n`;
}

function documentLines(
  { document, number, claims }: DiffDocument,
  ids: ReadonlyMap<ClaimId, string>,
  terminal: Terminal,
): string[] {
  const day = document.published ?? `received ${document.received}`;
  const title = [number, showable(titleOf(document)), showable(document.publisher ?? ""), day]
    .filter(Boolean)
    .join(" · ");
  const head = wrapText(title, tableWidth - 4).map((line, index) => `${index === 0 ? " + " : indent}${line}`);
  const fresh = claims.filter(({ repeats }) => !repeats);
  const cells = fresh.map(({ listed: { row } }) => [
    ids.get(row.claim.id) ?? row.claim.id,
    claimStatusText(row.claim, terminal),
    showable(sidesText(row)),
    row.kind,
    row.amount || "—",
  ]);
  const [, ...body] = tableLines(columns, cells, tableWidth - 1 - indent.length);
  const repeated = claims.length - fresh.length;
  const rest = repeated > 0 ? [`${indent}${repeated} of its ${counted(claims.length, "claim")} said before`] : [];
  return [...head.map(paintOf(terminal).bold), ...body.flat().map((line) => `${indent}${line}`), ...rest];
}
