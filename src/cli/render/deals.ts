/** Deals as a table, and one deal with all that is told of it: readings with their words, history, legs. */

import { independentSources } from "../../deals/origins.ts";
import type { Blockable } from "../../deals/rights.ts";
import type { Reconciled } from "../../deals/umbrellas.ts";
import { amountText, figureText } from "../../model/amount.ts";
import type { Deal, Field, Leg, Reading, Testimony } from "../../model/deal.ts";
import type { ClaimId, DealId } from "../../model/id.ts";
import { placeOf } from "../../views/claim-rows.ts";
import { choiceTexts, type DealRow, dealSides, fieldTitle, readingText } from "../../views/deal-rows.ts";
import type { Question } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

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

export interface DealView {
  readonly row: DealRow;
  readonly id: string;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly dealIds: ReadonlyMap<DealId, string>;
  readonly names: Names;
  readonly reconciled: Reconciled | null;
  readonly blockable: readonly Blockable[];
  readonly rowOf: (deal: Deal) => DealRow;
  readonly question: Question;
  readonly data: string;
  readonly command: (words: string) => string;
}

/** One deal, down to the sentences. */
export function dealText(view: DealView, terminal: Terminal): string {
  const { row, id, question, data, command } = view;
  const { deal } = row;
  const origins =
    deal.origins.length === 0
      ? "none names its origin"
      : `${counted(deal.origins.length, "named origin")} (${deal.origins.map(showable).join(", ")})`;
  const head = [
    id,
    statusText(deal.status, terminal),
    showable(dealSides(row)),
    row.what,
    [row.amount, row.mark].filter(Boolean).join(" "),
  ]
    .filter(Boolean)
    .join(" · ");
  const lines = [
    ...wrapText(head, tableWidth - 5).map((line, index) =>
      paintOf(terminal).bold(`${index === 0 ? " " : "     "}${line}`),
    ),
    ...indented(
      `${counted(deal.documents.length, "document")}, ${counted(independentSources(deal, view.testimonies), "independent source")} · ${origins}`,
    ),
    ...deal.fields.flatMap((field) => fieldLines(field, view, terminal)),
    ...historyLines(view, terminal),
    ...legLines(view, terminal),
    ...reconciledLines(view, terminal),
    ...blockableLines(view, terminal),
    ...wrapParts([counted(deal.claims.length, "claim"), ...datesOf(question), `data ${data}`], tableWidth - 2).map(
      (line) => ` ${line}`,
    ),
    ` One claim: ${command(`why ${view.ids.get(deal.claims[0]!)}`)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A field with each reading, and the sentence to quote for it. */
export function fieldLines(field: Field, view: Pick<DealView, "testimonies" | "names">, terminal: Terminal): string[] {
  const differs = field.disagreement === null ? "" : ` ≠ ${field.disagreement}`;
  const drawn =
    field.readings.length === 1
      ? ""
      : field.choice === "open"
        ? " · left open"
        : ` · drawn: ${field.readings[0]!.text} (${choiceTexts[field.choice]})`;
  const head = paintOf(terminal).bold(`  ${fieldTitle(field)}${differs}${drawn}`);
  const readings = field.readings.flatMap((reading) => readingLines(reading, field, view, terminal));
  return [head, ...readings, ...(field.question ? indented(`? ${field.question}`) : [])];
}

function readingLines(
  reading: Reading,
  { name, readings }: Field,
  { testimonies, names }: Pick<DealView, "testimonies" | "names">,
  terminal: Terminal,
): string[] {
  const documents = reading.documents.map(names.document).join(", ");
  const status = name === "status" ? "" : ` ${statusText(reading.status, terminal)}`;
  const days =
    reading.firstKnown === reading.lastKnown ? reading.firstKnown : `${reading.firstKnown} to ${reading.lastKnown}`;
  const label = name === "status" ? statusText(reading.status, terminal) : readingText(reading);
  const { claim } = testimonies.get(reading.claims[0]!)!;
  const head = `    ${label}${status} · ${documents} · ${days}`;
  // A status that all share needs no quote: the figure has it.
  if (name === "status" && readings.length === 1)
    return wrapText(head.trim(), tableWidth - 6).map((line) => `    ${line}`);
  return [
    ...wrapText(head.trim(), tableWidth - 6).map((line) => `    ${line}`),
    ...quotedLines(claim.quote, placeOf(names.document(claim.document), claim.span), 6),
  ];
}

function historyLines({ row: { deal }, testimonies, names }: DealView, terminal: Terminal): string[] {
  if (deal.history.length < 2) return [];
  const cells = deal.history.map(({ known, happened, status, amount, comparator, conditional, claim: id }) => {
    const { claim } = testimonies.get(id)!;
    return [
      known,
      `${statusText(status, terminal)}${conditional ? " if" : ""}`,
      amount === null ? "—" : amountText(amount, comparator ?? "="),
      happened ?? "—",
      `${names.document(claim.document)}:${claim.span[0]}`,
    ];
  });
  const [head, ...body] = tableLines(
    [{ name: "known" }, { name: "status" }, { name: "amount" }, { name: "happened" }, { name: "place" }],
    cells,
    null,
  );
  return [
    paintOf(terminal).bold("  history"),
    ...head!.map((line) => `    ${paintOf(terminal).dim(line)}`),
    ...body.flat().map((line) => `    ${line}`),
  ];
}

function legLines({ row: { deal }, names }: DealView, terminal: Terminal): string[] {
  if (deal.legs.length === 0)
    return deal.umbrella
      ? [paintOf(terminal).bold("  legs"), ...indented("none: a total is never posted, and never added to its parts")]
      : [];
  const cells = deal.legs.map((leg) => [
    `${leg.from === null ? "?" : showable(names.party(leg.from))} → ${leg.to === null ? "?" : showable(names.party(leg.to))}`,
    leg.commodity,
    quantityText(leg),
    [leg.role === "whole" ? "" : leg.role, leg.conditional ? "on a condition: weighs nothing yet" : ""]
      .filter(Boolean)
      .join(", "),
  ]);
  const rows = tableLines(
    [{ name: "from → to", wraps: true }, { name: "commodity" }, { name: "quantity" }, { name: "", wraps: true }],
    cells,
    tableWidth - 5,
  );
  return [
    paintOf(terminal).bold("  legs"),
    ...rows
      .slice(1)
      .flat()
      .map((line) => `    ${line}`),
  ];
}

function quantityText({ quantity, comparator }: Leg): string {
  return quantity === null ? "not stated" : amountText(quantity, comparator ?? "=");
}

function reconciledLines({ reconciled, rowOf, dealIds, names }: DealView, terminal: Terminal): string[] {
  if (reconciled === null) return [];
  const { unit, parts, low, high, restLow, restHigh, without } = reconciled;
  const cells = parts.map(({ deal, amount, named }) => {
    const row = rowOf(deal);
    return [
      dealIds.get(deal.id)!,
      showable(dealSides(row)),
      amount === null
        ? "no figure in money"
        : amountText(amount, deal.fields.find(({ name }) => name === `amount ${unit}`)?.readings[0]?.comparator ?? "="),
      named ? "named" : "not named",
    ];
  });
  const rows = tableLines(
    [{ name: "deal" }, { name: "from → to", wraps: true }, { name: "amount" }, { name: "by the total's sources" }],
    cells,
    tableWidth - 5,
  );
  const sum =
    high === null
      ? `at least ${figureText(low, unit)}`
      : low === high
        ? figureText(low, unit)
        : `${figureText(low, unit)} to ${figureText(high, unit)}`;
  const rest = [
    restLow === null ? null : figureText(Math.max(0, restLow), unit),
    restHigh === null ? null : figureText(Math.max(0, restHigh), unit),
  ];
  const bounds =
    rest[0] === rest[1] && rest[0] !== null
      ? rest[0]
      : `${rest[0] === null ? "" : `at least ${rest[0]}`}${rest[1] === null ? "" : `${rest[0] === null ? "" : ", "}at most ${rest[1]}`}`;
  return [
    paintOf(terminal).bold("  what it could hold"),
    ...rows
      .slice(1)
      .flat()
      .map((line) => `    ${line}`),
    ...indented(`known parts ${sum}; unexplained: ${bounds || "nothing bounds it"}. The rest is not split.`),
    ...(without.length > 0
      ? indented(`named, and no contract with a figure in money: ${without.map(names.party).map(showable).join(", ")}`)
      : []),
  ];
}

function blockableLines({ blockable, rowOf, dealIds }: DealView, terminal: Terminal): string[] {
  if (blockable.length === 0) return [];
  const forces = {
    stands: "could block",
    "on a condition": "could block, if the condition holds",
    ended: "could have blocked, and no longer can",
  };
  return [
    paintOf(terminal).bold(`  ${forces[blockable[0]!.force]}`),
    ...blockable.map(({ deal }) =>
      `    ${dealIds.get(deal.id)} ${showable(dealSides(rowOf(deal)))} ${rowOf(deal).what} ${rowOf(deal).amount}`.trimEnd(),
    ),
    ...indented("? The contract would tell. A primary source is wanted."),
  ];
}

function indented(text: string): string[] {
  return wrapText(text, tableWidth - 6).map((line) => `    ${line}`);
}
