/** One chip, or the chips of a family: every figure with its source, where rows disagree, and what clouds ask. */

import { type ChipRow, chipFigures } from "../../views/chip-rows.ts";
import type { OfferRow } from "../../views/offer-rows.ts";
import { conflictsIn } from "../../views/rivals.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { type LeftOutView, leftOutText } from "./left-out.ts";
import { conflictParts, offerLines } from "./offers.ts";
import { counted, tableWidth } from "./reading.ts";
import { showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface ChipView extends LeftOutView {
  readonly rows: readonly ChipRow[];
  readonly offers: readonly OfferRow[];
  /** The name that was asked for. */
  readonly written: string;
  readonly data: string;
}

/** The page of a chip. */
export function chipText(view: ChipView, terminal: Terminal): string {
  const { rows, offers, written, asOf, data, command } = view;
  const paint = paintOf(terminal);
  const parts = [
    counted(rows.length, "chip"),
    counted(offers.length, "offer"),
    ...conflictParts([...rows.map(({ chip }) => chip), ...offers.map(({ offer }) => offer)]),
    ...(asOf === null ? [] : [`as of ${asOf}`]),
    `data ${data}`,
  ];
  const lines = [
    ...rows.flatMap((row) => chipLines(row, terminal)),
    ...conflictsIn(rows.map(({ chip }) => chip)).flatMap((group) =>
      rivalLines(
        rows.filter(({ chip }) => group.includes(chip)),
        terminal,
      ),
    ),
    ...(offers.length === 0 ? [] : [paint.bold("offers, US dollars per chip hour"), ...offerLines(offers, terminal)]),
    ...wrapParts(parts, tableWidth - 2),
    ...(offers.length === 0 ? [] : [`Sources of the offers: ${command(`offers ${written} --wide`)}`]),
  ];
  return `${lines.map((line) => ` ${line}`).join("\n")}\n${leftOutText(view, "chips", [written])}`;
}

/** A chip with every figure that is told of it, and where they were collected. */
function chipLines({ chip, vendor, rivals }: ChipRow, terminal: Terminal): string[] {
  const head = [
    showable(chip.name),
    showable(chip.id),
    showable(vendor),
    showable(`family ${chip.family}`),
    ...(rivals.length > 0 ? ["≠"] : []),
  ];
  const { publisher, title, day, url } = chip.source;
  const told: (readonly [string, string])[] = [
    ["released", chip.released ?? ""],
    ...chipFigures(chip).map(({ name, text }) => [name, text] as const),
    ["notes", showable(chip.notes ?? "")],
    ["source", showable([publisher, title, day].filter(Boolean).join(", "))],
    ["", showable(url ?? "")],
  ];
  return [
    ...wrapParts(head, tableWidth - 2).map(paintOf(terminal).bold),
    ...told.flatMap(([name, text]) =>
      text === ""
        ? []
        : wrapText(text, tableWidth - 21).map((line, nth) => `  ${(nth === 0 ? name : "").padEnd(16)} ${line}`),
    ),
  ];
}

/** The figures on which rows of one chip disagree, side by side. */
function rivalLines(rivals: readonly ChipRow[], terminal: Terminal): string[] {
  const figures = rivals.map(({ chip }) => chipFigures(chip));
  const names = figures[0]!.map(({ name }) => name);
  const rows = names.flatMap((name, nth) => {
    const told = figures.map((each) => each[nth]!);
    const values = new Set(told.flatMap(({ value }) => value ?? []));
    return values.size < 2 ? [] : [[name, ...told.map(({ text }) => text || "—")]];
  });
  const columns = [{ name: "" }, ...rivals.map(({ chip }) => ({ name: showable(chip.id), wraps: true }))];
  const sources = ["source", ...rivals.map(({ chip }) => showable(chip.source.publisher ?? "—"))];
  return [
    paintOf(terminal).bold(`≠ sources differ on ${rivals.map(({ chip }) => showable(chip.id)).join(", ")}`),
    ...tableLines(columns, [...rows, sources], tableWidth - 3)
      .flat()
      .map((line) => `  ${line}`),
  ];
}
