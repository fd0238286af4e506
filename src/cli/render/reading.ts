/** A reading as a person sees it: a table of claims with their quotes, and what the table rests on. */

import type { Claim } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Reading, Refusal, RefusalReason } from "../../reading/reading.ts";
import { type ClaimRow, claimRow, periodText, placeOf, sidesText } from "../../views/claim-rows.ts";
import { counted } from "../../views/counted.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { legendLines } from "./legend.ts";
import { claimStatusText } from "./status.ts";
import { displayWidth, showable, tableLines, wrapText } from "./table.ts";

/** Tables fit the narrowest terminal in common use. */
export const tableWidth = 80;

export interface ReadingView {
  readonly reading: Reading;
  /** The claims that answer the question, of all that were read. */
  readonly claims: readonly Claim[];
  readonly document: string;
  readonly file: string;
  readonly nameOf: (id: PartyId) => string;
  readonly data: string;
}

const columns = [
  { name: "status" },
  { name: "what", wraps: true },
  { name: "from → to", wraps: true },
  { name: "amount", wraps: true },
];

/** The table with each claim's quote below its row. */
export function readingText(view: ReadingView, terminal: Terminal, wide: boolean): string {
  if (view.claims.length === 0) return `${nothingText(view)}\n`;
  const paint = paintOf(terminal);
  const rows = view.claims.map((claim) => claimRow(claim, view.document, view.nameOf));
  const cells = rows.map((row) => [
    claimStatusText(row.claim, terminal),
    row.kind,
    showable(sidesText(row)),
    row.amount,
  ]);
  if (wide) return wideText(rows, cells, view, terminal);
  const [head, ...blocks] = tableLines(columns, cells, tableWidth - 1);
  const lines = head!.map((line) => paint.dim(` ${line}`));
  for (const [index, block] of blocks.entries()) {
    lines.push(...block.map((line) => paint.bold(` ${line}`)), ...quoteLines(rows[index]!.claim, view.document));
  }
  return `${[...lines, restsOn(view), ...legendLines({ claims: view.claims, repeats: true }, terminal)].join("\n")}\n`;
}

/** The quote in typographic quotes, with its period and its place on the right of its last line. */
export function quoteLines(claim: Claim, document: string, indent = 5): string[] {
  const told = [
    claim.period ? periodText(claim.period) : "",
    claim.origin ? `first: ${claim.origin}` : "",
    alsoText(claim),
  ];
  return quotedLines(claim.quote, [...told, placeOf(document, claim.span)].filter(Boolean).join(" · "), indent);
}

/** A quote and a note to its right, on the last line where there is room. */
export function quotedLines(quote: string, note: string, indent: number): string[] {
  const margin = " ".repeat(indent);
  const lines = wrapText(`“${showable(quote)}”`, tableWidth - indent - 1).map((line) => margin + line);
  const last = lines.at(-1)!;
  const space = tableWidth - 1 - displayWidth(last) - displayWidth(note);
  if (space >= 2) lines[lines.length - 1] = `${last}${" ".repeat(space)}${note}`;
  else lines.push(" ".repeat(Math.max(0, tableWidth - 1 - displayWidth(note))) + note);
  return lines;
}

function alsoText({ also }: Claim): string {
  return also.length === 0 ? "" : `+${also.length} more`;
}

function wideText(
  rows: readonly ClaimRow[],
  cells: readonly string[][],
  view: ReadingView,
  terminal: Terminal,
): string {
  const all = [...columns, { name: "when" }, { name: "place" }, { name: "quote" }];
  const full = cells.map((cell, index) => [
    ...cell,
    rows[index]!.period,
    placeOf(view.document, rows[index]!.claim.span),
    `“${showable(rows[index]!.claim.quote)}”`,
  ]);
  return `${tableLines(all, full, null)
    .flat()
    .map((line) => ` ${line}`)
    .join("\n")}\n${[restsOn(view), ...legendLines({ claims: view.claims }, terminal)].join("\n")}\n`;
}

/** What the table rests on. */
function restsOn({ reading, claims, data }: ReadingView): string {
  const { published } = reading.document;
  const left = reading.claims.length - claims.length;
  const parts = [
    left === 0 ? counted(claims.length, "claim") : `${claims.length} of ${counted(reading.claims.length, "claim")}`,
    `${counted(reading.sentences, "sentence")} read`,
    `${counted(reading.refusals.length, "refusal")}`,
    published === null ? "undated" : `published ${published}`,
    `data ${data}`,
  ];
  return wrapText(parts.join(" · "), tableWidth - 1)
    .map((line) => ` ${line}`)
    .join("\n");
}

/** Why a file gave nothing, with the passage that came nearest. */
function nothingText({ reading, claims, file }: ReadingView): string {
  if (reading.claims.length > claims.length)
    return `None of the ${counted(reading.claims.length, "claim")} in ${file} is that firm.`;
  const near = reading.refusals.find(({ reason }) => reason === "no-two-parties") ?? reading.refusals[0];
  const head = `0 claims in ${file} (${counted(reading.sentences, "sentence")} read).`;
  if (!near) return head;
  return wrapText(
    `${head} The nearest: “${showable(near.quote)}” ${refusalWords[near.reason]}. See: capstack read ${file} --why`,
    tableWidth,
  ).join("\n");
}

const refusalWords: Readonly<Record<RefusalReason, string>> = {
  "no-two-parties": "had a figure that no party could be given for certain",
  "no-relation": "named parties but no relation between them",
  hypothetical: "is a hypothetical",
  teaser: "is a teaser for another text",
  boilerplate: "is boilerplate",
  "price-or-market-move": "is about a price or a market move",
  "vague-figure": "has no figure that can be counted",
};

/** What was read and not claimed, each with its reason. */
export function refusalText(refusals: readonly Refusal[], document: string): string {
  if (refusals.length === 0) return " Nothing was refused.\n";
  const lines = refusals.flatMap(({ reason, quote, span }) => [
    `   ${refusalWords[reason]}:`,
    ...quotedLines(quote, placeOf(document, span), 5),
  ]);
  return ` Read and not claimed:\n${lines.join("\n")}\n`;
}

export { counted };
