/** Chips as a table by vendor. */

import { precisions } from "../../model/chip.ts";
import { type ChipRow, rounded, teraText } from "../../views/chip-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { type LeftOutView, leftOutText } from "./left-out.ts";
import { conflictParts, sourceText } from "./offers.ts";
import { counted, tableWidth } from "./reading.ts";
import { type Column, showable, tableLines, wrapParts } from "./table.ts";

export interface ChipsView extends LeftOutView {
  readonly rows: readonly ChipRow[];
  /** What was asked for. */
  readonly words: readonly string[];
  readonly data: string;
}

/** The table with its foot. */
export function chipsText(view: ChipsView, terminal: Terminal, wide: boolean): string {
  const { rows, words, asOf, data, command } = view;
  const parts = [
    counted(rows.length, "chip"),
    "BF16: dense peak in TFLOP/s",
    ...conflictParts(rows.map(({ chip }) => chip)),
    ...(asOf === null ? [] : [`as of ${asOf}`]),
    `data ${data}`,
  ];
  const foot = [
    ...wrapParts(wide ? parts.filter((part) => !part.startsWith("BF16")) : parts, tableWidth - 1),
    ...(wide ? [] : ["Hidden: other peaks, notes and sources. Show: --wide"]),
    ...(rows[0] ? [`One: ${command(`chips ${rows[0].chip.id}`)}`] : []),
  ];
  const table = wide ? wideLines(rows, terminal) : narrowLines(rows, terminal);
  return `${[...table, ...foot].map((line) => ` ${line}`).join("\n")}\n${leftOutText(view, "chips", words)}`;
}

function narrowLines(rows: readonly ChipRow[], terminal: Terminal): string[] {
  const columns: readonly Column[] = [
    { name: "name", wraps: true },
    { name: "family" },
    { name: "GB", align: "right" },
    { name: "TB/s", align: "right" },
    { name: "W", align: "right" },
    { name: "BF16", align: "right" },
    { name: "price, its day", wraps: true },
  ];
  const cells = rows.map(({ chip, rivals }) => [
    `${showable(chip.name)}${rivals.length > 0 ? " ≠" : ""}`,
    showable(chip.family),
    figure(chip.memoryGigabytes),
    figure(chip.bandwidthGigabytesPerSecond, 1000),
    figure(chip.powerWatts),
    figure(chip.peak.bf16, 1e12),
    chip.price === null ? "—" : [dollars(chip.price), chip.priceDay].filter(Boolean).join(" "),
  ]);
  const [head, ...body] = tableLines(columns, cells, tableWidth - 3);
  const paint = paintOf(terminal);
  const lines = head!.map((line) => paint.dim(`  ${line}`));
  for (const [index, { vendor }] of rows.entries()) {
    if (vendor !== rows[index - 1]?.vendor) lines.push(paint.bold(showable(vendor)));
    lines.push(...body[index]!.map((line) => `  ${line}`));
  }
  return lines;
}

function wideLines(rows: readonly ChipRow[], terminal: Terminal): string[] {
  const columns: readonly Column[] = [
    { name: "id" },
    { name: "name" },
    { name: "" },
    { name: "vendor" },
    { name: "family" },
    { name: "released" },
    { name: "GB", align: "right" },
    { name: "TB/s", align: "right" },
    { name: "W", align: "right" },
    ...precisions.map(
      (precision): Column => ({
        name: `${precision.toUpperCase()} ${precision === "int8" ? "TOP/s" : "TFLOP/s"}`,
        align: "right",
      }),
    ),
    { name: "price", align: "right" },
    { name: "price day" },
    { name: "notes" },
    { name: "source" },
  ];
  const cells = rows.map(({ chip, vendor, rivals }) => [
    showable(chip.id),
    showable(chip.name),
    rivals.length > 0 ? "≠" : "",
    showable(vendor),
    showable(chip.family),
    chip.released ?? "—",
    figure(chip.memoryGigabytes),
    figure(chip.bandwidthGigabytesPerSecond, 1000),
    figure(chip.powerWatts),
    ...precisions.map((precision) => (chip.peak[precision] === null ? "—" : teraText(chip.peak[precision]))),
    chip.price === null ? "—" : dollars(chip.price),
    chip.priceDay ?? "—",
    showable(chip.notes ?? "—"),
    sourceText(chip.source),
  ]);
  const [head, ...body] = tableLines(columns, cells, null);
  return [...head!.map(paintOf(terminal).dim), ...body.flat()];
}

function figure(value: number | null, per = 1): string {
  return value === null ? "—" : rounded(value / per);
}

function dollars(price: number): string {
  return `$${price.toLocaleString("en-US")}`;
}
