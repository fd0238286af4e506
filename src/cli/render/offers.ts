/** Offers as a table by chip, prices per chip hour. */

import { type OfferTerm, offerTerms } from "../../model/offer.ts";
import type { Source } from "../../model/source.ts";
import { type OfferRow, termTitles } from "../../views/offer-rows.ts";
import { conflictsIn } from "../../views/rivals.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { type LeftOutView, leftOutText } from "./left-out.ts";
import { counted, tableWidth } from "./reading.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface OffersView extends LeftOutView {
  readonly rows: readonly OfferRow[];
  /** How many the register has. */
  readonly whole: number;
  /** What was asked for. */
  readonly words: readonly string[];
  readonly data: string;
}

/** The table with its foot. */
export function offersText(view: OffersView, terminal: Terminal, wide: boolean): string {
  const { rows, whole, words, asOf, data, command } = view;
  const parts = [
    rows.length === whole ? counted(whole, "offer") : `${rows.length} of ${counted(whole, "offer")}`,
    ...(rows.length > 0 ? ["US dollars per chip hour"] : []),
    ...conflictParts(rows.map(({ offer }) => offer)),
    ...(asOf === null ? [] : [`as of ${asOf}`]),
    `data ${data}`,
  ];
  const foot = [
    ...wrapParts(parts, tableWidth - 1),
    ...(wide || rows.length === 0 ? [] : ["Hidden: notes and sources. Show: --wide"]),
    ...(rows[0] ? [`One chip: ${command(`chips ${rows[0].offer.chip}`)}`] : []),
  ];
  const table = rows.length === 0 ? [] : wide ? wideLines(rows, terminal) : offerLines(rows, terminal);
  return `${[...table, ...foot].map((line) => ` ${line}`).join("\n")}\n${leftOutText(view, "offers", words)}`;
}

/** The lines of a table of 79 columns, under the name of each chip. */
export function offerLines(rows: readonly OfferRow[], terminal: Terminal): string[] {
  // What is neither on demand nor spot is rare: a column only where it is needed.
  const terms = offerTerms.filter((term) => term !== "other" && rows.some(({ perChip }) => perChip[term] !== null));
  const columns: readonly Column[] = [
    { name: "provider", wraps: true },
    { name: "instance, region", wraps: true },
    { name: "chips", align: "right" },
    ...terms.map((term): Column => ({ name: termTitles[term], align: "right" })),
    { name: "price day" },
  ];
  const cells = rows.map((row) => [
    `${showable(row.provider)}${row.rivals.length > 0 ? " ≠" : ""}`,
    showable([row.offer.instance, row.offer.region].filter(Boolean).join(" ")) || "—",
    String(row.offer.chipsPerInstance),
    ...terms.map((term) => priceText(row, term)),
    row.offer.priceDay ?? "—",
  ]);
  const [head, ...body] = tableLines(columns, cells, tableWidth - 3);
  const paint = paintOf(terminal);
  const lines = head!.map((line) => paint.dim(`  ${line}`));
  for (const [index, row] of rows.entries()) {
    if (row.offer.chip !== rows[index - 1]?.offer.chip)
      lines.push(paint.bold(showable(`${row.chip} · ${row.offer.chip}`)));
    lines.push(...body[index]!.map((line) => `  ${line}`));
    if (row.perChip.other !== null)
      lines.push(
        ...wrapText(`${otherName(row)}: ${priceText(row, "other")}`, tableWidth - 6).map((line) => `    ${line}`),
      );
  }
  return lines;
}

function wideLines(rows: readonly OfferRow[], terminal: Terminal): string[] {
  const columns: readonly Column[] = [
    { name: "chip" },
    { name: "provider" },
    { name: "instance" },
    { name: "region" },
    { name: "chips", align: "right" },
    ...offerTerms.map((term): Column => ({ name: termTitles[term], align: "right" })),
    { name: "other is" },
    { name: "price day" },
    { name: "" },
    { name: "notes" },
    { name: "source" },
  ];
  const cells = rows.map((row) => [
    showable(row.offer.chip),
    showable(row.provider),
    showable(row.offer.instance ?? "—"),
    showable(row.offer.region ?? "—"),
    String(row.offer.chipsPerInstance),
    ...offerTerms.map((term) => priceText(row, term)),
    row.perChip.other === null ? "—" : otherName(row),
    row.offer.priceDay ?? "—",
    row.rivals.length > 0 ? "≠" : "",
    showable(row.offer.notes ?? "—"),
    sourceText(row.offer.source),
  ]);
  const [head, ...body] = tableLines(columns, cells, null);
  return [...head!.map(paintOf(terminal).dim), ...body.flat()];
}

function otherName({ offer }: OfferRow): string {
  return showable((offer.otherKind ?? "other").replaceAll("-", " "));
}

function priceText({ perChip }: OfferRow, term: OfferTerm): string {
  return perChip[term]?.toFixed(2) ?? "—";
}

/** Where a row was collected, on one line. */
export function sourceText({ publisher, title, day, url }: Source): string {
  return showable([publisher, title, day, url].filter(Boolean).join(", ")) || "—";
}

/** "≠ sources differ: 2 conflicts"; nothing where none do. */
export function conflictParts(rows: Parameters<typeof conflictsIn>[0]): string[] {
  const conflicts = conflictsIn(rows).length;
  return conflicts === 0 ? [] : [`≠ sources differ: ${counted(conflicts, "conflict")}`];
}
