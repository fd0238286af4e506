/** Deals as a table. */

import type { DealId } from "../../model/id.ts";
import { type DealRow, dealSides } from "../../views/deal-rows.ts";
import type { Question } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts } from "./table.ts";

export interface DealsView {
  readonly rows: readonly DealRow[];
  /** All deals that the dates let through. */
  readonly whole: number;
  readonly ids: ReadonlyMap<DealId, string>;
  readonly question: Question;
  readonly data: string;
  readonly next: string | null;
  readonly command: (words: string) => string;
}

const columns: readonly Column[] = [
  { name: "id" },
  { name: "status" },
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "amount", wraps: true },
  { name: "docs", align: "right" },
];

/** The table with its foot. */
export function dealsText(view: DealsView, terminal: Terminal, wide: boolean): string {
  const { rows, ids, whole, question, data, command } = view;
  const cells = rows.map((row) => [
    ids.get(row.deal.id)!,
    statusText(row.deal.status, terminal),
    showable(dealSides(row)),
    row.what,
    [row.amount || "—", row.mark].filter(Boolean).join(" "),
    String(row.deal.documents.length),
  ]);
  const [head, ...body] = tableLines(columns, cells, wide ? null : tableWidth - 1);
  const marked = rows.some(({ mark }) => mark !== "");
  const parts = [
    rows.length === whole ? counted(whole, "deal") : `${rows.length} of ${counted(whole, "deal")}`,
    ...(marked ? ["≠ sources differ"] : []),
    ...datesOf(question),
    `data ${data}`,
  ];
  const lines = [
    ...head!.map(paintOf(terminal).dim),
    ...body.flat(),
    ...wrapParts(parts, tableWidth - 1),
    ...(rows[0] ? [`One: ${command(`deal ${ids.get(rows[0].deal.id)}`)}`] : []),
    ...(view.next ? [`More: ${view.next}`] : []),
  ];
  return `${lines.map((line) => ` ${line}`).join("\n")}\n`;
}
