/** The log of a book as a table, the last write first. */

import { type LogRow, shortWrite, timeText, writeText } from "../../views/log-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { tableWidth } from "./reading.ts";
import { type Column, showable, tableLines } from "./table.ts";

export interface LogView {
  readonly rows: readonly LogRow[];
  readonly next: string | null;
  readonly data: string;
  readonly command: (words: string) => string;
}

const columns: readonly Column[] = [
  { name: "write" },
  { name: "when (UTC)" },
  { name: "who", wraps: true },
  { name: "data" },
  { name: "what", wraps: true },
];

/** As many digits of a data hash as tell a few hundred states apart. */
const dataDigits = 6;

/** The table; what is undone says so. */
export function logText({ rows, next, data, command }: LogView, terminal: Terminal, wide: boolean): string {
  if (rows.length === 0) return `Nothing was written in this book yet.\n  Begin: ${command("add FILE…")}\n`;
  const cells = rows.map((write) => [
    wide ? write.id : shortWrite(write.id),
    timeText(write.at),
    showable(write.by),
    (wide ? write.data : write.data?.slice(0, dataDigits)) ?? "—",
    `${showable(writeText(write))}${write.inEffect ? "" : " (undone)"}`,
  ]);
  const paint = paintOf(terminal);
  const earliest = rows.findLast((row) => row.data !== null)?.data ?? data;
  const [head, ...body] = tableLines(columns, cells, wide ? null : tableWidth - 1);
  const lines = [
    ...head!.map((line) => paint.dim(` ${line}`)),
    ...body.flatMap((block, index) =>
      block.map((line) => (rows[index]!.inEffect ? ` ${line}` : paint.dim(` ${line}`))),
    ),
    ` data ${data} · undo one of them: ${command(`undo ${shortWrite(rows[0]!.id)}`)}`,
    ...(earliest === data
      ? []
      : [` what changed since one of them: ${command(`diff ${earliest.slice(0, dataDigits)}`)}`]),
    ...(next ? [` More: ${command(`log --after ${next}`)}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
