/** The documents of a book as a table. */

import { type ListedDocument, titleOf } from "../../views/document-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { counted, tableWidth } from "./reading.ts";
import { type Column, showable, tableLines, wrapParts } from "./table.ts";

export interface DocumentsView {
  readonly rows: readonly { readonly document: ListedDocument; readonly number: string }[];
  readonly next: string | null;
  readonly counts: { readonly documents: number; readonly claims: number };
  readonly data: string;
  readonly command: (words: string) => string;
}

const columns: readonly Column[] = [
  { name: "no", align: "right" },
  { name: "published" },
  { name: "publisher", wraps: true },
  { name: "title", wraps: true },
  { name: "claims", align: "right" },
  { name: "seen in", align: "right" },
];
const wideColumns: readonly Column[] = [
  ...columns,
  { name: "sentences", align: "right" },
  { name: "file" },
  { name: "id" },
];

/** The table and what it rests on. */
export function documentsText(
  { rows, next, counts, data, command }: DocumentsView,
  terminal: Terminal,
  wide: boolean,
): string {
  if (counts.documents === 0) return `No documents in this book yet.\n  Add some: ${command("add FILE…")}\n`;
  const cells = rows.map(({ document, number }) => [
    number,
    document.published ?? "—",
    showable(document.publisher ?? "—"),
    showable(titleOf(document)),
    String(document.claims),
    String(document.appearances),
    ...(wide ? [String(document.sentences), document.file ?? "", document.id.slice(0, 12)] : []),
  ]);
  const [head, ...body] = tableLines(wide ? wideColumns : columns, cells, wide ? null : tableWidth - 1);
  const paint = paintOf(terminal);
  const shown = rows.length === counts.documents ? "" : `${rows.length} of `;
  const foot = [
    ...wrapParts(
      [`${shown}${counted(counts.documents, "document")}`, counted(counts.claims, "claim"), `data ${data}`],
      tableWidth - 1,
    ),
    // A command that can be pasted is never broken.
    ...(next ? [`More: ${command(`docs --after ${next}`)}`] : []),
  ];
  const lines = [...head!.map((line) => paint.dim(` ${line}`)), ...body.flat().map((line) => ` ${line}`)];
  return `${[...lines, ...foot.map((line) => ` ${line}`)].join("\n")}\n`;
}
