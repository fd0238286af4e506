/** Cards as a table that leaves the page: raw values beside what they were read as, quotes as long as is wished. */

import { csvLine } from "./csv-line.ts";
import type { ClaimCard } from "./page-answers.ts";
import type { Preferences } from "./preferences.ts";

/** Columns, in their order: a stable contract. */
export const cardColumns = [
  "id",
  "document",
  "start",
  "end",
  "status",
  "from",
  "to",
  "what",
  "amount",
  "comparator",
  "min",
  "max",
  "unit",
  "approximate",
  "period",
  "conditional",
  "hedged",
  "said_by",
  "origin",
  "review",
  "conflict",
  "quote",
] as const;

const shortQuote = 300;

/** The cells of a card under `cardColumns`. */
export function cardCells(card: ClaimCard, quotes: Preferences["quotes"]): string[] {
  const { figure, quote } = card;
  const cells: Record<(typeof cardColumns)[number], string | number | boolean | null | undefined> = {
    id: card.id,
    document: card.number,
    start: card.span[0],
    end: card.span[1],
    status: card.status,
    from: card.from,
    to: card.to,
    what: card.what,
    amount: card.amount,
    comparator: card.comparator,
    min: figure?.min,
    max: figure?.max,
    unit: figure?.unit,
    approximate: figure?.approximate,
    period: card.period,
    conditional: card.conditional,
    hedged: card.hedged,
    said_by: card.saidBy,
    origin: card.origin,
    review: card.review,
    conflict: card.conflict,
    quote:
      quotes === "none"
        ? ""
        : quotes === "all" || quote.length <= shortQuote
          ? quote
          : `${quote.slice(0, shortQuote)}…`,
  };
  return cardColumns.map((column) => String(cells[column] ?? ""));
}

/** A cell that a spreadsheet would run as a formula is kept from it. */
export function cardsCsv(cards: readonly ClaimCard[], quotes: Preferences["quotes"]): string {
  return [cardColumns, ...cards.map((card) => cardCells(card, quotes))]
    .map((row) => csvLine(row.map(harmless)))
    .join("");
}

/** For a spreadsheet's clipboard: tabs between cells, no line breaks in them. */
export function cardsTsv(cards: readonly ClaimCard[], quotes: Preferences["quotes"]): string {
  return [cardColumns, ...cards.map((card) => cardCells(card, quotes))]
    .map((row) => row.map((cell) => harmless(cell.replaceAll(/[\t\r\n]+/g, " "))).join("\t"))
    .join("\n");
}

/** `=`, `+`, `-` and `@` begin formulas; a text of a stranger must not. Comparators of one sign are harmless. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]./.test(cell) && !/^-?\d/.test(cell) ? `'${cell}` : cell;
}
