/** What changed since the book had another data hash: each document with its new, changed and gone claims. */

import type { ClaimId } from "../../model/id.ts";
import type { Change, ChangedClaim, ChangedDocument } from "../../views/change-rows.ts";
import { sidesText } from "../../views/claim-rows.ts";
import { titleOf } from "../../views/document-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { legendLines } from "./legend.ts";
import { counted, tableWidth } from "./reading.ts";
import { claimStatusText, reviewText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface ChangesView {
  readonly rows: readonly ChangedDocument[];
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly from: string;
  readonly to: string;
}

const signs: Readonly<Record<Change, string>> = { new: "+", gone: "-", changed: "~" };
const columns: readonly Column[] = [
  { name: "" },
  { name: "id" },
  { name: "status" },
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "amount", wraps: true },
];
const indent = "   ";

/** Documents by their numbers; `+` is new, `~` changed, `-` gone. */
export function changesText({ rows, ids, from, to }: ChangesView, terminal: Terminal): string {
  if (from === to || rows.length === 0) return `Nothing changed: data ${from} is data ${to}.\n`;
  const claims = rows.flatMap((row) => row.claims);
  const sum = [...sumsOf(rows, "document"), ...sumsOf(claims, "claim"), `from data ${from} to ${to}`];
  const lines = [
    ...rows.flatMap((row) => documentLines(row, ids, terminal)),
    ...wrapParts(sum, tableWidth - 1).map((line) => ` ${line}`),
    ...legendLines(
      { claims: claims.map(({ row }) => row.claim), reviews: claims.map(({ review }) => review) },
      terminal,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function sumsOf(rows: readonly { readonly change: Change }[], noun: string): string[] {
  return (["new", "changed", "gone"] as const).flatMap((change) => {
    const count = rows.filter((row) => row.change === change).length;
    return count === 0 ? [] : [`${counted(count, noun)} ${change}`];
  });
}

function documentLines(
  { change, document, number, claims }: ChangedDocument,
  ids: ReadonlyMap<ClaimId, string>,
  terminal: Terminal,
): string[] {
  const title = [
    number,
    showable(titleOf(document)),
    showable(document.publisher ?? ""),
    document.published ?? "undated",
  ]
    .filter(Boolean)
    .join(" · ");
  const head = wrapText(title, tableWidth - 4).map(
    (line, index) => `${index === 0 ? ` ${signs[change]} ` : indent}${line}`,
  );
  const [, ...blocks] = tableLines(
    columns,
    claims.map((claim) => cellsOf(claim, ids, terminal)),
    tableWidth - 1 - indent.length,
  );
  const body = blocks.flatMap((block, index) => {
    const { was } = claims[index]!;
    const told = was === "" ? [] : wrapText(`was: ${showable(was)}`, tableWidth - 1 - 2 * indent.length - 2);
    return [...block, ...told.map((line) => `${indent}  ${line}`)];
  });
  return [...head.map(paintOf(terminal).bold), ...body.map((line) => `${indent}${line}`)];
}

function cellsOf(
  { change, row, review }: ChangedClaim,
  ids: ReadonlyMap<ClaimId, string>,
  terminal: Terminal,
): string[] {
  return [
    signs[change],
    ids.get(row.claim.id) ?? row.claim.id,
    `${claimStatusText(row.claim, terminal)}${reviewText(review, terminal)}`,
    showable(sidesText(row)),
    row.kind,
    row.amount || "—",
  ];
}
